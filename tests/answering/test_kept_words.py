"""Ways of asking a weekly letter that a word must not turn: relative "who", joined words, moved days, other tongues."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.answering.phrasing.languages import translated

_HEAD = "---\ntitle: Week Ending {day}\n---\n\n## Loft News\n\n"


@pytest.fixture
def sails(shelf: Shelve) -> Library:
    """Weekly letters of sail makers."""
    issues = {
        "March 8, 2048": "Ana Roe would like people who sew on old looms to oil the treadles. "
        "Ana Roe lives in Lisbon.\n\n"
        "Bo Li is stepping down as Canvas Panel co-chair; Cy Ode is replacing him as co-chair.\n\n"
        "## Plan\n\nWork on book 5.1 has begun. Book lead Eva Lind announced a tea. "
        "Important dates:\n\n* Rope Freeze: March 14\n* Cloth Freeze: March 20\n* Launch: April 17\n\n"
        "## Promotions\n\n* Red jib to gold\n* Blue jib to silver\n* Mizzen to gold\n\n"
        "## New Threads\n\n* Flax Reel Winder v0.3.1\n* Winder v2.0.0\n\n",
        "March 15, 2048": "Dee Fox was later nominated as chair of the Canvas Panel.\n\n"
        "The Sail Trust has banned Tarzine, an old twine. Please use Waxzine instead.\n\n"
        "## Plan\n\nThe cloth freeze of 5.1 has been extended from March 20 to March 27.\n\n"
        "We are in Rope Freeze now, and have 84 entered and 56 checked hems.\n\n"
        "## Promotions\n\n* Spinnaker and genoa to gold\n* Lugsail to silver\n\n"
        "## New Threads\n\n* flax-reel-winder v0.4.0\n",
    }
    return shelf(**{f"issue{at}": _HEAD.format(day=day) + text for at, (day, text) in enumerate(issues.items())})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("What would Ana Roe like people who sew on old looms to do?", ["oil the treadles"], ["Lisbon"]),
        ("Who was later nominated as chair of the Canvas Panel?", ["Dee Fox"], ["Bo Li"]),
        ("who replaced bo li as canvas panel cochair", ["Cy Ode"], ["Dee Fox"]),
        (
            "Was the cloth freeze of 5.1 moved, and from which date to which?",
            ["**20 March 2048**", "**27 March 2048**"],
            ["April"],
        ),
        ("The launch of 5.1 is when?", ["17 April 2048"], ["20 March"]),
        ("Which Flax Reel Winder releases were announced?", ["v0.3.1", "v0.4.0"], ["\n- Winder v2.0.0"]),
        ("Who was the book lead for 5.1?", ["Eva Lind"], ["Bo Li"]),
        ("How many hems were checked at the rope freeze of 5.1?", ["56 checked"], ["Launch"]),
        ("What should be used instead of Tarzine?", ["use Waxzine instead"], []),
        ("How many things were promoted in the week ending March 8, 2048?", ["Promotions: 3", "Mizzen"], ["Lugsail"]),
    ],
)
def test_what_is_asked_is_told(sails: Library, question: str, told: list[str], untold: list[str]) -> None:
    answer = sails.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in untold), answer.answer
    assert_holds(sails, answer)


@pytest.mark.parametrize(
    "question",
    [
        "What would Ana Roe like people who sew on new machines to do?",
        "Who was later nominated as chair of the Rope Panel?",
        "Was the cloth freeze of 5.2 moved, and from which date to which?",
        "Who was the book lead for 5.3?",
        "How many hems were checked at the rope freeze of 5.2?",
        "How many hems were checked at the launch of 5.1?",
        "Were more hems checked at the rope freeze of 5.2 or of 5.3?",
        "What should be used instead of Waxed Flaxine?",
        "How many features were promoted in the week ending March 15, 2048?",
        "How many hulls were promoted in the week ending March 8, 2048?",
        "How many people were promoted in the week ending March 8, 2048?",
        "How many features were not promoted in the week ending March 8, 2048?",
    ],
)
def test_what_is_near_is_not_told(sails: Library, question: str) -> None:
    assert not sails.ask(question).claims


@pytest.mark.parametrize(
    ("question", "english"),
    [
        ("代码冻结是什么时候?", "code freeze"),
        ("Quand a lieu le gel du code ?", "code freeze"),
        ("Qui dirige l'équipe de publication ?", "release team"),
        ("¿Cuándo es la congelación del código?", "code freeze"),
        ("Когда заморозка кода?", "code freeze"),
        ("متى تجميد الشفرة؟", "code freeze"),
    ],
)
def test_steps_of_a_release_are_known_in_other_tongues(question: str, english: str) -> None:
    assert english in translated(question, lambda _: True).text.casefold()
