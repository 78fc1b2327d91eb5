"""Whose a number is: of several in one clause each keeps the words, names and months that it stands with."""

from collections.abc import Sequence, Set
from itertools import takewhile

from ctassist.answering.generation.sources import Clause
from ctassist.answering.generation.words import Word, is_in

_NEAR = 2
"""A number counts one of so many telling words beside it."""


def counts_alike(told: Clause, said: Clause, dated: tuple[Set[int], Set[int]]) -> bool:
    """Tells whether each number of a claim that a clause has stands with the same words there.

    Args:
        told: the claim, or the part of it that the clause is to say.
        said: the clause.
        dated: where among the words of either numbers stand that are parts of dates.
    """
    ours, theirs = _figures(told, dated[0]), _figures(said, dated[1])
    return all(
        _counts_the_same(told.words[at], at, told, said)
        and (len(theirs) < 2 or _is_of_the_same(at, told, ours, said, theirs))
        for at in ours
        if told.words[at].key in said.keys
    )


def _figures(clause: Clause, dated: Set[int]) -> list[int]:
    return [at for at, word in enumerate(clause.words) if word.number and at not in dated]


def _counts_the_same(number: Word, at: int, told: Clause, said: Clause) -> bool:
    behind_it = _weighty(told.words[at + 1 :])
    magnitudes = len(list(takewhile(lambda word: is_in(word, "magnitudes"), behind_it)))
    counted = [word.key for word in behind_it[: magnitudes + 1]]
    labels = [word.key for word in _weighty(told.words[:at])[-1:]]
    for place in said.places(number.key):
        behind = [word.key for word in _weighty(said.words[place + 1 :])[: _NEAR + magnitudes]]
        ahead = [word.key for word in _weighty(said.words[:place])[-_NEAR:]]
        # A figure behind its label counts what the label says: "Visits: 373".
        is_value = not behind or ":" in said.text[said.words[place - 1].end : said.words[place].start]
        if counted and (set(counted) <= set(behind) or (is_value and set(counted) <= set(ahead))):
            return True
        if not counted and (not labels or labels[0] in ahead + behind):
            return True
    return False


def _weighty(sequence: Sequence[Word]) -> list[Word]:
    return [word for word in sequence if not (word.glue or word.number or word.month)]


def _is_of_the_same(at: int, told: Clause, ours: list[int], said: Clause, theirs: list[int]) -> bool:
    """Tells whether no other number stands between one and the word before it or the name or month behind it."""
    places = [place for place in said.places(told.words[at].key) if place in theirs]
    label = next((word for word in reversed(told.words[:at]) if not word.glue), None)
    spots = said.places(label.key) if label is not None and label.plain else []
    if spots and not any(_is_label(spot, place, said, theirs) for spot in spots for place in places):
        return False
    owner = _owner(at, told, ours)
    if owner is None or owner.key not in said.keys:
        return True
    return any(_is_owner(spot, place, said, theirs) for spot in said.places(owner.key) for place in places)


def _is_label(spot: int, place: int, said: Clause, theirs: list[int]) -> bool:
    suffered = any(is_in(word, "passives") for word in said.words[max(0, spot - 1) : spot])
    # Behind "and" a number has the verb of the one before: "gave 3 lamps and 20 bells".
    shared = said.words[place - 1].key == "and"
    return (spot < place or suffered) and (shared or not _parted(spot, place, theirs))


def _owner(at: int, told: Clause, ours: list[int]) -> Word | None:
    """The name or month behind a number and before the next; not one that does the deed."""
    end = next((other for other in ours if other > at), len(told.words))
    for number in range(at + 1, end):
        word = told.words[number]
        if word.name or word.month:
            return None if told.words[number - 1].key == "by" else word
    return None


def _is_owner(spot: int, place: int, said: Clause, theirs: list[int]) -> bool:
    if _parted(spot, place, theirs):
        return False
    if spot > place:
        return True
    # What stands before a number is its own unless it is that of the number before.
    before = next((other for other in reversed(theirs) if other < spot), None)
    return before is None or any(word.name or word.month for word in said.words[before + 1 : spot])


def _parted(spot: int, place: int, theirs: list[int]) -> bool:
    low, high = sorted((spot, place))
    return any(low < other < high for other in theirs)
