"""Composes comparisons: what changed between two times, and organisations, places or times side by side."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ctassist.answering.announcements.schedules import compose_schedule
from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line, evidence_of
from ctassist.answering.figures.composing import compose_indicators
from ctassist.answering.figures.reckoning import kinds
from ctassist.answering.lists.activities import side_by_side
from ctassist.answering.passages.composing import compose_passages
from ctassist.answering.phrasing.rewording import reworded
from ctassist.answering.roles.bodies import bodies_of
from ctassist.answering.roles.lines import all_roles, body_title, held_as, holder_words, role_evidence
from ctassist.answering.roles.tenures import Stated, holders_of, stated
from ctassist.answering.terms import (
    content,
    event_stems,
    figure_stems,
    figure_way_stems,
    generic_event_stems,
    is_body_noun,
    light_stems,
    stems,
    tokens,
)
from ctassist.answering.understanding.intents import OVER_TIME
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.parsing import content_stems, understand
from ctassist.answering.understanding.question import Entity, Intent, Question
from ctassist.answering.understanding.spoken_times import whole_months
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Document, Entry
from ctassist.model.records import Indicator, Item, Role
from ctassist.model.time import Interval, Precision

_ALIKE = 3
"""A side may state so many figures that a question names alike: a yearly goal and a monthly one."""
_MONTH = 31
"""A time of more days than these may have several issues."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two times that are compared, with its documents."""

    name: str
    documents: tuple[Document, ...]

    @property
    def ids(self) -> list[str]:
        """The documents' ids."""
        return [document.id for document in self.documents]


@dataclass(frozen=True, slots=True)
class _Change:
    """One thing that both sides, or one of them, state; ``line`` is None when they state the same."""

    line: Line | None


def compose_comparison(question: Question, context: Context) -> Draft | None:
    """Answers what differs; None when the sides cannot be told from the archive."""
    question = replace(question, times=_times(question))
    if _MORE.search(question.text):
        question = replace(question, topic=tuple(word for word in question.topic if not stems(word) <= _WEIGHING))
    of_one = _compared(question)
    if of_one and not question.roles and (told := _of_both(question, context)):
        return told
    if len(question.entities) > 1 or len(question.places) > 1 or (len(question.times) > 1 and _asks_events(question)):
        return side_by_side(question, context)
    sides = _sides(question, context)
    if sides is None:
        return None
    told = _of_both(question, context) or _differences(question, context, *sides)
    if told.status is not Status.ANSWERED and question.entities and len(question.times) > 1 and not question.roles:
        return side_by_side(question, context) or told  # Whose posts stay the same did something in each time.
    return told


def _of_both(question: Question, context: Context) -> Draft | None:
    """What either side tells of one thing, a figure or another; None where one of them tells nothing of it."""
    sides = _sides(question, context)
    if sides is None:
        return None
    return _figure_of_each(question, context, sides) or _fact_of_each(question, context, sides)


_MORE = re.compile(r"\b(?:more|most|fewer|fewest|less|least|busier|busiest|oftener)\b", re.IGNORECASE)
_WEIGHING = stems(
    "two both either pair busier busiest active frequent often oftener report reported reports mention mentioned"
    " mentions news coverage covered appear appeared tell told number lot region regions country countries place places"
    " city cities organisation organization organisations organizations entity entities body bodies agency agencies"
)
"""The words by which a question asks of which of those it names there is more."""


def _times(question: Question) -> tuple[Interval, ...]:
    """The times that are compared: of one span of months ("between March and May"), its first and its last one."""
    if len(question.times) != 1 or question.times[0].precision not in (Precision.RANGE, Precision.MONTH):
        return question.times
    start, end = question.times[0].start, question.times[0].end
    if (start.year, start.month) == (end.year, end.month) or not whole_months(question.times[0]):
        return question.times
    last_day = monthrange(start.year, start.month)[1]
    first = Interval(start, start.replace(day=last_day), Precision.MONTH)
    return first, Interval(end.replace(day=1), end, Precision.MONTH)


def _asks_events(question: Question) -> bool:
    """Tells whether what happened is compared, rather than what the issues state."""
    asked = stems(question.text)
    return bool(asked & event_stems() or asked & stems("activity event happen happened happenings"))


def _sides(question: Question, context: Context) -> tuple[_Side, _Side] | None:
    """The earlier and the later side; a single issue is compared with the one before it."""
    times = sorted(set(question.times), key=lambda time: (time.start, time.end))
    if len(times) > 1:
        earlier, later = _documents(times[0], context), _documents(times[-1], context)
    elif times or question.interval:
        asked = times[0] if times else question.interval
        assert asked is not None
        named = _documents(asked, context)
        since = question.interval is not None and question.interval.end > asked.end
        everything = _dated(context)
        if not named or not everything:
            return None
        if since:
            earlier, later = named, everything[-1:]
        else:
            before = [d for d in everything if _end(d) < _start(named[0])]
            earlier, later = before[-1:], named
    elif OVER_TIME.search(question.text):
        everything = _dated(context)
        earlier, later = everything[:1], everything[-1:]
    else:
        return None
    if not earlier or not later or {d.id for d in earlier} == {d.id for d in later}:
        return None
    return _Side(_name(earlier, context), tuple(earlier)), _Side(_name(later, context), tuple(later))


def _dated(context: Context) -> list[Document]:
    documents = [d for d in context.catalog.documents.values() if d.period and d.period.end <= context.as_of]
    return sorted(documents, key=lambda d: (_end(d), _start(d)))


def _start(document: Document) -> int:
    return document.period.start.toordinal() if document.period else 0


def _end(document: Document) -> int:
    return document.period.end.toordinal() if document.period else 0


def _documents(asked: Interval, context: Context) -> list[Document]:
    """The issues of a time: those of just that time, else those that end in it, else the shortest that meet it."""
    dated = _dated(context)
    exact = [d for d in dated if d.period and (d.period.start, d.period.end) == (asked.start, asked.end)]
    # A yearly review may leave out who holds what, which the issues of the year tell.
    short = (asked.end - asked.start).days <= _MONTH
    if exact and (short or context.view.roles(document_ids=[d.id for d in exact])):
        return exact
    ending = (
        [d for d in dated if d.period and asked.contains(d.period.end)]
        if (asked.end - asked.start).days > _MONTH
        else []
    )
    if ending:
        return ending
    meeting = [d for d in dated if d.period and d.period.interval.meets(asked)]
    shortest = min((_end(d) - _start(d) for d in meeting), default=0)
    return [d for d in meeting if _end(d) - _start(d) == shortest]


def _name(documents: Sequence[Document], context: Context) -> str:
    periods = [d.period for d in documents if d.period]
    return context.words.time(Interval(min(p.start for p in periods), max(p.end for p in periods)))


def _differences(question: Question, context: Context, earlier: _Side, later: _Side) -> Draft:
    """Roles and figures that the later side states otherwise than the earlier one."""
    wants_roles, wants_figures = _wanted(question)
    changes: list[_Change] = []
    if wants_roles:
        changes += _roles(question, context, earlier, later)
    if wants_figures:
        changes += _figures(context, earlier, later)
    about = _about(question)
    lines = [c.line for c in changes if c.line and about <= stems(c.line.text)]
    lines = [line for line in lines if all(_tells_of(line, entity) for entity in question.entities)]
    same = sum(change.line is None for change in changes)
    words, sides = context.words, context.words.all_of([earlier.name, later.name])
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    if not lines:
        text = words(
            "Nothing that {sides} both state differs: {count} roles and figures are the same.", sides=sides, count=same
        )
        if not same:
            text = words("The archive does not say: {sides} state no role or figure that can be compared.", sides=sides)
        return Draft(Status.NOT_FOUND, text, coverage=coverage, final=True)
    narrowed = bool(about or question.entities)
    outro = words("{count} more roles and figures are stated by both and are the same.", count=same)
    outro = outro if same and not narrowed else ""
    counted = words.count(len(lines), "1 change", "{count} changes")
    intro = words("**From {first} to {last}** – {changes}:", first=earlier.name, last=later.name, changes=counted)
    return Draft(Status.ANSWERED, intro, tuple(lines), outro, coverage)


def _tells_of(line: Line, entity: Entity) -> bool:
    """Tells whether a line names somebody, or a body without the noun for its kind: "Task Force on Fog" is "Fog"."""
    words = content(entity.key)
    telling = frozenset(token.stem for token in words if not is_body_noun(token))
    is_body = 0 < len(telling) < len(words)
    return mentions(line.text, entity) or (is_body and telling <= stems(line.text))


def _wanted(question: Question) -> tuple[bool, bool]:
    """Whether roles and whether figures are meant; both unless one kind is named."""
    figures = bool(stems(question.text) & stems("figure figures number numbers indicator indicators statistic data"))
    named = any(is_body_noun(token) for word in question.topic for token in tokens(word))
    roles = named or bool(stems(question.text) & stems("role roles leadership holder membership"))
    if question.roles:
        return True, False  # "The chair of the Data Group" asks for no data.
    return (roles or not figures, figures or not roles)


def _about(question: Question) -> frozenset[str]:
    """The words that a change must have: what is left of the question."""
    ways = stems(
        "change changed changes changing differ difference differences different compare compared comparison figure"
        " figures number numbers indicator indicators statistic data role roles leadership holder membership issue"
        " issues edition review newsletter report bulletin letter circular no nr previous latest last new"
        " time course years"
        " got get gain receive given fresh another top helm summit lead leader leaders chairmanship steering"
    )
    nouns = {t.stem for word in question.topic for t in tokens(word) if is_body_noun(t)}
    ways |= figure_stems() | figure_way_stems()
    return frozenset(content_stems(question.topic)) - ways - light_stems() - generic_event_stems() - nouns


def _figure_of_each(question: Question, context: Context, sides: Sequence[_Side]) -> Draft | None:
    """The figure that a question names, as either side states it, be it with another label; None without both."""
    if not question.topic:
        return None
    asked = replace(question, interval=None, times=(), series=False, intent=Intent.INDICATORS)
    drafts = [compose_indicators(asked, replace(context, document_ids=side.ids)) for side in sides]
    if not all(draft and 0 < len(draft.lines) <= _ALIKE for draft in drafts):
        return None
    lines = tuple(line for draft in drafts if draft for line in draft.lines)
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage)


_WHAT = r"(?P<what>(?:the|its|their|our)\s+[^?]{3,80}?)"
_OF_BOTH = (
    re.compile(
        rf"\b(?:did|has|have|does|do)\s+{_WHAT}\s+(?:chang|differ|var(?:y|ied)|mov|shift|slip)\w*\b", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?:compare|(?:difference|change)s?\s+(?:in|of|to)|how\s+(?:was|were))\s+{_WHAT}\s+(?:in|between|from)\b",
        re.IGNORECASE,
    ),
)
"""Names one thing that either side tells: "did the last day for nominations change between May and June"."""


def _fact_of_each(question: Question, context: Context, sides: Sequence[_Side]) -> Draft | None:
    """What either side tells of the one thing that is compared, where it is no role or figure; None without both."""
    what = _compared(question)
    if what is None or question.roles:
        return None
    if labelled := _labelled_by_each(what, question, context, sides):
        return labelled
    for composer in (compose_schedule, compose_passages):
        for asks in ("What was", "When is"):
            text = reworded(f"{asks} {what}?", context.catalog, context.as_of)
            asked = understand(text, context.catalog, context.as_of)
            drafts = [composer(asked, replace(context, document_ids=frozenset(side.ids))) for side in sides]
            lines = tuple(line for draft in drafts if draft for line in draft.lines)
            if all(draft and draft.lines for draft in drafts):
                coverage = context.coverage(question, matched=len(lines), shown=len(lines))
                return Draft(Status.ANSWERED, "", lines, coverage=coverage)
    return None


_LABEL = re.compile(r"\W*(?P<label>[^\W\d_][\w’' -]{2,40}?)\s*[:–—]\s")


def _labelled_by_each(what: str, question: Question, context: Context, sides: Sequence[_Side]) -> Draft | None:
    """The lines of either side whose label is the thing: "Next deadline: 4 May"; None without both."""
    asked = frozenset(token.stem for token in content(what))
    found: list[Line] = []
    for side in sides:
        told = [
            entry
            for entry in context.view.items(side.ids)
            if (match := _LABEL.match(entry.text)) and asked == {token.stem for token in content(match["label"])}
        ]
        if not told:
            return None
        found += [_quoted(entry, context) for entry in told]
    return Draft(
        Status.ANSWERED, "", tuple(found), coverage=context.coverage(question, matched=len(found), shown=len(found))
    )


def _quoted(entry: Entry[Item], context: Context) -> Line:
    source = context.source(entry.document_id)
    return Line(f"{one_line(entry.text)} ({source})", (evidence_of(entry),), None, frame=(source,))


def _compared(question: Question) -> str | None:
    """The one thing of which a question asks how it changed, without what only says where it stands."""
    text = question.timeless or question.text
    match = next((found for pattern in _OF_BOTH if (found := pattern.search(text))), None)
    return _STANDS.sub("", match["what"].strip()) if match else None


_STANDS = re.compile(
    r"\s+(?:(?:as\s+)?(?:given|stated|named|mentioned|listed|shown|announced|printed|told)\s+)?(?:in|under|by|at)\s+the\s+[\w\s-]{3,40}$",
    re.IGNORECASE,
)
"""Where the thing stands: "the next deadline given in the release schedule"."""


def _roles(question: Question, context: Context, earlier: _Side, later: _Side) -> Iterable[_Change]:
    old, new = _holders(context, earlier), _holders(context, later)
    for key in sorted(old.keys() | new.keys()):
        if question.roles and key[1] not in question.roles:
            continue
        before, after = old.get(key), new.get(key)
        if before and after and holders_of(before, context) == holders_of(after, context):
            yield _Change(None)
            continue
        states = [side for side in (before, after) if side]
        label = f"{body_title(states[-1].rows[0].record.body)}, {context.words.role_word(key[1])}"
        if before and after:
            words = f"{_names(before)} → **{_names(after)}**"
        elif after:
            words = f"**{_names(after)}** ({context.words('not stated before')})" if old else ""
        else:
            words = f"{_names(states[0])} ({context.words('no longer stated')})" if new else ""
        if words:
            evidence = role_evidence([row for side in states for row in side.rows])
            yield _Change(_line(f"{label}: {words}", evidence, "role", label))


def _holders(context: Context, side: _Side) -> dict[tuple[str, str], Stated]:
    """What one side states last of each role, by the words that tell the body and the role."""
    found: dict[tuple[str, str], Stated] = {}
    for body in bodies_of(_role_rows(context, side), context):
        for role in all_roles(row.record.role for row in body.rows):
            if told := stated(held_as(role, body.rows), context):
                found[" ".join(sorted(body.stems)), role] = told[-1]
    return found


def _role_rows(context: Context, side: _Side) -> list[Entry[Role]]:
    """The roles that one side states; where it has no chart, what the last chart before it states still holds."""
    rows = context.view.roles(document_ids=side.ids)
    if not rows or any(row.record.interval is None for row in rows):
        return rows
    before = [d for d in _dated(context) if _end(d) < min(map(_start, side.documents))]
    for at in range(len(before) - 1, -1, -1):
        known = context.view.roles(document_ids=[d.id for d in before[at:]])
        if any(row.record.interval is None for row in known):
            return [*known, *rows]
    return rows


def _names(now: Stated) -> str:
    return ", ".join(dict.fromkeys(holder_words(row.record) for row in now.rows))


def _figures(context: Context, earlier: _Side, later: _Side) -> Iterable[_Change]:
    stated_ = context.view.indicators(document_ids=[*earlier.ids, *later.ids])
    called = kinds(stated_, stems)
    old, new = _latest_figures(context, earlier, called), _latest_figures(context, later, called)
    for label in sorted(old.keys() & new.keys()):
        (before, was), (after, now) = old[label], new[label]
        if was == now:
            yield _Change(None)
            continue
        name, difference = after.record.label, f"{now - was:+,.10g}"
        text = f"{name}: {before.record.figure} → **{after.record.figure}** ({difference})"
        yield _Change(_line(text, (evidence_of(before), evidence_of(after)), "indicator", f"{name} {difference}"))


def _latest_figures(
    context: Context, side: _Side, called: Mapping[int, frozenset[str]]
) -> dict[str, tuple[Entry[Indicator], float]]:
    """The last figure of each label, with its value; ``called`` tells by its id what a figure counts."""
    rows = sorted(
        context.view.indicators(document_ids=side.ids),
        key=lambda row: (_end(context.document(row.document_id)), -row.id),
    )
    return {" ".join(sorted(called[row.id])): (row, row.record.value) for row in rows if row.record.value is not None}


def _line(text: str, evidence: tuple[Evidence, ...], kind: str, frame: str) -> Line:
    return Line(text, evidence, kind, frame=(frame,))
