"""Which lines fall into the time of a list: by the dates they bear, by their last day, or by their issue."""

import re
from dataclasses import dataclass
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.terms import stems, table
from ctassist.answering.understanding.question import Question
from ctassist.extraction.dates import find_dates
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.time import Interval, Period, Precision

_SHORT_DAYS = 10
"""A line without a date in an issue of at most this many days is of the issue's last day."""

FORTNIGHT = 14
"""An issue of at most two weeks is told whole where just its days, or more than all of them, are asked for."""


@dataclass(frozen=True, slots=True)
class ListedTime:
    """The time asked for, and whether it is that of a deadline, or of the issues alone."""

    asked: Interval | None
    deadline: bool
    by_issue: bool
    periods: dict[str, Period | None]

    @staticmethod
    def of(question: Question, context: Context) -> "ListedTime":
        """The time of a question."""
        periods = {document.id: document.period for document in context.documents()}
        deadline = ListedTime.asks_for_deadline(question.text)
        return ListedTime(question.interval, deadline, _names_issues(question), periods)

    @property
    def covers_an_issue(self) -> bool:
        """Whether the days of a short issue are asked for, all of them: "in the week ending 3 May"."""
        return self.asked is not None and any(
            (period.start, period.end) == (self.asked.start, self.asked.end)
            for period in self.periods.values()
            if period is not None and period.start < period.end and period.interval.days <= FORTNIGHT
        )

    @staticmethod
    def asks_for_deadline(text: str) -> bool:
        """Tells whether a question speaks of a last day."""
        return bool(
            re.search(r"\bdeadlines?\b|\bclos(?:e|es|ing)\b.{0,20}\b(?:in|on|by|before|date)\b|\bdue\b", text, re.I)
        )

    @staticmethod
    def issue_nouns(question: Question) -> frozenset[str]:
        """Stems of the noun for the meeting of a day, whose minutes are meant: "at the board meeting of 3 May"."""
        match = _meeting_of_a_day(question)
        return stems(match["noun"]) if match else frozenset()

    def may_meet(self, document_id: str) -> bool:
        """Tells whether a document may have lines of the time: its issue is of it, or is dated around it."""
        return self.asked is None or self.periods[document_id] is not None

    def has_issue(self, document_id: str) -> bool:
        """Tells whether a document is an issue of the time asked for, or any where none is."""
        period = self.periods[document_id]
        return self.asked is None or (period is not None and self._in_issue(period.interval))

    def meets(self, entry: Entry[Item]) -> bool:
        """Tells whether a line is of the time asked for."""
        if self.asked is None:
            return True
        period = self.periods[entry.document_id]
        assert period is not None
        if self.by_issue:
            return self._in_issue(period.interval)
        text = " ".join(entry.text.split())
        found = [date for date in find_dates(text, period.interval) if date.interval.precision is not Precision.YEAR]
        if self.deadline:
            last = [date.interval for date in found if deadline_pattern().search(text[: date.span.start])]
            return any(self.asked.meets(interval) for interval in last)
        if found:
            return any(self.asked.meets(date.interval) for date in found)
        return self._in_issue(period.interval)

    def _in_issue(self, issue: Interval) -> bool:
        assert self.asked is not None
        if (issue.end - issue.start).days < _SHORT_DAYS:
            day_asked = (self.asked.end - self.asked.start).days < _SHORT_DAYS
            return issue.meets(self.asked) if day_asked else self.asked.contains(issue.end)
        return self.asked.start <= issue.start and issue.end <= self.asked.end


_ISSUE = r"(?:issues?|editions?|numbers?|newsletters?|bulletins?|minutes)"


_MEETING = r"(?:meetings?|sessions?|calls?|sittings?|assembly)"


def _names_issues(question: Question) -> bool:
    """Tells whether the time is that of issues: "in the issue of 3 May", "our May issues", "the section of May"."""
    if _meeting_of_a_day(question):
        return True
    time = re.escape(question.time_words)
    beside = (
        rf"\b{_ISSUE}\s+(?:of|from|for|dated|in|on)\s+(?:the\s+)?{time}|{time}\s+{_ISSUE}\b"
        rf"|\b(?:section|rubric|column)\s+(?:of|from|in)\s+(?:the\s+)?{time}"
    )
    within = rf"\b{_ISSUE}\s+(?:of|from|for|dated)\b|\b{_ISSUE}$"  # Words that frame a date belong to its span.
    return bool(question.time_words) and bool(
        re.search(beside, question.text, re.IGNORECASE) or re.search(within, question.time_words, re.IGNORECASE)
    )


def _meeting_of_a_day(question: Question) -> re.Match[str] | None:
    if question.interval is None or question.interval.precision is not Precision.DAY or not question.time_words:
        return None
    joint = r"(?:(?:of|from|for|dated|on|held)\s+){0,2}(?:the\s+)?"
    beside = rf"\b(?P<noun>{_MEETING})\W+{joint}{re.escape(question.time_words)}"
    return re.search(beside, question.text, re.IGNORECASE)


_DEADLINE = re.compile(r"\b(?:deadlines?|closing\s+dates?|due\s+dates?)\b", re.IGNORECASE)


def names_deadline(text: str) -> bool:
    """Tells whether a line names a last day: "Next deadline: …", "the deadline for papers is 3 May"."""
    return _DEADLINE.search(text) is not None


@cache
def deadline_pattern() -> re.Pattern[str]:
    """Finds words for a last day that end a text, a few others between, or any behind a colon: next comes the day."""
    words = "|".join(map(re.escape, table("lists")["deadlines"]))
    return re.compile(
        rf"\b(?:{words}|(?:extended|prolonged)\s+(?:to|till|through))\b(?::[^.;]*(?:\.\d[^.;]*)*|\W*(?:\w+(?:\.\d+)*\W+){{0,4}})$",
        re.IGNORECASE,
    )
