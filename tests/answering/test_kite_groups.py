"""Groups of kite makers: who is in two bodies, what two pages share, labels over all reports, days, sizes, teams."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, open_library
from tests.answering.rules import assert_holds

FILES = {
    "sails/README.md": """# Sails Special Interest Group

## Meetings

* Sails dye meeting: [Mondays at 15:00](https://example.org/a) (weekly)
* SIG Sails meeting: [Thursdays at 9:00](https://example.org/b) (biweekly)

## Leadership

### Chairs

* Ana Roe (**[@aroe](https://example.org/aroe)**), Loft
* Bo Lind (**[@blind](https://example.org/blind)**), Spar

## Contact

- Chat: [#sails](https://example.org/chat/sails)
- Forge Teams:
    - [@kites/sails](https://example.org/teams/sails) - General Discussion
    - [@kites/sails-leads](https://example.org/teams/sails-leads) - Leads
- Steering Committee Liaison: Cem Aydin (**[@caydin](https://example.org/caydin)**)

## Working Groups

The following working groups are sponsored by sig-sails:
* [WG Dyes](/wg-dyes)
* [WG Paper](/wg-paper)
* [WG Silk](/wg-silk)

## Subprojects

### silk-loom

- **Owners:**
  - [kites/silk-loom](https://example.org/silk-loom)
  - [kites/kites/pkg/silk](https://example.org/pkg/silk)
- **Contact:**
  - Chat: [#silk-loom](https://example.org/chat/silk-loom)

### kites-dye

- **Owners:**
  - [kites/dye](https://example.org/dye)

## Details

### Links

* Public Sails Chat: https://example.org/sig-sails/details/
  * Get an invitation to join here: https://example.org/invite
  * Our channel is sails
""",
    "network/README.md": """# Network Special Interest Group

## Meetings

* Knots meeting: [Thursdays at 8:00](https://example.org/c) (monthly)
* SIG Network triage: [Fridays at 8:00](https://example.org/d) (weekly)

## Leadership

### Chairs

* Dot Ives (**[@dives](https://example.org/dives)**), Loft

### Technical Leads

* Gil Otter (**[@gotter](https://example.org/gotter)**), Spar

## Contact

- Steering Committee Liaison: Cem Aydin (**[@caydin](https://example.org/caydin)**)

## Working Groups

The following working groups are sponsored by sig-network:
* [WG Knots](/wg-knots)
* [WG Paper](/wg-paper)
* [WG Silk](/wg-silk)
""",
    "safety/README.md": """# Safety Response Committee

## Members

* Ana Roe (**[@aroe](https://example.org/aroe)**), Loft
* Eli Marsh (**[@emarsh](https://example.org/emarsh)**), Spar
* Fay Noor (**[@fnoor](https://example.org/fnoor)**), Loft
""",
    "sails/annual-report-2031.md": """# 2031 Annual Report: SIG Sails

## Membership

- Primary mailing list member count: 640
- Unique reviewers for packages: 41

## Subprojects

**New in 2031:**
- dye-table
- paper-press

**Retired in 2031:**
- wax-bench

**Continuing:**
- silk-loom

## Working groups

**New in 2031:**
- Dyes

**Continuing:**
- Paper
""",
    "network/annual-report-2031.md": """# 2031 Annual Report: SIG Network

- Hal Pitt stepped down as Chair, Dot Ives became new Chair (joining Gil Otter, who remained a Chair)

## Membership

- Primary mailing list member count: 210
- Unique reviewers for packages: 12

## Subprojects

**Continuing:**
- rope-walk
- knot-book
""",
    "lines/annual-report-2031.md": """# 2031 Annual Report: SIG Lines

## Membership

- Primary mailing list member count: 95

## Subprojects

**New in 2031:**
- None

**Retired in 2031:**
- None

**Continuing:**
- spools
""",
    "lines/annual-report-2030.md": """# 2030 Annual Report: SIG Lines

## Subprojects

**New in 2030:**
- spools

**Continuing:**
- reels
""",
}


@pytest.fixture(scope="module")
def kites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("kites")
    for name, text in FILES.items():
        path = folder / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    library = open_library(folder)
    yield library
    library.archive.close()


def test_a_team_of_leads_is_nobody_who_leads(kites: Library) -> None:
    answer = kites.ask("For which groups is Cem Aydin the Steering Committee liaison?")
    assert {claim.text for claim in answer.claims} == {
        "Liaison: Sails Special Interest Group",
        "Liaison: Network Special Interest Group",
    }
    assert_holds(kites, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Which chair of SIG Sails also sits on the Safety Response Committee?",
        "Who is both a chair of SIG Sails and a member of the Safety Response Committee?",
        "Who sits on the Safety Response Committee and is also a chair of SIG Sails?",
    ],
)
def test_who_has_posts_in_two_bodies_is_found_by_both(kites: Library, question: str) -> None:
    answer = kites.ask(question)
    assert len(answer.claims) == 1
    assert answer.claims[0].text.startswith("Ana Roe (Loft)")
    assert len(answer.claims[0].citations) == 2


def test_where_nobody_is_in_both_bodies_nobody_is_told(kites: Library) -> None:
    asked = "Is any chair of SIG Network also a member of the Safety Response Committee?"
    assert kites.ask(asked).status == "not_found"


def test_a_page_without_a_date_tells_since_when_of_nobody(kites: Library) -> None:
    assert kites.ask("Since which date has Dot Ives been a chair of SIG Network?").status == "not_found"


def test_what_stands_below_a_link_with_the_name_of_the_group_is_no_list_of_its_groups(kites: Library) -> None:
    answer = kites.ask("Working groups sponsored by SIG Sails?")
    assert [claim.text for claim in answer.claims] == ["WG Dyes", "WG Paper", "WG Silk"]


@pytest.mark.parametrize(
    "question",
    [
        "Which working groups are sponsored by both SIG Sails and SIG Network?",
        "What working groups do SIG Sails and SIG Network have in common?",
        "Which working groups do SIG Sails and SIG Network share?",
        "Which working groups do both SIG Sails and SIG Network sponsor?",
    ],
)
def test_what_two_pages_have_in_common_is_what_both_list(kites: Library, question: str) -> None:
    answer = kites.ask(question)
    assert [claim.text for claim in answer.claims] == ["WG Paper", "WG Silk"]
    assert all(len(claim.citations) == 2 for claim in answer.claims)


@pytest.mark.parametrize(
    "question", ["Over all groups, which subprojects were new in 2031?", "Which new subprojects were there in 2031?"]
)
def test_what_is_new_is_listed_over_the_reports_of_all_groups(kites: Library, question: str) -> None:
    told = " ".join(claim.text for claim in kites.ask(question).claims)
    assert "dye-table" in told
    assert "paper-press" in told
    assert not any(other in told for other in ("silk-loom", "rope-walk", "spools", "None"))


def test_what_goes_on_is_not_new(kites: Library) -> None:
    assert kites.ask("Which subprojects of SIG Network were new in 2031?").status == "not_found"


def test_a_group_named_by_a_noun_for_bodies_keeps_its_reports_to_itself(kites: Library) -> None:
    answer = kites.ask("Which subprojects were retired in 2031?")
    assert [claim.text for claim in answer.claims] == ["Retired in 2031: wax-bench (2031 Annual Report: SIG Sails)"]


def test_a_schedule_is_asked_by_the_day_of_the_week(kites: Library) -> None:
    answer = kites.ask("Which meetings of SIG Network take place on Thursdays?")
    assert [claim.text.split(":")[0] for claim in answer.claims] == ["Knots meeting"]
    answer = kites.ask("Which SIG Sails meetings are held on Mondays?")
    assert [claim.text.split(":")[0] for claim in answer.claims] == ["Sails dye meeting"]
    assert len(kites.ask("Which meetings take place on Thursdays?").claims) == 2


@pytest.mark.parametrize(
    "question",
    [
        "Which had the bigger mailing list in 2031, SIG Sails or SIG Network?",
        "Whose mailing list was larger in 2031, SIG Sails or SIG Network?",
        "Did SIG Sails have a bigger mailing list than SIG Network in 2031?",
    ],
)
def test_the_size_of_what_two_have_is_compared_by_the_figures_of_both(kites: Library, question: str) -> None:
    answer = kites.ask(question)
    assert "**640**" in answer.answer
    assert "**210**" in answer.answer
    assert_holds(kites, answer)


def test_more_of_one_than_of_the_other_is_told_by_both_figures(kites: Library) -> None:
    answer = kites.ask("Did SIG Sails have more reviewers than SIG Network in 2031?")
    assert "**41**" in answer.answer
    assert "**12**" in answer.answer


@pytest.mark.parametrize(
    "question",
    ["What happened to the wax-bench subproject?", "When was wax-bench retired?", "What became of wax-bench?"],
)
def test_what_became_of_a_thing_is_the_label_it_stands_below(kites: Library, question: str) -> None:
    answer = kites.ask(question)
    assert [claim.text for claim in answer.claims] == ["Retired in 2031: wax-bench (2031 Annual Report: SIG Sails)"]
    assert_holds(kites, answer)


def test_what_went_on_was_not_retired(kites: Library) -> None:
    assert not any("silk-loom" in claim.text for claim in kites.ask("When was silk-loom retired?").claims)


def test_how_a_role_changed_is_told_by_reports_and_by_the_newest_page(kites: Library) -> None:
    answer = kites.ask("How has Gil Otter's role in SIG Network changed since 2031?")
    assert "remained a Chair" in answer.claims[0].text
    assert answer.claims[-1].text.startswith("Technical lead")
    assert not any("Ana Roe" in claim.text for claim in answer.claims)


def test_the_posts_of_one_in_a_body_are_not_those_of_the_body(kites: Library) -> None:
    answer = kites.ask("Which roles does Gil Otter have in SIG Network?")
    assert len(answer.claims) == 1
    assert "Dot Ives" not in answer.answer


def test_a_slip_in_the_name_of_a_group_is_mended(kites: Library) -> None:
    assert "Ana Roe" in kites.ask("Who are the chairs of SIG Sials?").answer
    assert "Dot Ives" in kites.ask("Who chairs SIG Netwrok?").answer
    assert kites.ask("Who chairs SIG Masts?").status == "not_found"


def test_the_code_of_a_thing_is_listed_below_its_heading(kites: Library) -> None:
    answer = kites.ask("What code does the silk-loom subproject of SIG Sails own? Give me every path.")
    assert [claim.text for claim in answer.claims] == ["kites/silk-loom", "kites/kites/pkg/silk"]
    assert [claim.text for claim in kites.ask("Which repositories does the dye subproject own?").claims] == [
        "kites/dye"
    ]


def test_where_the_people_of_a_thing_are_reached_stands_below_its_heading(kites: Library) -> None:
    answer = kites.ask("On which channel can I reach the people of the silk-loom subproject?")
    assert [claim.text for claim in answer.claims] == ["Chat: #silk-loom"]
