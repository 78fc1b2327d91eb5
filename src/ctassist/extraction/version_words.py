"""Which version of an issue a document is: a draft, the final one, one revised, by its title page and file name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ctassist.extraction.vocabulary import table
from ctassist.model.text import Span

_NUMBER = r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})"
_APART = re.compile(r"\s*[|·•:;,،()\[\]{}/*]\s*|\s+[-–—]+\s+|\n")
_BETWEEN = re.compile(r"[\s_\-.+()\[\]]+")
_KIND_OF_DOCUMENT = frozenset({"final", "web"})
"""States whose word, where it opens a title, mostly says what the document is: "Final Report", "Web Review"."""
_SAYS_NOTHING = 1


@dataclass(frozen=True, slots=True)
class Marked:
    """A word of the state of a document and where it stands; ``label`` is what it says: "draft", "v2", "draft 2"."""

    label: str
    span: Span


def standing(label: str | None) -> tuple[int, tuple[int, ...]]:
    """Returns what orders versions: the rank of the state, then the number; the higher replaces the lower."""
    if label is None:
        return _SAYS_NOTHING, ()
    state, _, number = label.removeprefix("v").rpartition(" ") if label[-1].isdigit() else (label, "", "")
    rank = {row["name"]: int(row["rank"]) for row in table("versions")["state"]}.get(state, _SAYS_NOTHING)
    return rank, tuple(int(part) for part in number.split(".") if part)


def version_on_page(text: str, *, opens: bool = False) -> Marked | None:
    """Finds the version that a line of a title page states: words that stand apart, "(draft)", "DRAFT – not for use".

    With ``opens``, the first word of a title counts too: "Draft minutes of the board".
    """
    found: list[Marked] = []
    start = 0
    for match in (*_APART.finditer(text), None):
        end = match.start() if match else len(text)
        part = text[start:end]
        if whole := _whole(part):
            found.append(Marked(whole, Span(start, end)))
        elif not found and not start and (lead := _lead(part, opens)):
            found.append(lead)
        start = match.end() if match else end
    return _strongest(found)


def version_in_name(stem: str, title: str) -> Marked | None:
    """Finds the version that a file's name states; words of the title belong to the name of the document."""
    words = [(m.group(), m.start(), m.end()) for m in re.finditer(r"[^\s_\-.+()\[\],]+(?:\.\d+)*", stem)]
    known = _words(title)
    found: list[Marked] = []
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            part = words[at : at + size]
            span = Span(part[0][1], part[-1][2])
            if any(other.span.start < span.end and span.start < other.span.end for other in found):
                continue
            label = _whole(" ".join(word for word, _, _ in part))
            if label is None and size == 1 and at + 1 == len(words) and part[0][0].casefold() in ("rev", "corr"):
                label = {"rev": "revised", "corr": "corrected"}[part[0][0].casefold()]
            if label and not _holds(known, _words(" ".join(word for word, _, _ in part))):
                found.append(Marked(label, span))
    return _strongest(found)


def _strongest(found: Sequence[Marked]) -> Marked | None:
    """The word that decides: a draft stays one, however revised; of others the highest counts."""
    drafts = [mark for mark in found if standing(mark.label)[0] < _SAYS_NOTHING]
    return max(drafts or found, key=lambda mark: standing(mark.label), default=None)


def _lead(part: str, opens: bool) -> Marked | None:
    first, _, rest = part.strip().partition(" ")
    label = _whole(first)
    if label is None or not rest:
        return None
    shouted = first.isupper() and not rest.isupper()
    if shouted or (opens and label.split()[0] not in _KIND_OF_DOCUMENT):
        at = part.index(first)
        return Marked(label, Span(at, at + len(first)))
    return None


def _whole(part: str) -> str | None:
    """The version that words state if they state nothing else."""
    words = " ".join(part.casefold().split()).strip(" .!-–—*_\"'“”")
    if match := _numbered().fullmatch(words):
        return f"v{match['number']}"
    if match := re.fullmatch(rf"rev(?:ision|\.)?\s?{_NUMBER}", words):
        return f"revised {match['number']}"
    match = re.fullmatch(rf"(?P<words>.*?[^\W\d_])(?:\s?{_NUMBER})?", words)
    state = _state(match["words"].split()) if match else None
    return f"{state} {match['number']}" if match and state and match["number"] else state


def _state(words: Sequence[str]) -> str | None:
    """The state that words name that are all of such phrases: "draft", "draft for comments"."""
    found: list[Marked] = []
    at = 0
    while at < len(words):
        sizes = (size for size in (3, 2, 1) if " ".join(words[at : at + size]) in _states())
        size = next((size for size in sizes if at + size <= len(words)), 0)
        if not size:
            return None
        found.append(Marked(_states()[" ".join(words[at : at + size])], Span(at, at + size)))
        at += size
    strongest = _strongest(found)
    return strongest.label if strongest else None


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"(?:v|ver|vers|version|versión|версия|النسخة|第)[.\s]?\s?{_NUMBER}\s?版?")


@cache
def _states() -> dict[str, str]:
    return {word.casefold(): row["name"] for row in table("versions")["state"] for word in row["words"]}


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN.split(text.casefold()) if word]


def _holds(words: Sequence[str], part: Iterable[str]) -> bool:
    wanted = list(part)
    return any(list(words[at : at + len(wanted)]) == wanted for at in range(len(words) - len(wanted) + 1))
