"""Two figures of one archive side by side: "are there more focal points than working groups?"."""

import re
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.figures.composing import compose_indicators
from ctassist.answering.understanding.parsing import understand
from ctassist.answering.understanding.question import Question
from ctassist.model.answer import Status

_NUMBER = r"(?:the\s+)?(?:(?:total|overall)\s+)?(?:numbers?|counts?|totals?|figures?|amounts?)\s+(?:of|for)\s+"
_ITS = r"(?:(?:the\s+)?(?:numbers?|counts?|totals?|figures?|amounts?|that|those|one)\s+(?:of|for)\s+)"
_ONE = r"(?P<one>(?:the\s+)?[^,:;?]{3,60}?)"
_OTHER = r"(?P<other>(?:the\s+)?[^,:;?]{3,60}?)"
_END = r"\s*[?.!]*\s*$"
_WITH = r"(?:with|to|against|versus|vs\.?)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\bhow\s+(?:does|do|did|do\s+we\s+find)\s+{_NUMBER}{_ONE}\s+(?:compare[ds]?|relate|stand|measure\s+up)\s+{_WITH}\s+{_ITS}?{_OTHER}{_END}",
        rf"^\W*(?:please\s+|can\s+you\s+|could\s+you\s+)?compare\s+{_NUMBER}{_ONE}\s+(?:and|{_WITH})\s+{_ITS}?{_OTHER}{_END}",
        rf"\b(?:difference|gap|distance|ratio|proportion)\s+between\s+{_NUMBER}{_ONE}\s+and\s+{_ITS}?{_OTHER}{_END}",
        rf"^\W*{_NUMBER}{_ONE}\s+(?:compared\s+(?:to|with)|against|versus|vs\.?)\s+{_ITS}?{_OTHER}{_END}",
        r"\b(?:are|were)\s+there\s+(?:(?:many|far|much|any)\s+)?(?:more|fewer|less)\s+(?P<one>[^,:;?]{3,60}?)\s+(?:than|or)\s+"
        rf"{_OTHER}{_END}",
        rf"\bhow\s+many\s+(?:more|fewer|less)\s+(?P<one>[^,:;?]{{3,60}}?)\s+(?:(?:are|were)\s+there\s+)?than\s+{_OTHER}"
        rf"(?:\s+(?:are|were)\s+there)?{_END}",
        r"\b(?:what|which)\s+(?:are|were)\s+there\s+(?:more|fewer|most|less)\s+(?:of)?\s*[,:–—-]\s*"
        rf"{_ONE}\s+or\s+{_OTHER}{_END}",
        r"\b(?:what|which)\s+(?:number\s+|figure\s+)?(?:is|was)\s+(?:the\s+)?(?:larger|higher|bigger|greater|smaller|lower)(?:\s+one)?"
        rf"\s*[,:–—-]\s*(?:{_NUMBER})?{_ONE}\s+or\s+{_ITS}?{_OTHER}{_END}",
        rf"^\W*(?:do|does|did)\s+{_ONE}\s+outnumber\s+{_OTHER}{_END}",
    )
)
_TAIL = re.compile(r"\s+(?:in|at|of|for)\s+(?:the\s+)?[A-Z][^?]*$")
_LAST_BLANKS = re.compile(r"\s+(?:in|at|by|during|for|as\s+of|of)?\s*[?.!]*\s*$", re.IGNORECASE)
_HOW_FAR = re.compile(r"\b(?:how\s+many\s+(?:more|fewer|less)|differences?|gap|distance)\b", re.IGNORECASE)


def compose_two_figures(question: Question, context: Context) -> Draft | None:
    """Answers how two figures that a question names compare with both; None for others, and where one is not stated."""
    text = _LAST_BLANKS.sub("", question.timeless or question.text)
    match = next((found for form in _FORMS if (found := form.search(text))), None)
    if match is None:
        return None
    one, other = match["one"].strip(), match["other"].strip()
    tail = _TAIL.search(other)
    if tail and not re.search(r"[A-Z]", one):
        one += tail.group()  # "More chairs than reviewers in the Harbour Group" asks of that group alone.
    figures = [_figure(what, question, context) for what in (one, other)]
    lines = tuple(line for line in figures if line)
    if len(lines) < 2 or lines[0].evidence == lines[1].evidence:
        return None
    coverage = context.coverage(question, matched=2, shown=2)
    apart = _difference(lines) if _HOW_FAR.search(question.text) else ""
    return Draft(Status.ANSWERED, "", lines, apart, coverage)


def _figure(what: str, question: Question, context: Context) -> Line | None:
    """The one figure that some words mean, of the time that the question asks about."""
    asked = understand(f"How many {what} are there?", context.catalog, context.as_of)
    asked = replace(asked, interval=question.interval, times=question.times, document_ids=question.document_ids)
    draft = compose_indicators(asked, context)
    return draft.lines[0] if draft and draft.status is Status.ANSWERED and len(draft.lines) == 1 else None


_BOLD = re.compile(r"\*\*(?P<number>[\d,. ]*\d)\*\*")


def _difference(lines: tuple[Line, ...]) -> str:
    """How far two whole numbers lie apart, reckoned before the reader's eyes; empty where they are not such."""
    numbers = [found["number"] for line in lines if (found := _BOLD.search(line.text))]
    plain = [re.sub(r"[,. ]", "", number) for number in numbers]
    if len(numbers) < 2 or any(re.search(r"\.\d{1,2}$", number) for number in numbers):
        return ""
    larger, smaller = sorted(zip(map(int, plain), numbers, strict=True), reverse=True)
    return f"{larger[1]} - {smaller[1]} = {larger[0] - smaller[0]:,}"
