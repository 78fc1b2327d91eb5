"""What a clause says only under something else: a claim may leave out what adds to a word, never what it hangs on.

There is no parser. Each rule looks at words that stand for a bond ("to", "of", "who", "instead", "led to"), and where
it cannot tell, the claim does not hold.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import pairwise

from ctassist.answering.generation.sources import Clause
from ctassist.answering.generation.words import Word, is_in
from ctassist.answering.synonyms import meanings, said_otherwise
from ctassist.answering.terms import akin, table

_ENDS = frozenset(",;:()–—")
_ENDS_OF_STRETCH = frozenset(["", "from", "to"])


def keeps_scope(told: Clause, clause: Clause, around: frozenset[str]) -> bool:
    """Tells whether what a claim says of a clause hangs on the same words there.

    Args:
        told: the claim, or the part of it that the clause is to say.
        clause: a clause that has all words of the claim.
        around: what is said of the clause's line elsewhere.
    """
    return (
        _is_weighed_alike(told, clause)
        and _is_to_be_done_alike(told, clause)
        and not _headless(told, clause, around)
        and _is_governed_alike(told, clause)
        and _is_turned_alike(told, clause)
        and _is_measured_alike(told, clause)
        and _is_written_alike(told, clause)
        and _is_as_lasting(told, clause)
    )


def _is_weighed_alike(told: Clause, clause: Clause) -> bool:
    """Tells whether nothing that undoes or weakens a whole clause was left out, or put in."""
    said, kept = _weights(clause), _weights(told)
    return kept <= said and all(key in kept or _is_meant(key, told) for key in said)


@lru_cache(maxsize=2_048)
def _weights(clause: Clause) -> Set[str]:
    conditions = (phrase for phrase in table("generation")["conditions"] if phrase in clause.text.casefold())
    return {*conditions, *(word.key for word in clause.words if is_in(word, "weighing"))}


def _is_meant(key: str, told: Clause) -> bool:
    return any(akin(key, other) for other in told.keys) or bool(said_otherwise(meanings(key), told.text))


def _is_to_be_done_alike(told: Clause, clause: Clause) -> bool:
    """Tells whether what is to be done is not told as done, nor the other way round."""
    said, kept = dict(_infinitives(clause)), dict(_infinitives(told))
    for key in {word.key for word in told.words if word.plain} & clause.keys:
        if key in said and key not in kept and len(clause.places(key)) == 1:
            return False
        if key in kept and key not in said:
            return False
    # What somebody offered to do hangs on the offer.
    return all(not head or head in told.keys for key, head in said.items() if key in kept)


def _infinitives(clause: Clause) -> Iterator[tuple[str, str]]:
    """Words behind "to" that may be verbs, each with the telling word before it, if any."""
    words = clause.words
    for at, word in enumerate(words):
        if word.key != "to" or word.name:
            continue
        behind = at + 1
        while behind < len(words) and is_in(words[behind], "passives"):
            behind += 1
        if behind < len(words) and words[behind].plain and not _is_plural(clause, words[behind]):
            yield words[behind].key, next((one.key for one in reversed(words[:at]) if one.plain or one.qualifier), "")


def _is_plural(clause: Clause, word: Word) -> bool:
    text = clause.text[word.start : word.end].casefold()
    return text.endswith("s") and not text.endswith(("ss", "us"))


def _headless(told: Clause, clause: Clause, around: frozenset[str]) -> set[str]:
    """Words that hang on one that was left out: MSI of "the work of MSI" where no work is told."""
    lost = set()
    for at, (before, link) in enumerate(pairwise(clause.words)):
        if not (before.plain and is_in(link, "heads")) or clause.text[before.end : link.start].strip():
            continue
        hung = next((word for word in clause.words[at + 2 :] if not word.glue), None)
        if hung is None or hung.number or hung.month or hung.key not in told.keys:
            continue
        kept = before.key in told.keys | around or _is_meant(before.key, told)
        if not kept and len(clause.places(hung.key)) == 1:
            lost.add(hung.key)
    return lost


def _is_governed_alike(told: Clause, clause: Clause) -> bool:
    """Tells whether what stands behind "who", "than" or "instead" does so in both, and nothing else does."""
    said, kept = _governors(clause), _governors(told)
    return all(governors <= said[key] for key, governors in kept.items() if key in said)


@lru_cache(maxsize=2_048)
def governed(clause: Clause) -> Sequence[str]:
    """For each word of a clause the subordinator that it stands behind, or nothing."""
    found, governor, before = [], "", 0
    for word in clause.words:
        if not _ENDS.isdisjoint(clause.text[before : word.start]):
            governor = ""
        if is_in(word, "subordinators"):
            governor = word.key
        found.append(governor)
        before = word.end
    return found


@lru_cache(maxsize=2_048)
def _governors(clause: Clause) -> Mapping[str, Set[str]]:
    found: dict[str, set[str]] = {}
    for word, governor in zip(clause.words, governed(clause), strict=True):
        if not word.glue and not is_in(word, "subordinators"):
            found.setdefault(word.key, set()).add(governor)
    return found


def _is_turned_alike(told: Clause, clause: Clause) -> bool:
    """Tells whether causes stay causes: what stands before "led to" stands before it in both."""
    for verb in {word.key for word in told.words if is_in(word, "one_way")}:
        places, others = told.places(verb), clause.places(verb)
        if len(places) != 1 or len(others) != 1 or ":" in clause.text:
            continue
        turned = _is_suffered(told, places[0]) != _is_suffered(clause, others[0])
        for word in told.words:
            where = clause.places(word.key)
            if word.plain and word.key != verb and len(where) == 1 and len(told.places(word.key)) == 1:
                first, other = told.places(word.key)[0] < places[0], where[0] < others[0]
                if (first == other) == turned:
                    return False
    return True


def _is_suffered(clause: Clause, verb: int) -> bool:
    return any(word.key == "by" for word in clause.words[verb + 1 : verb + 2])


def _is_measured_alike(told: Clause, clause: Clause) -> bool:
    """Tells whether numbers and times have the same bounds: since, until, by, from, to."""
    said, kept = _bounds(clause), _bounds(told)
    return all(_is_bounded_alike(bounds, said[key]) for key, bounds in kept.items() if key in said)


def _is_bounded_alike(told: Set[str], said: Set[str]) -> bool:
    # A stretch may be told otherwise ("between 3 and 7"), as long as neither end becomes the other.
    loose = (told == {""} and said <= _ENDS_OF_STRETCH) or (said == {""} and told <= _ENDS_OF_STRETCH)
    return loose or not told.isdisjoint(said)


@lru_cache(maxsize=2_048)
def _bounds(clause: Clause) -> Mapping[str, Set[str]]:
    """The words of bounds right before numbers and months; nothing stands for none."""
    found: dict[str, set[str]] = {}
    before: Word | None = None
    bound = ""
    for word in clause.words:
        if word.number or word.month:
            if before is None or not (before.number or before.month):
                bound = before.key if before is not None and is_in(before, "bounds") else ""
            found.setdefault(word.key, set()).add(bound)
        before = word
    return found


def _is_written_alike(told: Clause, clause: Clause) -> bool:
    """Tells whether a draft stays a draft: no deed is made of what qualifies a word."""
    made = {word.key for word in clause.words if word.qualifier and _is_past(clause, word)}
    bare = {word.key for word in clause.words if word.qualifier} - made
    return not any(word.qualifier and word.key in bare and _is_past(told, word) for word in told.words)


def _is_past(clause: Clause, word: Word) -> bool:
    return clause.text[word.start : word.end].casefold().endswith("ed")


def _is_as_lasting(told: Clause, clause: Clause) -> bool:
    """Tells whether what is so is not told as what was, nor the other way round; a day says when in either form."""
    if clause.text[:1].isdigit() or clause.text.rstrip(" .").endswith(")"):
        return True
    said = {word.key: _was(clause, word) for word in clause.words if word.plain and len(clause.places(word.key)) == 1}
    forms = ((said.get(word.key), _was(told, word)) for word in told.words)
    return not any({one, other} == {True, False} for one, other in forms)


def _was(clause: Clause, word: Word) -> bool | None:
    """Whether a word is a verb of the past, or of the present; None where its form does not tell."""
    text = clause.text[word.start : word.end].casefold()
    if text.endswith("ed") or text in _pasts():
        return True
    return False if text.endswith("s") and not text.endswith("ss") else None


@cache
def _pasts() -> Set[str]:
    return frozenset(past for pasts in table("words")["irregular_verbs"].values() for past in pasts)
