"""Bad files ingested beside good ones, by real workers, and what came of each."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.damage.pdfs import sound
from tests.indexing.invented import JULY, MARCH, MAY, WordEmbedder, write

from ctassist.indexing.ingest import ingest
from ctassist.indexing.report import DocumentReport, Outcome
from ctassist.settings import Settings

_SENTENCE = re.compile(r"[^\n]{20,600}\.")
_DIED = "brought its reader down"


@dataclass
class Survival:
    """What became of bad files: ``kinds`` counts them by what was said, ``faults`` is what must not be."""

    kinds: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    died: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)


def survive(bad: Iterable[tuple[str, bytes]], folder: Path, settings: Settings) -> Survival:
    """Ingests bad files, by their names, with good ones before, among and after them, and looks at what was told.

    Each bad file must be read or refused in one sentence that names it; good ones must come out as they do alone.
    """
    good = write(folder / "good", march=MARCH, may=MAY, july=JULY)
    for number in range(3):
        (good / f"issue{number}.pdf").write_bytes(sound(number))
    mixed = folder / "mixed"
    mixed.mkdir()
    names = []
    for name, data in bad:
        names.append(name)
        (mixed / name).write_bytes(data)
    # In the order of their names, which is that of the ingest, good files stand at both ends and between bad ones.
    for number, file in enumerate(sorted(good.iterdir())):
        (mixed / f"{'0mz'[number % 3]}_{file.name}").write_bytes(file.read_bytes())
    alone = _by_name(good, settings.model_copy(update={"index_dir": folder / "alone"}))
    found = _by_name(mixed, settings.model_copy(update={"index_dir": folder / "index"}))
    survival = Survival()
    for name, told in alone.items():
        beside = next((told for other, told in found.items() if other.partition("_")[2] == name), None)
        if beside is None or _facts(beside) != _facts(told) or told.status is not Outcome.ADDED:
            survival.faults.append(f"{name}, a good file, became {beside} and not {told}")
    for name in names:
        _look_at(name, found.get(name), survival)
    return survival


def _by_name(folder: Path, settings: Settings) -> dict[str, DocumentReport]:
    report = ingest([folder], settings, embedder=WordEmbedder)
    return {document.name: document for document in report.documents}


def _facts(told: DocumentReport) -> tuple[object, ...]:
    return told.status, told.document_id, told.period, told.pages, told.items, told.passages, told.records


def _look_at(name: str, told: DocumentReport | None, survival: Survival) -> None:
    if told is None:
        survival.faults.append(f"{name} was lost")
        return
    if told.status is not Outcome.FAILED:
        survival.kinds["read" if told.status is Outcome.ADDED else told.status.value] += 1
        return
    problem = told.problem or ""
    survival.kinds[re.sub(r"\d[\d,]*", "9", problem.replace(name, "…"))] += 1
    if name not in problem or not _SENTENCE.fullmatch(problem) or "please report" in problem:
        survival.faults.append(f"{name}: {problem!r}")
    if _DIED in problem:
        survival.died.append(name)
    if "was not read within" in problem:
        survival.late.append(name)
