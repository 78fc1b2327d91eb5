"""Monthly circulars in prose with numbered titles, figures in one line, words by "she notes", minutes of a board."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

_HEAD = "# Seed Post {number} — {month} 2033\n\n*Monthly circular of the Federation of Seed Libraries (FSL)*\n\n"
_CHART = (
    "## Committees\n\n**Cold Store Committee** — Chairman: Jan de Wit (Zwolle); Secretary: Aoife Byrne (IPH)\n\n"
    "**Schools Committee** — Chairwoman: {chair}\n\n"
)


@pytest.fixture
def seeds(shelf: Shelve) -> Library:
    """Three circulars and minutes between them."""
    return shelf(
        post_41=_HEAD.format(number=41, month="January")
        + "## A word\n\nThis month Ottilie Brandt writes about frost. “Beans forgive nothing,” she notes.\n\n"
        "## News\n\nThe Crop Trust (CT) gave barley to the library of Ghent on 9 January.\n\n"
        "From 20 to 22 January IPH trained 33 teachers in Porto, Portugal.\n\n"
        "The library of Gdańsk exchanged 90 varieties of beetroot.\n\nZwolle reopened on 14 January.\n\n"
        "Jan de Wit was given the Order of the Spade.\n\n"
        + _CHART.format(chair="Inês Duarte (GSN)")
        + "## Figures\n\nSeed packets lent: 4,310. New borrowers: 212. Libraries open: 58.\n",
        post_42=_HEAD.format(number=42, month="February")
        + "## A word\n\nOttilie Brandt on storage: “A jar is a promise.”\n\n"
        "## News\n\nOn 3 February, CT opened a garden in Kraków, Poland.\n\n"
        "Zwolle was certified by IPH on 17 February.\n\n"
        + _CHART.format(chair="Marta Kowal (Gdańsk)")
        + "## Figures\n\nSeed packets lent: 5,120. New borrowers: 268. Libraries open: 58.\n\n"
        "## Coming up\n\n- 5 March: seed fair in Brussels\n- 21 March: lecture of IPH on beetles\n",
        board="# Board of the Federation of Seed Libraries: minutes of 10 February 2033\n\n"
        "In attendance: Ottilie Brandt, Jan de Wit\nExcused: Marta Kowal\n\n"
        "**Item 1. Accounts.** The board took note of the accounts.\n\n"
        "**Item 2. Fees.** The board rejected a rise of the fee.\n",
        post_43=_HEAD.format(number=43, month="March")
        + "## News\n\nDelegates elected Paul Ndiaye as President of the Federation on 24 March in Zwolle.\n\n"
        "“We get our hands dirty,” said President Paul Ndiaye.\n\n"
        + _CHART.format(chair="Marta Kowal (Gdańsk)")
        + "## Figures\n\nSeed packets lent: 9,874. New borrowers: 640. Libraries open: 61.\n",
    )


def told(library: Library, question: str) -> list[str]:
    """The claims of an answer."""
    answer = library.ask(question)
    assert_holds(library, answer)
    return [claim.text for claim in answer.claims]


def test_figures_in_one_line_are_read_each_with_its_label(seeds: Library) -> None:
    assert any("9,874" in claim for claim in told(seeds, "How many seed packets were lent in March 2033?"))
    course = " ".join(told(seeds, "How did the number of new borrowers develop?"))
    assert all(figure in course for figure in ("212", "268", "640"))


def test_an_issue_is_named_by_the_title_with_its_number(seeds: Library) -> None:
    claims = told(seeds, "What happened in Seed Post 42?")
    assert any("Kraków" in claim for claim in claims)
    assert not any("Porto" in claim or "Paul Ndiaye" in claim for claim in claims)


def test_what_an_issue_announces_is_dated_after_it(seeds: Library) -> None:
    claims = told(seeds, "Which events were announced in the February issue?")
    assert [claim.split(": ", 1)[1] for claim in claims] == [
        "seed fair in Brussels",
        "lecture of IPH on beetles",
    ]


def test_words_are_those_of_whom_the_paragraph_names(seeds: Library) -> None:
    claims = told(seeds, "What did Ottilie Brandt say?")
    assert len(claims) == 2
    assert "Beans forgive nothing" in claims[0]
    assert "A jar is a promise" in claims[1]


@pytest.mark.parametrize("question", ["Who is the president of the Federation?", "Who is the Federation's president?"])
def test_a_committee_is_not_what_the_publisher_is_called(seeds: Library, question: str) -> None:
    (claim,) = told(seeds, question)
    assert "Paul Ndiaye" in claim


def test_those_excused_are_told_apart_from_those_present(seeds: Library) -> None:
    (absent,) = told(seeds, "Who was excused from the board meeting of 10 February 2033?")
    assert "Marta Kowal" in absent
    assert "Jan de Wit" not in absent
    (present,) = told(seeds, "Who attended the board meeting of 10 February 2033?")
    assert "Jan de Wit" in present
    assert "Marta Kowal" not in present


def test_points_of_an_agenda_and_lists_of_those_present_are_no_happenings(seeds: Library) -> None:
    claims = told(seeds, "What took place between 10 and 12 February 2033?")
    assert not any(claim.endswith("Item 1.") or "In attendance" in claim for claim in claims)


def test_undated_news_among_dated_news_are_news(seeds: Library) -> None:
    assert any("beetroot" in claim for claim in told(seeds, "What was reported from Poland?"))
    assert any("Spade" in claim for claim in told(seeds, "What happened in January 2033?"))


def test_a_successor_who_is_nowhere_told_is_not_found(seeds: Library) -> None:
    assert seeds.ask("Who succeeded Jan de Wit as chairman?").status is Status.NOT_FOUND


def test_a_post_is_found_by_the_title_of_its_page(shelf: Shelve) -> None:
    library = shelf(
        friends="# Friends of the Wells\n\n## Board\n\n- Chair: Cem Varga\n- Treasurer: Sunniva Hale\n",
        letter="# Letter of the Wells, May 2031\n\n- WTO met growers in Riga, Latvia (3 May)\n",
    )
    assert told(library, "Who is the treasurer of the Friends?") == ["Treasurer: Sunniva Hale"]
