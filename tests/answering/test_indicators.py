"""Figures that recur from issue to issue, and what is reckoned with them."""

import pytest
from tests.answering.library import Library, Shelve
from tests.answering.rules import assert_holds

REVIEWS = {
    f"review_{year}": f"# Pond Review {year}\n\n## In figures\n\n| Figure | Number |\n|---|---|\n"
    f"| Wardens trained | {trained} |\n| Member ponds | {ponds} |\n"
    for year, trained, ponds in ((2031, 40, 80), (2032, 95, 88), (2033, 60, 100))
}


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("Repairs finished, issue by issue, March 2041", ["212", "187", "405"]),
        ("How many repairs were finished according to issue 42?", ["187"]),
        ("Number of repairs finished in the week reported on 3 April 2041?", ["240"]),
        ("the lowest weekly figure of finished repairs on record?", ["187"]),
        ("In which issue were the most repairs finished?", ["240"]),
        ("In which issue were the fewest repairs finished?", ["187"]),
        ("Which issue reported the highest number of finished repairs, and how many were they?", ["240", "44"]),
        ("Number of repairs finished in the last week?", ["240"]),
        ("How many repairs were finished last week?", ["240"]),
        ("How large is the kite register now?", ["3,196"]),
        ("Combien de réfections (repairs) selon le numéro 42 ?", ["187"]),
        ("Сколько ремонтов (repairs) завершено (finished) согласно выпуску от 3 апреля 2041 года?", ["240"]),
        ("according to the 13 Mar 2041 issue how many kites were new in the register?", ["21"]),
    ],
)
def test_a_figure_in_a_recurring_sentence_is_a_series(weekly: Library, question: str, figures: list[str]) -> None:
    answer = weekly.ask(question)
    assert all(figure in answer.answer for figure in figures), answer.answer
    assert_holds(weekly, answer)


def test_figures_of_unlike_times_are_not_ranked_together(weekly: Library) -> None:
    assert "405" not in weekly.ask("When was the number of finished repairs at its highest?").answer


def test_a_part_is_not_the_whole(weekly: Library) -> None:
    assert "3,131" not in weekly.ask("How many new kites were in the register in issue 42?").answer


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("In which review was the figure for wardens trained the highest?", "95** (2032"),
        ("When was the number of member ponds at its lowest, and what was it?", "80** (2031"),
        ("average number of wardens trained", "65"),
        ("By what percentage did member ponds grow from 2031 to 2033?", "+25.0 %"),
        ("Trend of member ponds, first issue to last", "80 → 100** (+20"),
        ("member ponds: show the trend 2031-2033", "80 → 100"),
        ("Please trace the growth of member ponds", "80 → 100"),
        ("How many member ponds are there at the moment?", "100"),
    ],
)
def test_figures_are_reckoned_with(shelf: Shelve, question: str, expected: str) -> None:
    library = shelf(**REVIEWS)
    answer = library.ask(question)
    assert expected in answer.answer, answer.answer
    assert_holds(library, answer)


def test_a_label_goes_before_a_heading_of_like_words(shelf: Shelve) -> None:
    texts = {
        f"review_{month}": f"# Pond Review {month} 2031\n\n## Support to island ponds\n\n- A sluice was mended.\n\n"
        f"## In figures\n\n- Island ponds supported: **{count}**\n"
        for month, count in (("March", 12), ("April", 17))
    }
    answer = shelf(**texts).ask("Island ponds supported in the March 2031 issue?")
    assert "12" in answer.answer
    assert "sluice" not in answer.answer


def test_the_first_and_the_last_issue_are_compared(weekly: Library) -> None:
    answer = weekly.ask("Compare the size of the register in the first issue (41) and the last (44)").answer
    assert "3,110" in answer
    assert "3,196" in answer


KILNS = {
    "kiln_march": "# Kiln Letter March 2031\n\n## In numbers\n\n- Member kilns: 40\n- Apprentices trained: 12\n"
    "- Tonnes of pots fired since 2028: 410\n- Virtual visits to the Kiln Letter gallery: 3,120\n\n## Goals\n\n"
    "- 2032 target for gifts: $45k (up 50%)\n\n## Events\n\n- 4 March: Apprentices of Delft were trained in glazing.\n"
    "- 6 March: Two member kilns of Delft shared a chimney.\n",
    "kiln_may": "# Kiln Letter May 2031\n\n## In numbers\n\n- Member kilns: 44\n- Apprentices trained: 19\n"
    "- Tonnes of pots fired since 2028: 444\n\n## Goals\n\n- Yearly goal for gifts increased to $50,000\n",
    "kiln_2031": "# Kiln Letter Annual Review 2031\n\n| Figure | 2031 | 2030 |\n|---|---|---|\n"
    "| Member kilns | 51 | 38 |\n| Apprentices trained | 70 | 61 |\n",
}


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("apprentices trained: March 2031 vs May 2031", ["**12**", "**19**"]),
        ("virtual visits to the gallery march 2031", ["3,120"]),
        ("how manny apprentices were trained in May 2031", ["**19**"]),
        ("How many apprentices trained does the Annual Review 2031 give?", ["**70**"]),
        ("How did the tonnage of pots fired since 2028 change from March 2031 to May 2031?", ["410", "444"]),
        ("Compare the goal for gifts in March 2031 with the one in May 2031", ["$45k", "$50,000"]),
        ("By how many has membership of kilns grown from March 2031 to May 2031 (member kilns)?", ["40", "44"]),
    ],
)
def test_a_label_is_asked_for_in_few_words_or_other_ones(shelf: Shelve, question: str, figures: list[str]) -> None:
    library = shelf(**KILNS)
    answer = library.ask(question)
    assert all(figure in answer.answer for figure in figures), answer.answer
    assert_holds(library, answer)


def test_those_who_did_something_are_no_figure_of_a_like_label(shelf: Shelve) -> None:
    assert "**12**" not in shelf(**KILNS).ask("Which apprentices were trained in March 2031?").answer


def test_a_figure_of_another_year_stands_for_none(shelf: Shelve) -> None:
    answer = shelf(**KILNS).ask("How many member kilns were there in 2029?")
    assert not answer.citations, answer.answer


def test_a_figure_belongs_to_the_group_of_its_document(shelf: Shelve) -> None:
    groups = {
        f"group_{name.lower()}": f"# Annual report 2031: {name} Group\n\n## Membership\n\n"
        f"- Primary mailing list member count: {count} (up 21%)\n- Chat channel members: {count + 500}\n"
        for name, count in (("Glaze", 56), ("Clay", 208))
    } | {"group_wood": "# Wood Group\n\nThe Wood Group keeps the wood of the kilns dry. It has a chat channel.\n"}
    library = shelf(**groups)
    assert "56 (up 21%)" in library.ask("How many were on the mailing list of the Glaze Group?").answer
    assert "208" in library.ask("Clay Group mailing list member count 2031").answer
    assert not library.ask("How many members are in the chat channel of the Wood Group?").citations
    assert not library.ask("Wood Group chat channel members 2031").citations


def test_figures_at_the_top_of_every_issue_keep_their_labels(shelf: Shelve) -> None:
    top = "# {month} Pond Letter\n\n## In numbers\n\n- **{barges}** Blue Barges\n- **{wardens}** Pond Wardens\n"
    counts = {"May": (310, 40), "June": (325, 44), "July": (341, 47), "August": (352, 51)}
    library = shelf(
        **{
            f"letter_{month.lower()}_2031": top.format(month=f"{month} 2031", barges=barges, wardens=wardens)
            for month, (barges, wardens) in counts.items()
        }
    )
    assert "**325**" in library.ask("How many blue barges were there in June 2031?").answer
    assert "**47**" in library.ask("Pond wardens, July 2031").answer
    course = library.ask("How has the number of blue barges grown over the issues?").answer
    assert all(figure in course for figure in ("310", "325", "341", "352")), course


def test_the_whole_that_an_archive_is_of_narrows_no_figure(shelf: Shelve) -> None:
    library = shelf(
        **KILNS, notes="# Notes\n\n## News\n\n- May 2030: The association of glaziers met in Riga, Latvia.\n"
    )
    figure = library.ask("How many member kilns were there?").answer
    assert library.ask("How many member kilns does the association have?").answer == figure
    assert not library.ask("How many spoons does the association have?").citations


_ISSUE = (
    "# Pond Letter\n\nPaper of the Alliance of Ponds · {month} 2031\n\n"
    "## In figures\n\n{figures}\n\n## News\n\n{news}\n"
)


@pytest.fixture
def ponds(shelf: Shelve) -> Library:
    """Three issues whose figures are called now this way, now that, and an event that is called almost like one."""
    return shelf(
        may=_ISSUE.format(
            month="May",
            figures="- Gauges reporting in the Alliance: 40\n- Lock visits: 310\n- Alerts through the Lock: 12",
            news="- First Lock Days in Riga, Latvia (3 May)",
        ),
        june=_ISSUE.format(
            month="June",
            figures="- Gauges reporting: 44\n- Visits to the lock: 390\n- Alerts through the Lock: 15",
            news="- WTO met growers (3 June)",
        ),
        july=_ISSUE.format(
            month="July",
            figures="- Gauges reporting: 47\n- Lock visits: 350\n- Alerts through the Lock: 11",
            news="- BPU met growers (3 July)",
        ),
    )


def test_a_series_counts_changes_across_the_wordings_of_its_label(ponds: Library) -> None:
    answer = ponds.ask("Did lock visits go down at some point?")
    assert [claim.text.rsplit(", ", 1)[-1] for claim in answer.claims[-2:]] == ["+80", "-40"]
    assert_holds(ponds, answer)


@pytest.mark.parametrize("question", ["How many gauges report to the Alliance?", "How many gauges are reporting?"])
def test_the_archives_own_name_in_one_label_is_not_wanted_in_others(ponds: Library, question: str) -> None:
    assert "47" in ponds.ask(question).answer


def test_half_of_a_name_in_a_label_counts_nothing_at_what_bears_the_name(ponds: Library) -> None:
    assert not ponds.ask("How many people took part in the first Lock Days?").claims


@pytest.mark.parametrize("follow", ["How many were there in May 2031?", "and how many did they have in May 2031?"])
def test_the_same_is_counted_at_another_time(ponds: Library, follow: str) -> None:
    assert [claim.text.split(" (")[0] for claim in ponds.ask(follow, "How many lock visits are there now?").claims] == [
        "Lock visits: **310**"
    ]


def test_the_same_is_counted_at_two_times(ponds: Library) -> None:
    answer = ponds.ask("How many lock visits are there now, and how many were there in May 2031?")
    assert ["350" in claim.text or "310" in claim.text for claim in answer.claims] == [True, True]


@pytest.fixture
def tides(shelf: Shelve) -> Library:
    """A review of an alliance of states, with figures that have states in their labels and others that have not."""
    return shelf(
        march=(
            "# Tidal Alliance in Review\n\nMarch-April 2031\n\n## The Alliance in figures\n\n"
            "- 61 Member States\n- 9 Regional organisations\n- 14 WTO country studies\n"
            "- 8,210 Visits to the CT Library\n\n## News\n\n"
            "- WTO ran a workshop on tide tables in Ghana (3 Mar)\n- BPU opened a harbour in Togo (9 April)\n"
        )
    )


@pytest.mark.parametrize(
    "question",
    [
        "How many countries took part in the Alliance?",
        "How many countries are part of the Tidal Alliance?",
        "How many nations belong to the Alliance?",
    ],
)
def test_states_are_counted_whatever_they_are_called_and_nothing_else_is(tides: Library, question: str) -> None:
    assert [claim.text for claim in tides.ask(question).claims] == ["Member States: **61** (March to April 2031)"]


def test_what_is_counted_is_the_head_of_a_label(tides: Library) -> None:
    assert "**14**" in tides.ask("How many country studies did WTO make?").answer
    assert not tides.ask("How many libraries are in the Alliance?").claims


def test_the_places_of_activities_are_no_members_of_the_whole(tides: Library) -> None:
    assert not tides.ask("Which countries are in the Alliance?").claims
    assert "Ghana" in tides.ask("Which countries took part in workshops?").answer


def _pond_figures(year: int, *labelled: str) -> str:
    rows = "".join(f"| {label} | {number} |\n" for label, number in (pair.split(": ") for pair in labelled))
    return f"# Pond Review {year}\n\n## In figures\n\n| Figure | Number |\n|---|---|\n{rows}"


def test_one_figure_is_one_course_whether_it_says_total_or_not(shelf: Shelve) -> None:
    library = shelf(
        review_2031=_pond_figures(2031, "Total wardens: 40"),
        review_2032=_pond_figures(2032, "wardens: 95"),
        review_2033=_pond_figures(2033, "total wardens: 100"),
    )
    answer = library.ask("How has the number of wardens grown?").answer
    assert "40 → 100** (+60" in answer
    assert "+55" in answer
    assert "+5 " in answer


def test_a_total_beside_its_part_is_another_figure(shelf: Shelve) -> None:
    library = shelf(
        review_2031=_pond_figures(2031, "Total wardens: 40", "Wardens: 10"),
        review_2032=_pond_figures(2032, "Total wardens: 95", "Wardens: 30"),
    )
    answer = library.ask("How has the number of wardens grown?").answer
    assert "+20" in answer
    assert "+85" not in answer
    assert "-65" not in answer


def test_another_figure_after_it_may_begin_with_what_looks_like_a_name(shelf: Shelve) -> None:
    figures = "- WTO harbour visits: 28\n- WTO TA permits: 842\n- Members: 12"
    library = shelf(page=f"# Quay Review May 2031\n\n## In figures\n\n{figures}\n")
    asked = "How many harbour visits by WTO?"
    assert [claim.text.split(" (")[0] for claim in library.ask("And TA permits?", asked).claims] == [
        "WTO TA permits: **842**"
    ]
    assert not library.ask("And TB permits?", asked).claims
