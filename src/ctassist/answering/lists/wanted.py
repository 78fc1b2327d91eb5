"""What a question for a list of lines wants: the words that lines must account for, and the kinds of things."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.evidence.kinds import irregular_pasts
from ctassist.answering.lists.acting import publisher_stems
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.sections import Section
from ctassist.answering.terms import (
    Token,
    bodies,
    content,
    fold,
    function_words,
    generic_actor_stems,
    generic_event_stems,
    is_body_noun,
    light_stems,
    stems,
    table,
    written_out,
)
from ctassist.answering.understanding.framing import asking_stems
from ctassist.answering.understanding.kinds import (
    COORDINATED,
    Kind,
    asked_verbs,
    kind_stems,
    kinds_done,
    kinds_in,
    list_words,
    series_in,
)
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.extraction.demonyms import place_said
from ctassist.extraction.vocabulary import alternatives

_ALL = re.compile(
    r"\b(?:list|enumerate|compile|put together|pull together|all|every|each|everything|anything|whatever)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(r"\b(?:list|name|show|give|tell|want|need)\b[^.?!]*\b(?:all|each|every)\b", re.IGNORECASE)
"""Wishes for all after a question for one: "When did the club meet? Give me each meetup"."""
_ABOUT = re.compile(
    r"\bwhat (?:has|have|had|(?:is )?there(?: is)?|do we have|was|were)\b.{0,60}?\b(?:about|on|regarding|concerning)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"\b(?:which|what|who (?:are|were)(?: all)? the)\s+((?:[\w’'-]+\s+){0,3}?)([^\W\d_]+s|people|children)\b",
    re.IGNORECASE,
)
_IN_ISSUES = re.compile(
    r"\b(?:in|by|from|of)\s+(?:each\s+of\s+)?the\s+(?:issues|editions|newsletters|bulletins)\s+(?:of|from|in|for)\b",
    re.IGNORECASE,
)
"""Asks for what each of several issues has."""
_WHAT_DID = re.compile(
    r"\W*what\s+(?:else\s+|all\s+)?(?:(?:has|have|had|was|were|got)\s+)?(?:been\s+)?(?:newly\s+|then\s+)?[^\W\d_]+ed\b",
    re.IGNORECASE,
)
"""Asks for whatever did something in a time: "what moved up to beta in May"."""
_TERSE_HEAD = re.compile(
    r"^\W*(?:(?:show|give|send|find|get)\s+(?:me|us)\s+)?(?:the\s+)?(?:[\w’'-]+\s+){0,2}?[^\W\d_]{2,}s\b", re.IGNORECASE
)
_NO_NOUNS = frozenset(["does", "is", "was", "has", "this", "its", "his", "us", "as", "ss", "says"])
_HOW = re.compile(r"\bhow\b", re.IGNORECASE)
_QUESTION_WORD = re.compile(r"\b(?:who|what|which|when|where|why|how|whose|is|are|did|does|do)\b", re.IGNORECASE)


def wanted_kinds(question: Question) -> tuple[Kind, ...]:
    """The kinds of things asked for; "the Wide Sea project" asks for no projects, "news and releases" for all kinds."""
    if _AMONG_OTHERS.search(question.text):
        return ()
    if done := kinds_done(question.topic):
        return done
    return kinds_in(question.topic, list_words("framing") | _mixed(question) | _no_things(question))


def _no_things(question: Question) -> frozenset[str]:
    """Words that may be nouns for kinds and are none here: what one does, and the meeting whose minutes are meant."""
    return asked_verbs(question.text) | ListedTime.issue_nouns(question) | _said_of_another(question.text)


def _said_of_another(text: str) -> frozenset[str]:
    """The stems of nouns that only say which other thing is meant: "release deadlines" are no releases.

    Neither is "the lessons of the last release review" a question for releases.
    """
    found = [match["of"] for match in _DEADLINE_OF.finditer(text)]
    found += [match["does"] for match in _PARTS_DO.finditer(text)]
    found += [
        match["of"]
        for match in _OF_ANOTHER.finditer(text)
        if not match["of"].endswith("s") and fold(match["head"]) not in irregular_pasts() | function_words()
    ]
    return frozenset(word for of in found for word in stems(of))


_PARTS_DO = re.compile(
    r"\b(?:sections?|rubrics?|chapters?|columns?|issues|newsletters?|pages)\s+(?P<does>reports?|records?|notes?|updates?|reviews?)\s+"
    r"(?:as|that|on|about|of|to)\b",
    re.IGNORECASE,
)
"""What parts of an issue do is no thing asked for: "the sections report as done"."""
_DEADLINE_OF = re.compile(r"\b(?P<of>[^\W\d_]+)\s+deadlines?\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\b(?:of|from|in|at|during|by)\s+(?:the|our|its|their|an?)\s+(?:[\w.’'-]+\s+){0,2}?(?P<of>[a-z]{3,})\s+(?P<head>[a-z]{4,})(?<!ed)"
    r"(?=\W*$|\s+(?:of|in|for|on|at|from|since|during)\b)"
)
"""Two nouns behind what is asked for, of which the first says which one the second is: "of the 4.1 release review"."""


def _mixed(question: Question) -> frozenset[str]:
    """Words that stand in a row with some that name no kind: of "guides, atlases and surveys" any word will do."""
    if _AMONG_OTHERS.search(question.text):
        return frozenset()
    series = series_in(question.text, question.topic)
    return frozenset(word for words in series if not words <= kind_stems() for word in words)


_NEWS = r"(?:news|updates|items|stories|articles|announcements|things)"
_AMONG_OTHERS = re.compile(
    rf"\b{_NEWS}(?:,|\s+and|\s+or)\s+\w+|\w+(?:,|\s+and|\s+or)\s+(?:other\s+)?{_NEWS}\b", re.IGNORECASE
)


def asks_for_list(question: Question, headed: frozenset[str] = frozenset()) -> bool:
    """Tells whether a question asks for several lines: "all", "which posts", "what is there about", "openings at X".

    So does "what was promoted", of any time, where a heading that is named (``headed``) says so of what stands below.
    """
    text = question.text
    wanted = question.wants in (Wants.ANYTHING, Wants.WHO) or (question.wants is Wants.WHEN and _WISHED.search(text))
    if not wanted or question.intent is Intent.COMPARISON:
        return False
    if question.intent is Intent.INDICATORS and (not question.series or _HOW.search(text)):
        return False
    if (
        _ALL.search(text)
        or _ABOUT.search(text)
        or _IN_ISSUES.search(text)
        or ((question.interval or headed) and _WHAT_DID.match(text))
    ):
        return True
    head = _HEAD.search(text)
    if head and not _NO_NOUNS & {fold(word) for word in (*head[1].split(), head[2])}:
        return True
    terse = _TERSE_HEAD.match(text)
    return terse is not None and not _QUESTION_WORD.search(terse.group()) and terse.group().split()[-1] not in _NO_NOUNS


def listed_stems(text: str) -> frozenset[str]:
    """The stem of the noun for what is listed: "which grants"; empty where the question has none."""
    head = _HEAD.search(text)
    return stems(head[2]) if head else frozenset()


def done_stems(text: str) -> frozenset[str]:
    """The stems of what was done to what is listed: "which weirs were closed, rebuilt or removed".

    That something new came about is said in many ways, so "which new groups were formed" asks for none of them.
    """
    match = None if _NEW.search(text) else _DONE_TO.search(text)
    return stems(match["done"]) - stems(" ".join(function_words())) if match else frozenset()


_DONE_TO = re.compile(
    r"\b(?:which|what|list|all)\s[^?.!;:]{3,80}?\b(?:was|were|is|are|been|got)\s+(?:\w+ly\s+)?"
    r"(?P<done>[^\W\d_]+ed\b(?:(?:,\s*|,?\s+(?:or|and)\s+)[^\W\d_]+ed\b)*)",
    re.IGNORECASE,
)


def listed_doers(text: str) -> frozenset[str]:
    """The stem of a noun for those who do what a light verb says, where they are listed: "which providers"."""
    head = _HEAD.search(text)
    return stems(head[2]) & light_stems() if head and head[2].casefold().endswith(("ers", "ors")) else frozenset()


_BODIES = re.compile(
    rf"\b(?:which|what|list|all)\s+(?:(?:the|of|all|any|other|further)\s+)*(?P<new>new\s+)?(?:\w+\s+)??"
    rf"(?P<noun>{alternatives(bodies()['core'])})s\b\s+(?:have|has|had|were|was|are|did|got)\b",
    re.IGNORECASE,
)


def tells_of_bodies(question: Question, text: str) -> bool:
    """Tells whether a text has the noun for the bodies that a question asks for, if it asks for such."""
    body = _BODIES.search(question.text)
    return body is None or re.search(rf"\b{re.escape(body['noun'])}s?\b", written_out(text), re.IGNORECASE) is not None


def listed_phrase(text: str) -> frozenset[str]:
    """The stems of the noun for what is listed, with the words before it that belong to it: "which feature gates"."""
    head = _HEAD.search(text)
    return stems(f"{head[1]} {head[2]}") if head else frozenset()


def wanted_terms(question: Question, section: Section | None, context: Context) -> tuple[frozenset[str], ...]:
    """The words that must be accounted for; of "corals and reefs" one will do, unless the archive joins them too."""
    by_issue = ListedTime.of(question, context).by_issue
    dropped = (
        light_stems()
        | generic_event_stems()
        | generic_actor_stems()
        | list_words("framing")
        | (list_words("deadlines") if ListedTime.asks_for_deadline(question.text) and not by_issue else frozenset())
        | context.catalog.title_stems
        | kind_stems()
        | publisher_stems(question.text)
        | (section.words | list_words("sections") if section else frozenset())
        | {word for kind in wanted_kinds(question) for word in kind.said_with}
        | ListedTime.issue_nouns(question)
        | (stems("support") if _SUPPORT.search(question.text) else frozenset())
        | (list_words("gathering") if list_words("gatherings") & _topic_stems(question) else frozenset())
    )
    mixed = (_mixed(question) | _said_of_another(question.text)) & kind_stems()
    listed = listed_stems(question.text)
    subjects = named_subjects(question.text) - context.catalog.title_stems
    words = [
        token.stem
        for word in question.topic
        if not _restates_place(word, question)
        for token in content(word)
        if (token.stem not in dropped or token.stem in mixed or token.stem in subjects or _is_given_up(token))
        and (token.stem in listed or not (is_body_noun(token) or token.stem in bodies()["abbreviations"]))
    ]
    if body := _BODIES.search(question.text):
        # Lines must have that noun (``tells_of_bodies``); a new body has been formed.
        words = [word for word in words if word not in stems(body["noun"])]
        begun = frozenset(words) & list_words("begun")
        if begun and body["new"]:
            others = tuple(frozenset([word]) for word in dict.fromkeys(words) if word not in begun)
            return (*others, begun | stems(body["new"]))
    if words and set(words) <= list_words("outcomes") | list_words("listing"):
        words += [word for word in listed if word not in words]  # "Approved" alone tells nothing of members.
    kinds = [stems(match["kinds"]) & set(words) for match in _KINDS_OF.finditer(question.text)]
    joined = {frozenset(joint) for joint in kinds if len(joint) > 1}
    joined |= {
        frozenset(joint)
        for match in COORDINATED.finditer(question.text)
        if len(joint := stems(match.group()) & set(words)) > 1
        and not any(joint & kind for kind in kinds)
        and not _is_fixed(match, context)
    }
    if arrived := _arrived(words, question):
        joined.add(arrived)
    alone = [frozenset([word]) for word in words if not any(word in pair for pair in joined)]
    return tuple(dict.fromkeys(_with_spellings(term, question.text) for term in (*alone, *joined)))


_SUPPORT = re.compile(r"(?<=\S\s)[A-Z][\w./-]*\s+support\b")
"""Support for a thing is told of by whatever is done for it."""
_KINDS_OF = re.compile(
    r"\b[^\W\d_]+-[^\W\d_]+\s+(?P<kinds>(?:[a-z]+\s+){1,2}(?:and|or)\s+(?:[a-z]+\s+){0,2}?[a-z]+s)\b(?=\s+(?:have|has|had|were|was|are|is|got)\b)"
)
"""Kinds of things that share an attribute, "clay-lined ponds and duck weirs": a line has it and one of their words."""


def _is_given_up(token: Token) -> bool:
    """Tells whether a word says that something is kept up no longer: "archived" frames nothing, as an archive may."""
    return token.text.casefold() in table("lists")["given_up"]


def _arrived(words: Sequence[str], question: Question) -> frozenset[str]:
    """The words any of which says that what is listed came: what "was added" stands there as "New: …" as well."""
    verbs = frozenset(words) & (list_words("arrivals") if _NEW.search(question.text) else _ADDED)
    return (
        verbs | _ADDED | _NEWLY if verbs and not listed_stems(question.text) & list_words("novelties") else frozenset()
    )


_NEW = re.compile(r"\bnew\b", re.IGNORECASE)
_NEWLY, _ADDED = stems("new"), stems("added introduced")


def _with_spellings(term: frozenset[str], text: str) -> frozenset[str]:
    """A term with what its words are where they are written in one with those before them: "intree" for "in-tree"."""
    parts = (match for match in _HYPHENED.finditer(text) if stems(match.group()) & term)
    return term.union(*(stems(match.group().replace("-", "")) for match in parts))


_HYPHENED = re.compile(r"(?<![\w-])[^\W\d_]+-[^\W\d_]+(?![\w-])")


def named_subjects(text: str) -> frozenset[str]:
    """The stems of the words with a capital behind the short noun for a body: "SIG Scheduling" is on no schedule."""
    return frozenset(word for match in _short_body().finditer(text) for word in stems(match["subject"]))


@cache
def _short_body() -> re.Pattern[str]:
    nouns = alternatives([noun.upper() for noun in bodies()["abbreviations"]])
    return re.compile(rf"\b(?:{nouns})\s+(?P<subject>[A-Z]\w*(?:\s+[A-Z]\w*)*)")


def _topic_stems(question: Question) -> frozenset[str]:
    return frozenset(stem_ for word in question.topic for stem_ in stems(word))


def _restates_place(word: str, question: Question) -> bool:
    """Tells whether a word says a place that is named already, or what is of it: "Togo and Togolese ports"."""
    found = re.search(rf"([^\W\d_]+)\s+{re.escape(word)}\b|\b{re.escape(word)}\b", question.text)
    said = [place_said(word), place_said(found[1]) if found and found[1] else None]
    return any(place is not None and place in question.places for place in said)


def loosened(
    terms: tuple[frozenset[str], ...], question: Question, named: frozenset[str] = frozenset()
) -> Iterator[tuple[frozenset[str], ...]]:
    """All words, then those without verbs for listing ("assigned to"), then without what only says what a name is.

    Last those without the noun for what is listed, where it says no more than that something is new, or where the
    words of a heading that is ``named`` say what stands below it: "which gates were promoted", under "Promotions".
    """
    of_heading = tuple(term for term in terms if not term <= list_words("novelties") | list_words("things"))
    if len(of_heading) < len(terms) and any(term & named for term in of_heading):
        # "Which features were promoted" means all that stands under "Promotions", not the line that has the noun.
        terms = of_heading
    yield terms
    named |= named_subjects(question.text)
    without = tuple(term for term in terms if not term <= (list_words("listing") | asking_stems()) - named)
    if without != terms and (without or question.entities or question.places or question.interval):
        yield without
    apart = tuple(term for term in without if not _apposed(term, question))
    if apart and apart != without:
        yield apart
    bodies_apart = tuple(term for term in apart if not all(is_body_noun(token) for token in _tokens(term, question)))
    if bodies_apart and bodies_apart != apart:
        yield bodies_apart
    listed = listed_phrase(question.text)
    if new := listed & list_words("novelties"):
        unsaid = tuple(term for term in apart if not term <= new | (list_words("arrivals") - named))
        if unsaid and unsaid != apart:
            yield unsaid
    below = tuple(term for term in apart if not term <= listed - named)
    if any(term & named for term in below) and below != apart:
        yield below


def _tokens(term: frozenset[str], question: Question) -> list[Token]:
    return [token for token in content(question.text) if token.stem in term]


def _apposed(term: frozenset[str], question: Question) -> bool:
    """Tells whether a word only says what a name is: "episodes of the Wide Sea podcast"."""
    name = rf"(?!(?i:{_QUESTION_WORD.pattern}))[A-Z][\w’'-]+"
    words = [token for token in _tokens(term, question) if token.start == 0 or token.text.islower()]
    return any(
        re.search(rf"\b{name}\s+{re.escape(t.text)}\b|\b{re.escape(t.text)}\s+of\s+(?:the\s+)?{name}", question.text)
        for t in words
    )


def _is_fixed(match: re.Match[str], context: Context) -> bool:
    """Tells whether the archive has two words together as the question has them: "search and rescue"."""
    pattern = re.compile(rf"\b{re.escape(match.group())}\b", re.IGNORECASE)
    return any(pattern.search(entry.text) for entry in context.view.items(context.document_ids))
