"""Question files: one JSON object a line, each a question with what its answer must show."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ctassist.errors import UsageError

Alternatives = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One question and the requirements on its answer.

    ``facts`` are regular expressions of which one of each group must match the answer; ``forbid`` must not match.
    ``evidence`` are phrases of which one of each group must stand in a cited quote. ``needles`` are the same for lists,
    where ``optional`` phrases may be cited as well without losing precision.
    """

    id: str
    kind: str
    question: str
    history: tuple[str, ...]
    status: str
    facts: tuple[Alternatives, ...]
    forbid: tuple[str, ...]
    evidence: tuple[Alternatives, ...]
    needles: tuple[Alternatives, ...]
    optional: tuple[str, ...]


def read_cases(path: Path) -> list[Case]:
    """Reads a question file. Raises UsageError with file and line when it cannot be understood."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}): name a question file.") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8 text: save it again as UTF-8.") from None
    cases = [_case(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not cases:
        raise UsageError(f"{path} holds no questions; it takes one JSON object a line.")
    return cases


def _case(path: Path, number: int, line: str) -> Case:
    try:
        fields = json.loads(line)
        case = Case(
            id=str(fields.get("id", number)),
            kind=str(fields.get("kind", "question")),
            question=_text(fields["question"]),
            history=_texts(fields.get("history", [])),
            status=fields.get("status", "answered"),
            facts=_groups(fields.get("facts", [])),
            forbid=_texts(fields.get("forbid", [])),
            evidence=_groups(fields.get("evidence", [])),
            needles=_groups(fields.get("needles", [])),
            optional=_texts(fields.get("optional", [])),
        )
        for pattern in (*case.forbid, *(pattern for group in case.facts for pattern in group)):
            re.compile(pattern)
    except KeyError as error:
        raise UsageError(f"{path}, line {number}: the case has no {error}.") from None
    except (ValueError, TypeError, AttributeError, re.error) as error:
        raise UsageError(f"{path}, line {number} is not a case: {error}.") from None
    if case.status not in ("answered", "not_found"):
        raise UsageError(f"{path}, line {number}: status is {case.status!r}; a case expects answered or not_found.")
    return case


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text")
    return value


def _texts(values: Any) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise TypeError(f"{values!r} is not a list")
    return tuple(_text(value) for value in values)


def _groups(values: Sequence[Any]) -> tuple[Alternatives, ...]:
    return tuple(_texts(value) for value in values)
