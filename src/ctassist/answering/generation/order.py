"""Whether a claim is made of stretches of its clause, put together as they are there.

Words that stand side by side in a claim do so in the clause, behind the same preposition. Left out may be what adds to
a word; moved may be what a sentence can begin or end with, and both sides of a deed that is told as suffered.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from ctassist.answering.generation.sources import Clause
from ctassist.answering.generation.words import Word, is_in

_MOST_LEFT_OUT = 2
"""So many words before a noun may be left out; more are no adjectives."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A telling word and what stands before it."""

    word: Word
    link: str
    """The preposition, or nothing."""
    shared: str
    """The one that it has together with the words before it: "to Kenya and Mali"."""
    new: bool
    """Whether it stands behind a comma, a bracket or "and"."""
    bracket: bool
    being: bool
    """Whether a form of "be" stands before it."""
    segment: int


def in_order(told: Clause, said: Clause, dated: tuple[Set[int], Set[int]]) -> bool:
    """Tells whether a claim, or a part of it, keeps its words together as a clause does.

    Args:
        told: the claim, or the part of it that the clause is to say.
        said: the clause.
        dated: where among the words of either those of dates stand, which may stand anywhere.
    """
    ours, theirs = _steps(told, dated[0]), _steps(said, dated[1])
    if not _timed_alike(told, said, dated):
        return False
    turned = _turned(told, said)
    if turned is not None:
        return turned or ":" in said.text
    places = _places(ours, theirs)
    before: int | None = None
    for number, (step, place) in enumerate(zip(ours, places, strict=True)):
        if place is None:
            continue
        if not _follows(step, before, place, theirs, set(places), [p for p in places[:number] if p is not None]):
            return False
        before = place
    return True


@lru_cache(maxsize=2_048)
def _steps(clause: Clause, dated: Set[int]) -> Sequence[_Step]:
    found: list[_Step] = []
    link, shared, new, bracket, being, segment, end = "", "", True, False, False, 0, 0
    for at, word in enumerate(clause.words):
        gap = clause.text[end : word.start]
        segment += ":" in gap
        bracket = bracket or "(" in gap
        being = being or is_in(word, "passives")
        new = new or any(mark in gap for mark in ',;:()“”"–—')
        end = word.end
        if is_in(word, "links"):
            link = word.key
        elif word.key in ("and", "or"):
            new = True
        elif at not in dated and not word.glue:
            shared = link or (shared if new or word.name else "")
            found.append(_Step(word, link, shared, new, bracket, being, segment))
            link, new, bracket, being = "", False, False, False
        elif at in dated:
            link, new = "", True
    return found


def _places(ours: Sequence[_Step], theirs: Sequence[_Step]) -> list[int | None]:
    """Where each word of a claim stands in the clause: right behind the one before, else behind it, else anywhere."""
    found: list[int | None] = []
    before = -1
    for step in ours:
        spots = [at for at, other in enumerate(theirs) if other.word.key == step.word.key]
        alike = [at for at in spots if theirs[at].link == step.link] or spots
        place = min(alike, key=lambda at: (at != before + 1, at <= before, at), default=None)
        found.append(place)
        before = before if place is None else place
    return found


def _follows(
    step: _Step, before: int | None, place: int, theirs: Sequence[_Step], kept: set[int | None], told: Sequence[int]
) -> bool:
    """Tells whether a word may stand behind the one that stands before it in a claim."""
    other = theirs[place]
    labelled = theirs[-1].segment > theirs[0].segment
    if labelled and (before is None or other.segment < theirs[-1].segment or theirs[before].segment < other.segment):
        return True  # A label and what it says may be told in any way.
    if step.link not in (other.link, other.shared if other.new else other.link) and not (
        step.new and step.shared == other.link
    ):
        return False
    if step.being and (step.link or step.word.name) and not (other.being or other.new):
        return False  # What is said of one thing is not said to be another.
    if before is None:
        return True
    if place == before + 1:
        return True
    if place > before:
        return _may_skip(before, place, theirs, kept)
    return _may_go_back(step, place, theirs, told)


def _may_skip(before: int, place: int, theirs: Sequence[_Step], kept: set[int | None]) -> bool:
    """Tells whether what stands between two words of a clause only adds to the first, or to the second."""
    if theirs[place].bracket:
        return False
    if theirs[place].link:
        # What the preposition hangs on must have been told.
        head = place - 1
        while head > before and head not in kept and theirs[head].link:
            head -= 1
        return head == before or head in kept
    if theirs[before + 1].link or theirs[before + 1].new or theirs[place].new:
        return True
    left = theirs[before + 1 : place]
    return len(left) <= _MOST_LEFT_OUT and all(step.word.plain and not step.link and not step.new for step in left)


def _may_go_back(step: _Step, place: int, theirs: Sequence[_Step], told: Sequence[int]) -> bool:
    """Tells whether a claim may go on with something earlier: behind an opening, or with one that the clause has."""
    opening = theirs[told[0]].link and list(told) == list(range(told[0], told[0] + len(told))) and place < told[0]
    closing = step.link and theirs[place].new
    swapped = step.being and theirs[told[0]].being and place == 0
    return bool(opening or closing or swapped)


def _turned(told: Clause, said: Clause) -> bool | None:
    """Tells whether what one says as done the other says as suffered, by the same; None where neither is turned."""
    ours, theirs = _sufferings(told), _sufferings(said)
    for deed, by in ours.items():
        if deed not in theirs and deed in said.keys:
            return _is_turned(told, said, deed, by)
    for deed, by in theirs.items():
        if deed not in ours and deed in told.keys and not any(is_in(word, "passives") for word in told.words):
            return _is_turned(said, told, deed, by)
    return None


def _sufferings(clause: Clause) -> dict[str, int]:
    """The deeds that are said as suffered, each with where "by" stands: "was founded by"."""
    found: dict[str, int] = {}
    for at, word in enumerate(clause.words[:-1]):
        if word.key == "by" and not clause.words[at + 1].number:
            deed = next((number for number in range(at - 1, -1, -1) if clause.words[number].plain), None)
            if deed is not None and any(is_in(other, "passives") for other in clause.words[:deed]):
                found[clause.words[deed].key] = at
    return found


def _is_turned(passive: Clause, active: Clause, deed: str, by: int) -> bool:
    """Tells whether the one behind "by" does the deed, and what stands before "be" suffers it."""
    spots = active.places(deed)
    doer = next((word for word in passive.words[by:] if not word.glue), None)
    if doer is None or not any(at < spot for at in active.places(doer.key) for spot in spots):
        return False
    end = next(at for at, word in enumerate(passive.words) if word.key == deed)
    being = max(at for at, word in enumerate(passive.words[:end]) if is_in(word, "passives"))
    suffering = [active.places(word.key) for word in passive.words[:being] if word.plain]
    return all(any(at > spot for at in places for spot in spots) for places in suffering if places)


def _timed_alike(told: Clause, said: Clause, dated: tuple[Set[int], Set[int]]) -> bool:
    """Tells whether of several times each stands behind the same word."""
    ours, theirs = _runs(dated[0]), _runs(dated[1])
    if len(theirs) < 2:
        return True
    for run in ours:
        before = next((word for word in reversed(told.words[: run[0]]) if not word.glue), None)
        spots = said.places(before.key) if before is not None and (before.plain or before.number) else []
        keys = {told.words[at].key for at in run}
        same = [other for other in theirs if keys & {said.words[at].key for at in other if said.words[at].month}]
        if spots and same and not any(_is_right_behind(spot, other, theirs) for spot in spots for other in same):
            return False
    return True


def _is_right_behind(spot: int, run: Sequence[int], runs: Sequence[Sequence[int]]) -> bool:
    if spot > run[0]:
        return runs.index(run) == 0 and run[0] == 0  # A day that heads its line.
    return not any(spot < other[0] < run[0] for other in runs)


def _runs(dated: Set[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for at in sorted(dated):
        if found and at == found[-1][-1] + 1:
            found[-1].append(at)
        else:
            found.append([at])
    return found
