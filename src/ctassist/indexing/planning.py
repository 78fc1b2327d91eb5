"""What an ingest has to do, decided before it does anything, from what is stored and what was found."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from ctassist.indexing.report import Outcome
from ctassist.indexing.sources import Found
from ctassist.model.caller import OPEN


@dataclass(frozen=True, slots=True)
class Stored:
    """A document of the generation in the making: in service already, or ``staged`` by an ingest that was stopped.

    It is ``outdated`` if reading it again would bring more, though neither it nor the pipeline has changed.
    """

    row: int
    sha256: str
    source: str
    pipeline: str
    access: str
    staged: bool = False
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What to do with one file or document.

    A ``file`` without ``stored`` is to be read, under the label ``access``; ``stored`` is a document that stays as it
    is, or that goes. ``retires`` are rows that go in the same moment. ``same_as`` is what a DUPLICATE equals.
    """

    outcome: Outcome
    file: Found | None = None
    stored: Stored | None = None
    retires: tuple[int, ...] = ()
    same_as: str | None = None
    access: str = OPEN

    @property
    def reads(self) -> bool:
        """Whether the file is to be read, rather than known already."""
        return self.stored is None and self.outcome in (Outcome.ADDED, Outcome.REFRESHED)


def plan(
    found: Sequence[Found],
    stored: Sequence[Stored],
    pipeline: str,
    access: str | None,
    still_holds: Callable[[str, str], bool],
) -> list[Step]:
    """Returns one step a file, in order, documents before the files that equal them.

    ``access`` of None leaves each document its label. ``still_holds(source, sha256)`` tells whether a file outside of
    ``found`` is unchanged: then a copy found elsewhere is a duplicate of it, and otherwise the document has moved.
    """
    by_content = {document.sha256: document for document in stored}
    by_source = {document.source: document for document in stored}
    groups: dict[str, list[Found]] = {}
    for file in found:
        if file.sha256 is not None:
            groups.setdefault(file.sha256, []).append(file)

    steps = [Step(Outcome.FAILED, file) for file in found if file.sha256 is None]
    for sha256, files in groups.items():
        document = by_content.get(sha256)
        earlier = [by_source[file.source] for file in files if file.source in by_source]
        outdated = tuple(sorted(other.row for other in earlier if other.sha256 != sha256))
        first = next((file for file in files if document and file.source == document.source), files[0])
        if document and first.source != document.source and still_holds(document.source, sha256):
            steps += [Step(Outcome.DUPLICATE, file, document, outdated, document.source) for file in files]
            continue
        label = access or next((other.access for other in (document, *earlier) if other), OPEN)
        steps.append(_take(first, document, outdated, pipeline, label))
        steps += [Step(Outcome.DUPLICATE, file, same_as=first.source) for file in files if file is not first]
    return steps


def gone(
    stored: Sequence[Stored], steps: Sequence[Step], given: Collection[str], exists: Callable[[str], bool]
) -> list[Step]:
    """Returns the steps that forget documents from under the ``given`` paths whose file is no longer there."""
    seen = {step.file.source for step in steps if step.file is not None}
    retired = {row for step in steps for row in step.retires}
    return [
        Step(Outcome.REMOVED, stored=document, retires=(document.row,))
        for document in stored
        if document.row not in retired
        and document.source not in seen
        and is_under(document.source, given)
        and not exists(document.source)
    ]


def is_under(source: str, given: Collection[str]) -> bool:
    """Tells whether a source is one of the given paths or lies in one of these folders."""
    return source in given or any(str(parent) in given for parent in PurePath(source).parents)


def _take(file: Found, document: Stored | None, outdated: tuple[int, ...], pipeline: str, access: str) -> Step:
    if document is None:
        return Step(Outcome.REFRESHED if outdated else Outcome.ADDED, file, retires=outdated, access=access)
    same = (document.pipeline, document.source, document.access) == (pipeline, file.source, access)
    if same and not document.outdated:
        return Step(Outcome.ADDED if document.staged else Outcome.UNCHANGED, file, document, outdated)
    return Step(Outcome.REFRESHED, file, retires=(*outdated, document.row), access=access)
