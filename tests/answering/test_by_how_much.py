"""By how much something changed, and to which number: what only looks like a number answers neither."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve

from ctassist.answering.evidence.kinds import is_measured
from ctassist.model.answer import Status

_LETTERS = {
    "may": "# Loom Letter, May 2043\n\n## Changes\n\n* Speed up the bobbin winder by 4x\n"
    "* The dye bath is heated again\n"
    "* Move all shuttles to loom.l10n.example; this works with updated treadles and the new warp\n",
    "june": "# Loom Letter, June 2043\n\n## Changes\n\n* The felt press was slowed down after 12 complaints\n"
    "* The spindle was updated to 2.4\n",
}


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("letters"), **_LETTERS)
    yield library
    library.archive.close()


def test_by_how_much_something_was_sped_up_is_told_in_times(letters: Library) -> None:
    assert "4x" in letters.ask("By how much was the bobbin winder sped up?").answer


def test_what_says_no_measure_tells_not_by_how_much(letters: Library) -> None:
    assert letters.ask("By how much was the felt press slowed down?").status is Status.NOT_FOUND


def test_a_version_is_told_by_a_number(letters: Library) -> None:
    assert "2.4" in letters.ask("To which version was the spindle updated?").answer
    assert letters.ask("To which version were the treadles updated?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "measured"),
    [("i18n", False), ("see k10s.example", False), ("v2", True), ("4x", True), ("go1.21rc2", True)],
)
def test_a_digit_between_letters_is_no_number(text: str, measured: bool) -> None:
    assert is_measured(text) is measured
