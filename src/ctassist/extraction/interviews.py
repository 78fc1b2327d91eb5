"""Interviews: questions with answers in quotation marks below a line or a heading that says to whom they were put."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ctassist.extraction.dates import find_dates
from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.sections import Placed, one_line
from ctassist.extraction.sentences import trimmed
from ctassist.extraction.speakers import Speaker, read_speaker
from ctassist.model.records import Statement
from ctassist.model.text import BlockKind, Span
from ctassist.model.time import Interval

_PUT_TO = re.compile(
    r"(?i:(?:[^.:;?!]{0,60}?\b(?:questions?(?:\s+put)?|interview(?:ed)?|conversation|talk|chat|minutes|asked|answers?|answered|spoke)\s+)?"
    r"(?:to|for|with|by|from)\s+)(?P<who>[^\W\d_a-z][^:;?!]{4,160}?)\W*"
)
"""To whom questions are put: "to Ana Roe, keeper of the Hall", "Five questions for Ana Roe", "answered by Ana Roe"."""
_ANSWERED = re.compile(
    r"(?P<asked>[^?“”\"«»]{6,200}\?)\s+(?P<marked>[“\"«„]\s*(?P<quote>[^“”\"«»„]{8,})[”\"»“])(?P<behind>\s*\([^()]+\))?\W*"
)
_ONLY_QUOTE = re.compile(r"\W*[“\"«„]\s*(?P<quote>[^“”\"«»„]{8,})[”\"»“](?P<behind>\s*\([^()]+\))?\W*")


def find_interviews(text: str, placed: Sequence[Placed], reference: Interval | None) -> Iterator[Statement]:
    """Yields the answers, each with its question where both stand in one paragraph."""
    for _, group in groupby(placed, key=lambda place: place.heading):
        places = list(group)
        speaker = asked_person(text, places[0])
        if speaker is None:
            continue
        answers = list(_answers(text, places))
        for place, quote, when in answers:
            dates = find_dates(when, reference)
            time = dates[0].interval if dates else next(iter(place.dates), reference)
            yield Statement(
                place.block.span,
                trimmed(text, quote),
                speaker.name,
                "answered",
                speaker.title,
                speaker.organisation,
                time,
                place.section,
                place.block.page,
            )


def asked_person(text: str, first: Placed) -> Speaker | None:
    """To whom the questions below a heading were put, as it says itself or the line right below it."""
    heading = first.section[-1] if first.section else ""
    below = one_line(first.block.span.of(text)) if first.block.kind is BlockKind.PARAGRAPH else ""
    for words in (below, heading):
        named = _PUT_TO.fullmatch(words)
        speaker = read_speaker(named["who"]) if named else None
        if speaker and is_person(speaker.name):
            return speaker
    return None


def _answers(text: str, places: Sequence[Placed]) -> Iterator[tuple[Placed, Span, str]]:
    """The answers below one heading, each with the words behind it: behind its question, or in the next paragraph."""
    asked = False
    for place in places:
        words, start = place.block.span.of(text), place.block.span.start
        if match := _ANSWERED.fullmatch(words) or (_ONLY_QUOTE.fullmatch(words) if asked else None):
            yield place, Span(start + match.start("quote"), start + match.end("quote")), match["behind"] or ""
        asked = words.rstrip(" *_").endswith("?")
