"""Composes which of two things had more of something: the number of each, from its own line."""

import re
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.figures.composing import compose_indicators
from ctassist.answering.passages.composing import compose_passages
from ctassist.answering.understanding.parsing import understand
from ctassist.answering.understanding.question import Question
from ctassist.model.answer import Status

_MORE = re.compile(
    r"\b(?:more|most|fewer|fewest|less|least)\s+(?!(?:often|active|activ|frequent|busy|important|recent)\w*\b)"
    r"(?P<what>[^\W\d_]+(?:\s+[^\W\d_]+){0,3}?)(?:\s*[,:–—]|\s+[-–—])\s*(?:at\s+|in\s+)?(?P<one>[^,?]+?)\s+or\s+(?:at\s+|in\s+)?(?P<other>[^,?]+?)\s*\??\s*$",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"^\W*(?:does|did|do|has|had|have)\s+(?P<one>[^,?]{2,60}?)\s+(?:have\s+)?(?:more|fewer|less)\s+(?P<what>[^\W\d_]+(?:\s+[^\W\d_]+){0,3}?)"
    r"\s+than\s+(?P<other>[^,?]{2,60}?)(?P<when>\s+(?:in|at|by|during|for|as\s+of)\s+(?:the\s+)?(?:\w+\s+){0,3}?(?:19|20)\d\d)?\s*\??\s*$",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"^\W*(?:compare\s+)?(?P<one>[^,:?]{2,60}?)\s+(?:against|versus|vs\.?|compared\s+(?:to|with)|next\s+to)\s+(?P<other>[^,:?]{2,60}?)"
    r"(?:\s*[,:–—]|\s+[-–—])\s*(?:the\s+)?(?:number\s+of\s+|how\s+many\s+)?(?P<what>[^\W\d_]+(?:\s+[^\W\d_]+){0,2}?)"
    r"(?P<when>\s+(?:in|at|by|during|for|as\s+of)\s+.{3,40}?)?\s*[?.]*\s*$",
    re.IGNORECASE,
)
"""Names two and what is to be counted of both: "the Docs team against the Web team: reviewers in 2031?"."""
_WHEN = r"(?P<when>\s+(?:in|at|by|during|for|as\s+of)\s+(?:the\s+)?(?:\w+\s+){0,3}?(?:19|20)\d\d)?"
_NUMBER = r"(?:(?:number|count|total)s?\s+of\s+)?(?P<what>[^\W\d_]+(?:\s+[^\W\d_]+){0,4}?)"
_OF_BOTH = re.compile(
    rf"^\W*(?:please\s+)?compare\s+(?:the\s+)?{_NUMBER}\s+(?:of|for|in|at|between)\s+(?P<one>[^,:?]{{2,60}}?)"
    rf"\s+(?:and|with|to|against|versus|vs\.?)\s+(?P<other>[^,:?]{{2,60}}?){_WHEN}\s*[?.!]*\s*$",
    re.IGNORECASE,
)
"""Names what is counted of two first: "compare the reviewer counts of the Docs team and the Web team in 2031"."""
_SIZED = (
    r"(?:bigger|biggest|larger|largest|smaller|smallest|higher|highest|lower|lowest|greater|greatest|longer|shorter)"
)
_THING = r"(?P<what>[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*){0,4}?)"
_IN_YEAR = r"(?P<when>\s+(?:in|at|by|during|for|as\s+of)\s+(?:the\s+)?(?:\w+\s+){0,3}?(?:19|20)\d\d)?"
_TWO = r"(?:\s*[,:–—]|\s+[-–—])\s*(?P<one>[^,?]+?)\s+or\s+(?P<other>[^,?]+?)\s*\??\s*$"
_SIZES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"^\W*(?:which|who|what)\b[^,?]*?\b(?:the\s+)?{_SIZED}\s+{_THING}{_IN_YEAR}{_TWO}",
        rf"^\W*whose\s+{_THING}\s+(?:is|was|were|are)\s+(?:the\s+)?{_SIZED}{_IN_YEAR}{_TWO}",
        rf"^\W*(?:does|did|do|has|had)\s+(?P<one>[^,?]{{2,60}}?)\s+(?:have\s+)?(?:a\s+|the\s+)?{_SIZED}\s+{_THING}"
        rf"\s+than\s+(?P<other>[^,?]{{2,60}}?){_IN_YEAR}\s*\??\s*$",
        rf"^\W*(?:is|was|were|are)\s+(?:the\s+)?{_THING}\s+of\s+(?P<one>[^,?]{{2,60}}?)\s+{_SIZED}\s+than\s+"
        rf"(?:(?:that|those|the\s+one)\s+of\s+)?(?P<other>[^,?]{{2,60}}?){_IN_YEAR}\s*\??\s*$",
    )
)
"""Name two and the thing of theirs whose size is asked for: "Which had the bigger crew in 2031, A or B?"."""
_COUNT = re.compile(r"\s+(?:counts?|numbers?|totals?|figures?)$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ONLY_YEAR = re.compile(r"(?:(?:the|that|one|of|in)\s+)*(?P<year>(?:19|20)\d\d)(?:\s+one)?", re.IGNORECASE)


def compose_rivals(question: Question, context: Context) -> Draft | None:
    """Answers which of two had more with the number of each; None for other questions, or when one has none."""
    match = next((m for p in (_MORE, _THAN, _AGAINST, _OF_BOTH, *_SIZES) if (m := p.search(question.text))), None)
    if not match:
        return None
    when = match.groupdict().get("when") or ""
    one, other = match["one"].strip(), match["other"].strip()
    if (short := _ONLY_YEAR.fullmatch(other)) and len(_YEAR.findall(one)) == 1:
        other = _YEAR.sub(short["year"], one)
    sized = match.re in _SIZES
    what = _COUNT.sub("", match["what"])
    counted = match.re is _OF_BOTH  # What is compared so may be anything but a number: "the chairs of A and B".
    counted = counted and not _COUNT.search(match["what"])
    what = what if sized or what.endswith("s") or not _COUNT.search(match["what"]) else f"{what}s"
    asks = "How big was the {what} of {name}{when}?" if sized else "How many {what} did {name} have{when}?"
    drafts = [_number(asks.format(what=what, name=name, when=when), context, counted or sized) for name in (one, other)]
    if not all(draft and draft.status is Status.ANSWERED and len(draft.lines) == 1 for draft in drafts):
        return None
    named = zip((one, other), drafts, strict=True)
    lines = tuple(_of(name, line) for name, draft in named if draft for line in draft.lines)
    if lines[0].evidence == lines[1].evidence:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage)


def _of(name: str, line: Line) -> Line:
    """The line with whose number it is, unless it says so itself."""
    if name.casefold() in line.text.casefold() or _YEAR.search(name):
        return line
    return replace(line, text=f"{name}: {line.text}", frame=(*line.frame, name))


def _number(text: str, context: Context, counted: bool) -> Draft | None:
    question = understand(text, context.catalog, context.as_of)
    draft = compose_indicators(question, context)
    return draft if counted or (draft and draft.status is Status.ANSWERED) else compose_passages(question, context)
