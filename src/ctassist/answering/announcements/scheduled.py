"""Which version a schedule leads to: a line of it need not say so, when its section does, issue after issue."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from ctassist.answering.context import Context
from ctassist.answering.lists.rows import Row
from ctassist.answering.terms import stems

_BRANCH = re.compile(r"(?<![\w.])v?(?P<number>\d+\.\d+)(?![\w]|\.\d)")
"""A version to come, "4.2"; "4.2.1" is one of those that mend it."""
_IN_TEXT = re.compile(r"(?<![\d.])v?(?P<number>\d+\.\d+)(?!\w|\.\d)")
_WORDS = stems("release version cycle milestone schedule")


@dataclass(frozen=True, slots=True)
class Schedule:
    """The version whose schedule is asked for, and the stems that only say that it is one."""

    number: str
    stems: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Self | None:
        """The schedule a question asks for: "the 4.2 deadlines"; None where it names no version, or several."""
        numbers = {match["number"] for match in _BRANCH.finditer(text)}
        if len(numbers) != 1:
            return None
        number = numbers.pop()
        return cls(number, stems(number) | _WORDS | {number, f"v{number}"})

    def lines(self, rows: Sequence[Row], context: Context) -> frozenset[int]:
        """The lines that belong to it: each names the version, or none, and its section is of it.

        What a section is of it says itself; one that names no version is of that of the issues before and after it,
        where they agree.
        """
        found: list[int] = []
        courses: dict[tuple[str, ...], list[tuple[date, str, frozenset[str]]]] = {}
        for row in rows:
            section = row.entry.record.section
            if own := _numbers(row.entry.text):
                if own == {self.number}:
                    found.append(row.entry.id)
                continue
            if section not in courses:
                courses[section] = _course(section, context)
            if _stated(courses[section], row.entry.document_id) == {self.number}:
                found.append(row.entry.id)
        return frozenset(found)


def _course(section: tuple[str, ...], context: Context) -> list[tuple[date, str, frozenset[str]]]:
    """The versions that stand under a heading, issue by issue, in their order.

    A schedule leads to the newest one: lower numbers than those of earlier issues are of what is out already.
    """
    said: dict[str, set[str]] = {}
    for entry in context.view.items({document.id for document in context.documents()}):
        if entry.record.section == section:
            said.setdefault(entry.document_id, set()).update(_numbers(entry.text))
    periods = ((document, context.document(document).period) for document in said)
    course: list[tuple[date, str, frozenset[str]]] = []
    newest: tuple[int, ...] = ()
    for day, document in sorted((period.end, document) for document, period in periods if period):
        numbers = frozenset(number for number in said[document] if _parts(number) >= newest)
        newest = max((newest, *map(_parts, numbers)))
        course.append((day, document, numbers))
    return course


def _parts(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.split(".")))


def _stated(course: Sequence[tuple[date, str, Collection[str]]], document: str) -> Collection[str]:
    at = next((at for at, (_, other, _) in enumerate(course) if other == document), None)
    if at is None:
        return ()
    if course[at][2]:
        return course[at][2]
    before = next((numbers for _, _, numbers in reversed(course[:at]) if numbers), None)
    after = next((numbers for _, _, numbers in course[at:] if numbers), None)
    if before is None or after is None:
        return ()
    # "Merge it now or punt it to 4.3" still speaks of the schedule of 4.2.
    return before if before == after or (len(before) == 1 and set(before) < set(after)) else ()


def _numbers(text: str) -> frozenset[str]:
    return frozenset(match["number"] for match in _IN_TEXT.finditer(text))
