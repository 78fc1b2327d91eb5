"""Ways of asking of weekly letters: a whole schedule, advice for those who have a thing, names by their initials."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

_HEAD = "---\ntitle: Week Ending {day}\n---\n\n## Yard News\n\n"


@pytest.fixture
def boats(shelf: Shelve) -> Library:
    """Weekly letters of boat builders."""
    issues = {
        "March 8, 2048": "The Rigging Committee met on Monday.\n\n"
        "The RC asked the harbour for two berths.\n\n"
        "## Plan\n\nWork on book 5.1 has begun. Important dates:\n\n"
        "* Plank Freeze: March 20\n* Varnish Due: April 3\n* Launch: April 17\n",
        "March 15, 2048": "The RC meets no more in sheds.\n\n"
        "Resin keeps well.\n\nThe tar sail never made it to gold.\n\n"
        "## Plan\n\nMany thanks to the 5.1 crew for a fine book!\n\nThe book supper is planned for April 29th.\n\n"
        "## Merges\n\n* Resin [cures on oak](https://x.example/1)\n"
        "* The jib has gone to gold\n* The mizzen went to gold\n",
        "March 22, 2048": "If you use resin, you should skip last week's batch and take the new one.\n\n"
        "Resin was sold in Riga.\n\n"
        "## Plan\n\nA big cheer for the 5.1 team!\n\nThe release supper is planned for April 29th.\n",
    }
    return shelf(**{f"issue{at}": _HEAD.format(day=day) + text for at, (day, text) in enumerate(issues.items())})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("What were the important dates of the 5.1 cycle?", ["Plank Freeze", "Varnish Due", "Launch"], []),
        ("What does the newsletter advise people who use resin?", ["skip last week"], ["oak", "Riga"]),
        ("What do the issues report about the Rigging Committee?", ["met on Monday", "two berths"], ["sheds"]),
        ("List all that went to gold in March 2048.", ["jib", "mizzen"], ["tar sail"]),
        ("What changed for resin in March 2048? I need all items on resin.", ["oak", "skip", "keeps", "Riga"], ["jib"]),
        ("For what day is the 5.1 release supper planned?", ["April 29th"], []),
    ],
)
def test_what_is_wished_for_is_told(boats: Library, question: str, told: list[str], untold: list[str]) -> None:
    answer = boats.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in untold), answer.answer
    assert_holds(boats, answer)


@pytest.mark.parametrize(
    "question",
    [
        "What were the important dates of the 5.2 cycle?",
        "What does the newsletter advise people who use resin regarding taxes?",
        "What does the newsletter advise people who use felt?",
        "For what day is the 5.2 release supper planned?",
    ],
)
def test_what_is_near_is_not_told(boats: Library, question: str) -> None:
    assert not boats.ask(question).claims
