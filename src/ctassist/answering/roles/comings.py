"""Who gave up a role, or came to one, in a time: the lines of its reports that say so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line
from ctassist.answering.evidence.editions import is_subject
from ctassist.answering.roles.bodies import Body
from ctassist.answering.roles.events import names_role
from ctassist.answering.terms import bodies as body_words
from ctassist.answering.terms import body_noun_pattern, function_words, stems
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import History, Question
from ctassist.answering.understanding.spoken_times import FIRST_DAY, LAST_DAY
from ctassist.extraction.dates import find_dates
from ctassist.extraction.page_bodies import body_in
from ctassist.extraction.role_grammar import HANDS, short_body
from ctassist.extraction.role_words import role_label
from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import alternatives
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.time import Interval, Precision

LEFT = re.compile(
    r"\b(?:step(?:ped|ping|s)?\s+(?:down|back|aside)|st(?:and|ood|ands|anding)\s+down|g[ai]v(?:e|es|en|ing)\s+up|quit(?:s|ting)?"
    r"|resign(?:ed|s|ing)?|retir(?:e[sd]?|ing)|relinquish(?:ed|es|ing)?|vacat(?:ed|es?|ing)|depart(?:ed|s|ing|ures?)?"
    r"|(?:now|became|becomes|moved?s?\s+to|made)\s+(?:an?\s+)?emerit(?:us|a|i|ae)"
    rf"|(?<!is )(?<!are )(?<!was )(?<!were )left|leav(?:e|es|ing)|{HANDS}(?=[^.;]{{0,60}}\bto\b)"
    r"|(?:hand|pass)(?:ed|s|es)?\s+(?:over|on)"
    r"|ceas(?:ed|es)\s+to\s+be|no\s+longer|withdrew|outgoing)\b",
    re.IGNORECASE,
)
CAME = re.compile(
    r"\b(?:c[ao]me\s+in|brought\s+(?:on|in)|c[ao]me\s+on\s+board|be(?:came|come|comes)|(?:is|are|was|were)\s+becoming|join(?:ed|s|ing)?"
    r"|(?:step(?:s|ped|ping)\s+(?:up|in)|r[oi]ses?|moves|moved)\s+"
    r"(?:as|for|to\s+(?:be|become|serve|replace|fill|take|the|chair|(?:co-)?lead))\b"
    r"|(?:re-?)?(?:appointed|elected|chosen|named|selected|confirmed|designated)|promot(?:ed|es)|elevated|onboard(?:ed|s)"
    r"|installed|made|welcomed|added|adding\s+(?-i:[A-Z])\w*|took\s+(?:over|up|on)"
    r"|t(?:ook|akes|aking)\s+(?:her|his|their|the)|followed|succeeded|replaced|assumed|was\s+(?:voted|brought)\s+in|newcomers?)\b",
    re.IGNORECASE,
)
_WHO_LEFT = re.compile(
    rf"\bwho(?:\s+(?:has|have|had|is|are|was|were))?(?:\s+\w+ly)?\s+(?:{LEFT.pattern})", re.IGNORECASE
)
_GOES = re.compile(rf"(?:{role_label()})s?\W+(?:(?:is|are|was|were|has|have)\s+)?(?:{LEFT.pattern})", re.IGNORECASE)
"""Says in few words who left: "fog group chair stepping down"."""
_ASKS = re.compile(r"\b(?:who|what|which|when|where|why|how|did|does|do|is|are|was|were|has|have|can)\b", re.IGNORECASE)
_CAME_IN = re.compile(
    r"\b(?:c[ao]me\s+in|brought\s+(?:on|in)|came\s+on\s+board|stepped\s+up|(?:appointed|elected|joined|added)\s+as\s+(?:an?\s+)?new)\b",
    re.IGNORECASE,
)
_NEW = re.compile(rf"\bnew\s+(?:{role_label()})", re.IGNORECASE)
_IS_NEW = re.compile(
    rf"\b(?:is|are|has|have|gets?|got|as)\s+(?:(?:now|an?|the|its|two|three|four|some|several)\s+)*new\s+(?:(?-i:{short_body()})\s+)?(?:{role_label()}|leadership)\b",
    re.IGNORECASE,
)
_GAVE_UP_POST = re.compile(
    r"\b(?:step(?:ped|ping|s)?\s+(?:down|aside)|st(?:and|ood|ands|anding)\s+down"
    rf"|outgoing\s+(?:[\w-]+\s+){{0,2}}(?:{role_label()}|leader)s?\b"
    r"|step(?:ped|ping|s)?\s+(?:up|in)\s+(?:to|into|as)\b[^.;]{0,30}?\bleadership)\b",
    re.IGNORECASE,
)
"""Speaks of posts also where it names none: "Ana Roe has stepped down from SIG-Fog"."""
_LEFT_BODY = re.compile(
    rf"\b[Ww]ho(?:\s+(?:has|have|had|is|are|was|were))?(?:\s+\w+ly)?\s+(?i:{LEFT.pattern})\s+(?:from\s+)?(?:the\s+)?"
    rf"(?:{short_body()}|(?:[A-Z][\w-]+\s+)+(?i:{body_noun_pattern()})\b)"
)
"""Asks who left a body, whatever the post: "who left SIG-Fog?"."""
_ANY_POST = re.compile(
    r"\b(?:leadership|leaders|leads|officers|management|office[\s-]?(?:holders|bearers)|posts?|roles?)\b", re.I
)
_LEADING = r"(?:leadership|leaders|leads|officers?|office[\s-]?(?:holders|bearers)|chairs)"
_CHANGE = r"(?:chang\w*|updates?|transitions?|turnovers?|handovers?|successions?|rotations?)"
_CHANGED = re.compile(
    r"\b(?:leadership|officers?|posts?|management)\b.*\bchang|\bchang\w*\b.*\b(?:leadership|officers?|posts?|management)\b"
    rf"|\b{_LEADING}\s+{_CHANGE}\b|\b{_CHANGE}\s+(?:in|of|to|among|amongst)\s+(?:the\s+|its\s+|our\s+)?{_LEADING}\b",
    re.IGNORECASE,
)
"""Speaks of changes among those who lead, in a question, a heading or the words before a dash."""
_LABEL = re.compile(r"\W*(?P<label>[^–—:.]{3,40}?)\s*(?:[–—:]|\s-\s)\s*\S")
_CHANGED_HANDS = re.compile(r"\b(?:chang(?:ed|es?)|came\s+and\s+went|turnover)\b", re.IGNORECASE)
_BOTH_WAYS = re.compile(r"\bwho\b.*\band\s+who\b", re.IGNORECASE)
"""Asks who went one way and who the other: "who became chair, and who left?"."""
_BACK = re.compile(r"\b(?:her|his|their|the\s+(?:vacant|same))\b", re.IGNORECASE)


_REPLACES = re.compile(
    r"\b(?:replac(?:ed|es|ing)|succeed(?:ed|s)|reliev(?:ed|es)|t(?:ook|akes|aken)\s+over\b[^.;]{0,60}?\bfrom)\s+(?=[A-Z])"
)
"""Names whoever left by who came: "WTO replaced BPU as deputy"."""


_NOMINATED = re.compile(
    r"\b(?:nominat|propos)(?:ed|es|ing)\b[^.;]{0,60}?\b(?:as|for|to\s+(?:be|become|replace|succeed|lead|chair))\b",
    re.IGNORECASE,
)
_LEFT_POST = re.compile(
    rf"\b(?i:resign(?:ed|s|ing)?|retir(?:ed|es|ing)|withdr(?:ew|awn|aws?)|stepp(?:ed|ing)\s+(?:back|away))\s+from\s+(?:the\s+)?{short_body()}"
)
"""Says that somebody gave up what posts they had in a body: nobody retires from being a member."""


@dataclass(frozen=True, slots=True)
class _Way:
    """Which way people went that a question asks about."""

    left: bool
    came: bool

    def told(self, words: str) -> bool:
        """Tells whether a line says that somebody went that way."""
        gone = LEFT.search(words) or _REPLACES.search(words)
        # Whoever is nominated has not come, and yet the nomination is news of the leadership.
        nominated = self.left and self.came and _NOMINATED.search(words)
        return bool((self.left and gone) or (self.came and (CAME.search(words) or _IS_NEW.search(words))) or nominated)


def _way(question: Question) -> _Way | None:
    text = question.text
    if _CHANGED.search(text) or (question.roles and _CHANGED_HANDS.search(text)):
        return _Way(left=True, came=True)
    left = LEFT.search(text) is not None
    came = _NEW.search(text) is not None or CAME.search(text) is not None
    return _Way(left, came and (not left or _BOTH_WAYS.search(text) is not None)) if left or came else None


def asks_for_comings(question: Question) -> bool:
    """Tells whether a question asks who left a role, or came to one, in a time; whoever left may have done so ever."""
    way = _way(question)
    if question.history is History.SINCE or (question.interval is None and not (way and _asks_who_left(question))):
        return False
    text = question.text
    return bool(way) and bool(
        question.roles or _speaks_of_any_post(text) or _LEFT_BODY.search(text[:1].lower() + text[1:])
    )


def _asks_who_left(question: Question) -> bool:
    asked = _WHO_LEFT.search(question.text) or (_GOES.search(question.text) and not _ASKS.search(question.text))
    return question.history is None and bool(question.roles or _GAVE_UP_POST.search(question.text)) and bool(asked)


def _speaks_of_any_post(text: str) -> bool:
    """Tells whether a question is on posts, whichever: "who has stepped down?", "who left a leadership position?"."""
    return bool(_ANY_POST.search(text) or _GAVE_UP_POST.search(text))


def wants_lines(question: Question, matched: Sequence[Body]) -> bool:
    """Tells whether the lines of reports answer, rather than the holders whom they name: for one post these do."""
    way = _way(question)
    sole = len(matched) == 1 and bool(question.roles) and not _NEW.search(question.text)
    return way is not None and (way.left or not sole or _CAME_IN.search(question.text) is not None)


def compose_comings(
    question: Question, context: Context, matched: Sequence[Body], bodies: Sequence[Body]
) -> Draft | None:
    """Answers with the lines that tell who left or came; None where none does: present holders are no answer to it.

    Args:
        question: the question.
        context: what the archive knows.
        matched: the bodies that the question names.
        bodies: all bodies.
    """
    if _WHICHEVER.search(question.text):
        matched = [body for body in matched if body.stems <= stems(question.text)]
    asked, way = question.interval or Interval(FIRST_DAY, LAST_DAY, Precision.RANGE), _way(question)
    small = [] if matched else _in_small_letters(question)
    subjects = small or [body.stems for body in matched or _named(question, bodies, context.catalog.own_stems)]
    subjects = subjects or _titled(question, context) or _untold(question)
    kinds = [] if question.roles else _kinds_of_bodies(question)
    # What most documents speak of is looked for in all of them, so last.
    anywhere = (
        not (matched or kinds or small)
        and (_GAVE_UP_POST.search(question.text) if question.roles else _speaks_of_any_post(question.text))
        and all(is_subject(word, context) for word in _strange(question))
    )
    if way is None or not (subjects or kinds or anywhere):
        return None
    named = [entity for entity in question.entities if entity.key in context.catalog.holders]
    dated: list[tuple[date, Line]] = []
    for entry, before in in_turn(context.view.items(context.document_ids)):
        document = context.document(entry.document_id)
        period = document.period.interval if document.period else None
        words = one_line(entry.text)
        listed = way.left and way.came and _is_listed(entry, words)
        none = way.left and way.came and _NO_CHANGE.match(words) is not None and _CHANGED.search(words) is not None
        listed = listed or none
        if period is None or not (listed or way.told(words)):
            continue
        leaning = leaning_on(words, before)
        told = f"{one_line(leaning.text)} {words}" if leaning else words
        dates = find_dates(words, period) or (find_dates(told, period) if leaning else [])
        in_time = any(found.interval.meets(asked) for found in dates) if dates else period.meets(asked)
        if not in_time or not all(mentions(told, entity) for entity in named):
            continue
        goes_on = not question.roles and before is not None and _goes_on(words, before, way)
        if not (names_a_role(told, question) or (listed and not question.roles) or goes_on):
            continue
        about = stems(" ".join((told, document.title, *entry.record.section)))
        of_any = anywhere and way.left and _gives_up_post(words)
        if of_any or any(subject <= about for subject in subjects) or any(kind <= stems(told) for kind in kinds):
            evidence = tuple(_evidence(part) for part in (leaning, entry) if part)
            first = min((found.interval.start for found in dates), default=period.start)
            dated.append((first, Line(told, evidence, "role")))
    lines = _without_parts([line for _, line in sorted(dated, key=lambda pair: pair[0])])
    if not lines:
        return None
    count = len(lines)
    return Draft(Status.ANSWERED, "", tuple(lines), coverage=context.coverage(question, matched=count, shown=count))


_WHICHEVER = re.compile(
    rf"^\W*(?:which|what|list|name|all)\s+(?:(?:the|all|any|of|our)\s+)*(?:[\w-]+\s+){{0,3}}?(?:{role_label()})s\b",
    re.IGNORECASE,
)
"""Asks which holders of a post did something, of whatever body: one that shares a word with that is not meant."""


def _gives_up_post(words: str) -> bool:
    """Tells whether a line says that somebody gave up a post, of whatever body."""
    retires = _RETIRES.search(words) and _some_role().search(words)
    return bool(_GAVE_UP_POST.search(words) or _LEFT_POST.search(words) or retires)


_RETIRES = re.compile(r"\b(?:resign(?:ed|s|ing)|retir(?:ed|es|ing)|stepp(?:ed|ing)\s+back)\b", re.IGNORECASE)


def _is_listed(entry: Entry[Item], words: str) -> bool:
    """Tells whether a line stands below a heading for changes of leadership, or says itself that it tells of one."""
    label = _LABEL.match(words)
    headings = [heading for heading in entry.record.section[-1:] if _CHANGED.search(heading)]
    return not _NO_CHANGE.match(words) and bool(headings or (label and _CHANGED.search(label["label"])))


_NO_CHANGE = re.compile(r"\W*(?:no\b|none\b|nil\b|n/?a\b|nothing\b|not\b|unchanged\b)", re.IGNORECASE)


def _named(question: Question, bodies: Sequence[Body], own: frozenset[str]) -> Sequence[Body]:
    """The bodies all of whose words a question has, else those of which it has some, by their subjects alone.

    Else all of them, unless it names one that is not there. The archive's own name says nothing.
    """
    words = stems(question.text)
    if named := [body for body in bodies if body.stems <= words]:
        return named
    told = stems(" ".join(question.topic)) - own
    if some := [body for body in bodies if told & (body.stems - body.nouns)]:
        return some
    known = {word for body in bodies for word in body.nouns}
    return () if any(not stems(word) <= known for word in _strange(question)) else bodies


def _titled(question: Question, context: Context) -> list[frozenset[str]]:
    """The words of a body that only the titles of its reports name: nothing states who holds its posts."""
    named = frozenset(word for name in _strange(question) for word in stems(name))
    titles = (document.title for document in context.documents() if document.period and body_in(document.title))
    return [named] if named and any(named <= stems(title) for title in titles) else []


def _untold(question: Question) -> list[frozenset[str]]:
    """The words of a body of which nothing states who holds its posts: a line that names it may say who left."""
    named = frozenset(word for name in _strange(question) for word in stems(name))
    return [named] if named else []


def _in_small_letters(question: Question) -> list[frozenset[str]]:
    """The words of a body by the short noun for its kind, in a question without capitals: "who left sig tide"."""
    text = (question.timeless or question.text).rstrip(" ?.!")
    match = _small_body().search(text)
    return [stems(match["name"])] if match and stems(match["name"]) - stems(" ".join(function_words())) else []


@cache
def _small_body() -> re.Pattern[str]:
    nouns = alternatives(body_words()["abbreviations"])
    return re.compile(rf"^[^A-Z]*\b(?:{nouns})[\s-]+(?P<name>[a-z][\w-]*(?:[\s-][a-z][\w-]*)?)$")


def _kinds_of_bodies(question: Question) -> list[frozenset[str]]:
    """The stems of the nouns of bodies that are asked for, whichever they are: "which committees and boards had …"."""
    match = _WHICH_BODIES.search(question.text)
    return [stems(noun) for noun in _AND.split(match["nouns"])] if match else []


_AND = re.compile(r"\s*(?:,|/|&|\band\b|\bor\b)\s*")
_WHICH_BODIES = re.compile(
    r"\b(?:which|what|all|any|every|list)\s+(?:(?:of|the|our|other)\s+)*"
    rf"(?P<nouns>{body_noun_pattern()}s?(?:\s*(?:,|/|&|\band\b|\bor\b)\s*{body_noun_pattern()}s?)*)\b",
    re.IGNORECASE,
)


def _goes_on(words: str, before: Entry[Item], way: _Way) -> bool:
    """Tells whether a line goes on to say who came for whom: "The fog group is replacing Ana Roe with Bo Li"."""
    told = one_line(before.text)
    return _SWAPS.search(words) is not None and way.told(told) and _some_role().search(told) is not None


_SWAPS = re.compile(r"\b(?:replac(?:es|ed|ing)|swap(?:s|ped|ping)?)\s+[A-Z][^,.;]{0,40}?\s(?:with|by|for)\s+[A-Z]")


def _strange(question: Question) -> list[str]:
    """The words with a capital that neither name somebody nor are nouns for bodies or posts."""
    names = _names(question)
    words = _STRANGE.findall(question.timeless or question.text) + _SHORT_BODY.findall(question.text)
    return [word for word in words if not (stems(word) <= names or _is_generic(word))]


def _names(question: Question) -> frozenset[str]:
    return frozenset(word for entity in question.entities for word in stems(entity.key))


_STRANGE = re.compile(r"(?<=[a-z,]\s)[A-Z][\w-]+|(?<=[A-Z]\s)[A-Z][\w-]+")


_SHORT_BODY = re.compile(rf"^\W*({short_body()})")
_SHORT_BODY_ANYWHERE = re.compile(short_body())
"""A body that a terse question begins with: "SIG-Fog chair stepping down"."""


def _is_generic(word: str) -> bool:
    """Tells whether a word is one for bodies or posts of any name: "SIG", "Committee", "Chair"."""
    return re.fullmatch(rf"(?:{body_noun_pattern()}|{role_label()})s?", word, re.IGNORECASE) is not None


def leaning_on(words: str, before: Entry[Item] | None) -> Entry[Item] | None:
    """The line before one that leans on it: "Bo Li was elected in her place" leaves unsaid what, and whose."""
    whole = _some_role().search(words) or (_GAVE_UP_POST.search(words) and _SHORT_BODY_ANYWHERE.search(words))
    return before if before and _BACK.search(words) and not whole else None


def in_turn(entries: Sequence[Entry[Item]]) -> Iterator[tuple[Entry[Item], Entry[Item] | None]]:
    """Each line with the one right before it under the same heading."""
    last: Entry[Item] | None = None
    for entry in entries:
        same = last is not None and last.document_id == entry.document_id
        yield entry, last if last and same and last.record.section == entry.record.section else None
        last = entry


def _evidence(entry: Entry[Item]) -> Evidence:
    return Evidence(entry.document_id, entry.record.span, entry.record.section, entry.record.page)


def names_a_role(words: str, question: Question) -> bool:
    """Tells whether a line names a role that the question asks about, or any where it asks about none."""
    if not question.roles:
        return (_some_role().search(words) or _GAVE_UP_POST.search(words) or _LEFT_POST.search(words)) is not None
    roles = set(question.roles)
    if "chair" in roles and _WHICHEVER.search(question.text):
        roles.add("co-chair")  # Either is one of "the chairs".
    return any(names_role(words, role) for role in roles)


@cache
def _some_role() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{role_label()})\b", re.IGNORECASE)


def _without_parts(lines: Sequence[Line]) -> list[Line]:
    """The lines but those that another one quotes whole."""
    quoted = {part for line in lines if len(line.evidence) > 1 for part in line.evidence}
    return [line for line in lines if len(line.evidence) > 1 or line.evidence[0] not in quoted]
