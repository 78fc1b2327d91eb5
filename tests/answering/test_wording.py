"""Every frame of an answer, and every role, has its words in each language.

The frames are found in the syntax trees of the source. A call says a frame when it calls a ``Wording``: something named
``words`` (``words(…)``, ``context.words(…)``), its ``count``, or ``self(…)`` and the tables' ``get(…)`` in the class
itself. What it is handed is a literal; a conditional of literals; a variable that the same function assigns a literal;
or a starred entry of a table of the module, all of whose literals count. Anything else fails: then the test must learn
to read it, or the source be written plainly.
"""

import ast
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from tests.answering.library import Library

import ctassist.answering
from ctassist.answering.phrasing.languages import translated
from ctassist.answering.understanding.spoken_times import FIRST_DAY, LAST_DAY
from ctassist.answering.wording import Wording
from ctassist.extraction.vocabulary import table
from ctassist.model.time import Interval, Precision

LANGUAGES = ("fr", "es", "ar", "ru", "zh")
SOURCE = Path(ctassist.answering.__file__).parent
WORDING = SOURCE / "wording.py"

MAY = Interval(date(2022, 5, 1), date(2022, 5, 31), Precision.MONTH)
MAY_TO_JULY = Interval(date(2022, 5, 1), date(2022, 7, 31), Precision.RANGE)
YEAR = Interval(date(2022, 1, 1), date(2022, 12, 31), Precision.YEAR)
DAY = Interval(date(2022, 5, 12), date(2022, 5, 12), Precision.DAY)
DAYS = Interval(date(2022, 5, 12), date(2022, 6, 3), Precision.RANGE)
SINCE = Interval(date(2022, 5, 12), LAST_DAY, Precision.RANGE)
UNTIL = Interval(FIRST_DAY, date(2022, 5, 12), Precision.RANGE)

TIMES = {
    "fr": ("mai 2022", "mai 2022 – juillet 2022", "2022", "12 mai 2022", "12 mai 2022 au 3 juin 2022"),
    "es": (
        "mayo de 2022",
        "mayo de 2022 – julio de 2022",
        "2022",
        "12 de mayo de 2022",
        "12 de mayo de 2022 al 3 de junio de 2022",
    ),
    "ar": ("مايو 2022", "مايو 2022 إلى يوليو 2022", "عام 2022", "12 مايو 2022", "12 مايو 2022 إلى 3 يونيو 2022"),
    "zh": ("2022年5月", "2022年5月至2022年7月", "2022年", "2022年5月12日", "2022年5月12日至2022年6月3日"),
}
ASKED = {
    "fr": ("Que s'est-il passé en juin 2022 ?", "**2 activités** en juin 2022:", "**3 juin 2022 au 4 juin 2022:**"),
    "es": (
        "¿Qué ocurrió en junio de 2022?",
        "**2 actividades** en junio de 2022:",
        "**3 de junio de 2022 al 4 de junio de 2022:**",
    ),
    "ru": ("Что произошло в июне 2022 года?", "**Мероприятия (2)** за июнь 2022", "**3 июня 2022"),
    "zh": ("2022年6月发生了什么？", "**2 项活动** （时间：2022年6月）:", "**2022年6月3日至2022年6月4日:**"),
    "ar": ("ماذا حدث في يونيو 2022؟", "**الأنشطة (2)** في يونيو 2022:", "**3 يونيو 2022 إلى 4 يونيو 2022:**"),
}
"""A question with the beginning of its answer and of one of its lines."""
AS_WRITTEN = "Baltic Pilots Union (BPU) and CSO held a workshop on fog signals in Riga, Latvia (3-4 Jun)"


@cache
def frames() -> frozenset[str]:
    """All frames that the source says."""
    return frozenset(frame for path in SOURCE.rglob("*.py") for frame in frames_of(path))


def frames_of(path: Path) -> Iterator[str]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    own = path == WORDING
    for scope in (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)):
        for call in (node for node in ast.walk(scope) if isinstance(node, ast.Call)):
            for given in said(call, own):
                yield from literals(given, scope, module, f"{path.name}:{call.lineno}")


def said(call: ast.Call, own: bool) -> list[ast.expr]:
    """The arguments of a call that are frames: those of one that calls a Wording. ``own``: in its own module."""
    called = call.func
    if is_wording(called, own):
        return call.args[:1]
    if not isinstance(called, ast.Attribute) or not call.args:
        return []
    if called.attr == "count" and is_wording(called.value, own) and len(call.args) > 1:
        return call.args[1:3]
    return (
        call.args[:1] if own and called.attr == "get" and ast.unparse(called.value) == "self._table('frames')" else []
    )


def is_wording(node: ast.expr, own: bool) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr == "words"
    return isinstance(node, ast.Name) and node.id in ({"words", "self"} if own else {"words"})


def literals(given: ast.expr, scope: ast.FunctionDef, module: ast.Module, place: str) -> Iterator[str]:
    """The texts that an expression may be."""
    match given:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from literals(body, scope, module, place)
            yield from literals(orelse, scope, module, place)
        case ast.Starred(value=ast.Subscript(value=ast.Name(id=name))):
            entries = assigned(name, module.body)
            assert isinstance(entries, ast.Dict), f"{place}: {name} is no table of this module"
            yield from (text for value in entries.values for text in texts_in(value))
        case ast.Name(id=name) if value := assigned(name, list(ast.walk(scope))):
            yield from literals(value, scope, module, place)
        case ast.Name(id=name) if module_is_wording(place) and name in {
            each.arg for each in (*scope.args.posonlyargs, *scope.args.args)
        }:
            return  # Handed on by the class to itself.
        case _:
            pytest.fail(f"{place}: cannot tell which frame {ast.unparse(given)} is")


def module_is_wording(place: str) -> bool:
    return place.startswith(f"{WORDING.name}:")


def assigned(name: str, nodes: list[Any]) -> ast.expr | None:
    """What a variable is assigned."""
    for node in nodes:
        if isinstance(node, ast.Assign) and any(isinstance(at, ast.Name) and at.id == name for at in node.targets):
            value: ast.expr = node.value
            return value
    return None


def texts_in(node: ast.expr) -> list[str]:
    return [each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)]


@cache
def tables(language: str) -> dict[str, dict[str, str]]:
    path = files("ctassist.answering").joinpath("data", "wording", f"{language}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def places(frame: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(frame) if name is not None}


def test_the_frames_are_found() -> None:
    assert {
        " and ",
        "1 document",
        "{count} documents",
        "since {time}",
        "**{count} cities**",
        "**1 organisation**",
        "in {time}",
        "from {time}",
        "1 more line of the issues of that time matches but bears no date.",
        "The archive has no “{heading}” for {time} ({searched} searched).",
    } <= frames()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_frame_has_its_words_and_no_other_frame_has(language: str) -> None:
    assert frames() - tables(language)["frames"].keys() == set()
    assert tables(language)["frames"].keys() - frames() == set()
    assert tables(language).get("days", {}).keys() - frames() == set()
    assert tables(language).keys() <= {"frames", "days", "roles"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", ["frames", "days"])
def test_a_translation_has_the_places_and_the_marks_of_its_frame(language: str, section: str) -> None:
    for frame, words in tables(language).get(section, {}).items():
        assert words.strip(), frame
        assert places(words) == places(frame), frame
        assert words.count("**") == frame.count("**"), frame


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_has_its_word_in_lower_case(language: str) -> None:
    roles = tables(language)["roles"]
    assert roles.keys() == table("roles").keys()
    for role, word in roles.items():
        assert word == word.strip().lower() != "", role


@pytest.mark.parametrize("language", TIMES)
def test_a_time_is_said_in_the_language(language: str) -> None:
    said_times = tuple(map(Wording(language).time, (MAY, MAY_TO_JULY, YEAR, DAY, DAYS)))
    assert said_times == TIMES[language]


def test_a_russian_month_alone_is_in_the_nominative_and_in_a_day_in_the_genitive() -> None:
    words = Wording("ru")
    assert words.time(MAY).startswith("май 2022")
    assert words.time(DAY).startswith("12 мая 2022")
    assert words.time(SINCE).startswith("с 12 мая 2022")
    assert words.time(YEAR) == "2022 г."


def test_a_frame_may_be_said_otherwise_before_a_day() -> None:
    words = Wording("fr")
    assert words.time(SINCE) == "depuis le 12 mai 2022"
    assert words.time(UNTIL) == "jusqu’au 12 mai 2022"
    assert words("since {time}", time=words.time(MAY)) == "depuis mai 2022"
    assert words("since {time}", time=words.time(YEAR)) == "depuis 2022"
    assert words("from {time}", time=words.time(DAYS)) == "du 12 mai 2022 au 3 juin 2022"


def test_english_says_the_frame_itself() -> None:
    assert Wording()("since {time}", time="May 2022") == "since May 2022"
    assert Wording().role("vice-chair", 2) == "Vice-chairs"


@pytest.mark.parametrize("language", ASKED)
def test_a_question_is_answered_in_its_language_with_the_lines_as_written(harbours: Library, language: str) -> None:
    question, beginning, line = ASKED[language]
    answer = harbours.ask(question)
    assert answer.status == "answered"
    assert answer.answer.startswith(beginning)
    claim = next(claim for claim in answer.claims if claim.text.startswith(line))
    assert claim.text.endswith(AS_WRITTEN)
    assert all(citation.quote in harbours.texts[citation.document_id] for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("Qui préside le groupe de travail Fog Signals ?", ["Présidence: BPU", "Vice-présidence: CSO"]),
        ("¿Quién preside el Working Group on Fog Signals?", ["Presidencia: BPU", "Vicepresidencia: CSO"]),
    ],
)
def test_the_word_for_a_role_is_no_reason_to_drop_a_line(harbours: Library, question: str, lines: list[str]) -> None:
    assert [claim.text for claim in harbours.ask(question).claims] == lines


def test_what_the_archive_does_not_say_is_said_in_the_language(harbours: Library) -> None:
    answer = harbours.ask("Quel est le budget ?")
    assert answer.status == "not_found"
    assert answer.answer.startswith("Les archives ne permettent pas de répondre (recherche effectuée dans 3 documents")


@pytest.mark.parametrize(
    ("question", "english"),
    [
        ("Qui préside le groupe B2B Ropes ?", "B2B"),
        ("¿Quién preside el grupo B2B Ropes?", "B2B"),
        ("Кто возглавляет группу B2B Ropes?", "B2B"),
    ],
)
def test_a_name_of_letters_and_digits_stays_whole(question: str, english: str) -> None:
    assert english in translated(question, lambda _: True).text
