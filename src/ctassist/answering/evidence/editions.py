"""What goes unsaid of versions: in letters on the Loom, "for 2.1" is "for Loom 2.1".

Under "Version updates" a line "kettle to 1.4" says that the Loom moved to kettle 1.4. And 2029's prize is not 2030's.
"""

import re
from collections.abc import Iterator, Sequence

from ctassist.answering.context import Context
from ctassist.answering.terms import content, stems
from ctassist.answering.understanding.question import Question, Wants
from ctassist.indexing.view import Found

_NAMED = re.compile(r"\b(?P<name>[A-Z][\w-]*[^\W\d])\s+v?(?P<version>\d+(?:\.\d+)+)(?!\w)")
_UNNAMED = r"(?:\b(?:for|of|in|on|the|this|that|with|and|both)\s+|^\W*)v?"
_VERSIONS_OF = re.compile(r"\b(?P<name>[A-Z][\w-]*[^\W\d])\s+(?:versions?|releases?)\b(?!\s+v?\d)")
_MOST = 0.6
"""What so large a share of the documents names is what they are about."""


def understood_names(question: Question, text: str, context: Context) -> frozenset[str]:
    """The stems of names before the versions of a question, where a passage has the version without any name."""
    return frozenset(
        word
        for name, version in _versions(question.text)
        if _has_unnamed(version, text) and is_subject(name, context)
        for word in stems(name)
    )


def moved_to_version(found: Found, question: Question, context: Context) -> frozenset[str]:
    """The stems of what a line of a list of new versions leaves out: that something moved to the version, and what did.

    What did is what the whole archive is about.
    """
    if not new_version(found.text, found.section):
        return frozenset()
    named = {entity.key for entity in question.entities}
    subjects = (
        token
        for token in content(question.text)
        if token.start and token.text[0].isupper() and token.text not in named and is_subject(token.text, context)
    )
    return _MOVED | {token.stem for token in subjects}


def is_version_of_another(found: Found, question: str) -> bool:
    """Tells whether a line of a list of new versions is on a thing that a question does not name."""
    line = new_version(found.text, found.section)
    return (
        line is not None
        and stems(line["thing"]).isdisjoint(stems(question))
        and not languages_said(question, line["thing"])
    )


def tells_other_release(question: Question, text: str) -> bool:
    """Tells whether a text may tell nothing of the release of a version whose day is asked for.

    It speaks of no release, or of one beside it as well, which may be what its day is of: of 1.4.2, of 1.4-beta.
    """
    asked = [match["version"] for match in _NUMBERED.finditer(question.text)]
    days = question.wants is Wants.WHEN or _DAY_OF_RELEASE.search(question.text)
    if not days or len(asked) != 1 or stems(question.text).isdisjoint(_RELEASED) or _PRELIMINARY.search(question.text):
        return False
    form = rf"(?<![\w.])v?{re.escape(asked[0])}(?P<further>\.\d+|[.-]?(?:{_STEPS}))?"
    told = [match["further"] for match in re.finditer(form, text, re.IGNORECASE)]
    return bool(told) and (any(told) or stems(text).isdisjoint(_RELEASED))


_RELEASED = stems("release released releasing out publish published ship shipped launch launched available tag tagged")
_STEPS = r"alpha|beta|rc|pre|dev"
_PRELIMINARY = re.compile(rf"\b(?:{_STEPS}|candidates?)\b|\d(?:{_STEPS})", re.IGNORECASE)
_DAY_OF_RELEASE = re.compile(r"\b(?:release|due|launch|shipping|publication)\s+(?:dates?|days?)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<![\w.])v?(?P<version>\d+(?:\.\d+)+)(?![\w]|\.\d)", re.IGNORECASE)


def new_version(text: str, section: Sequence[str]) -> re.Match[str] | None:
    """The thing and its version, of a line below a heading for such: "kettle to 1.4" under "Version updates"."""
    headed = stems(" ".join(section))
    return _TO_VERSION.match(text) if headed & _VERSIONS and headed & _MOVES else None


_VERSIONS = stems("version dependency library package component tool release")
_MOVES = stems("update upgrade bump change version")
_MOVED = stems("move switch raise bump update upgrade advance jump rise change downgrade itself set")
_TO_VERSION = re.compile(
    r"\W*(?:(?:update|upgrade|bump|move|raise|switch|downgrade)[ds]?\s+)?(?P<thing>(?:[\w./@+-]+\s+){1,4}?)(?:(?:is|are)\s+(?:now\s+)?(?:at\s+)?)?(?:to\s+)?"
    r"v?\d+(?:\.\d+)*",
    re.IGNORECASE,
)


def languages_said(question: str, text: str) -> frozenset[str]:
    """The stems of the names of programming languages that a text writes with their usual ending: Go is "golang"."""
    return frozenset(
        token.stem
        for token in content(question)
        if token.text.istitle() and re.search(rf"\b{re.escape(token.text)}-?lang\b", text, re.IGNORECASE)
    )


def _has_unnamed(version: str, text: str) -> bool:
    """Tells whether a text has a version, which is a pattern, without the name of what it is one of."""
    return re.search(rf"{_UNNAMED}{version}(?![.\w]*\d)", text, re.IGNORECASE) is not None


def may_be_unnamed(name: str, version: str, context: Context) -> bool:
    """Tells whether the archive speaks of a name, and somewhere of the version without any name."""
    items = context.view.items(context.document_ids)
    return any(_has_unnamed(re.escape(version), item.text) for item in items) and is_subject(name, context)


def _versions(text: str) -> Iterator[tuple[str, str]]:
    """Each name with its version, as a pattern; "which Loom versions" are any."""
    for match in _NAMED.finditer(text):
        yield match["name"], re.escape(match["version"])
    for match in _VERSIONS_OF.finditer(text):
        yield match["name"], r"\d+(?:\.\d+)+"


def is_subject(name: str, context: Context) -> bool:
    """Tells whether most documents of the archive speak of a name, which is no word of their prose as well.

    "Loom" may be one; "Freeze" of "Code Freeze" is none where issues write "the freeze", in however many it stands.
    """
    documents = context.documents()
    said = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    texts = [context.text(document.id) for document in documents]
    if len(documents) < 2 or sum(1 for text in texts if said.search(text)) < _MOST * len(documents):
        return False
    plain = re.compile(rf"(?<![\w/.@#-]){re.escape(name[0].lower() + name[1:])}(?![\w/-]|\.\w)")
    return name[0].islower() or sum(1 for text in texts if plain.search(text)) <= _PLAIN * len(documents)


_PLAIN = 0.1
"""A name is written without its capital, as in an address or by a slip, in no larger share of the documents."""
_YEAR = r"(?<![\w/-])(?:19|20)\d\d(?![\w/-])"
_CALLED = r"[A-Z][\w’'-]*(?:\s+(?:(?:of|for|the|and)\s+)?[A-Z][\w’'-]*)+"
_OF_YEAR = re.compile(
    rf"(?P<before>{_YEAR})\s+(?P<name>{_CALLED})|(?P<called>{_CALLED})\s+(?:(?:of|for|in)\s+)?(?P<behind>{_YEAR})"
)


def is_of_another_year(question: str, text: str) -> bool:
    """Tells whether a text gives what a question asks of one year for another: the "2029 Reed Prize" of 2030's."""
    told = _years_of(text)
    for name, asked in _years_of(question).items():
        alike = [years for other, years in told.items() if other.endswith(name) or name.endswith(other)]
        if alike and asked.isdisjoint(set().union(*alike)):
            return True
    return False


def _years_of(text: str) -> dict[str, set[str]]:
    """The names of several words that stand beside a year, with these years."""
    found: dict[str, set[str]] = {}
    for match in _OF_YEAR.finditer(" ".join(text.split())):
        name, year = match["name"] or match["called"], match["before"] or match["behind"]
        found.setdefault(name.casefold(), set()).add(year)
    return found
