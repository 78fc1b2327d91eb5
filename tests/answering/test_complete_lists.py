"""Complete lists of what weekly letters say of a name, of a kind of mark, or of things to which something was done."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds


def _letter(day: str, news: str, repairs: str, gone: str) -> str:
    return (
        f"---\ntitle: Week Ending {day}, 2044\n---\n\n## Glasshouse News\n\n{news}\n\n"
        f"## Repairs\n\n{repairs}\n\n## Taken Out\n\n{gone}\n"
    )


_LETTERS = {
    "letter-1": _letter(
        "January 10",
        "The west stove is affected by GLF-2044-101, which lets rain in. Close its vent.\n\n"
        "Do we need to keep 40-watt lamps? Speak up.\n\n"
        "Tentative plans for the Lantern Walk include a supper. The brass band is coming.\n\n"
        "The seed list has been archived.\n\n"
        "Ana Roe has retired from SIG-Moss and Bo Li has been nominated to replace her.",
        "* Brass hinges close again\n* Brass: oil taps, sand knobs\n* Trellis wires are tied during frosts",
        "* The clay-lined Oak Channel is removed\n* A clay-lined path was disabled",
    ),
    "letter-2": _letter(
        "February 7",
        "If you keep moss near the stove, you are exposed to GLF-2044-117; turn the tray.\n\n"
        "We had to stop selling lamps of 40 watts, or 40-watt glow lamps, in the shop.\n\n"
        "The Lantern Walk will be held by the pond on May 3rd. Per Holm is stepping down as SIG-Fern chair.\n\n"
        "Please give some feedback on the pond: the drawings are due on Monday, and SIG chairs may add some.",
        "* New gauges: mist, dew\n* Gauges: dust wiped\n* Read both dials on brass scales\n"
        "* The stove check is tighter for trellis wires",
        "* Remove the drained clay-lined tank\n* The steel tank was drained",
    ),
    "letter-3": _letter(
        "March 6",
        "The shelves are quiet after dropping 40-watt lamps. GLF-2044-117 is fixed by a new tray.\n\n"
        "There will be no Lantern Walk this year. Una Falk is the new SIG-Tide co-chair.\n\n"
        "SIG-Fern is looking for folks interested in becoming pruners, and eventually Chairs.\n\n"
        "Having done its work, WG-Ivy is being archived. A new Working Group on ponds has been proposed.",
        "* Add a gauge for the sump\n* Trellis makes knots on its own",
        "* Claylined Elm Tank is drained\n* Deprecate the old brass bell",
    ),
    "letter-4": _letter(
        "March 20",
        "The VFT Working Group counted the ferns.\n\nNominations for the Pond Board are open until April 1st.",
        "* Shelves are dry",
        "* The stamp is gone\n\n## Promotions\n\n* Mist valve to SA\n* Dew trap to settled\n* Ash sieve to trial\n\n"
        "## Plans\n\n### PLAN-207: Twin panes\n\nTwo panes keep the heat. PLAN-207 is old.\n\nPLAN-305 may follow.",
    ),
    "letter-5": _letter(
        "April 3",
        "The Vented Frame Trial WG is approved.\n\nVote for the Pond Board!",
        "* Doors shut again",
        "* The rake is gone\n\n## Promotions\n\n* Leaf net to SA",
    ),
    "letter-6": _letter(
        "April 17",
        "The Pond Board election ends on May 2nd.\n\nThe Pond Board voted to buy a very fine tray.",
        "* Gutters were swept",
        "* The cracked pane is gone",
    ),
}


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("letters"), **_LETTERS)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Which GLFs have been mentioned by number?", ["west stove", "near the stove", "fixed by"], []),
        ("Which leaks and faults (GLFs) did the letter report?", ["west stove", "near the stove", "fixed by"], []),
        ("Which GLFs have been fixed?", ["fixed by"], ["west stove"]),
        ("List the repairs that concerned brass.", ["hinges", "oil taps", "scales"], ["band", "bell", "wires"]),
        ("Which PLANs were featured in the March 20 issue?", ["Twin panes", "PLAN-305"], ["heat", "old"]),
        (
            "Which features went to SA / settled in March 2044 according to the Promotions sections?",
            ["Mist valve", "Dew trap"],
            ["Ash sieve", "Leaf net"],
        ),
        ("What changed in trellis?", ["during frosts", "tighter", "knots"], ["hinges"]),
        ("What about 40-watt lamps?", ["keep", "selling", "dropping"], ["gauge"]),
        (
            "How did the plans for the Lantern Walk develop over the months?",
            ["supper", "May 3rd", "no Lantern"],
            ["pruners"],
        ),
        (
            "Which clay-lined tanks and rain channels have been drained, disabled or removed?",
            ["Oak Channel", "Remove the drained", "Elm Tank"],
            ["path", "steel", "bell"],
        ),
        ("Which new gauges were added in February 2044?", ["mist"], ["dust", "sump"]),
        ("Which lists or tools were archived or retired from January to March 2044?", ["seed list"], ["Ana Roe"]),
        ("Which working groups have been proposed or archived?", ["Ivy", "ponds"], ["seed list"]),
        ("What has been happening with the VFT working group?", ["counted", "approved"], ["tray"]),
        ("What do we know about the Pond Board election?", ["April 1st", "Vote for", "May 2nd"], ["tray"]),
        (
            "List the SIG and WG leadership changes announced from January to March 2044.",
            ["Ana Roe", "Per Holm", "Una Falk"],
            ["pruners", "feedback"],
        ),
        ("Which SIG chairs have stepped down this year?", ["Per Holm"], ["Ana Roe", "Una Falk", "pruners"]),
        ("who stepped down from sig fern", ["Per Holm"], ["Ana Roe"]),
    ],
)
def test_a_list_has_all_that_is_asked_for_and_nothing_else(
    letters: Library, question: str, told: list[str], untold: list[str]
) -> None:
    answer = letters.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in untold), answer.answer
    assert_holds(letters, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Which PLFs have been mentioned by number?",
        "What about 60-watt lamps?",
        "How did the plans for the Harvest Walk develop over the months?",
        "Which new gauges were added in January 2044?",
        "who stepped down from sig tide",
        "What do we know about the Fern Board election?",
    ],
)
def test_what_no_line_has_is_not_listed(letters: Library, question: str) -> None:
    assert not letters.ask(question).claims


def test_a_question_for_one_fact_is_no_list(letters: Library) -> None:
    answer = letters.ask("When will the Lantern Walk be held?")
    assert len(answer.claims) == 1, answer.answer
