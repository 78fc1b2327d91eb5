"""Whether what a model words is said by its sources, judged strictly: what cannot be told to be said is not.

A claim is cut at its commas and conjunctions. Each group of neighbouring pieces must be said by one clause of one
source: every name, number, date and telling word stands in the clause (or around its line), with the same negations
and qualifiers before the same words, numbers beside what they count, and whoever acts on the same side of the deed. So
words of two sources never mix within a statement, and nothing that is merely near becomes true.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from ctassist.answering.generation.counting import counts_alike
from ctassist.answering.generation.form import fault_of_form
from ctassist.answering.generation.labels import holds_alike
from ctassist.answering.generation.order import in_order
from ctassist.answering.generation.scope import governed, keeps_scope
from ctassist.answering.generation.sources import Clause, Source, leading_names
from ctassist.answering.generation.words import Word, is_in, words_in
from ctassist.answering.synonyms import meanings, said_otherwise
from ctassist.answering.terms import akin
from ctassist.extraction.dates import FoundDate, find_dates
from ctassist.extraction.sections import one_line
from ctassist.model.time import Interval, Precision

_JOINS = r"and|while|whereas|but|as\s+well\s+as"
_CUT = re.compile(rf"[,;:]\s+(?:(?:{_JOINS})\s+)?|\s+(?:{_JOINS})\s+|[.!?]\s+|\s[–—-]\s|\s*[()]\s*")
_OWN = re.compile(r";|[.!?]|\b(?:while|whereas)\b")
"""Behind these a statement begins that says itself whom it is about."""
_QUOTED = re.compile(r"[“\"«](.+?)[”\"»]", re.DOTALL)
_MOST_PIECES = 40


@dataclass(frozen=True, slots=True)
class Verdict:
    """``used`` are the numbers of the sources that say a claim; ``fault`` says why none do, and is empty otherwise."""

    used: frozenset[int] = frozenset()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two cuts; ``apart`` where a statement of its own begins, ``inner`` in a bracket."""

    start: int
    end: int
    apart: bool
    inner: bool


@dataclass(frozen=True, slots=True)
class _Group:
    """Neighbouring pieces of a claim, which begin at ``start``."""

    told: Clause
    """Taken apart by itself."""
    start: int
    words: tuple[Word, ...]
    """As they stand in the claim."""
    apart: bool
    lead: Sequence[Word] = ()
    """The names that it is about where it has no own."""


@dataclass(frozen=True, slots=True)
class _Before:
    """The clause that says the group before, which is ``bare`` where it tells a time or a number and nothing else.

    A time by itself is that of its neighbour. Else one clause says two groups only if the claim opens with the first
    ("After a fire,"): put together otherwise than there, they might say what it does not.
    """

    clause: Clause
    bare: bool
    opens: bool

    def may_go_on(self, clause: Clause, *, bare: bool) -> bool:
        """Tells whether a clause may say the next group."""
        if bare or self.bare:
            return clause == self.clause
        return self.opens or clause != self.clause


def judge(claim: str, sources: Sequence[Source]) -> Verdict:
    """Judges a claim by the sources that it cites, numbered from 0 in their order."""
    if fault := fault_of_form(claim, sources):
        return Verdict(fault=fault)
    if fault := _unquoted(claim, sources):
        return Verdict(fault=fault)
    if fault := _missing(claim, sources, plain=False):
        return Verdict(fault=fault)  # No way of cutting it will do.
    pieces = _pieces(claim)
    if not pieces or len(pieces) > _MOST_PIECES:
        return Verdict(fault="it says nothing that could be checked, or too much at once")
    used = _said(pieces, 0, claim, sources, (), set())
    if used is None:
        return Verdict(fault=_missing(claim, sources, plain=True) or "its sources do not say it so")
    return Verdict(used)


def _pieces(claim: str) -> list[_Piece]:
    cuts = [(match.start(), match.end()) for match in _CUT.finditer(claim)]
    edges = [(0, 0), *cuts, (len(claim), len(claim))]
    pieces, apart = [], True
    for (before, start), (end, _) in pairwise(edges):
        apart = apart or _OWN.search(claim[before:start]) is not None
        if any(not word.glue for word in words_in(claim[start:end])):
            pieces.append(_Piece(start, end, apart, "(" in claim[before:start]))
            apart = False
    return pieces


def _said(
    pieces: Sequence[_Piece],
    first: int,
    claim: str,
    sources: Sequence[Source],
    lead: Sequence[Word],
    unsaid: set[tuple[int, tuple[str, ...], _Before | None]],
    before: _Before | None = None,
) -> frozenset[int] | None:
    """The sources that say the pieces from the first on.

    ``lead`` are the names that the pieces before began with, ``before`` is what says the last of them. ``unsaid`` notes
    from where on, behind what, nothing says the rest: pieces that may be grouped in many ways are tried once, and not
    once for each way.
    """
    if first == len(pieces):
        return frozenset()
    rest_of = (first, tuple(name.key for name in lead), before)
    if rest_of in unsaid:
        return None
    for last in range(len(pieces), first, -1):
        start, end = pieces[first].start, pieces[last - 1].end
        group = _Group(Clause(claim[start:end]), start, _within(claim, start, end), pieces[first].apart)
        if pieces[first].inner and any(word.name for word in group.words):
            continue  # Whom a bracket names is of what stands before it.
        if any(word.name for word in group.words) and not any(word.plain or word.qualifier for word in group.words):
            continue  # Names alone say nothing: whoever stands before "and" is of what follows.
        bare = not any(word.plain or word.name or word.qualifier for word in group.words)
        for number, source in enumerate(sources):
            for clause in source.clauses:
                if before and not before.may_go_on(clause, bare=bare):
                    continue
                begins, asked = leading_names(group.words), group
                if lead and not _has_own_subject(group, begins, clause):
                    begins, asked = [*lead], replace(group, lead=lead)
                    if not all(name.key in clause.keys | source.around_keys for name in lead):
                        continue
                if _says(clause, source, asked):
                    said = _Before(clause, bare, first == 0 and _is_opening(group.words[0]))
                    rest = _said(pieces, last, claim, sources, begins or lead, unsaid, said)
                    if rest is not None:
                        return rest | {number}
    unsaid.add(rest_of)
    return None


def _is_opening(word: Word) -> bool:
    return any(is_in(word, kind) for kind in ("openers", "links", "bounds", "subordinators"))


def _within(claim: str, start: int, end: int) -> tuple[Word, ...]:
    # Read in place: whether a word begins a sentence is told by what stands before it.
    return tuple(word for word in words_in(claim) if start <= word.start and word.end <= end)


def _has_own_subject(group: _Group, begins: Sequence[Word], clause: Clause) -> bool:
    """Tells whether a piece is about another than the one before: it begins with a name that its clause is about."""
    if group.apart or _is_whole(group):
        return True
    if not begins or not any(word.plain for word in group.words if word.start > begins[-1].start):
        return False
    return not clause.subjects.isdisjoint(name.key for name in begins)


def _is_whole(group: _Group) -> bool:
    """Tells whether a piece has a subject and its verb: "a workshop was held by MSI"."""
    verb = next((word for word in group.words if is_in(word, "passives")), None)
    return verb is not None and any(word.plain for word in group.words if word.start < verb.start)


def _says(clause: Clause, source: Source, group: _Group) -> bool:
    """Tells whether a clause says a group: everything in it is there, and put together in the same way."""
    return (
        not _lacking(group, clause, source)
        and _qualified_alike(group.words, clause.words)
        and _put_together_alike(group, clause, source)
        and _dated_alike(group, clause, source)
        and _acts_alike(group, clause)
        and _is_alike(group, clause)
        and holds_alike(group.told, clause)
        and keeps_scope(group.told, clause, source.around_keys)
    )


def _lacking(group: _Group, clause: Clause, source: Source) -> list[Word]:
    """The words of a group that a clause does not have, in any form or other words."""
    around = source.around_keys
    lost = [
        word
        for word in group.words
        if not (word.glue or word.key in clause.keys or (not word.qualifier and word.key in around))
    ]
    if not lost or any(not word.plain for word in lost):
        return lost
    otherwise = said_otherwise(meanings(group.told.text), clause.text)
    return [word for word in lost if word.key not in otherwise and not any(akin(word.key, key) for key in clause.keys)]


def _qualified_alike(group: tuple[Word, ...], clause: tuple[Word, ...]) -> bool:
    told, known = {word.key for word in group}, {word.key for word in clause}
    said = _qualified(clause)
    asked = _qualified(group)
    if not (asked <= said and all((sign, word) in asked for sign, word in said if word in told)):
        return False
    # Said twice ("vice-chairs … and chair"), a word has its qualifier both times.
    return _unqualified(group) & known <= _unqualified(clause)


@lru_cache(maxsize=2_048)
def _unqualified(sequence: tuple[Word, ...]) -> Set[str]:
    """The telling words that stand somewhere without a qualifier before them."""
    weighty = [word for word in sequence if not word.glue]
    return frozenset(w.key for b, w in pairwise([None, *weighty]) if w and w.plain and not (b and b.qualifier))


@lru_cache(maxsize=2_048)
def _qualified(sequence: tuple[Word, ...]) -> Set[tuple[str, str]]:
    """Each qualifier with the word that it stands before, or behind where it ends the words."""
    weighty = [word for word in sequence if not word.glue]
    found = set()
    for at, word in enumerate(weighty):
        if word.qualifier:
            beside = next((w for w in weighty[at + 1 :] if not w.qualifier), None)
            beside = beside or next((w for w in reversed(weighty[:at]) if not w.qualifier), None)
            found.add((word.key, beside.key if beside else ""))
    return found


def _put_together_alike(group: _Group, clause: Clause, source: Source) -> bool:
    dated = _dated(group.told, source.reference), _dated(clause, source.reference)
    numbers = (word for at, word in enumerate(group.told.words) if word.number and at not in dated[0])
    if not all(number.key in clause.keys for number in numbers):
        return False  # What stands around a line counts something else.
    return counts_alike(group.told, clause, dated) and in_order(group.told, clause, dated)


@lru_cache(maxsize=2_048)
def _dated(clause: Clause, reference: Interval | None) -> Set[int]:
    """Which words of a clause are in a date."""
    spans = [found.span for found in _dates(clause.text, reference)]
    words = enumerate(clause.words)
    return frozenset(at for at, word in words if any(span.start <= word.start < span.end for span in spans))


def _dated_alike(group: _Group, clause: Clause, source: Source) -> bool:
    """Tells whether each date is one of the clause's or the time around one; of several days none is picked."""
    told = _days(group.told.text, source.reference)
    if not told:
        return True
    days = _days(clause.text, source.reference)
    said = days | _days(source.around, source.reference)
    if not all(any(day == other or _is_time_around(day, other) for other in said) for day in told):
        return False
    own = {day for day in days if day.precision is not Precision.MONTH}
    exact = {day for day in told if day in own}
    return not exact or exact >= own


def _is_time_around(day: Interval, other: Interval) -> bool:
    return day.precision is not Precision.DAY and day.start <= other.start and other.end <= day.end


@lru_cache(maxsize=2_048)
def _days(text: str, reference: Interval | None) -> Set[Interval]:
    return {found.interval for found in _dates(text, reference)}


@lru_cache(maxsize=2_048)
def _dates(text: str, reference: Interval | None) -> tuple[FoundDate, ...]:
    return tuple(find_dates(text, reference))


def _acts_alike(group: _Group, clause: Clause) -> bool:
    """Tells whether whoever does something in a group does it in the clause, to the same ones."""
    names = _name_groups(group)
    if any(not _same_side(group, clause, one, other) for one, other in pairwise(names)):
        return False
    return _subject_holds(group, clause) and _directed_alike(group, clause)


def _is_alike(group: _Group, clause: Clause) -> bool:
    """Tells whether nothing is said to be what it is only of, for or in: "Chair of the Council" is no council."""
    said = _attached(clause.words)
    return all(
        ("is", *pair) in said or ("of", *pair) not in said for link, *pair in _attached(group.words) if link == "is"
    )


@lru_cache(maxsize=2_048)
def _attached(sequence: tuple[Word, ...]) -> Set[tuple[str, str, str]]:
    """Telling words and the names right behind them, with what stands between: a form of "be", or a preposition."""
    found: set[tuple[str, str, str]] = set()
    for at, word in enumerate(sequence):
        if not word.plain:
            continue
        behind = next((number for number in range(at + 1, len(sequence)) if not sequence[number].glue), None)
        if behind is not None and sequence[behind].name:
            between = sequence[at + 1 : behind]
            if any(is_in(one, "passives") for one in between):
                found.add(("is", word.key, sequence[behind].key))
            elif any(is_in(one, "genitives") for one in between):
                found.add(("of", word.key, sequence[behind].key))
    return found


def _name_groups(group: _Group) -> list[list[Word]]:
    """Names with nothing telling between them, apart from those of places where something was."""
    found: list[list[Word]] = []
    near = False
    before: Word | None = None
    located = False
    for word in group.words:
        if word.name:
            if not (near and located):
                located = before is not None and is_in(before, "locatives")
            if not located:
                if near and found:
                    found[-1].append(word)
                else:
                    found.append([word])
            near = True
        elif word.plain or word.qualifier:
            near, located = False, False
        before = word
    return found


def _same_side(group: _Group, clause: Clause, one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Tells whether two names stand on the same sides of a telling word in a clause as in a group."""
    between = [word for word in group.words if one[-1].end <= word.start and word.end <= other[0].start]
    turned = _is_passive(between)
    told = {word.key for word in between if word.plain}
    for left in one:
        for right in other:
            if left.key == right.key:
                continue
            places = clause.places(left.key), clause.places(right.key)
            if not all(places):
                continue  # One of them is said around the line.
            if not any(_stand_alike(clause, a, b, told, turned) for a in places[0] for b in places[1]):
                return False
    return True


def _stand_alike(clause: Clause, left: int, right: int, told: set[str], turned: bool) -> bool:
    low, high = sorted((left, right))
    between = clause.words[low + 1 : high]
    if ":" in clause.text[clause.words[low].end : clause.words[high].start]:
        return True  # A label and what it says.
    said = {word.key for word in between if word.plain}
    if told and not _share_meaning(told, said):
        return False
    return (left < right) == (turned == _is_passive(between))


def _share_meaning(told: set[str], said: set[str]) -> bool:
    """Tells whether one of some telling words means the same as one of others."""
    if any(word in said or any(akin(word, other) for other in said) for word in told):
        return True
    return bool(said and said_otherwise(meanings(" ".join(sorted(told))), " ".join(sorted(said))))


def _is_passive(between: Sequence[Word]) -> bool:
    keys = [word for word in between if not word.name]
    return any(is_in(word, "passives") for word in keys) and any(word.key == "by" for word in keys)


def _subject_holds(group: _Group, clause: Clause) -> bool:
    """Tells whether the names that a group begins with stand before what it says of them, as in the clause."""
    names = leading_names(group.words) or group.lead
    verb = next((word for word in group.words if names and word.start > names[-1].start and word.plain), None)
    if verb is None or _is_passive([word for word in group.words if word.start > names[-1].start]):
        return True
    told = {word.key for word in group.words}
    hung = governed(clause)
    for name in names:
        for at in clause.places(name.key):
            for where in clause.places(verb.key):
                low, high = sorted((at, where))
                words_between = clause.words[low + 1 : high]
                label = ":" in clause.text[clause.words[low].end : clause.words[high].start]
                owned = all(word.name or word.key in ("the", "a", "of", "by", "s") for word in words_between)
                # Who stands before a deed does it only if nobody else does something in between.
                skipped = any(
                    word.plain and word.key not in told and hung[number] == hung[where]
                    for number, word in enumerate(words_between, low + 1)
                )
                if (at < where and not skipped) or label or owned:
                    return True
    return not any(clause.places(name.key) and clause.places(verb.key) for name in names)


def _directed_alike(group: _Group, clause: Clause) -> bool:
    told, said = _directions(group.words), _directions(clause.words)
    return all(key not in said or not said[key] or direction in said[key] for key, direction in _flat(told))


def _flat(directions: dict[str, set[str]]) -> list[tuple[str, str]]:
    return [(key, direction) for key, each in directions.items() for direction in each]


def _directions(sequence: Sequence[Word]) -> dict[str, set[str]]:
    """The words of direction right before names."""
    found: dict[str, set[str]] = {}
    for before, word in pairwise(sequence):
        if word.name and is_in(before, "directions"):
            found.setdefault(word.key, set()).add(before.key)
    return found


def _unquoted(claim: str, sources: Sequence[Source]) -> str:
    said = [one_line(source.text) for source in sources]
    for quoted in _QUOTED.findall(claim):
        if not any(one_line(quoted) in text for text in said):
            return "it puts words into quotation marks that its sources do not have"
    return ""


def _missing(claim: str, sources: Sequence[Source], *, plain: bool) -> str:
    """Names the words of a claim that none of its sources has: all, or without those that may be said otherwise."""
    keys = frozenset().union(*(clause.keys for source in sources for clause in source.clauses))
    keys |= frozenset().union(*(source.around_keys for source in sources))
    telling = (word for word in words_in(claim) if not word.glue and (plain or not word.plain))
    lost = [claim[word.start : word.end] for word in telling if word.key not in keys]
    return f"its sources do not have “{'”, “'.join(dict.fromkeys(lost))}”" if lost else ""
