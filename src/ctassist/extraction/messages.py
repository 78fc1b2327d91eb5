"""Messages that open an issue: paragraphs under "Message of the Director", signed with name and title."""

import re
from collections.abc import Iterator, Sequence

from ctassist.extraction.names import PARTICLES, WORD
from ctassist.extraction.sections import Placed
from ctassist.extraction.sentences import trimmed
from ctassist.extraction.speakers import Speaker, office_pattern
from ctassist.extraction.statements import with_title
from ctassist.model.records import Statement
from ctassist.model.text import BlockKind, Span
from ctassist.model.time import Interval

_KINDS = r"(?:message|words?|letter|note|greetings?|remarks|address|welcome|introduction|thoughts|view|column)"
_HEADING = re.compile(
    rf"\W*(?:(?:an?|the|opening|introductory|closing|personal|welcome)\s+)*(?:{_KINDS}\s+)?(?:from|of|by)\s+(?:the|our|your)\s+(?P<whose>.+)"
    rf"|(?:the\s+)?(?P<owner>.+?)[’']s?\s+{_KINDS}\W*|(?P<bare>foreword|preface|editorial)(?:\s+(?:by|from|of)\b.*)?\W*",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    rf"(?<=[.!?…”\"])\s+(?:[–—-]+\s*)?(?P<speaker>{WORD}(?:\s+{PARTICLES}{WORD}){{1,4}},\s[^.!?;:“”\"]{{3,120}}?)\W*$"
)


def find_messages(text: str, placed: Sequence[Placed], reference: Interval | None) -> Iterator[Statement]:
    """Yields the paragraphs under the heading of a message as words of whoever signs them below, or at their end."""
    run: list[Placed] = []
    for place in placed:
        if place.block.kind is BlockKind.HEADING:
            continue
        if place.block.kind is not BlockKind.PARAGRAPH or not place.section or not heads_message(place.section[-1]):
            run = []
            continue
        run = [*(run if run and run[-1].section == place.section else []), place]
        if signed := _signed(text, run):
            speaker, quote, span = signed
            yield Statement(
                span,
                trimmed(text, quote, ' \n"“”«»'),
                speaker.name,
                "said",
                speaker.title,
                speaker.organisation,
                next(iter(run[0].dates), reference),
                place.section,
                place.block.page,
            )
            run = []


def heads_message(heading: str) -> bool:
    """Tells whether a heading is that of somebody's message: "Message of the Director", "The Chair's letter"."""
    match = _HEADING.fullmatch(heading)
    whose = match and (match["whose"] or match["owner"])
    return bool(match) and (not whose or office_pattern().search(whose) is not None)


def _signed(text: str, run: Sequence[Placed]) -> tuple[Speaker, Span, Span] | None:
    """Who signs the last of some paragraphs, their words, and where both stand."""
    start, last = run[0].block.span.start, run[-1].block.span
    whole = Span(start, last.end)
    if len(run) > 1 and (speaker := with_title(last.of(text))):
        return speaker, Span(start, run[-2].block.span.end), whole
    signature = _SIGNATURE.search(last.of(text))
    speaker = with_title(signature["speaker"]) if signature else None
    if signature is None or speaker is None:
        return None
    return speaker, Span(start, last.start + signature.start()), whole
