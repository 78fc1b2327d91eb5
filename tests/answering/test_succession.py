"""Who has a post now where charts of several issues differ in holders and in words, and since when."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

_HEAD = "# Reed Letter\n\nPaper of the Reed Alliance, {issue}\n\n"


@pytest.fixture
def reeds(shelf: Shelve) -> Library:
    """Three issues with charts of groups and of the board; a group's convener is followed by two leads."""
    return shelf(
        may_2031=_HEAD.format(issue="May 2031")
        + "## News\n\n- The General Assembly elected Ana Berg (WTO) as President (3 May)\n\n## Groups\n\n"
        "### Fog\n\n- Convener: Cem Aydin (BPU)\n- Secretary: Eli Marsh\n\n### Gas\n\n- Convener: Bo Lind (BPU)\n\n"
        "### Board\n\n- President: Ana Berg\n- Treasurer: Dot Ives\n- Secretary: Pia Holm\n",
        june_2031=_HEAD.format(issue="June 2031") + "## News\n\n- WTO met growers in Riga, Latvia (3 June)\n",
        july_2031=_HEAD.format(issue="July 2031")
        + "## Groups\n\n### Fog\n\n- Convener: Eli Marsh (WTO), since June 2031\n- Secretary: Lo Tan\n\n"
        "### Gas\n\n- Co-leads: Ida Roe (CSO), Bo Lind (BPU)\n\n"
        "### Board\n\n- President: Jo Poe\n- Treasurer: Al Roe\n- Secretary: Mo Dahl\n\n"
        "### Secretariat\n\n- Head: Una Vik\n- Deputy Head: Ole Brandt\n",
    )


def told(library: Library, *questions: str) -> str:
    """The claims of the answer to the last question, after the others."""
    *history, question = questions
    answer = library.ask(question, *history)
    assert_holds(library, answer)
    return " | ".join(claim.text for claim in answer.claims)


@pytest.mark.parametrize("question", ["Who convenes Gas?", "Who leads the Gas group?", "Who is the convener of Gas?"])
def test_two_leads_of_a_newer_chart_have_replaced_a_convener(reeds: Library, question: str) -> None:
    assert told(reeds, question) == "Co-leads: Ida Roe (CSO), Bo Lind (BPU)"


@pytest.mark.parametrize(
    "question",
    [
        "Who convenes Fog, and since when?",
        "Since when has Eli Marsh convened Fog?",
        "Who convenes Fog and who did before?",
    ],
)
def test_since_when_is_told_as_the_chart_says_it(reeds: Library, question: str) -> None:
    assert told(reeds, question).startswith("Convener (since June 2031): Eli Marsh (WTO)")


@pytest.mark.parametrize("follow", ["And before him?", "and before that?", "Who was it before?"])
def test_a_follow_up_asks_who_was_before(reeds: Library, follow: str) -> None:
    assert told(reeds, "Who convenes Fog?", follow) == "Former convener (last stated in May 2031): Cem Aydin (BPU)"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who is the secretary of the Alliance?", "Secretary: Mo Dahl"),
        ("Who is the treasurer of the Reed Alliance?", "Treasurer: Al Roe"),
        ("Who is President of the Alliance now?", "President: Jo Poe"),
    ],
)
def test_a_post_of_the_whole_is_that_of_its_board(reeds: Library, question: str, said: str) -> None:
    assert told(reeds, question) == said


@pytest.mark.parametrize("question", ["Who heads the Secretariat?", "Who is the head of the Secretariat?"])
def test_the_head_of_a_body_is_who_heads_it(reeds: Library, question: str) -> None:
    assert told(reeds, question) == "Head: Una Vik"


def test_posts_that_somebody_has_held_are_told_with_those_of_before(reeds: Library) -> None:
    posts = told(reeds, "Which posts has Eli Marsh held?")
    assert posts == "Secretary: Fog (last stated in May 2031) | Convener: Fog – Eli Marsh (WTO)"


@pytest.mark.parametrize("question", ["Why did Cem Aydin step down as convener of Fog?", "Why does Jo Poe preside?"])
def test_a_chart_gives_no_reason(reeds: Library, question: str) -> None:
    assert not reeds.ask(question).claims


@pytest.mark.parametrize("follow", ["And today?", "who does now?", "And who is it now?"])
def test_a_follow_up_asks_who_is_now(reeds: Library, follow: str) -> None:
    assert told(reeds, "Who convened Fog in May 2031?", follow) == "Convener: Eli Marsh (WTO)"


def test_a_post_is_asked_for_at_two_times(reeds: Library) -> None:
    assert told(reeds, "Who convened Fog in May 2031, and who does today?") == (
        "Convener: Cem Aydin (BPU) | Convener: Eli Marsh (WTO)"
    )


def test_a_post_that_the_body_called_like_the_whole_has_not_is_that_of_another(shelf: Shelve) -> None:
    pact = "# Fen Pact Letter, {month} 2031\n\n## Chart\n\n### Pact Council\n\n- Chair: WTO\n\n"
    pact += "### Secretariat\n\n- Executive Secretary: Ana Reis\n"
    library = shelf(**{month: pact.format(month=month.title()) for month in ("may", "june", "july")})
    assert told(library, "Who is the executive secretary of the Pact?") == "Executive secretary: Ana Reis"


def test_a_year_whose_review_leaves_out_the_chart_is_compared_by_its_issues(shelf: Shelve) -> None:
    chart = "# Fen Letter, {when}\n\n## Groups\n\n### Peat\n\n- Chair: WTO\n- Vice-Chairs: BPU, {other}\n"
    library = shelf(
        may=chart.format(when="May 2031", other="CSO"),
        year="# Fen Letter: Annual Review 2031\n\n## The year\n\n- WTO met growers in Riga, Latvia (3 May)\n",
        june=chart.format(when="June 2032", other="OLS"),
    )
    assert told(library, "Which vice-chairs changed between 2031 and 2032 in Peat?") == (
        "Peat, vice-chair: BPU, CSO → **BPU, OLS**"
    )


def test_a_co_chair_whom_the_newest_chart_leaves_out_is_not_told_beside_the_chair(shelf: Shelve) -> None:
    chart = "# Fen Letter, {when}\n\n## Groups\n\n### Peat\n\n- Chair: WTO\n- {other}\n"
    library = shelf(
        may=chart.format(when="May 2031", other="Co-Chair: BPU"),
        june=chart.format(when="June 2031", other="Vice-Chairs: BPU, CSO"),
    )
    assert told(library, "Who chairs Peat?") == "Chair: WTO | Vice-chairs: BPU, CSO"


@pytest.mark.parametrize(
    ("question", "told_"),
    [
        ("Who was Executive Director before Ms. Berg?", "Cem Aydin"),
        ("Who was Executive Director before Ana Berg?", "Cem Aydin"),
        ("Who was Treasurer before Ms. Berg?", None),
        ("Who was Executive Director before Cem Aydin?", None),
    ],
)
def test_who_bore_a_title_before_somebody_is_told_by_that_title_alone(
    shelf: Shelve, question: str, told_: str | None
) -> None:
    library = shelf(
        may_2031=_HEAD.format(issue="May 2031")
        + "## Voices\n\n> “Reeds hold the bank.”\n> — Mr. Cem Aydin, Executive Director, in Riga, 3 May\n",
        june_2031=_HEAD.format(issue="June 2031")
        + "## Voices\n\n> “Punts need poles.”\n> — Ms. Ana Berg, Executive Director, in Oslo, 4 June\n",
    )
    answer = library.ask(question)
    names = {name for name in ("Cem Aydin",) if name in answer.answer}
    assert names == ({told_} if told_ else set()), answer.answer
