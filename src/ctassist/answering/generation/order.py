"""Whether a claim is made of stretches of its clause, put together as they are there.

Words that stand side by side in a claim do so in the clause, behind the same preposition. Left out may be what adds to
a word; moved may be what a sentence can begin or end with, and both sides of a deed that is told as suffered.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ctassist.answering.generation.sources import Clause
from ctassist.answering.generation.words import Word, is_in
from ctassist.answering.terms import table

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
    that: bool
    """Whether it begins what somebody says, behind "that"."""
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
    return any(_is_kept(*reading) for reading in _readings(ours, theirs))


def _is_kept(ours: Sequence[_Step], theirs: Sequence[_Step]) -> bool:
    places = _places(ours, theirs)
    before: int | None = None
    for number, (step, place) in enumerate(zip(ours, places, strict=True)):
        if place is None:
            continue
        if not _follows(step, before, place, theirs, set(places), [p for p in places[:number] if p is not None]):
            return False
        before = place
    return True


@cache
def _links() -> Set[str]:
    return frozenset(table("generation")["links"])


@lru_cache(maxsize=2_048)
def _steps(clause: Clause, dated: Set[int]) -> Sequence[_Step]:
    found: list[_Step] = []
    link, shared, new, bracket, being, that, segment, end = "", "", True, False, False, False, 0, 0
    for at, word in enumerate(clause.words):
        gap = clause.text[end : word.start]
        segment += ":" in gap
        bracket = bracket or "(" in gap
        being = being or is_in(word, "passives")
        that = that or word.key == "that"
        new = new or any(mark in gap for mark in ',;:()“”"–—')
        end = word.end
        # Not by its stem: "nearly" is no "near".
        if clause.text[word.start : word.end].casefold() in _links():
            link = word.key
        elif word.key in ("and", "or"):
            new = True
        elif at not in dated and not word.glue:
            shared = link or (shared if new or word.name else "")
            found.append(_Step(word, link, shared, new, bracket, being, that, segment))
            link, new, bracket, being, that = "", False, False, False, False
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
    if labelled and other.bracket and (before is None or place != before + 1):
        return False  # A bracket is of the one before it.
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
    if theirs[place].bracket or any(step.that for step in theirs[before + 1 : place + 1]):
        return False
    if theirs[place].link:
        # What the preposition hangs on must have been told.
        head = place - 1
        while head > before and head not in kept and theirs[head].link:
            head -= 1
        return head == before or head in kept
    if theirs[before + 1].link or theirs[place].new:
        return True
    left = theirs[before + 1 : place]
    return len(left) <= _MOST_LEFT_OUT and all(step.word.plain and not step.link and not step.new for step in left)


def _may_go_back(step: _Step, place: int, theirs: Sequence[_Step], told: Sequence[int]) -> bool:
    """Tells whether a claim may go on with something earlier: behind an opening, or with one that the clause has."""
    opening = theirs[told[0]].link and list(told) == list(range(told[0], told[0] + len(told))) and place < told[0]
    closing = step.link and theirs[place].new
    swapped = step.being and theirs[told[0]].being and place == 0
    return bool(opening or closing or swapped)


def _readings(ours: Sequence[_Step], theirs: Sequence[_Step]) -> Iterator[tuple[Sequence[_Step], Sequence[_Step]]]:
    """A claim and its clause as they are, and with what one says as suffered put as the other says it done."""
    suffered = [ours[being].word.key for being, _ in _sufferings(ours)]
    # What is done by somebody in the claim is not only there, or done, in the clause.
    if {step.word.key for step in theirs if step.being}.issuperset(suffered):
        yield ours, theirs
    if any(step.being for step in ours):
        yield from ((read, theirs) for read in _as_done(ours))
    else:
        yield from ((ours, read) for read in _as_done(theirs))


def _sufferings(steps: Sequence[_Step]) -> Iterator[tuple[int, int]]:
    """Where "be" stands, and behind it who does something: "was opened by MSI"."""
    for doer, step in enumerate(steps):
        being = next((at for at in range(doer - 1, -1, -1) if steps[at].being), None)
        if step.link == "by" and not step.word.number and being is not None:
            yield being, doer


def _as_done(steps: Sequence[_Step]) -> Iterator[Sequence[_Step]]:
    """Steps of "a port was opened by MSI" in the order of "MSI opened a port".

    Nothing tells which word is the deed ("jointly opened"), nor where the one who does it ends ("by keepers of Fiji in
    May"): all are tried, and one must agree with the other statement to the last word.
    """
    for being, doer in _sufferings(steps):
        # What a statement opens with ("In May,") stays at its beginning.
        first = next((at for at in range(being) if steps[at].new and not steps[at].link), being)
        begin = next((at for at in range(being, first, -1) if not steps[at - 1].word.qualifier), being)
        for deed in range(being + 1, doer + 1):
            for end in range(doer + 1, len(steps) + 1):
                yield [
                    *steps[:first],
                    replace(steps[doer], link="", shared="", new=True),
                    *steps[doer + 1 : end],
                    *(replace(one, being=False) for one in steps[begin:deed]),
                    *steps[first:begin],
                    *steps[deed:doer],
                    *steps[end:],
                ]


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
