"""Lines with things called by letters and numbers: "CVE-2031-17", or whatever is so called, "which CVEs"."""

import re
from collections.abc import Callable

from ctassist.answering.lists.rows import Row
from ctassist.answering.lists.subjects import PUBLISHED
from ctassist.answering.terms import content, function_words, light_stems, stems
from ctassist.answering.understanding.framing import asking_stems
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.question import Question

_MARK = re.compile(r"(?<![\w-])(?P<mark>[A-Z]{2,}-\d{2,}(?:-\d+)*)(?!\w)")
"""What is called by letters and numbers: "CVE-2031-17"."""
_ASKED = (
    r"\b(?i:(?:which|what|list|name|show|give|all|every|any|the)\s+(?:(?:me|us|all|of|the|any|new|known|these)\s+)*)"
)
_MARKED = re.compile(rf"{_ASKED}(?:(?P<noun>(?:[\w-]+\s+){{1,4}})\()?(?P<letters>[A-Z]{{2,}})s\b(?(noun)\))")
"""Asks for what is called by such marks: "which CVEs", "which weak spots (CVEs)"."""
_UNSAID = re.compile(
    rf"\bby\s+(?:(?:a|its|their)\s+)?(?:number|name|mark|code|id|identifier)s?\b|\b(?:the|our|these|this)\s+{PUBLISHED}\b",
    re.IGNORECASE,
)
"""Says how a thing is named, or where, which no line needs to say."""
_LISTED = re.compile(r"\b(?:which|what|list|all|every)\s+(?:[\w-]+\s+){0,3}?[^\W\d_]+s\b", re.IGNORECASE)
_MENDING = stems(
    "fix fixed patch patched address addressed resolve resolved close closed mitigate plug remedy repair mend cure"
)


def marked_words(text: str) -> frozenset[str]:
    """The words by which a question means whatever has such a mark, "faults (CVEs)"; empty where it has none."""
    kind = _MARKED.search(text)
    return frozenset([f"{kind['letters']}s", *(kind["noun"] or "").split()]) if kind else frozenset()


def of_mark(question: Question) -> Callable[[Row], bool] | None:
    """Tells the lines that name a thing by its mark, those of its mending alone where that is asked for."""
    marks = {match["mark"] for match in _MARK.finditer(question.text)}
    if not marks and (kind := _MARKED.search(question.text)):
        return _of_marks(kind, question)
    if len(marks) != 1 or not _LISTED.search(question.text):
        return None
    named = re.compile(rf"(?<![\w-]){re.escape(marks.pop())}(?![\w-])")
    mends = not stems(question.text).isdisjoint(_MENDING)
    return lambda row: (
        bool(named.search(row.entry.text)) and (not mends or not stems(row.entry.text).isdisjoint(_MENDING))
    )


def _of_marks(kind: re.Match[str], question: Question) -> Callable[[Row], bool]:
    """Tells the lines with any mark of these letters, "CVE-2031-17", that have all else that is asked."""
    named = re.compile(rf"(?<![\w-]){re.escape(kind['letters'])}-\d{{2,}}")
    # Beside the mark the noun that it stands for need not be said.
    asked = _UNSAID.sub(" ", _MARKED.sub(" ", question.timeless or question.text))
    mends = not stems(asked).isdisjoint(_MENDING)
    plain = light_stems() | asking_stems() | stems(" ".join(function_words())) | _MENDING
    plain |= list_words("framing") | list_words("listing")
    rest = frozenset(token.stem for token in content(asked)) - plain

    def tells(row: Row) -> bool:
        said = stems(row.entry.text)
        return bool(named.search(row.entry.text)) and rest <= said and not (mends and said.isdisjoint(_MENDING))

    return tells
