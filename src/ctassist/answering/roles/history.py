"""Composes answers on how a role changed hands: who held it before or after, since when, in which issue it changed."""

from collections.abc import Sequence
from dataclasses import replace

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line
from ctassist.answering.roles.bodies import Body
from ctassist.answering.roles.events import change_lines
from ctassist.answering.roles.lines import HEADS, all_roles, body_title, held_as, holder_words, role_evidence
from ctassist.answering.roles.said_since import said_since
from ctassist.answering.roles.tenures import BEGINNING, Stated, Tenure, holder_key, holders_of, source, tenures
from ctassist.answering.terms import content
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import History, Question
from ctassist.extraction.role_words import is_former, is_listed
from ctassist.model.answer import Status


def compose_history(question: Question, context: Context, bodies: Sequence[Body]) -> Draft | None:
    """Answers on the holders of a role over time; None when the sources tell nothing of it."""
    own = frozenset(word for body in bodies for word in body.stems | body.nouns)
    others = tuple(e for e in question.entities if not any(_words(form) <= own for form in (e.key, *e.forms)))
    question = replace(question, entities=others)
    if question.history is History.NEXT and not question.entities:
        question = replace(question, history=History.CHANGES)  # "Who was replaced by whom?"
    told = [(body, role, held) for body in bodies for role, held in _held(question, context, body)]
    several = len({body.name for body, _, _ in told}) > 1
    lines: list[Line] = []
    events: list[Line] = []
    for body, role, held in told:
        prefix = f"{body_title(body.name)}: " if several else ""
        found = _LINES[question.history or History.CHANGES](role, held, question, context, prefix)
        lines += found
        if found and question.history in (History.SINCE, History.CHANGES):
            events += change_lines(body, role, held, context)
        elif found and question.entities:
            events += _handovers(found, change_lines(body, role, held, context), held, question)
    lines += {line.evidence: line for line in events}.values()
    if not lines:
        return _unchanged(question, context, told)
    intro = "" if several else f"**{body_title(told[0][0].name)}**:"
    count = len(lines)
    return Draft(Status.ANSWERED, intro, tuple(lines), coverage=context.coverage(question, matched=count, shown=count))


def _handovers(found: Sequence[Line], events: Sequence[Line], held: Sequence[Tenure], question: Question) -> list[Line]:
    """Of the lines on a change, those that name both who is asked about and who is found."""
    holders = {row.record.holder for tenure in held for now in tenure.stated for row in now.rows}
    answered = [name for name in holders if any(name in line.text for line in found)]
    return [
        event
        for event in events
        if all(mentions(event.text, entity) for entity in question.entities)
        and any(name in event.text for name in answered)
    ]


def _words(name: str) -> frozenset[str]:
    return frozenset(token.stem for token in content(name))


def _held(question: Question, context: Context, body: Body) -> list[tuple[str, list[Tenure]]]:
    """The tenures of each asked role; the head of a body may be called otherwise than it is asked for.

    Where none is asked for, those of every post that is not one of many: who succeeded a member?
    """
    if question.history in (History.NEXT, History.FORMER) and not question.roles:
        posts = (role for role in all_roles(row.record.role for row in body.rows) if not is_former(role))
        return [(role, tenures(held_as(role, body.rows), context)) for role in posts if not is_listed(role)]
    asked = tuple(role for role in question.roles if not is_former(role)) or HEADS
    found = [(role, held) for role in asked if (held := tenures(held_as(role, body.rows), context))]
    if not found and set(asked) <= set(HEADS):
        found = [(role, held) for role in HEADS if (held := tenures(held_as(role, body.rows), context))]
    return found


def _former(role: str, held: Sequence[Tenure], question: Question, context: Context, prefix: str) -> list[Line]:
    """Who held the role before the one who is named, or before the present holder."""
    named = [index for index, tenure in enumerate(held) if _is_named(tenure, question)]
    if question.entities and not named:
        return []
    before = (named[0] if named else _present(held, question)) - 1
    if before < 0:
        return []
    # Of two who had a post together, the one who has it still is nobody's predecessor.
    staying = holders_of(held[before + 1].first, context) | holders_of(held[-1].last, context)
    gone = holders_of(held[before].last, context) - staying
    past = _of(held[before : before + 1], gone, context) if gone else held[before]
    until = context.words("last stated in {time}", time=source(past.last, context))
    return [_line(prefix, role, past, until, context, former=True)]


def _next(role: str, held: Sequence[Tenure], question: Question, context: Context, prefix: str) -> list[Line]:
    """Who held the role after the one who is named."""
    named = [index for index, tenure in enumerate(held) if _is_named(tenure, question)]
    if not named or named[-1] + 1 >= len(held):
        return []
    # Of several who have a post together, those who had it before as well are nobody's successors.
    staying = holders_of(held[named[-1]].last, context)
    come = holders_of(held[named[-1] + 1].first, context) - staying
    after = _of(held[named[-1] + 1 :][:1], come, context) if come else held[named[-1] + 1]
    when = context.words("first stated in {time}", time=source(after.first, context))
    return [_line(prefix, role, after, when, context)]


def _since(role: str, held: Sequence[Tenure], question: Question, context: Context, prefix: str) -> list[Line]:
    """Since when each present holder, or the one who is named, has the role, and who had it until then."""
    named = [index for index, tenure in enumerate(held) if _is_named(tenure, question)]
    if question.entities and not named:
        return []
    index = named[-1] if named else _present(held, question)
    present = holders_of(held[index].last, context)
    lines: list[Line] = []
    arrivals = [
        (start, _of(held[start : index + 1], alike, context))
        for start, holders in _arrivals(held, index, context)
        for alike in _said_alike(held[start : index + 1], holders, context)
    ]
    for start, own in arrivals:
        if len(present) > 1 and question.entities and not _is_named(own, question):
            continue
        if start == 0 and own.first.rank[0] and not said_since(own, context):
            continue  # A page without a date tells who has a post, and not since when.
        now = index == len(held) - 1
        since = _span(own, context, now=now)
        if start == 0 and (now or len(held) == 1) and not said_since(own, context):
            since += context.words(", the first source that states it")
        lines.append(_line(prefix, role, own, since, context))
    gone = holders_of(held[index - 1].last, context) - present if index else frozenset()
    if gone and not (question.entities and len(present) > 1):
        last = held[index - 1].last
        frame = "last stated in {time}" if last.rank == BEGINNING else "until {time}"
        until = context.words(frame, time=source(last, context))
        lines.append(_line(prefix, role, _of(held[index - 1 : index], gone, context), until, context, former=True))
    return lines


def _arrivals(held: Sequence[Tenure], index: int, context: Context) -> list[tuple[int, frozenset[str]]]:
    """The holders of a tenure by the first of the tenures through which they are stated without a break."""
    arrived: dict[int, set[str]] = {}
    for holder in holders_of(held[index].last, context):
        start = index
        while start and holder in holders_of(held[start - 1].last, context):
            start -= 1
        arrived.setdefault(start, set()).add(holder)
    return [(start, frozenset(holders)) for start, holders in sorted(arrived.items())]


def _said_alike(held: Sequence[Tenure], holders: frozenset[str], context: Context) -> list[frozenset[str]]:
    """The holders, apart where the sources say of each since when: "Ana Roe (since May), Bo Li (since June)"."""
    said: dict[str | None, set[str]] = {}
    for holder in sorted(holders):
        said.setdefault(said_since(_of(held, frozenset([holder]), context), context), set()).add(holder)
    return [frozenset(alike) for alike in said.values()]


def _of(held: Sequence[Tenure], holders: frozenset[str], context: Context) -> Tenure:
    """What is stated of some of the holders alone."""
    told = [now for tenure in held for now in tenure.stated]
    return Tenure(
        tuple(
            Stated(now.rank, rows)
            for now in told
            if (rows := tuple(row for row in now.rows if holder_key(row, context) in holders))
        )
    )


def _changes(role: str, held: Sequence[Tenure], question: Question, context: Context, prefix: str) -> list[Line]:
    """All holders one after the other, where there was a change (in the asked time)."""
    asked = question.interval
    changed = [
        index
        for index, tenure in enumerate(held)
        if index and (asked is None or asked.contains(tenure.first.rank[1]) or tenure.first.rank[0])
    ]
    if not changed:
        return []
    return [
        _line(prefix, role, tenure, _span(tenure, context, now=tenure is held[-1]), context)
        for tenure in held[changed[0] - 1 : changed[-1] + 1]
    ]


_LINES = {History.FORMER: _former, History.NEXT: _next, History.SINCE: _since, History.CHANGES: _changes}


def _present(held: Sequence[Tenure], question: Question) -> int:
    """The tenure that holds at the asked time, or now."""
    if question.interval is None:
        return len(held) - 1
    by_then = [index for index, tenure in enumerate(held) if tenure.first.rank[1] <= question.interval.end]
    return by_then[-1] if by_then else 0


def _is_named(tenure: Tenure, question: Question) -> bool:
    return any(
        mentions(holder_words(row.record), entity)
        for entity in question.entities
        for now in tenure.stated
        for row in now.rows
    )


def _span(tenure: Tenure, context: Context, *, now: bool) -> str:
    last = source(tenure.last, context)
    first = said_since(tenure, context) or source(tenure.first, context)
    if now:
        return context.words("since {time}", time=first)
    return first if first == last else f"{first} – {last}"


def _line(prefix: str, role: str, tenure: Tenure, when: str, context: Context, *, former: bool = False) -> Line:
    """One line for a tenure, cited where it is stated first and last."""
    ends = {id(now): now for now in (tenure.first, tenure.last)}.values()
    rows = [row for now in ends for row in now.rows]
    holders = list(dict.fromkeys(holder_words(row.record) for row in tenure.last.rows))
    words, count = context.words, len(holders)
    label = words("Former {role}", role=words.role_word(role, count)) if former else words.role(role, count)
    label = prefix + label
    return Line(f"{label} ({when}): {', '.join(holders)}", role_evidence(rows), "role", frame=(label, when))


def _unchanged(
    question: Question, context: Context, told: Sequence[tuple[Body, str, Sequence[Tenure]]]
) -> Draft | None:
    """Says that the sources state the same holder throughout, with the first and the last of them."""
    if question.history is not History.CHANGES or not told or question.entities:
        return None
    lines = []
    for body, role, held in told[:1]:
        tenure = held[_present(held, question)]
        first, last = source(tenure.first, context), source(tenure.last, context)
        when = context.words("the same from {first} to {last}", first=first, last=last)
        lines.append(_line(f"{body_title(body.name)}: ", role, tenure, when, context))
    return Draft(Status.ANSWERED, "", tuple(lines), coverage=context.coverage(question, matched=1, shown=1))
