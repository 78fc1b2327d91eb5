"""A weekly of a mill: pre-releases of a pattern, versions of what is built into another, things featured once."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

_FIRST = """---
title: Week Ending May 9, 2049
---

## Mill News

We had our first millers' meeting last week, led by Ana Roe. The bakers discussed the price of rye.

## Grinding Schedule

Also, 7.2 Alpha 1 is out, so grind some rye.

## Featured Sieves

These are sieves for 7.2.

### Sieve 12: finer mesh

The mesh takes rye.

## Version Updates

* zig to 0.14.2 in 7.1
* Built-in Hopper to 2.1.2
"""
_SECOND = """---
title: Week Ending May 16, 2049
---

## Mill News

We go to 2 grindings a year. A flaw of Zig 0.14.2 was found.

## Grinding Schedule

The stones are almost done. Beta 0 comes out tomorrow, so test it a little.

## Other Work

* Ladles leave beta 3 weeks early

## Version Updates

* ziglang to 0.15.0 in 7.2
* cel-zig to 1.9.0
* hopper to v2.2.0 in millctl
"""
_THIRD = """---
title: Week Ending May 23, 2049
---

## Mill News

It's Millcon! Here are some sessions for millers:

* Rye and [how we grind it](https://mill.example/1)
* Stone Updates: [Granite](https://mill.example/2), [Basalt](https://mill.example/3), and [Flint](https://mill.example/4)

## Grinding Schedule

We shall also release 7.2 Beta 1 this week. Finish your 7.2 stones now or leave them for 7.3.

7.0.4, 7.1.2, and 7.2rc0 are available now.
"""


@pytest.fixture
def mill(shelf: Shelve) -> Library:
    """Three weekly letters of millers."""
    return shelf(first=_FIRST, second=_SECOND, third=_THIRD)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("List the alpha, beta and rc pre-releases of 7.2.", ["7.2 Alpha 1", "Beta 0", "7.2 Beta 1", "7.2rc0"]),
        ("Which pre-releases of 7.2 were out?", ["7.2 Alpha 1", "Beta 0", "7.2rc0"]),
        ("Which betas of 7.2 were there?", ["Beta 0", "7.2 Beta 1"]),
        ("Which ziglang versions were reported?", ["zig to 0.14.2", "ziglang to 0.15.0"]),
        ("Which Zig versions were reported?", ["zig to 0.14.2", "ziglang to 0.15.0"]),
        ("How did the hopper version built into millctl evolve?", ["Built-in Hopper to 2.1.2", "hopper to v2.2.0"]),
    ],
)
def test_each_version_is_told(mill: Library, question: str, told: list[str]) -> None:
    answer = mill.ask(question)
    assert len(answer.claims) == len(told), answer.answer
    assert all(words in claim.text for words, claim in zip(told, answer.claims, strict=True))
    assert_holds(mill, answer)


@pytest.mark.parametrize(
    "question", ["Which release candidates of 7.3 were out?", "How did the hopper version built into ryectl evolve?"]
)
def test_versions_of_another_are_none(mill: Library, question: str) -> None:
    assert mill.ask(question).status is Status.NOT_FOUND


def test_what_one_issue_featured_stands_below_its_heading(mill: Library) -> None:
    answer = mill.ask("Which sieves were featured in the issue of May 9?")
    assert "Sieve 12: finer mesh" in answer.answer
    assert "Built-in Hopper" not in answer.answer
    assert mill.ask("Which sieves were featured in the issue of May 16?").status is Status.NOT_FOUND


def test_what_was_done_at_a_meeting_is_told_by_the_next_sentence(mill: Library) -> None:
    answer = mill.ask("What was discussed at the first millers' meeting?")
    assert "discussed the price of rye" in answer.answer
    assert_holds(mill, answer)
    assert "price of rye" not in mill.ask("What was decided at the first millers' meeting?").answer


def test_a_line_is_named_by_its_label(mill: Library) -> None:
    answer = mill.ask("Which stone update sessions at Millcon did the May 23 issue point to?")
    assert all(stone in answer.answer for stone in ("Granite", "Basalt", "Flint"))
    assert_holds(mill, answer)
    assert mill.ask("Which stone update sessions at Millcon did the May 16 issue point to?").status is Status.NOT_FOUND
