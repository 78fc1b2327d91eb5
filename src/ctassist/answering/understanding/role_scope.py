"""The roles a question asks about: nouns ("chair"), verbs ("who leads"), belonging to a body ("who is on it")."""

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from ctassist.answering.terms import Token, body_noun_pattern, event_stems, fold, history_stems, light_stems, tokens
from ctassist.answering.understanding.catalog import Catalog
from ctassist.extraction.role_words import canonical_role, is_former, is_plural, is_title, role_label, role_verbs
from ctassist.extraction.vocabulary import table
from ctassist.model.text import Span

MEMBER, FORMER_MEMBER, EMERITUS = "member", "emeritus member", "emeritus lead"
"""Of those who led or belonged to a body before, where a page lists them, the last two."""
_FORMER = re.compile(r"\b(?:former|emerit(?:us|i)|past|ex|previous|retired|used\s+to)\b", re.IGNORECASE)
_WHICH_MEMBER = re.compile(r"\b(?:which|what)\s+(?:\w+\s+){0,2}members?\b", re.IGNORECASE)
"""Asks for one who does something else: "which board member is liaison"."""
_BESIDE = re.compile(r"\b(?:deputy|assistant|associate|vice|under|honorary)[\s-]+$", re.IGNORECASE)
"""Whoever stands beside a title does not bear it: "Deputy Secretary-General"."""
_HELD_BEFORE = re.compile(r"^(?:former|past)\s+|\s+emerit(?:us|i|a|ae)$", re.IGNORECASE)
"""An archive without a list of "former treasurers" may tell of treasurers one by one."""
_SHORTEST, _LONG = 7, 9
"""A misspelt role word has at least so many letters, of which one may be wrong, or two in long words."""
_ASKS_SINCE = re.compile(
    r"\b(?:since|from|when|how\s+long)\b[^,;?]*\b(?:been|become|became|made)\s+(?:an?\s+|the\s+|one\s+of\s+the\s+|its\s+|our\s+)?$",
    re.IGNORECASE,
)
_ASKS_WHO = re.compile(r"\bwho(?:m|se|'s|’s)?\b|\bname of\b|\bwhich (?:person|people)\b", re.IGNORECASE)


@cache
def role_pattern() -> re.Pattern[str]:
    """A regular expression for words of roles: nouns (group ``label``) and verbs (group ``verb``)."""
    verbs = "|".join(sorted(map(re.escape, role_verbs()), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:(?P<label>{role_label()})|(?P<verb>{verbs}))(?![\w-])", re.IGNORECASE)


@cache
def _known_roles() -> frozenset[str]:
    return frozenset(table("roles"))


@cache
def _membership() -> re.Pattern[str]:
    body = rf"(?:{body_noun_pattern()})"
    return re.compile(
        rf"\b(?:(?:{body}\s+)?members?(?:hip)?(?=\s+(?:\([^()]*\)\s+)?of\b|\s*[?.!]*$)|{body}\s+members?\b"
        r"|(?<=whose )terms?\b(?=\s+(?:on|in|at)\b)|members?(?=\s+(?:sit|serve|work|are employed)\b)"
        rf"|(?:sits?|sat|sitting|serves?|served|serving)\s+(?:on|in)\b|(?<=who is )(?:on|in)\b|(?<=who are )(?:on|in)\b"
        r"|(?<=used to be )(?:on|in)\b"
        r"|(?:(?<=which )|(?<=what )|(?<=all ))members(?=\s+(?:does|do|did)\s[^?]{2,80}\bhave\b)"
        r"|belongs?(?=\s+to\b))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _own_roles(held: frozenset[str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The roles of an archive that are in no list of roles, with what finds their words."""
    own = sorted(held - _known_roles())
    return tuple((role, re.compile(rf"(?<![\w-]){re.escape(role)}s?(?![\w-])", re.IGNORECASE)) for role in own)


def find_roles(text: str, catalog: Catalog) -> list[tuple[Span, str]]:
    """The words of a text that ask for roles, with the canonical roles.

    Belonging to a body and titles of persons count as roles only where the archive states such roles: "members" may be
    counted, and "the Director" may have said something. A misspelt role is none that the archive has as a word.

    Args:
        text: the question.
        catalog: what the archive knows.
    """
    held = catalog.held_roles
    found: list[tuple[Span, str]] = []
    for match in role_pattern().finditer(text):
        word = match.group()
        role, verb = canonical_role(word), role_verbs().get(word.casefold())
        role = verb if verb and (not match["label"] or (role and is_title(role))) else role  # "Who heads the board?"
        if role and is_former(role) and role not in held:
            role = canonical_role(_HELD_BEFORE.sub("", word)) or role
        if role and is_title(role) and _BESIDE.search(text[: match.start()]):
            continue
        if is_plural(word) and _of_holders().search(text[: match.start()]):
            continue
        if role and (not is_title(role) or (role in held and _asks_for_title(text, match.start()))):
            found.append((Span(*match.span()), role))
    for role, pattern in _own_roles(held):
        found += [(Span(*match.span()), role) for match in pattern.finditer(text)]
    found += [pair for pair in _initials(text, catalog) if not any(_meet(pair[0], other) for other, _ in found)]
    found += [pair for pair in _in_verbs(text, held) if not any(_meet(pair[0], other) for other, _ in found)]
    found = [pair for pair in found if not any(_inside(pair[0], other) for other, _ in found)]
    if MEMBER in held:
        spans = [Span(*match.span()) for match in _membership().finditer(text)]
        member = FORMER_MEMBER if FORMER_MEMBER in held and _FORMER.search(text) else MEMBER
        if member == FORMER_MEMBER and spans:
            found = [(span, role) for span, role in found if role != EMERITUS]
        if found and _WHICH_MEMBER.search(text):
            spans = []
        found += [(span, member) for span in spans if not any(_meet(span, other) for other, _ in found)]
    if not found:
        strange = (token for token in tokens(text) if not _is_word(token, catalog))
        found = [(Span(token.start, token.end), role) for token in strange if (role := _misspelt(token))]
    return sorted(found, key=lambda pair: pair[0].start)


@cache
def _of_holders() -> re.Pattern[str]:
    """A body that is called by those who sit on it: "the Council of Directors", "Conference of Chairs"."""
    nouns = rf"{body_noun_pattern()}|conference|college|convention|court"
    return re.compile(rf"\b(?:{nouns})\s+of\s+(?:(?:the|all|its|our)\s+)?$", re.IGNORECASE)


_CAPITALS = re.compile(r"(?<![\w.&/-])(?P<letters>[A-Z]{2,4})s?(?![\w&/-]|\.\w)")
_ASKED_FOR = re.compile(
    r"(?<!of )(?<!in )(?<!for )\b(?:who(?:[’']s)?|is|are|was|were|and|or|the|its|their|our|current|present|new)\s+$",
    re.IGNORECASE,
)


def _initials(text: str, catalog: Catalog) -> Iterator[tuple[Span, str]]:
    """The initials of a held post, where they are asked for like one: "who are the TLs of SIG Fog?".

    Capitals that the archive has itself are what they are there; those behind "of the" or "SIG" name a body.
    """
    if not _ASKS_WHO.search(text):
        return
    for match in _CAPITALS.finditer(text):
        meant = _held_initials(catalog.held_roles).get(match["letters"], ())
        if len(meant) == 1 and _ASKED_FOR.search(text[: match.start()]) and not catalog.knows(match["letters"]):
            yield Span(*match.span()), meant[0]


@lru_cache(maxsize=16)
def _held_initials(held: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The initials of the posts that an archive has and whose words are several, each with those posts."""
    found: dict[str, tuple[str, ...]] = {}
    for role in sorted(held):
        parts = re.split(r"[\s-]", role)
        if len(parts) > 1 and all(len(part) > _SHORT for part in parts):
            letters = "".join(part[0] for part in parts).upper()
            found[letters] = (*found.get(letters, ()), role)
    return found


_SHORT = 3
"""A word of at most so many letters tells no post by its first one: "co-chair", "head of office"."""


def _in_verbs(text: str, held: Collection[str]) -> Iterator[tuple[Span, str]]:
    """Verbs of held roles that are too common to count anywhere: "which group does she organise?"."""
    for role in held:
        if not re.fullmatch(r"\w+(?:er|or)", role) or role in role_verbs().values():
            continue
        verb = rf"{re.escape(role[:-2]).replace('z', '[sz]')}(?:e?s|e)?"
        body = rf"(?:\w+ ){{0,2}}(?:{body_noun_pattern()})s?"
        for match in re.finditer(
            rf"\b(?:which|what) {body} (?:does|do)\b[^,;?]{{2,60}}?\b(?P<does>{verb})\b"
            rf"|\bwho (?P<who>{verb}) (?:the )?(?:\w+ ){{0,4}}(?:{body_noun_pattern()})\b",
            text,
            re.IGNORECASE,
        ):
            yield Span(*match.span("does" if match["does"] else "who")), role


def _asks_for_title(text: str, start: int) -> bool:
    """Tells "Who is the director?" and "Director of the Secretariat?" from questions that merely speak of one."""
    before = text[:start]
    return (
        _ASKS_WHO.search(before) is not None
        or _ASKS_SINCE.search(before) is not None
        or re.search(r"\bwho\W*$", text, re.IGNORECASE) is not None
        or not re.search(r"\w{4}", before)
    )


def _is_word(token: Token, catalog: Catalog) -> bool:
    return catalog.weight.known(token.stem) or token.stem in light_stems() | event_stems() | history_stems()


def _misspelt(token: Token) -> str | None:
    word = fold(token.text)
    if len(word) < _SHORTEST:
        return None
    most = 2 if len(word) >= _LONG else 1
    near = (
        (OSA.distance(word, form, score_cutoff=most), form)
        for form in _words()
        if form[0] == word[0] and word != form and OSA.distance(word, form, score_cutoff=most) <= most
    )
    return next((_words()[form] for _, form in sorted(near)), None)


@cache
def _words() -> dict[str, str]:
    """The longer single words for roles, with the roles."""
    forms = re.findall(r"[a-z]{7,}(?=[|)]|$)", role_label())
    verbs = {verb: role for verb, role in role_verbs().items() if len(verb) >= _SHORTEST and verb.isalpha()}
    return {form: role for form in forms if (role := canonical_role(form)) and not is_title(role)} | verbs


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end and span != other


def _meet(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end
