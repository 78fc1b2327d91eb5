"""Who edits an issue, as its last lines say."""

import pytest
from tests.extraction.shown import roles

_ISSUE = "Title: The Reed Letter 12\nDate: 2041-05-06\n\n## Reeds\n\n* A reed was cut.\n\n"


@pytest.mark.parametrize(
    ("line", "body"),
    [
        (
            "*The Reed Letter is edited by: [ana_r](https://r.example), [@bo](https://b.example), and Kim Li.*",
            "Reed Letter",
        ),
        ("This letter was edited by ana_r, bo and Kim Li.", "The Reed Letter"),
        ("This month’s number was edited by: [ana_r](https://r.example), bo, and Kim Li.", "The Reed Letter"),
    ],
)
def test_editors_may_be_named_by_handles(line: str, body: str) -> None:
    found = roles(f"{_ISSUE}{line}\n", "a.md")
    assert [(role, holder) for _, role, holder in found] == [
        ("editor", "ana_r"),
        ("editor", "bo"),
        ("editor", "Kim Li"),
    ]
    assert {body.removeprefix("The ") for body, _, _ in found} == {body.removeprefix("The ")}


@pytest.mark.parametrize("line", ["This letter is edited by volunteers.", "The film was edited by the studio and cut."])
def test_words_without_names_are_no_editors(line: str) -> None:
    assert roles(f"{_ISSUE}{line}\n", "a.md") == []
