"""What a line tells of deeds, in verbs and without."""

import pytest

from ctassist.answering.evidence.deeds import is_of_another, is_signed_in_name


@pytest.mark.parametrize(
    "line",
    [
        "FYU- Lantern Network MoU to enhance work on ice charts (6 Feb)",
        "Memorandum of understanding between FYU and the Harbour Guild on fog signals",
        "New Agreement with MSI: shared depots",
    ],
)
def test_a_line_that_names_an_agreement_and_its_parties_tells_that_they_signed_it(line: str) -> None:
    assert is_signed_in_name(line)


@pytest.mark.parametrize(
    "line",
    [
        "FYU briefed members on the MoU with MSI",
        "The agreement was discussed in Bergen",
        "Lantern Network: FYU gives way to MSI after the pact",
    ],
)
def test_a_line_with_a_verb_tells_only_what_the_verb_tells(line: str) -> None:
    assert not is_signed_in_name(line)


@pytest.mark.parametrize(
    ("line", "of_another"),
    [
        ("Bo Lind (FYU) stepped down as co-chair; Ana Roe (MSI) now leads it alone.", True),
        ("Bo Lind left the board, and Ana Roe took his seat.", True),
        ("Ana Roe (MSI) stepped down as co-chair; Bo Lind (FYU) now leads it alone.", False),
        ("Ana Roe led the ropes for a year. She resigned on 3 May.", False),
    ],
)
def test_who_stays_where_another_leaves_has_not_left(line: str, *, of_another: bool) -> None:
    assert is_of_another("When did Ana Roe resign from Ropes?", line) is of_another
