"""Kinds of things that lists are made of, and how a line shows that it tells of one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ctassist.answering.terms import content, event_stems, fold, generic_event_stems, light_stems, stem, stems, table
from ctassist.extraction.vocabulary import months


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of things: "awards" are told of by lines that speak of a prize or of a medal."""

    says: frozenset[str]
    """Stems any of which shows the kind."""
    verbs: frozenset[str] = frozenset()
    """Stems that show it beside one of ``nouns``: "released the yearbook"."""
    nouns: frozenset[str] = frozenset()
    pattern: str | None = None
    """A form that shows it, such as a version's number."""
    beside: frozenset[str] = frozenset()
    """Stems that belong to its noun: "understanding" to "memorandum"."""
    not_after: frozenset[str] = frozenset()
    """Stems after which its noun is another thing: "blog" before "posts"."""
    done: frozenset[str] = frozenset()
    """Stems of the verbs by which such a thing comes about, any of which will do: "signed", "concluded"."""
    must_be_done: bool = False
    """Whether a line must say that it came about: "agreements signed" are none that are drafted."""

    @property
    def said_with(self) -> frozenset[str]:
        """Stems that tell nothing more in a question for this kind."""
        return self.beside | self.done

    def told_in(self, text: str, headings: Iterable[str], own: frozenset[str] = frozenset()) -> bool:
        """Tells whether a line tells of this kind, or stands under a heading of nothing else ("Upcoming meetings").

        ``own`` are stems of the archive's name, which may stand in its headings: "Canal Weekly jobs".
        """
        words = stems(_INTENDED.sub(" ", _homonyms().sub(" ", text)))
        if self.must_be_done and not self.done & stems(_INTENDED.sub(" ", _PLANNED.sub(" ", text))):
            return False
        return (
            bool(self.says & words)
            or bool(self.verbs & words and self.nouns & words)
            or (self.pattern is not None and re.search(self.pattern, _PLANNED.sub(" ", text)) is not None)
            or any(self._heads(heading, own) for heading in headings)
        )

    def _heads(self, heading: str, own: frozenset[str]) -> bool:
        # "Training in 2031" holds what "Training" does.
        telling = (token for token in content(heading) if not (token.text.isdigit() or fold(token.text) in months()))
        words = frozenset(token.stem for token in telling) - generic_event_stems() - list_words("when") - own
        # What stands under a question answers it: "Which talks did you give?".
        return bool(words) and (words <= self.says or (heading.endswith("?") and bool(words & self.says)))


_PLANNED = re.compile(r"(?:^|(?<=[.!?]\s))(?:[^.!?]|[.!?](?!\s|$))*\b(?:will|would|shall)\b(?:[^.!?]|[.!?](?!\s|$))*")
"""A sentence on what is yet to be done: a number in it shows no version that there is."""


_INTENDED = re.compile(
    r"\b(?:agree|aim|ask|commit|decide|expect|hope|intend|invite|plan|pledge|prepare|promise|propose|refuse|request|undertake|"
    r"urge|want|wish|vow)(?:[sd]|ed|ted|ned|ing|ting|ning)?(?:\s+(?:itself|themselves))?\s+(?:not\s+)?to\s+[^\W\d_]+",
    re.IGNORECASE,
)
"""What somebody means to do, and has not done: "promised to publish the results"."""


@cache
def _homonyms() -> re.Pattern[str]:
    """Words that have a noun's stem and nothing to do with it: what is public is no publication."""
    return re.compile(rf"\b(?:{'|'.join(table('lists')['homonyms'])})\b", re.IGNORECASE)


@cache
def _by_noun() -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for entry in table("lists")["kinds"].values():
        says, verbs, nouns = (_stems(entry.get(key, ())) for key in ("says", "verbs", "nouns"))
        beside, not_after = (_stems(entry.get(key, ())) for key in ("beside", "not_after"))
        kind = Kind(says, verbs, nouns, entry.get("pattern"), beside, not_after, _stems(entry.get("done", ())))
        found |= dict.fromkeys(_stems(entry["asked"]), kind)
    return found


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words)


@cache
def list_words(name: str) -> frozenset[str]:
    """The stems of one of the word lists of ``lists.toml``."""
    return _stems(table("lists")[name])


def kind_stems() -> frozenset[str]:
    """Stems of all nouns by which a kind is asked for."""
    return event_stems() | frozenset(_by_noun())


def told_alike(words: Iterable[str]) -> frozenset[str]:
    """The stems that show the kind which words show: "job" and "vacancy"; none for words of several kinds."""
    kinds = [kind for word in words if (kind := _by_noun().get(word)) and word in kind.says]
    return kinds[0].says if kinds and all(kind == kinds[0] for kind in kinds) else frozenset()


def kinds_of(words: Iterable[str], done: frozenset[str] = frozenset()) -> tuple[Kind, ...]:
    """The kinds that stems ask for; a noun for anything that happens asks for none.

    Args:
        words: the stems.
        done: those of what is asked to have been done with what is listed.
    """
    generic = generic_event_stems() | list_words("gatherings")
    kinds = (_kind(word) for word in words if word in kind_stems() and (word not in generic))
    return tuple(dict.fromkeys(replace(kind, must_be_done=bool(kind.done & done)) for kind in kinds))


def kinds_in(topic: Sequence[str], without: frozenset[str] = frozenset()) -> tuple[Kind, ...]:
    """The kinds that the words of a question ask for; "reported" asks for no report, "blog posts" for no jobs.

    Args:
        topic: the words in their order.
        without: stems of words that ask for nothing here.
    """
    asked = [
        stem_
        for before, word in zip(("", *topic), topic, strict=False)
        if not word.endswith("ed") and stem(word) not in without and not _is_compound(before, word)
        for stem_ in sorted(stems(word))
    ]
    return kinds_of(asked, done_in(topic))


def done_in(topic: Iterable[str]) -> frozenset[str]:
    """The stems of the verbs of a question's topic, by which it says what has been done: "signed", "won"."""
    return frozenset(stem_ for word in topic if word.endswith("ed") or word in _PASTS for stem_ in stems(word))


def kinds_done(topic: Iterable[str]) -> tuple[Kind, ...]:
    """The kinds whose verb stands in a question beside one of their nouns: "which atlases were published"."""
    verbs, nouns = set[str](), set[str]()
    for word in topic:
        (verbs if word.endswith("ed") or word in _PASTS else nouns).update(stems(word))
    done = (kind for kind in _by_noun().values() if kind.nouns & nouns and (kind.says | kind.verbs) & verbs)
    return tuple(dict.fromkeys(done))


_PASTS = frozenset(["brought", "given", "struck", "won"])
_ASKED_VERB = re.compile(
    r"\b(?:did|do|does|have|has|can|could|will|would)\s+(?:we|you|they|it|he|she|I|one|anyone|anybody|the\s+[a-z]+)\s+"
    r"(?P<verb>[^\W\d_]+)",
    re.IGNORECASE,
)


def asked_verbs(text: str) -> frozenset[str]:
    """Stems of the verbs of a question: "which grants did we report" asks for no report."""
    return frozenset(stem(match["verb"]) for match in _ASKED_VERB.finditer(text))


def _is_compound(before: str, noun: str) -> bool:
    """Tells whether a noun is another thing after the word before it: a blog post is no post to be filled."""
    kind = _by_noun().get(stem(noun))
    return kind is not None and stem(before) in kind.not_after


def _kind(noun: str) -> Kind:
    kind = _by_noun().get(noun)
    # "Opening" is a job to be had, and "opened" is not.
    own = frozenset([noun]) - light_stems()
    return replace(kind, says=kind.says | own) if kind else Kind(frozenset([noun]))


COORDINATED = re.compile(
    r"\b(?:[^\W\d_]+,\s+)*[^\W\d_]+,?\s+(?:and|or|as well as)\s+[^\W\d_]+\b|\b[^\W\d_]+\s+\([^\W\d_]+\)", re.IGNORECASE
)
"""Words of which one will do: "corals and reefs", "guides, atlases or maps", "money (grants)"."""


def series_in(text: str, topic: Iterable[str]) -> list[frozenset[str]]:
    """The stems of a question's topic of which one will do, as they stand together in its text."""
    asked = frozenset(stem_ for word in topic for stem_ in stems(word))
    return [stems(match.group()) & asked for match in COORDINATED.finditer(text)]


@dataclass(frozen=True, slots=True)
class Attendance:
    """How one takes part in what is asked for: from afar, in person, or either."""

    remote: bool = False
    in_person: bool = False

    @property
    def is_asked(self) -> bool:
        """Whether the question says how."""
        return self.remote or self.in_person

    def fits(self, words: frozenset[str], text: str) -> bool:
        """Tells whether a line (with its headings) is of this sort."""
        if self.remote == self.in_person:
            return True
        afar = bool(words & list_words("remote"))
        here = any(form in text.casefold() for form in table("lists")["both_ways"])
        return afar if self.remote else not afar or here


_ONE_OF_KINDS = re.compile(
    r"\bwebinars?(?=\s*(?:,|\band\b|\bor\b)\s*(?:[a-z-]+\s+)?[a-z]+s\b)"
    r"|(?:(?<=s and )|(?<=s or )|(?<=s, ))webinars?\b"
)


def attendance_of(text: str) -> Attendance:
    """What a question says of taking part: "virtual events", "in-person meetings", "online and offline"."""
    # Beside workshops and courses a webinar is one more kind of events.
    lowered = _ONE_OF_KINDS.sub(" ", text.casefold())
    return Attendance(*(_attending(name).search(lowered) is not None for name in ("remote", "in_person")))


@cache
def _attending(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table('lists')[name]))})\b")


@cache
def attendance_stems() -> frozenset[str]:
    """Stems of the words for taking part."""
    return frozenset(word for name in ("remote", "in_person") for form in table("lists")[name] for word in stems(form))


def heads_jobs(heading: str) -> bool:
    """Tells whether a heading is of posts to be filled: "Vacancies", "Jobs and openings"."""
    words = {token.stem for token in content(heading)}
    return bool(words) and words <= _job_stems()


@cache
def _job_stems() -> frozenset[str]:
    job = table("lists")["kinds"]["job"]
    return frozenset(stem(word) for word in [*job["asked"], *job["says"], *job["beside"], "career", "recruitment"])
