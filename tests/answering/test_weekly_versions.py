"""A weekly of a project with versions: its schedule, lists of new versions, featured items, farewells and elections."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

_FIRST = """---
title: Week Ending March 2, 2031
---

## Gardener News

Polls for the Watering Council election are open until Friday, so please vote now.

old.seeds.example is moving to new.seeds.example; contact MossyFern, Bracken, or Sedge if this leaves beds bare.

## Season Schedule

**Next Deadline: Seed Freeze March 14**

It is time to get your beds ready for what will be in 3.4. This Thursday we count the spades in the freeze.

Cuttings for Trellis are due on Friday.

## Featured SDs

### #12: a hose for every bed

Hoses of Trellis now reach the far beds.

## Other Grafts

* Roses take cuttings
* Pears lean on poles
* Label the ferns

Test Beds: count the worms, weigh the moss

## Promotions

* Ferns to SA
* Moss to shade

## Version Updates

* watercan to 2.1.0
* ziglang to 0.12 in 3.3
* ziglang to 0.13 in 3.4
"""
_SECOND = """---
title: Week Ending March 9, 2031
---

## Gardener News

The Watering Council election is over, and Ana Roe, Bo Li, and Cy Ode have been elected.

Having joined that council, Cy Ode has stepped down from the Compost Panel, and Dee Fox will be taking his place.

Gardener Eli Marsh has left us unexpectedly. Eli was a tireless grower of pears and host of picnics for Trellis.

Fay Holt retires from the Moss Circle. Please join us in thanking Fay, who has made the sheds a joy for everyone.

Trellis version 3.3 "Brambles" is now available. 3.1 will be compost by the end of the month.

March 4 was the Pear Picnic. Here are some plot notes (for members):

* Talked over the moss
* Tasted the quinces

Ashes and 3.2 are no longer tended.

## Season Schedule

**Next Deadline: Root Freeze March 21**

3.4 is now in Seed Freeze, with 12 new beds.

The March cuttings have been moved to March 29th for the holiday, which means that the next deadline is this Monday.

## Featured SD

### #15: mulch by moonlight

Mulch is spread at night.

## Other Grafts

* Plums keep their leaves
* Stop counting slugs

## Promotions

* Figs to SA

## Version Updates

* ziglang to 0.14 in 3.3
* spade-kit to 1.26: https://sheds.example/spade-kit/releases/1.26
"""
_THIRD = """---
title: Week Ending March 16, 2031
---

## Gardener News

We need hands for the Trellis picnic.

Hal Orr has left the Fern Desk. He is succeeded on the Fern Desk by Ivy Penn.

Voting for the Mulch Board is open!

## Season Schedule

**Next Deadline: 3.4 Harvest, April 8th**

Both the 3.4 harvest and the cuttings have been postponed because of the late frost. Cuttings need warm hands.

**Next Deadline: 3.5 Season Begins, April 2**

**Next Deadline: Seeds Sorted / Plots Hoed / Labels Done, March 25**

We are now in 3.5 planning, with Gus Lane as season lead.

The call for beds is out. See the release page for all the dates of this cycle, expected to come out on June 11th.

## Version Updates

* rakes to 4.0
"""


@pytest.fixture
def beds(shelf: Shelve) -> Library:
    """Three weeks of gardeners whose Trellis has versions, a schedule and lists that repeat."""
    return shelf(first=_FIRST, second=_SECOND, third=_THIRD)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When was the Seed Freeze for 3.4?", "14 March"),
        ("When is Trellis 3.5 expected to come out?", "11 June"),
        ("When will Trellis 3.5 come out?", "11 June"),
        ("what's the planned release date of 3.5?", "11 June"),
        ("To which date were March's cuttings moved?", "29 March"),
        ("Which Zig version did Trellis 3.3 use according to the March 2 issue?", "0.12"),
        ("To which watercan version did Trellis itself move in March 2031?", "2.1.0"),
        ("To which version was watercan bumped?", "2.1.0"),
        (
            "Whom should I contact if the move of old.seeds.example to the new one leaves my tulips or beds bare?",
            "Sedge",
        ),
        ("Which three people won seats in the Watering Council election?", "Bo Li"),
        ("Who won the Watering Council election?", "Bo Li"),
        ("whose seat on the Compost Panel did Dee Fox get", "Cy Ode"),
        ("How did the newsletter remember Eli Marsh?", "tireless grower"),
        ("What was said in praise of Fay Holt?", "a joy for everyone"),
        ("When is Root Freeze?", "21 March"),
        ("When do the plots have to be hoed?", "25 March"),
        ("In the Watering Council election, who were the winners?", "Bo Li"),
        ("Name the newly elected members of the Watering Council", "Bo Li"),
        ("Who succeeded Hal Orr?", "Ivy Penn"),
        ("To which date did the 3.4 harvest slip?", "8 April"),
        ("The 3.4 harvest was planned for April 1. To which date did it slip, and for what reason?", "late frost"),
        ("When will 3.1 be compost?", "end of the month"),
        ("Which Trellis versions are no longer tended?", "3.2 are no longer"),
        ("When was Trellis 3.3 released?", "is now available"),
        ("When was 3.3 released?", "is now available"),
    ],
)
def test_what_a_weekly_tells_is_found(beds: Library, question: str, told: str) -> None:
    answer = beds.ask(question)
    assert answer.status is Status.ANSWERED, answer.answer
    assert told in answer.answer
    assert_holds(beds, answer)


def test_a_name_of_several_words_is_taken_together(beds: Library) -> None:
    root = beds.ask("When is the Root Freeze?").answer
    assert "21 March" in root
    assert "14 March" not in root
    seed = beds.ask("When was the Seed Freeze?").answer
    assert "14 March" in seed
    assert "spades" not in seed


def test_a_call_to_vote_tells_nobody_who_was_elected(beds: Library) -> None:
    assert "Polls" not in beds.ask("Who was elected to the Watering Council?").answer


def test_when_something_will_be_is_not_when_it_was_spoken_of(beds: Library) -> None:
    assert "9 to 15 March" not in beds.ask("When is the call for beds expected to end?").answer
    assert not beds.ask("When will Trellis 3.9 come out?").claims


def test_a_number_of_something_else_was_not_released(beds: Library) -> None:
    assert "spade-kit" not in beds.ask("When was 1.26 released?").answer


def test_the_same_is_asked_according_to_two_issues(beds: Library) -> None:
    answer = beds.ask(
        "Which Zig version did Trellis 3.3 use according to the March 2 issue, "
        "and which according to the March 9 issue?"
    )
    assert "0.12 in 3.3" in answer.answer
    assert "0.14 in 3.3" in answer.answer
    assert "Plums" not in answer.answer


def test_what_stands_below_a_heading_is_of_its_kind(beds: Library) -> None:
    answer = beds.ask("List all featured SDs since the beginning of March 2031.").answer
    assert "a hose for every bed" in answer
    assert "mulch by moonlight" in answer


def test_of_a_list_of_versions_those_asked_about_are_told(beds: Library) -> None:
    answer = beds.ask("To which ziglang versions was Trellis updated?").answer
    assert all(version in answer for version in ("0.12", "0.13", "0.14"))
    assert not any(other in answer for other in ("watercan", "spade-kit", "rakes"))


def test_what_else_there_is_leaves_out_what_the_asker_knows(beds: Library) -> None:
    answer = beds.ask("What else got grafted in the week ending March 2, 2031, besides the featured SD?").answer
    assert all(graft in answer for graft in ("Roses", "Pears", "Label"))
    assert "hose" not in answer
    assert "Plums" not in answer


def test_the_day_of_moving_is_not_the_new_day(beds: Library) -> None:
    assert "10 to 16 March" not in beds.ask("When were the cuttings postponed to?").answer.split("(")[0]


@pytest.mark.parametrize(
    "question",
    [
        "List the plot notes of the Pear Picnic",
        "Which plot notes of the Pear Picnic of 4 March did the newsletter give?",
        "What were the plot notes from the Pear Picnic?",
    ],
)
def test_a_list_is_found_by_what_its_announcement_calls_it(beds: Library, question: str) -> None:
    answer = beds.ask(question)
    assert [claim.text.split(" (")[0] for claim in answer.claims] == ["Talked over the moss", "Tasted the quinces"]


def test_of_a_list_those_with_the_name_asked_about_are_told(beds: Library) -> None:
    answer = beds.ask("What was promoted to SA in March 2031?").answer
    assert "Ferns" in answer
    assert "Figs" in answer
    assert "shade" not in answer


def test_whom_somebody_succeeded_is_not_who_came_after(beds: Library) -> None:
    assert beds.ask("Who succeeded Ivy Penn?").status is Status.NOT_FOUND


def test_what_is_open_has_not_ended(beds: Library) -> None:
    assert not beds.ask("When did voting for the Mulch Board end?").claims
    assert not beds.ask("Until when is voting for the Mulch Board open?").claims


@pytest.mark.parametrize(
    "question",
    [
        "How did the Zig version of 3.3 change between March 2 and March 9, 2031?",
        "Did the Zig version of 3.3 change between the March 2 and the March 9 issue?",
        "Compare the Zig version of 3.3 in the March 2 and March 9 issues",
    ],
)
def test_what_two_issues_tell_of_one_thing_is_compared(beds: Library, question: str) -> None:
    told = [claim.text.split(" (")[0] for claim in beds.ask(question).claims]
    assert told == ["ziglang to 0.12 in 3.3", "ziglang to 0.14 in 3.3"]


_RELEASES = """# Loom Letter, {month} 2031

## Tools

{lines}
"""


@pytest.fixture
def tools(shelf: Shelve) -> Library:
    """Two letters on tools of which one is called in two ways."""
    march = (
        "- js-heddle 0.4 was released, and reed-cli version 1.9 as well.\n- js-heddle 0.9 will be released in June.\n"
        "- Moving from js-heddle 0.3 to linen in an evening\n"
        "- A talk by Jo of heddle fame drew 0.5 thousand weavers."
    )
    return shelf(
        march=_RELEASES.format(month="March", lines=march),
        april=_RELEASES.format(
            month="April", lines="- JS Heddle 0.5 is out, which will bring peace.\n- reed-cli 2.0 is out."
        ),
    )


@pytest.mark.parametrize(
    "question", ["List every js-heddle release the letters report.", "Which js-heddle versions were released?"]
)
def test_all_versions_of_a_thing_are_those_that_lines_give_as_there(tools: Library, question: str) -> None:
    answer = tools.ask(question)
    assert [claim.text.partition(" (")[0] for claim in answer.claims] == [
        "js-heddle 0.4 was released, and reed-cli version 1.9 as well.",
        "JS Heddle 0.5 is out, which will bring peace.",
    ]
    assert_holds(tools, answer)


def test_the_versions_of_a_thing_in_their_course(tools: Library) -> None:
    told = tools.ask("How did the reed-cli version change between March and April 2031?").answer
    assert "version 1.9" in told
    assert "reed-cli 2.0" in told
    assert "JS Heddle" not in told


def test_what_has_no_versions_here_has_none_of_others(tools: Library) -> None:
    assert "0.4" not in tools.ask("Which shuttle versions were released?").answer
