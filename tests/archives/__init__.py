"""Small invented reviews for tests: facts in plain sight, several layouts of them, and the truth computed from them.

Facts are data. ``invent`` makes an archive of one of three unlike organisations from a seed (the same seed, the same
archive), or a test states its own::

    from tests.archives import HARBOUR, Layout, invent, render, truth, write

    archive = invent(HARBOUR, seed=7, issues=4)
    folder = write(archive, tmp_path, Layout.BULLETS)      # issue-01.txt, issue-02.txt, …
    mixed = write(archive, tmp_path, *Layout)              # issue after issue in another layout
    text = render(archive.reviews[0], Layout.TORN)         # one issue as a string
    text = render(archive.reviews[0], Layout.BULLETS, Hand(short=False, month_first=True, year=True))

    start, end = date(2023, 1, 1), date(2023, 1, 31)
    expected = truth.activities(archive, start=start, end=end, by="WTO", place="Africa")
    assert all(line.topic in answer for line in expected)  # a line's topic stands once in the whole archive
    truth.holders(archive, "fog signals", "chair", on=date(2023, 6, 1))   # ("WTO",), or () before it was ever stated
    truth.figure(archive, "focal points", on=date(2023, 6, 1))            # as of the latest issue that says so
    truth.series(archive, "focal points")                                # [(review, 412), …]
    truth.statements(archive, speaker="Ana Reis")

A review written by hand, for a test that needs one thing only::

    wto = Organisation("WTO", "World Tide Office")
    lisbon = Place("Lisbon, Portugal", ("Lisbon", "Portugal", "Southern Europe", "Europe"))
    line = Line("tide tables", "held a workshop on", (wto,), (days(date(2023, 1, 9), date(2023, 1, 12)),), (lisbon,))
    review = Review("Harbour Review January-February 2023", period(2023, 1, months=2), lines=(line,))

``line.words`` is the sentence without its date, ``line.topic`` the words of it that every layout keeps together.
"""

from tests.archives import truth
from tests.archives.facts import (
    Archive,
    Figure,
    Group,
    Line,
    Organisation,
    Person,
    Place,
    Post,
    Review,
    Said,
    days,
    period,
    whole_month,
)
from tests.archives.invention import invent
from tests.archives.layouts import Layout, file_name, render, write
from tests.archives.profiles import HARBOUR, PROFILES, RIVERS, SEEDS, Profile
from tests.archives.writing import Hand

__all__ = [
    "HARBOUR",
    "PROFILES",
    "RIVERS",
    "SEEDS",
    "Archive",
    "Figure",
    "Group",
    "Hand",
    "Layout",
    "Line",
    "Organisation",
    "Person",
    "Place",
    "Post",
    "Profile",
    "Review",
    "Said",
    "days",
    "file_name",
    "invent",
    "period",
    "render",
    "truth",
    "whole_month",
    "write",
]
