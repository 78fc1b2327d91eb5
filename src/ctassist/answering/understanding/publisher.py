"""What an archive calls the body whose reviews it holds, and those who belong to it."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from ctassist.answering.terms import fold, function_words, stems, tokens
from ctassist.extraction.vocabulary import months
from ctassist.indexing.archive import View
from ctassist.model.archive import Entry
from ctassist.model.records import Item, Name, NameKind

_MASTHEAD = 160
"""So many characters at the top of a document hold the name of who publishes it."""


def common_start(titles: Sequence[str]) -> re.Pattern[str] | None:
    """The words, two or more, with which most titles begin."""
    counts: Counter[tuple[str, ...]] = Counter()
    for title in titles:
        words = re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d\S*", title)
        plain = next((n for n, word in enumerate(words) if word[0].isdigit()), len(words))
        counts.update(tuple(words[:count]) for count in range(2, plain + 1))
    common = [start for start, count in counts.items() if count > 1 and count * 2 > len(titles)]
    if not common:
        return None
    longest = max(common, key=len)
    return re.compile(r"\b" + r"\W+".join(map(re.escape, longest)) + r"\b", re.IGNORECASE)


_FEWEST_LETTERS = 3


def first_letters(name: str) -> str:
    """The first letters of all words of a name, in lower case; nothing where they are too few to tell it."""
    letters = "".join(word[0] for word in re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", name)).casefold()
    return letters if len(letters) >= _FEWEST_LETTERS else ""


_MOST_DOCUMENTS = 0.6
"""A name in so large a share of the documents, written in several words, is the publisher's."""


def publisher_stems(names: Iterable[tuple[str, Name]], documents: int, view: View) -> frozenset[str]:
    """Stems of the long names that most documents have; a body with posts of its own is only a part of the whole."""
    charted = {fold(row.record.body) for row in view.roles()}
    found: dict[str, set[str]] = defaultdict(set)
    for document, name in names:
        for form in (name.key, *name.aliases):
            if len(form.split()) > 2 and name.kind is not NameKind.PERSON and fold(form) not in charted:
                found[form].add(document)
    own = (form for form, where in found.items() if documents > 2 and len(where) >= _MOST_DOCUMENTS * documents)
    return frozenset(word for form in own for word in stems(form))


def member_stems(names: Iterable[Name], view: View) -> frozenset[str]:
    """Stems of the long names of those who hold posts, whom each issue may name for that."""
    holders = {fold(row.record.holder) for row in view.roles()}
    forms = ((name.key, *name.aliases) for name in names)
    return frozenset(
        word
        for own in forms
        if not holders.isdisjoint(map(fold, own))
        for form in own
        if " " in form
        for word in stems(form)
    )


def called_for_short(items: Iterable[Entry[Item]], names: Iterable[Name], documents: int) -> frozenset[str]:
    """The stem of the noun by which most documents call their publisher for short: "the Alliance".

    It is the noun of a longer name, and the nouns of others are named more seldom.
    """
    ends = {
        noun
        for name in names
        for form in (name.key, *name.aliases)
        if len(form.split()) > _SHORT_NAME and name.kind is not NameKind.PERSON
        for noun in nouns_of(form)
    }
    found: dict[str, set[str]] = defaultdict(set)
    organs = set[str]()
    for entry in items:
        for match in _THE_NOUN.finditer(entry.text):
            if match["noun"] in ends:
                found[match["noun"]].add(entry.document_id)
        # The Council of the Alliance is a part of it.
        organs |= {match["organ"] for match in _ORGAN_OF.finditer(entry.text) if match["whole"] in ends}
    for organ in organs & found.keys():
        del found[organ]
    noun = max(found, key=lambda noun: (len(found[noun]), noun), default="")
    return stems(noun) if len(found[noun]) * 2 >= documents > _FEW else frozenset()


def nouns_of(name: str) -> frozenset[str]:
    """The words a long name may be called by for short: "Compact" of "Small Compact on Lamps", its last one too."""
    words = name.split()
    before = next((at for at, word in enumerate(words) if at and word in _PREPOSITIONS), len(words))
    return frozenset((words[before - 1], words[-1]))


_PREPOSITIONS = frozenset(("of", "on", "for", "against", "in", "to", "with", "between", "among"))
_SHORT_NAME, _FEW = 2, 2
_ORGAN_OF = re.compile(r"\b(?P<organ>[A-Z][a-z]+) of the (?:[A-Z]\w+ )*(?P<whole>[A-Z][a-z]+)\b")
_THE_NOUN = re.compile(r"\b[Tt]he (?P<noun>[A-Z][a-z]{3,})(?![\w-]| (?:[A-Z]|of [A-Z]|on [A-Z]|for [A-Z]))")


def named_on_top(
    known: Iterable[Collection[str]], openings: Sequence[str], called: frozenset[str] = frozenset()
) -> frozenset[str]:
    """All forms of the name, long and short, one of which stands at the top of most documents.

    Args:
        known: the forms of each name.
        openings: the top of each document.
        called: the stem of the noun by which most documents call the publisher: a name that has it need not stand at
            the top of so many.
    """
    folded = [_plain(opening) for opening in openings]
    best: tuple[int, frozenset[str]] = (0, frozenset())
    for forms in known:
        long = [_plain(form) for form in forms if len(form.split()) > _SHORT_NAME]
        short = [re.compile(rf"\b{re.escape(form)}\b") for form in forms if _ACRONYM.fullmatch(form)]
        if long and short:
            count = sum(
                any(form in plain for form in long) or any(form.search(opening) for form in short)
                for plain, opening in zip(folded, openings, strict=True)
            )
            best = max(best, (count, frozenset(forms)), key=lambda found: found[0])
    count, own = best
    has_noun = any(stems(noun) <= called for form in own if " " in form for noun in nouns_of(form) if stems(noun))
    enough = count >= _FEW if has_noun else count > _FEW and count >= _MOST_DOCUMENTS * len(openings)
    return own if enough else frozenset()


def _plain(words: str) -> str:
    """Words in lower case with single blanks between and around them."""
    return " ".join(["", *re.findall(r"[^\W_]+", fold(words)), ""])


_ACRONYM = re.compile(r"[A-Z][A-Za-z\d-]*[A-Z]")


def above_charts(view: View) -> list[str]:
    """The top of each document down to its first chart: who holds a post there publishes nothing by that."""
    openings = view.openings(_MASTHEAD)
    for row in view.roles():
        if row.document_id in openings and row.record.span.start < len(openings[row.document_id]):
            openings[row.document_id] = openings[row.document_id][: row.record.span.start]
    return list(openings.values())


def masthead_stems(openings: Sequence[str]) -> frozenset[str]:
    """Stems of the words with a capital at the top of most documents: "Solway Concord of Small Harbours"."""
    found: Counter[str] = Counter()
    for opening in openings:
        words = (token for token in tokens(opening) if token.text.istitle() and len(token.text) > 3)
        found.update({token.stem for token in words if fold(token.text) not in {*months(), *function_words()}})
    return frozenset(word for word, count in found.items() if count > 2 and count >= _MOST_DOCUMENTS * len(openings))
