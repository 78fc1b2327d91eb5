"""Figures in running text: "the number of X rose to 1,204", "counted 35 members", "373 requests were closed"."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ctassist.extraction.dates import has_date
from ctassist.extraction.figure_words import NUMBER, figure_value
from ctassist.extraction.indicator_clauses import clause_figures
from ctassist.extraction.indicator_lines import pair_in
from ctassist.extraction.sections import one_line
from ctassist.extraction.sentences import sentences
from ctassist.extraction.vocabulary import months, table
from ctassist.model.records import Indicator, Item
from ctassist.model.text import Span

_SCALE = r"(?:\s*(?:million|billion|thousand|%|per ?cent))?"
_FIGURE = rf"(?P<figure>{NUMBER}{_SCALE})"
_WORD = r"[^\W\d_][\w’'/-]*"
_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def _grammar() -> tuple[re.Pattern[str], ...]:
    verbs = "|".join(re.escape(verb) for verb in sorted(table("grammar")["counting_verbs"], key=len, reverse=True))
    moves = "|".join(re.escape(verb) for verb in sorted(table("grammar")["moving_verbs"], key=len, reverse=True))
    return (
        re.compile(
            rf"\b(?:the\s+)?(?:total\s+)?number\s+of\s+(?P<label>{_WORD}(?:\s+{_WORD}){{0,7}}?)\s+(?:has\s+|have\s+|had\s+)?(?:{moves}|was|is|stood\s+at)\b[^.;]*?{_FIGURE}(?!\s*{_SCALE}\d)(?=[^\d]*$|[.;,])",
            re.I,
        ),
        re.compile(
            rf"\b(?:{verbs})\s+(?:about\s+|some\s+|over\s+|more\s+than\s+|nearly\s+|a\s+total\s+of\s+)?(?P<rest>{NUMBER}{_SCALE}\s+[^.;]+)",
            re.I,
        ),
        re.compile(
            rf"(?:^|,\s|:\s|\band\s|\b(?:week|month|year|quarter|period)\s){_FIGURE}\s+(?P<label>{_WORD}(?:\s+{_WORD}){{0,4}}?\s+(?:were|was|are|have\s+been|has\s+been)\s+{_WORD}(?:\s+(?:by|in|to)\s+(?!(?:the|an?|this|our)\b){_WORD})?)",
            re.I,
        ),
    )


@cache
def _done() -> re.Pattern[str]:
    """A count of things with what was done to them, first or after a lead: "So far: 57 nets mended by us"."""
    past = "|".join(re.escape(verb) for verb in table("grammar")["irregular_past"])
    return re.compile(
        rf"(?:[^:.;\d]{{3,40}}:\s+)?{_FIGURE}\s+(?P<label>(?:{_WORD}\s+){{0,3}}?[^\W\d_][\w-]*s\s+(?:[a-z-]+ed|{past}))"
        r"(?:,?\s+(?:by|since|so\s+far|this|in\s+total|altogether|all\s+told)\b[^;:]*|,\s+\d[^;:]*|\s+\([^()]*\))?\.?"
    )


_LISTED = re.compile(
    rf"{_FIGURE}\s+(?P<label>{_WORD}(?:\s+(?:{_WORD}|&)){{0,4}}?)(?=\s*(?:[,;.(]|$)|\s+(?:and\s+(?:{NUMBER})|in\s+\w+|(?:by|at|to|from|on|since)\s))",
    re.I,
)


_OF_THEM = re.compile(
    rf"{_FIGURE}\s+(?P<label>{_WORD}(?:\s+{_WORD}){{0,7}}?),?\s+[(–—-]?\s*"
    rf"(?P<part>{NUMBER}{_SCALE})\s+(?P<rest>of\s+(?:them|these|which)\s+{_WORD}(?:\s+{_WORD}){{0,5}})\)?\.?",
    re.I,
)
"""A line that counts things, and some of them: "1,204 members, 35 of them new"."""


_IS_NOW = re.compile(
    rf"(?:(?:the|our|its)\s+)?(?P<label>{_WORD}(?:\s+{_WORD}){{0,7}}?)\s+(?:is|are|stands?)\s+(?:now|currently)\s+(?:at\s+)?"
    rf"{_FIGURE}\.?",
    re.I,
)
"""A sentence that says how much something is now: "the fee is now 250"."""


@cache
def _of_its_time() -> re.Pattern[str]:
    """What those who write did in the time of their issue: "In the last week, we landed 65 PRs in our repositories"."""
    past = "|".join(re.escape(verb) for verb in table("grammar")["irregular_past"])
    time = r"(?:the\s+|this\s+)?(?:(?:last|past|previous)\s+)?(?:\w+\s+)?(?:weeks?|fortnight|months?|quarter|year)"
    return re.compile(
        rf"(?:(?i:in|over|during|for)\s+)?(?i:{time}),?\s+(?:we|our\s+\w+)\s+(?:have\s+)?(?P<done>[a-z-]+ed|{past})\s+"
        rf"(?:(?:about|some|over|nearly|a\s+total\s+of)\s+)?{_FIGURE}\s+(?P<label>(?:{_WORD}\s+){{0,2}}?[^\W\d_][\w-]*s)\b"
    )


_OF_WHOM = re.compile(rf"\b(?:from|by)\s+{_FIGURE}\s+(?P<label>{_WORD}(?:\s+{_WORD}){{0,2}}?)(?=\s*[,;.]|\s+and\b|$)")
"""Those who did what a sentence counts: "412 changes were merged from 96 authors"."""


_OF_THOSE = re.compile(r",?\s+(?=(?:who|which|whose|(?:of|from|by)\s+wh(?:om|ich))\s)", re.IGNORECASE)
"""Before what a sentence says of those whom it has counted."""


@cache
def _by_whom() -> re.Pattern[str]:
    """What those have done whom a sentence counts: "had 2,215 users, who have shared 1,377 documents"."""
    past = "|".join(re.escape(verb) for verb in table("grammar")["irregular_past"])
    return re.compile(
        rf",\s+(?:who|which)\s+(?:have|has|had)\s+(?:(?:so\s+far|already|now|together)\s+)?(?P<done>[a-z-]+ed|{past})\s+"
        rf"{_FIGURE}\s+(?P<label>{_WORD}(?:\s+{_WORD}){{0,3}}?)(?=\s*(?:[,;.(]|$)|\s+(?:and|since|so|by|in|on|to|with|until)\b)"
    )


_ENUMERATED = re.compile(
    rf"(?:[^:.;]{{3,80}}:\s*)?(?P<list>{NUMBER}\s+[^:;.]+?,\s[^:;.]+?)\.?",
    re.I,
)
_ENUMERATED_PART = re.compile(
    rf"{_FIGURE}\s+(?P<label>{_WORD}(?:\s+{_WORD}){{0,6}}?(?:\s+(?:since|in|during|until)\s+(?:19|20)\d\d)?)", re.I
)
_TALLY = re.compile(
    rf"[^:.;]{{3,80}}:\s*(?P<list>(?:{NUMBER})\s+[A-Z][\w-]+(?:,\s(?:{NUMBER})\s+[A-Z][\w-]+)+)(?=\.?$|\.?\s+[A-Z])"
)
"""Counts of things with capitals after a lead, whatever sentence follows: "12 May: 3 Losses, 5 Gains"."""
_PARTS = 3
"""A line that does nothing but count several things: "At the end of June: 12 clubs, 66 boats and 137 sails."."""


def find_indicator_sentences(text: str, items: Iterable[Item]) -> Iterator[Indicator]:
    """Yields the figures that sentences count; the span is the sentence."""
    for item in items:
        for sentence in sentences(text, item.span):
            words = one_line(sentence.of(text))
            for label, figure in _pairs(words):
                value = figure_value(figure)
                if value and not _is_date(label, figure):
                    yield Indicator(
                        Span(sentence.start, sentence.end), label, value[0], figure, value[1], item.section, item.page
                    )


def _pairs(words: str) -> Iterator[tuple[str, str]]:
    moving, counting, closed = _grammar()
    if parts := _enumerated(words) or clause_figures(words):
        yield from parts
    elif ":" in words and (stated := pair_in(words)):
        yield stated
    elif (match := _done().fullmatch(words)) and not has_date(words[match.start("figure") :]):
        yield match["label"], match["figure"]
        yield from ((of["label"], of["figure"]) for of in _OF_WHOM.finditer(words, match.end("label")))
    elif match := _OF_THEM.fullmatch(words):
        yield match["label"], match["figure"]
        yield f"{match['label']}, {match['rest']}", match["part"]
    elif match := _IS_NOW.fullmatch(words) or moving.search(words):
        yield match["label"], match["figure"]
    elif match := _of_its_time().match(words):
        yield f"{match['label']} {match['done']}", match["figure"]
    elif match := counting.search(words):
        subject = _subject(words[: match.start()])
        rest, *_ = _OF_THOSE.split(match["rest"], maxsplit=1)
        for pair in _LISTED.finditer(rest):
            yield f"{subject} {pair['label']}".strip(), pair["figure"]
        if theirs := _by_whom().search(match["rest"], len(rest)):
            yield f"{subject} {theirs['label']} {theirs['done']}".strip(), theirs["figure"]
    elif not has_date(words):  # What was done on a day is an activity.
        matches = list(closed.finditer(words))
        if matches:
            matches += _OF_WHOM.finditer(words, matches[0].end("label"))
        yield from ((match["label"], match["figure"]) for match in matches)


def _enumerated(words: str) -> list[tuple[str, str]]:
    """Labels and figures of a line whose every part, between commas and "and", is a number with what it counts."""
    tally = _TALLY.match(words)
    match = tally or _ENUMERATED.fullmatch(words)
    if not match:
        return []
    parts = re.split(rf",\s+(?:and\s+)?|\s+and\s+(?={NUMBER}\s)", match["list"])
    pairs = [_ENUMERATED_PART.fullmatch(part.strip()) for part in parts]
    found = [(pair["label"], pair["figure"]) for pair in pairs if pair]
    return found if len(found) == len(parts) and (tally or len(parts) >= _PARTS) else []


_THING = re.compile(r"(?:the|our|its)\s+(?P<thing>[a-z][a-z-]*(?:\s+[a-z][a-z-]*){0,2})\s*", re.IGNORECASE)


_OWN_NAME = re.compile(
    r"(?:^|,\s)(?P<name>[A-Z][a-z]+[A-Z]\w*|[A-Z]{2}\w*)\s+(?:(?:now|already|then|still|also|alone)\s+)*$"
)


def _subject(before: str) -> str:
    """What has the things that are counted, where it is a thing itself: "the chat channel had 12 members".

    A name in capitals, or with one inside, is somebody's or something's own: "LampNet had 12 users".
    """
    if name := _OWN_NAME.search(before):
        return name["name"]
    match = _THING.fullmatch(before)
    thing = match["thing"] if match else ""
    bodies = {word for noun in table("bodies")["nouns"] for word in noun.split()}
    return "" if not thing.islower() or thing.split()[-1] in bodies else thing


def _is_date(label: str, figure: str) -> bool:
    return _YEAR.fullmatch(figure.strip()) is not None or label.split()[0].casefold().rstrip(".") in months()
