"""Lines in which several things stand side by side: who speaks for whom, figures at the edges of a year."""

from tests.extraction.shown import figures, items, roles, taken


def test_a_speaker_with_the_organisation_in_brackets_is_read() -> None:
    source = """# Bell Review
**July – August 2031**

### What heads said

* Roe (BU): "I leave longer ropes than I found, and a better list" (3 July)
* Lind-Amsel (Ringers' League): "Bronze that arrives late is history" (16 Aug.)
"""
    said = taken(source, "review.md")[1].statements
    assert [(one.speaker, one.organisation, str(one.interval and one.interval.start)) for one in said] == [
        ("Roe", "BU", "2031-07-03"),
        ("Lind-Amsel", "Ringers' League", "2031-08-16"),
    ]


def test_name_title_organisation_and_day_behind_a_dash_are_told_apart() -> None:
    source = """<html><body><h1>Bell Review</h1><p>May–June 2031</p><h2>Said</h2>
<blockquote><p>“A tower is no stack of stones.” — Ana Roe, President, Union of Founders (UBF), 29 May</p></blockquote>
<blockquote><p>“We count strokes and forget ears.” — Bo Lind, Executive Director, RL, 5 June</p></blockquote>
</body></html>"""
    said = taken(source, "review.html")[1].statements
    told = {(one.speaker, one.title, one.organisation) for one in said}
    assert told == {
        ("Ana Roe", "President", "Union of Founders"),
        ("Bo Lind", "Executive Director", "RL"),
    }


def test_the_column_of_the_end_of_the_year_has_the_figures_of_a_yearly_review() -> None:
    source = """# Bell Annual Review 2031

## The year in figures

| | start of year | end of year |
|---|---|---|
| Member towers | 60 | 67 |
| Ringers | 398 | 521 |
"""
    assert figures(source, "bell_annual_review_2031.md") == [("Member towers", 67), ("Ringers", 521)]


def test_who_hosts_a_secretariat_is_not_its_name() -> None:
    chart = "BELL SECRETARIAT\n\nHosted by BU in Ghent, Belgium\n\nCoordinator: Ana Roe"
    source = f"Bell Review January-February 2031\n\n{chart}\n\nEND\n\nOne."
    assert roles(source) == [("BELL SECRETARIAT", "coordinator", "Ana Roe")]


def test_a_subtitle_with_the_months_of_the_issue_is_no_activity() -> None:
    source = """# Bell Annual Review 2031

*Twelve months of the Bell Union (BU), January to December 2031.*

## Milestones

- BU opened a foundry in Ghent (3 May)
"""
    found = taken(source, "bell_annual_review_2031.md")[1]
    assert len(found.activities) == 1
    assert any(words.startswith("Twelve months") for words in items(source, "bell_annual_review_2031.md"))
