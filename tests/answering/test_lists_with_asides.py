"""Lists asked for with what their lines say anyhow, of any member's deeds, and of either of two kinds of a kind."""

import pytest
from tests.answering.library import Library, Shelve, shelve

SPRING = """# Tide Letter 4

Second quarter of 2031 (April to June)

## Logbook

- 2031-04-03: Riga, Latvia. Inspection of fog bells. Present: BPU.
- 2031-04-09: Turku, Finland. Fire drill on the pier. Present: OFT, BPU.
- 2031-05-02 to 2031-05-04: Ghent, Belgium. Course on knots for pilots. Present: OFT.
- 2031-05-20: Online. Launch of a mailbox for first finds. Present: ROF.
- 2031-06-11: Oslo, Norway. Publication of the Atlas of Piers. Present: ROF.
"""
SUMMER = """# Tide Letter 5

Third quarter of 2031 (July to September)

## Logbook

- 2031-07-01: Lima, Peru. Inspection of lamp oil. Present: ROF.
- 2031-08-12: Malmö, Sweden. Night-time drill with lamps. Present: BPU.
- 2031-08-20: Porto, Portugal. Rescue drill in the harbour. Present: OFT.
- 2031-09-09: Bergen, Norway. BPU and OFT signed a memorandum of understanding on tides.
"""


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return shelve(tmp_path_factory.mktemp("letters"), spring=SPRING, summer=SUMMER)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Which inspections were carried out, and where?", ["fog bells", "lamp oil"], ["knots", "Atlas"]),
        ("List all inspections, with their subjects.", ["fog bells", "lamp oil"], ["knots", "Atlas"]),
        ("Name the inspections, including dates and places", ["fog bells", "lamp oil"], ["knots", "Atlas"]),
        ("Show me the inspections.", ["fog bells", "lamp oil"], ["knots", "Atlas"]),
        ("What drills were performed, when and by whom?", ["pier", "Night-time", "Rescue"], ["knots", "lamp oil"]),
        ("Which fire or night-time drills were there?", ["pier", "Night-time"], ["Rescue", "knots"]),
        ("courses in 2031?", ["knots"], ["pier", "lamp oil"]),
        ("What did the members publish in 2031?", ["Atlas of Piers"], ["finds", "knots", "memorandum"]),
        ("What have our partners signed in 2031?", ["memorandum"], ["Atlas", "knots"]),
    ],
)
def test_a_list_is_whole_whatever_is_asked_beside_it(
    letters: Library, question: str, said: list[str], unsaid: list[str]
) -> None:
    answer = letters.ask(question).answer
    assert all(word in answer for word in said), answer
    assert not any(word in answer for word in unsaid), answer


@pytest.mark.parametrize(
    "question",
    ["Which regattas were held, and where?", "What did the members publish in 2030?", "Show me concerts."],
)
def test_what_is_not_there_is_not_listed(letters: Library, question: str) -> None:
    assert letters.ask(question).status == "not_found", letters.ask(question).answer


def test_who_holds_what_is_no_aside(shelf: Shelve) -> None:
    text = "# Tides\n\nMay 2031\n\n## Groups\n\n### Group on Bells\n- Chair: BPU\n\n### Group on Oil\n- Chair: ROF\n"
    answer = shelf(may=text).ask("List the groups with their chairs.").answer
    assert "BPU" in answer
    assert "ROF" in answer
