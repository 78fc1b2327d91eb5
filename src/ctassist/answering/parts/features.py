"""Composes what stands under a heading that issues repeat: a message, a quotation of the week, a release schedule."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.evidence.editions import is_subject
from ctassist.answering.evidence.frames import says_nothing
from ctassist.answering.lists.concerned import what_is_concerned
from ctassist.answering.parts.headed import Part, features_of
from ctassist.answering.parts.presented import asks_for_presented, kind_of_presented, presented_as, told_where
from ctassist.answering.synonyms import told
from ctassist.answering.terms import (
    choosing_stems,
    content,
    event_stems,
    function_words,
    generic_actor_stems,
    generic_event_stems,
    is_body_noun,
    light_stems,
    numeral_stems,
    stem,
    stems,
    words_way_stems,
)
from ctassist.answering.understanding.catalog import plain_heading
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.parsing import content_stems
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.extraction.places import find_places, lies_in
from ctassist.extraction.role_labels import read_label
from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import months
from ctassist.model.answer import Status
from ctassist.model.text import Block, BlockKind, Span
from ctassist.model.time import Precision

_REGULAR = 2
"""A heading is a regular feature when at least this many issues have it."""
_WHOLE = 700
"""A section of at most this many characters is quoted as a whole."""
_LEAST, _COMPARED = 3, 8
"""With how many other issues a feature is compared to see what all of them have."""
_LATEST = re.compile(
    r"\b(?:latest|last|newest|most recent(?:ly)?|current(?:ly)?)\b|\bright now\b|\bat the moment\b", re.IGNORECASE
)
_FIRST = re.compile(r"\b(?:the (?:very )?first|first (?:ever )?(?:\w+ )?of the|earliest|oldest)\b", re.IGNORECASE)


def compose_presented(question: Question, context: Context) -> Draft | None:
    """Answers which thing an issue, or which things the issues have presented under a heading that all repeat."""
    if not (asks_for_presented(question.text) or _asks_for_chosen(question, context)):
        return None
    where = told_where(question.text)
    if where and not any(_is_all_of(where, heading, question) for heading in _named(question, context)):
        return None  # "Which members were approved in March" asks for a list, and so does more than a heading.
    return compose_features(question, context)


def _asks_for_chosen(question: Question, context: Context) -> bool:
    """Tells whether a question asks which things somebody chose for such a feature: "which plants did Ana suggest"."""
    asked = stems(question.text)
    if not asked & choosing_stems():
        return False
    nouns = {what for heading in _regular(context) if (what := _presented(heading)) and stems(what) <= asked}
    return any(_listed(what).search(question.text) for what in nouns)


@lru_cache(maxsize=1_000)
def _listed(noun: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:which|what|list|all|every|each)\s+(?:(?:the|of|all)\s+)*{re.escape(noun)}(?:e?s)?\b", re.IGNORECASE
    )


def _is_all_of(where: str, heading: str, question: Question) -> bool:
    """Tells whether words for where something stands are a heading, and at most the issues that have it."""
    said, named = stems(where), stems(heading)
    rest = said - named - stems(question.time_words) - light_stems() - _ISSUES
    return named <= said and not any(token.stem in rest for token in content(where))


_ISSUES = stems(
    "issue edition number letter newsletter bulletin digest chronicle journal weekly review archive section heading"
    " rubric"
)


def compose_features(question: Question, context: Context) -> Draft | None:
    """Answers what an issue has under a heading; None when the question names no regular heading."""
    named = _named(question, context)
    if not named:
        return None
    heading_stems = frozenset(word for heading in named for word in stems(heading))
    wanted = [d for d in context.documents() if _in_time(d.id, question, context)]
    parts = [part for d in wanted for part in features_of(d.id, context)]
    features = [part for part in parts if part.blocks and plain_heading(part.heading) in named]
    if not features:
        below = frozenset().union(*(context.catalog.documents_under(heading) for heading in named))
        # Where it only leads a list, lines stand below it all the same; and "who showed it" names none of them.
        said = any((stems(heading) - _FUNCTION) & stems(question.text) for heading in named)
        return None if not said or any(d.id in below for d in wanted) else _missing(question, context, named)
    nouns = presented_as(question.text, _everywhere(named, context)) if asks_for_presented(question.text) else ()
    features = [f for f in features if _fits(f, question, heading_stems.union(nouns), context)]
    # "Who proposed Motion 34?" may be asked of anything; only what names a feature is answered by none of them.
    meant = _WAS_CHOSEN.search(question.text) or any(stems(heading) & stems(question.text) for heading in named)
    if not features and meant and question.entities and all(_presents_one(heading, context) for heading in named):
        return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=context.coverage(question), final=True)
    features = _concerning(features, question, heading_stems, context)
    features = _of_kind(_asked_end(features, question), question, heading_stems, context)
    features = [_presenting(feature, question, context) for feature in features]
    lines = tuple(line for feature in features for line in _lines(_without_furniture(feature, context), context))
    if not lines or not all(_answers(line, question) for line in lines):
        return None
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def _concerning(features: list[Part], question: Question, heading: frozenset[str], context: Context) -> list[Part]:
    """Features with those blocks alone that speak of what a question says they concern; none where no block does."""
    topic = what_is_concerned(question.timeless or question.text)
    wanted = stems(topic) - heading - light_stems() - _FUNCTION - _ISSUES
    if not wanted:
        return features

    def about(feature: Part) -> tuple[Block, ...]:
        text = context.text(feature.document_id)
        return tuple(block for block in feature.blocks if told(wanted, topic, block.span.of(text)) >= wanted)

    return [replace(feature, blocks=blocks) for feature in features if (blocks := about(feature))]


def _asked_end(features: list[Part], question: Question) -> list[Part]:
    """Of features in the order of their issues the last or the first, where a question without a time asks for it."""
    if not features or question.interval is not None or question.document_ids is not None:
        return features
    end = -1 if _LATEST.search(question.text) else 0 if _FIRST.search(question.text) else None
    return features if end is None else [f for f in features if f.document_id == features[end].document_id]


def _of_kind(features: list[Part], question: Question, heading: frozenset[str], context: Context) -> list[Part]:
    """Plain lists with those items alone that say which things are asked for: "Which kite tests are under News?"."""
    kind = kind_of_presented(question.text)
    wanted = stems(kind) - heading - light_stems() - numeral_stems() - _FUNCTION - _ASKING
    plain = all(block.kind is BlockKind.LIST_ITEM and block.level == 1 for f in features for block in f.blocks)
    if not kind and not any(_PERIODIC.fullmatch(plain_heading(feature.heading)) for feature in features):
        # "To which kiln versions did we move", under "Version updates", means the lines on kilns.
        kind = question.text
        wanted = min((_narrowing(feature, question, heading, context) for feature in features), key=len, default=wanted)
    named = [entity for entity in question.entities if not stems(entity.key) <= heading]
    if not (wanted or named) or not plain:
        return features

    either = kind != question.text and _EITHER.search(kind)
    least = 1 if either else len(wanted)

    def told_in(feature: Part) -> tuple[Block, ...]:
        text = context.text(feature.document_id)
        lines = [b for b in feature.blocks if all(mentions(b.span.of(text), entity) for entity in named)]
        return tuple(b for b in lines if len(told(wanted, kind, b.span.of(text))) >= least)

    return [replace(feature, blocks=blocks) for feature in features if (blocks := told_in(feature))] or features


_EITHER = re.compile(r"\b(?:and|or)\b", re.IGNORECASE)


def _without_furniture(feature: Part, context: Context) -> Part:
    """A feature without last paragraphs that all other issues have as well: "Send us yours!", and who edits it.

    Of one that an issue has left empty only the line is kept that says so, not the one that leads what others list.
    """
    text, kept = context.text(feature.document_id), list(feature.blocks)
    ids = sorted(context.catalog.documents_under(feature.heading) - {feature.document_id})[:_COMPARED]
    others = [{one_line(block.span.of(context.text(id_))) for block in context.blocks(id_)} for id_ in ids]

    def is_furniture(block: Block) -> bool:
        words = one_line(block.span.of(text))
        return block.kind is BlockKind.PARAGRAPH and bool(others) and all(words in other for other in others)

    empty = [block for block in kept if says_nothing(block.span.of(text))]
    if empty and all(block in empty or block.span.of(text).endswith(":") or is_furniture(block) for block in kept):
        return replace(feature, blocks=tuple(empty[:1]))
    while len(kept) > 1 and len(others) >= _LEAST and is_furniture(kept[-1]):
        kept.pop()
    return replace(feature, blocks=tuple(kept))


def _named(question: Question, context: Context) -> frozenset[str]:
    """The headings all of whose words stand in the question, if issues repeat them; the longest win.

    The archive's own name may be missing. What "was featured", without saying as what, may be in any that choose.
    """
    asked = stems(question.text)
    regular = _regular(context)
    if question.intent is Intent.ACTIVITIES and not question.topic:
        # "What did the Compact's entities do?" asks for all, not for the list of them.
        ours = context.catalog.title_stems | generic_actor_stems()
        regular = {heading: words for heading, words in regular.items() if not words <= ours}
    if question.times:
        # "What happened in April?" asks for a month, whatever stands under "And then April".
        regular = {heading: words for heading, words in regular.items() if not _is_its_time(words, question)}
    found = {
        heading: words
        for heading, words in regular.items()
        if (
            _are_named(words, asked, context)
            or _is_chosen(heading, asked, question)
            or _is_presented(heading, question)
        )
        and _is_telling(heading, words, question)
    }
    if not found and _WAS_CHOSEN.search(question.text):
        found = _chosen_once(asked, context)
    chooser = question.wants is Wants.WHO and asked & choosing_stems()
    if not found and (chooser or _WAS_CHOSEN.search(question.text)):
        return frozenset(heading for heading in regular if _PERIODIC.fullmatch(heading))
    own = context.catalog.title_stems
    # "This week at the bench", of Bench Notes, is named by "week" alone.
    ranks = {
        heading: len(words) if _PERIODIC.fullmatch(heading) else len(words - own) for heading, words in found.items()
    }
    most = max(ranks.values(), default=0)
    longest = frozenset(heading for heading, rank in ranks.items() if rank == most)
    if any(_are_named(found[heading], asked, context) for heading in longest) and not any(map(_presented, longest)):
        return longest
    # Issues of other lengths have it by another name: "book of the month", "book of the quarter".
    chosen = {_presented(heading) for heading in longest} - {None}
    every = context.catalog.regular_headings(1) if chosen else ()
    joint = frozenset(heading for heading in every if chosen & set(_presented_together(heading)))
    return longest | joint | frozenset(heading for heading in regular if _presented(heading) in chosen)


def _is_its_time(heading: frozenset[str], question: Question) -> bool:
    """Tells whether a heading, of these stems, has a month that the question asks about and no other word."""
    return heading <= stems(question.time_words) and not heading.isdisjoint(_MONTHS)


_MONTHS = frozenset(map(stem, months()))


def _chosen_once(asked: frozenset[str], context: Context) -> dict[str, frozenset[str]]:
    """The headings of any issue that say themselves that something was chosen, and what: "Featured designs"."""
    every = context.catalog.regular_headings(1)
    return {
        heading: words
        for heading, words in every.items()
        if words & choosing_stems() and words <= asked and len(words) > 1
    }


def _regular(context: Context) -> dict[str, frozenset[str]]:
    """The headings that issues repeat, be it for other periods: "book of the month" and "book of the quarter"."""
    regular, all_of_them = context.catalog.regular_headings(_REGULAR), context.catalog.regular_headings(1)
    times = Counter(_presented(heading) for heading in all_of_them)
    alike = {heading: words for heading, words in all_of_them.items() if times[_presented(heading)] >= _REGULAR}
    return regular | {heading: words for heading, words in alike.items() if _presented(heading)}


_PERIODIC = re.compile(
    r"(?P<what>.+) of the (?:day|week|fortnight|month|quarter|half-year|season|year|issue)", re.IGNORECASE
)
"""A feature that presents one thing an issue: "book of the month"."""


def _presents_one(heading: str, context: Context) -> bool:
    """Tells whether each issue has one thing below a heading, by its words or since issues name it in the heading."""
    return _PERIODIC.fullmatch(heading) is not None or heading in context.catalog.feature_leads


def _presented(heading: str) -> str | None:
    """What a feature presents one of for each issue: the book of "Book of the month"."""
    match = _PERIODIC.fullmatch(heading)
    return match["what"].casefold() if match else None


def _presented_together(heading: str) -> list[str]:
    """What a heading presents one of each of: the book and the quote of "Book & quote of the month"."""
    parts = re.split(r"\s*(?:,|&|/|\band\b)\s*", _presented(heading) or "")
    return parts if len(parts) > 1 else []


def _presenting(feature: Part, question: Question, context: Context) -> Part:
    """Of a feature of several paragraphs the one that says which thing is that of the issue, where all are asked for.

    "Book of the month is Reeds." is told, and not what is said of it below; so it is where a heading is of several.
    """
    match = _PERIODIC.fullmatch(plain_heading(feature.heading))
    together = _presented_together(feature.heading.casefold())
    if match is None or not (together or (_EACH_ISSUE.search(question.text) and _ASKS_WHICH.search(question.text))):
        return feature
    all_nouns = together or [match["what"].casefold()]
    nouns = [noun for noun in all_nouns if stems(noun) <= stems(question.text)]
    if not nouns:
        return feature
    text = context.text(feature.document_id)
    block = next((block for block in feature.blocks if _tells_which(nouns).search(block.span.of(text))), None)
    if block:
        return replace(feature, blocks=(block,))
    others = [noun for noun in all_nouns if noun not in nouns]
    kept = [b for b in feature.blocks if not (others and _tells_which(others).search(b.span.of(text)))]
    return replace(feature, blocks=tuple(kept or feature.blocks))


def _tells_which(nouns: Sequence[str]) -> re.Pattern[str]:
    """Finds what says which one it is: "the book of this month is Reeds"."""
    one = "|".join(map(re.escape, nouns))
    return re.compile(
        rf"\b(?:{one})\s+of\s+(?:the|this)\s+\w+\b[^.!?\n]{{0,40}}?(?:\s(?:is|was|are|were|goes\s+to)\s|:)",
        re.IGNORECASE,
    )


_ASKS_WHICH = re.compile(
    r"\b(?:which|what)\s+(?:[\w-]+\s+)?(?:was|were|is|are|has|have)\b|^\W*(?:list|all|the)\b", re.IGNORECASE
)


def _is_chosen(heading: str, asked: frozenset[str], question: Question) -> bool:
    """Tells whether a question asks for what such a feature presents in other words: "the book picked in March"."""
    what = _presented(heading)
    chosen = asked & choosing_stems() or _EACH_ISSUE.search(question.text)
    return what is not None and stems(what) <= asked and bool(chosen)


_EACH_ISSUE = re.compile(
    r"\b(?:each|every)\s+(?:single\s+)?(?:issue|edition|number|newsletter|review|bulletin|letter|circular)\b"
    r"|\ball\s+(?:of\s+)?(?:the\s+|our\s+)?(?:issues|editions|newsletters|reviews|bulletins|letters|circulars)\b",
    re.IGNORECASE,
)


def _are_named(words: frozenset[str], asked: frozenset[str], context: Context) -> bool:
    """Tells whether a question has all words of a heading, but those of the archive's name where others tell enough."""
    own = words - context.catalog.title_stems - _FUNCTION
    return words <= asked or (len(own) > 1 and own <= asked)


_FUNCTION = frozenset(map(stem, function_words()))
"""What need not be said of a heading: "the Guest Book" is what stands under "From the Guest Book"."""
_WAS_CHOSEN = re.compile(
    r"\b(?:was|were|is|are|got|been|being)\s+(?:\w+\s+)?"
    r"(?:featured|picked|chosen|selected|highlighted|showcased|spotlighted|nominated)\b",
    re.IGNORECASE,
)


def _is_presented(heading: str, question: Question) -> bool:
    """Tells whether the one thing of an issue is asked for by its noun: "who wrote the quote in issue 12"."""
    match = _PERIODIC.fullmatch(heading)
    if match is None or question.wants is not Wants.WHO:
        return False
    period = question.interval
    one = question.document_ids is not None or (period is not None and period.start == period.end)
    return one and re.search(rf"\bthe\s+{re.escape(match['what'])}\b", question.text, re.IGNORECASE) is not None


def _is_telling(heading: str, words: frozenset[str], question: Question) -> bool:
    """One ordinary word ("Events", "Meetings", "Working groups") does not name a feature."""
    if _is_spelt_out(heading, question.text):
        return not read_label(heading)
    happening, acting = event_stems() | generic_event_stems(), generic_actor_stems()
    if len(words) == 1:
        acting = acting | light_stems()
    telling = [
        token
        for token in content(heading)
        if not (token.stem in acting or is_body_noun(token))
        # Developers are no developments.
        and (token.stem not in happening or _DOER.search(token.text))
    ]
    if question.intent is Intent.INDICATORS and (question.wants is Wants.HOW_MANY or not question.series):
        return False
    if read_label(heading):
        return False  # Holders stand under it.
    timed = question.interval is not None or question.document_ids is not None
    one = timed or _LATEST.search(question.text) or _EACH_ISSUE.search(question.text)
    return bool(telling) and (len(words) > 1 or bool(one))


def _is_spelt_out(heading: str, asked: str) -> bool:
    """Tells whether a question has a heading of several words in quotation marks, or with its capital amidst others."""
    words = re.escape(heading)
    if " " not in heading:
        return False
    quoted = re.search(rf"[\"“”„«‘’']\s?{words}\s?[\"“”»‘’']", asked, re.IGNORECASE)
    capital = re.search(rf"(?-i:(?<=[a-z]\s)(?=[^\W\d_a-z])){words}(?!\w)", asked, re.IGNORECASE)
    return quoted is not None or capital is not None


_DOER = re.compile(r"[^\W\d_]{3,}[eo]rs?$", re.IGNORECASE)


def _in_time(document_id: str, question: Question, context: Context) -> bool:
    """An issue belongs to the asked time when most of it does: its last day, or its whole period, lies within."""
    period = context.document(document_id).period
    asked = question.interval
    if asked is None:
        return True
    if period is None:
        return False
    if asked.precision in (Precision.DAY, Precision.ISSUE) or asked.start == asked.end:
        return period.interval.meets(asked)
    return asked.contains(period.end)


def _everywhere(named: frozenset[str], context: Context) -> list[frozenset[str]]:
    """The stems of all features with these headings, in whatever issue."""
    every = replace(context, document_ids=None)
    parts = (part for document in every.documents() for part in features_of(document.id, every))
    return [stems(_words(part, every)) for part in parts if part.blocks and plain_heading(part.heading) in named]


def _words(feature: Part, context: Context) -> str:
    return context.text(feature.document_id)[feature.blocks[0].span.start : feature.blocks[-1].span.end]


def _fits(feature: Part, question: Question, heading: frozenset[str], context: Context) -> bool:
    """What else the question says must stand in the section, or in the document's title."""
    words = _words(feature, context)
    # Under "Guest WGs" there are WGs: the heading says so for all that stands below it.
    if not all(mentions(words, entity) or stems(entity.key) <= heading for entity in question.entities):
        return False
    around = find_places(f"{words} | {feature.heading} | {context.document(feature.document_id).title}")
    places = (place for place in question.places if not stems(place.name) <= heading)  # "Pest file" is of no city.
    if not all(any(lies_in(named.place, place) for named in around) for place in places):
        return False
    rest = _narrowing(feature, question, heading, context)
    if not rest and not stems(feature.heading) & stems(question.text):
        return False  # It is not said what was chosen.
    # The number of an issue is known by now: one in a title that is left over is a day's.
    titled = {word for word in stems(context.document(feature.document_id).title) if not word.isdigit()}
    held = told(rest, question.text, words) | titled
    kind = kind_of_presented(question.text)
    either = rest & stems(kind) if _EITHER.search(kind) else frozenset[str]()
    return rest - either <= held and (not either or not either.isdisjoint(held))


def _narrowing(feature: Part, question: Question, heading: frozenset[str], context: Context) -> frozenset[str]:
    """The words of a question that say which of the things under a heading are asked for."""
    ordinary = (
        light_stems() | generic_event_stems() | generic_actor_stems() | heading | context.catalog.title_stems | _ASKING
    ) | list_words("listing")
    if _PERIODIC.fullmatch(plain_heading(feature.heading)):
        ordinary |= choosing_stems() | numeral_stems() | words_way_stems()
    elif question.intent is Intent.STATEMENTS or any(block.kind is BlockKind.QUOTE for block in feature.blocks):
        ordinary |= words_way_stems()  # "What did the greeting of the rector promise?"
    if _EACH_ISSUE.search(question.text):
        ordinary |= _ISSUES
    rest = frozenset(content_stems(question.topic)) - ordinary
    # On a bookshelf there are books.
    rest = frozenset(word for word in rest if not any(own.startswith(word) for own in heading if len(word) > _SHORT))
    for match in _ALSO_CALLED.finditer(question.text):
        rest -= stems(match["name"]) if stems(match["also"]) <= rest else frozenset()
    subjects = (token for token in content(question.text) if token.start and token.text[0].isupper())
    own = {token.stem for token in subjects if token.stem in rest and is_subject(token.text, context)}
    return rest - own or rest


_ALSO_CALLED = re.compile(r"\b(?P<name>[\w-]+)\s+\((?:or\s+)?(?P<also>[\w-]+)\)")
"""One thing by two names: "Go (golang)"; lines have either."""
_SHORT = 3
_ASKING = stems(
    "issue week month edition newsletter digest chronicle author wrote written write appear latest newest recent"
    " current first earliest oldest ending year number turn column piece section rubric corner page feature describe"
    " described introduce introduced portray portrayed profiled series answer answered"
)


def _lines(feature: Part, context: Context) -> list[Line]:
    text = context.text(feature.document_id)
    first, last = feature.blocks[0].span.start, feature.blocks[-1].span.end
    issue = context.issue(feature.document_id)
    if last - first <= _WHOLE and not any(block.kind is BlockKind.LIST_ITEM for block in feature.blocks):
        name, *rest = feature.blocks
        spans = [name.span, Span(rest[0].span.start, last)] if rest and name.kind is BlockKind.HEADING else []
        return [_line(feature, spans or [Span(first, last)], text, issue)]
    lines: list[Line] = []
    above: list[Span] = []
    torn = _items_in_pieces(feature, context)
    for block in feature.blocks:
        if block.kind is BlockKind.HEADING:
            above.append(block.span)
            continue
        whole = next((span for span in torn if span.start <= block.span.start < span.end), block.span)
        if whole.start != block.span.start:
            continue  # It is told with the piece that the item begins with.
        # The first line below a heading of its own says what it is about: "Tool of the week", "Hexapod".
        lines.append(_line(feature, [*above, whole], text, issue))
        above = []
    return lines


def _items_in_pieces(feature: Part, context: Context) -> list[Span]:
    """The items of a part that its text has in several paragraphs, line by line."""
    first, last = feature.blocks[0].span.start, feature.blocks[-1].span.end
    text = context.text(feature.document_id)
    items = (entry.record.span for entry in context.view.items(document_ids=[feature.document_id]))
    return [span for span in items if first <= span.start and span.end <= last and "\n\n" in span.of(text)]


def _line(feature: Part, spans: Sequence[Span], text: str, issue: str) -> Line:
    words = " – ".join(one_line(span.of(text)) for span in spans)
    evidence = tuple(Evidence(feature.document_id, span, (feature.heading,), feature.blocks[0].page) for span in spans)
    return Line(f"**{issue}:** {words}", evidence, None, frame=(issue,))


def _answers(line: Line, question: Question) -> bool:
    return question.wants is not Wants.HOW_MANY or any(ch.isdigit() for ch in line.text)


def _missing(question: Question, context: Context, named: frozenset[str]) -> Draft | None:
    heading = min(named)
    if question.document_ids is not None and all(map(_presented, named)):
        # What an issue does not present under its heading is nowhere else in it.
        return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=context.coverage(question), final=True)
    if question.interval is None:
        return None
    frame = "The archive has no “{heading}” for {time} ({searched} searched)."
    text = context.words(
        frame, heading=heading, time=context.words.time(question.interval), searched=context.searched()
    )
    return Draft(Status.NOT_FOUND, text, coverage=context.coverage(question), final=True)
