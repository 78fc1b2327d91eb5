"""Amounts of money, in passages and in questions that ask for one without saying so."""

import pytest

from ctassist.answering.evidence.money import asks_for_money, has_money


@pytest.mark.parametrize("text", ["$1,700", "40 cents a piece", "25 crowns", "2.5 million euros", "12 pesos", "£ 3"])
def test_an_amount_is_seen(text: str) -> None:
    assert has_money(text)


@pytest.mark.parametrize("text", ["1,700 visitors", "In 2009 a centre opened", "the cent of the year", "40 centres"])
def test_other_numbers_are_no_amount(text: str) -> None:
    assert not has_money(text)


@pytest.mark.parametrize(
    "question", ["What was paid for the letters?", "What does the pass cost?", "What did Ada earn?"]
)
def test_what_somebody_paid_is_an_amount(question: str) -> None:
    assert asks_for_money(question)


@pytest.mark.parametrize(
    "question", ["What was the money paid for?", "What happened in May?", "Who paid for the roof?"]
)
def test_what_was_bought_is_none(question: str) -> None:
    assert not asks_for_money(question)
