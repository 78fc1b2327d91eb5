"""Who edits a periodical whose editors go by handles: now, for one issue, before somebody, since when."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

_ISSUE = "Title: The Month in Kilns {number}\nDate: {date}\n\n"
_ISSUE += "This month's issue was edited by: {who}.\n\n## News\n\n{news}\n"


@pytest.fixture
def kilns(shelf: Shelve) -> Library:
    """Four issues; one editor comes, and one goes."""
    issues = {
        31: ("2041-01-31", "[tkilner](https://x.example) and [glazeq](https://y.example)", "* potw77 built a kiln."),
        32: ("2041-02-28", "tkilner and glazeq", "* A kiln was lit by potw77."),
        33: ("2041-03-31", "tkilner, brandov and glazeq", "* Clay is cheap."),
        34: ("2041-04-30", "tkilner and brandov", "* Clay is dear."),
    }
    files = {f"n{n}": _ISSUE.format(number=n, date=d, who=who, news=news) for n, (d, who, news) in issues.items()}
    return shelf(**files)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Who are the editors now?", ["tkilner", "brandov"], ["glazeq"]),
        ("Which people edited number 32?", ["tkilner", "glazeq"], ["brandov"]),
        ("Who were TMIK's editors as of March 2041?", ["tkilner", "brandov", "glazeq"], []),
        ("Since which issue has brandov been part of the editing team?", ["March 2041", "brandov"], ["February"]),
        ("When did brandov join the editors?", ["March 2041", "brandov"], ["February"]),
        ("Who edited the periodical before brandov joined?", ["tkilner", "glazeq"], ["brandov"]),
    ],
)
def test_editors_are_told_by_their_handles(kilns: Library, question: str, told: list[str], untold: list[str]) -> None:
    answer = kilns.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in untold), answer.answer
    assert_holds(kilns, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Since when has potw77 been an editor?",
        "Who was editor before potw77?",
        "Who was editor before zzkiln?",
        "Since when has clayq been on the editing team?",
        "Who chairs TMIK?",
    ],
)
def test_whoever_never_edited_is_no_editor(kilns: Library, question: str) -> None:
    assert not kilns.ask(question).claims
