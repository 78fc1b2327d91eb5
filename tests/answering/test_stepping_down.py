"""Who gave up a post, of a body or of any, where lines name bodies by the short noun and posts hardly at all."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve

from ctassist.model.answer import Status


def _letter(day: str, news: str) -> str:
    return f"---\ntitle: Week Ending {day} 2043\n---\n\n## News\n\n{news}\n\n## Work\n\n* The slip was tarred.\n"


_LETTERS = {
    "letter-1": _letter(
        "March 6,", "SIG-Fog's first leads Ana Roe and Ida Moss are stepping down, and Bo Li is stepping up as Chair."
    ),
    "letter-2": _letter(
        "April 10,", "Per Holm has stepped down from SIG-Tide, and Una Falk is stepping up to leadership."
    ),
    "letter-3": _letter("April 17,", "Liv Dahl has been nominated as SIG-Rope chair, and Tor Berg is retiring."),
    "letter-4": _letter(
        "May 1,", "SIG-Knot has new people, with Eva Lind replacing outgoing lead Max Ohm.\n\nThe ferry left at noon."
    ),
    "letter-5": _letter("June 12,", "Jon Vik has resigned as editor of the tide tables. The old crane is retired."),
}


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("letters"), **_LETTERS)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who became Chair of SIG-Fog in March 2043?", "Bo Li"),
        ("Who left SIG-Tide in April 2043?", "Per Holm"),
        ("Who left SIG-Tide in April 2043 and who is stepping up to its leadership?", "Una Falk"),
    ],
)
def test_who_came_and_went_is_told_without_a_post(letters: Library, question: str, name: str) -> None:
    answer = letters.ask(question)
    assert len(answer.claims) == 1, answer.answer
    assert name in answer.answer


@pytest.mark.parametrize("verb", ["stepped down", "steped down or retired", "resigned"])
def test_all_who_gave_up_a_post_of_any_body_are_listed(letters: Library, verb: str) -> None:
    answer = letters.ask(f"Who {verb} from a leadership position between March and May 2043?")
    assert len(answer.claims) == 4, answer.answer
    assert all(name in answer.answer for name in ("Ana Roe", "Per Holm", "Tor Berg", "Max Ohm"))


def test_nobody_left_a_group_that_no_line_names(letters: Library) -> None:
    assert letters.ask("Who left SIG-Kelp in April 2043?").status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["Who has stepped down?", "Who has stepped down from a leadership position?"])
def test_whoever_stepped_down_at_any_time_is_listed(letters: Library, question: str) -> None:
    told = letters.ask(question).answer
    names = ("Ana Roe", "Per Holm", "Tor Berg", "Max Ohm", "Jon Vik")
    assert [name for name in names if name not in told] == [], told
    assert letters.ask("Who has stepped down from SIG-Buoy?").status is Status.NOT_FOUND
