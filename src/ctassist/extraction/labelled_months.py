"""Reviews of a year told month by month: "January: …" to "December: …" under one heading are of one year.

Each month without its year lies nearest to its issue; in a January issue the first ones of a review of the last year
would so be those to come.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import groupby, pairwise

from ctassist.extraction.vocabulary import alternatives, months
from ctassist.model.records import Activity
from ctassist.model.time import Interval, Precision


def in_one_year(text: str, activities: Sequence[Activity]) -> Iterator[Activity]:
    """Yields the activities, those that months in a row label in the year of the last of them.

    So do the further sentences of their paragraphs. Only where the months run on while their years go back: a calendar
    that goes on past December does not.
    """
    for _, below in groupby(activities, key=lambda activity: activity.section):
        run = list(below)
        labelled = [activity for activity in run if _is_labelled(text, activity)]
        stated = [activity.intervals[0].start for activity in labelled]
        run_on = all(one.month <= other.month for one, other in pairwise(stated))
        goes_back = any(one.year > other.year for one, other in pairwise(stated))
        if not (run_on and goes_back):
            yield from run
            continue
        year = min(day.year for day in stated)
        times = {activity.intervals for activity in labelled}
        for activity in run:
            yield _moved(activity, year) if activity.intervals in times else activity


def _is_labelled(text: str, activity: Activity) -> bool:
    """Tells whether a line is labelled with a month alone."""
    times = activity.intervals
    alone = len(times) == 1 and times[0].precision is Precision.MONTH and times[0].start.month == times[0].end.month
    return alone and _label().match(activity.span.of(text)) is not None


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*{alternatives(months())}\.?[\s*_]*[:|–—]", re.IGNORECASE)


def _moved(activity: Activity, year: int) -> Activity:
    time = activity.intervals[0]
    month = time.start.month
    days = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return replace(activity, intervals=(Interval(*days, time.precision),))
