"""What lists and answers leave out: charts, addresses, last days of vacancies, who came after instead of before."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status


@pytest.fixture
def letters(shelf: Shelve) -> Library:
    """Two issues with news, a chart, vacancies, what is to come, and an address below all of it."""
    may = (
        "# Fen Letter, May 2030\n\n## News\n\n- WTO met growers in Riga, Latvia (3 May)\n"
        "- Ana Roe took office as Director General of BPU, succeeding Bo Lind (4 May)\n"
        "- The Reed Prize of 2029 went to CSO (9 May)\n\n"
        "## Coming up\n\n- Deadline for entries to the Reed Prize: 30 June 2030\n"
    )
    july = (
        "# Fen Letter, July 2030\n\n## News\n\n- WTO opened a mast in Oslo, Norway (4 July)\n\n"
        "## Working groups (July 2030)\n\n**Secretariat**: BPU Support Branch\n\n"
        "## Coming up\n\n- Peat congress, Lima, Peru, 2 March 2031\n\n"
        "## Vacancies\n\n- Clerk, BPU, Riga (apply by 31 August 2030)\n"
        "- Pilot, WTO, Oslo (apply by 5 September 2030)\n\n"
        "> Contact box: Fen Secretariat, BPU, fen@letter.example\n"
    )
    return shelf(may=may, july=july)


def told(library: Library, question: str) -> list[str]:
    answer = library.ask(question)
    assert_holds(library, answer)
    return [claim.text for claim in answer.claims]


def test_a_line_of_a_chart_is_no_event_of_the_month_in_its_heading(letters: Library) -> None:
    (line,) = told(letters, "What happened in July 2030?")
    assert "opened a mast" in line


@pytest.mark.parametrize(
    "question",
    [
        "Which body provides the secretariat of the Letter now?",
        "Who is the secretariat?",
        "Who acts as secretariat?",
    ],
)
def test_a_label_says_who_does_the_work_of_a_body(letters: Library, question: str) -> None:
    (line,) = told(letters, question)
    assert "BPU Support Branch" in line


@pytest.mark.parametrize("question", ["Who is the bureau?", "Which body provided the secretariat in May 2030?"])
def test_what_no_label_says_is_not_told(letters: Library, question: str) -> None:
    assert "Support Branch" not in letters.ask(question).answer


@pytest.mark.parametrize(
    "question", ["Which events are coming up?", "upcoming events announced in the July 2030 letter"]
)
def test_until_when_a_post_is_open_is_no_event(letters: Library, question: str) -> None:
    (line,) = told(letters, question)
    assert "Peat congress" in line


def test_an_address_is_no_vacancy(letters: Library) -> None:
    lines = told(letters, "Which vacancies are advertised in the newest issue?")
    assert len(lines) == 2
    assert all("apply by" in line for line in lines)


@pytest.mark.parametrize(
    "question", ["Who was Director General of BPU before Bo Lind?", "Who won the 2030 Reed Prize?"]
)
def test_who_came_after_and_until_when_one_may_enter_answer_nobody(letters: Library, question: str) -> None:
    assert letters.ask(question).status is Status.NOT_FOUND


def test_who_came_before_is_told_by_the_one_who_came_after(letters: Library) -> None:
    (line,) = told(letters, "Who was Director General of BPU before Ana Roe?")
    assert "succeeding Bo Lind" in line


def test_figures_stated_in_running_text_are_figures(shelf: Shelve) -> None:
    library = shelf(
        year="# Fen Yearbook 2030\n\nJanuary-December 2030\n\n## The year in figures\n\n"
        "By 31 December the Union counted 16 member\n"
        "ports in 6 countries. Pilots trained: 3,870. Warnings issued:\n29,900. Metres of quay: 57,300.\n\n"
        "## News\n\n- WTO met growers in Riga, Latvia (3 May)\n",
    )
    assert "3,870" in library.ask("How many pilots were trained in 2030?").answer
    assert "29,900" in library.ask("How many warnings were issued?").answer


def test_a_town_in_somebodys_name_is_not_where_they_did_something(shelf: Shelve) -> None:
    may = (
        "# Oar Letter, May 2030\n\n## News\n\n- The Oslo Boat Unit (OBU) found two oars in Bergen (3 May)\n"
        "- The Aftvik Oar Museum (AOM) and OBU mended a mast in Riga (4 May)\n- CSO opened a shed in Oslo (5 May)\n"
        "- OBU and AOM held an evening for crews in Aftvik (6 May)\n"
    )
    library = shelf(may=may)
    (line,) = told(library, "What happened in Oslo?")
    assert "opened a shed" in line
    (line,) = told(library, "Which events were held in Aftvik?")
    assert "evening for crews" in line
