"""``ctassist ingest``: its progress and its summary."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from ctassist.cli.options import Common
from ctassist.cli.words import period_words, plural, printable
from ctassist.errors import IndexMissing, UsageError
from ctassist.service.render import recognition_words

if TYPE_CHECKING:
    from ctassist.indexing.report import DocumentReport, IngestReport
    from ctassist.indexing.report import Progress as Step
    from ctassist.settings import Settings

SOME_FAILED = 3
SHOWN_SKIPPED = 10
_STAGES = {
    "checking": "Looking at files",
    "reading": "Reading",
    "loading": "Loading the model",
    "embedding": "Embedding passages",
    "storing": "Storing",
    "publishing": "Putting the index in service",
    "done": "Done",
}


def run(common: Common, paths: Sequence[Path], *, prune: bool, sample: bool, if_empty: bool) -> None:
    """Ingests and prints a summary. Raises typer.Exit with code 3 when some files failed."""
    settings = common.settings()
    if not paths and not sample:
        raise UsageError("Nothing to ingest: name files or folders, or give --sample.")
    if if_empty and _holds_something(settings):
        print("The archive holds documents already; nothing to do.")
        return
    with ExitStack() as stack:
        taken = list(paths)
        if sample:
            taken.append(stack.enter_context(as_file(files("ctassist") / "sample")))
        report = _take(taken, settings, prune)
    if report.failed:
        raise typer.Exit(SOME_FAILED)


def stay(common: Common, paths: Sequence[Path], *, prune: bool, sample: bool, if_empty: bool) -> None:
    """Ingests, and again after each change to the paths, until it is interrupted."""
    from ctassist.cli.watch import watch

    settings = common.settings()
    if sample or if_empty:
        option = "--sample" if sample else "--if-empty"
        raise UsageError(f"{option} does not go with --watch: ingest with {option} first, then watch.")
    if not paths:
        raise UsageError("Nothing to watch: name files or folders.")
    watch(paths, settings.index_dir, lambda: _take(paths, settings, prune), lambda: _tell(settings))


def _take(paths: Sequence[Path], settings: "Settings", prune: bool) -> "IngestReport":
    from ctassist.indexing.ingest import ingest

    with _progress() as progress:
        report = ingest(paths, settings, prune=prune, progress=progress)
    _summarise(report)
    _tell(settings)
    return report


def _tell(settings: "Settings") -> None:
    """Tells webhooks what is due, as no service may be up to do so."""
    from ctassist.cli.webhooks import tell

    if told := tell(settings):
        print(told, flush=True)


def _holds_something(settings: "Settings") -> bool:
    from ctassist.indexing.archive import Archive
    from ctassist.model.caller import ANYONE

    try:
        archive = Archive.open(settings)
    except IndexMissing:
        return False
    try:
        with archive.view(ANYONE) as view:
            return bool(view.documents())
    finally:
        archive.close()


class _Rate(ProgressColumn):
    """How many files or passages are done a second."""

    def render(self, task: Task) -> Text:
        """Nothing while there is nothing to go by."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "", style="progress.data.speed")


@contextmanager
def _progress() -> "Iterator[Callable[[Step], None]]":
    """A bar on a terminal; elsewhere one plain line for each stage and each file that is read."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _plain()
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", style="dim", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Starting", total=None, name="")

        def show(step: "Step") -> None:
            described = _STAGES.get(step.stage, step.stage)
            if bar.tasks[0].description != described:
                bar.reset(task, description=described, total=step.total or None)
            bar.update(task, completed=step.done, total=step.total or None, name=printable(step.name))

        yield show


def _plain() -> "Callable[[Step], None]":
    last = ""

    def show(step: "Step") -> None:
        nonlocal last
        if step.stage == "done" or (step.stage == last and step.stage not in ("reading", "embedding")):
            return
        last = step.stage
        # A file is counted when it is begun, passages once they are done.
        done = step.done + 1 if step.stage == "reading" else step.done
        where = f" ({done} of {step.total})" if step.total > 1 and step.stage in ("reading", "embedding") else ""
        name = f": {printable(step.name)}" if step.name and step.stage == "reading" else ""
        print(f"{_STAGES.get(step.stage, step.stage)}{where}{name}", file=sys.stderr, flush=True)

    return show


def _summarise(report: "IngestReport") -> None:
    from ctassist.indexing.series import series_words

    console = Console(highlight=False, soft_wrap=True) if sys.stdout.isatty() else None
    if console and report.documents:
        console.print(_table(report.documents))
    for document in report.documents:
        if document in report.failed:
            print(f"failed\t{_remark(document, document.problem or '')}")
            continue
        if console is None:
            print(_line(document))
        told = recognition_words(document.recognition, document.pages)
        for remark in filter(None, (told, *document.versions, *document.warnings, document.problem)):
            print(f"  note: {_remark(document, remark)}")
    for source in report.skipped[:SHOWN_SKIPPED]:
        print(f"  skipped: {printable(source)} (no reader takes this kind of file)")
    if len(report.skipped) > SHOWN_SKIPPED:
        print(f"  skipped: {len(report.skipped) - SHOWN_SKIPPED} more files of kinds that no reader takes")
    for series in report.series:
        print(printable(series_words(series)))
    counts: dict[str, int] = {}
    for document in report.documents:
        counts[document.status.value] = counts.get(document.status.value, 0) + 1
    told = ", ".join(f"{number} {status}" for status, number in counts.items()) or "no documents"
    print(f"{told}; generation {report.generation}, {report.seconds:.1f} s")


def _table(documents: "Sequence[DocumentReport]") -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("Document", "", "Period", "Title", "Language"):
        table.add_column(name)
    for name in ("Items", "Records", "Notes"):
        table.add_column(name, justify="right")
    for document in documents:
        named = (document.title or "", document.language or "")
        cells = (document.name, document.status.value, period_words(document.period), *named, str(document.items))
        records, notes = str(sum(document.records.values())), len(document.warnings) + len(document.versions)
        table.add_row(*(Text(printable(cell)) for cell in cells), records, str(notes))
    return table


def _remark(document: "DocumentReport", remark: str) -> str:
    return printable(remark if document.name in remark else f"{document.name}: {remark}")


def _line(document: "DocumentReport") -> str:
    parts = [document.status.value, printable(document.name)]
    if document.records:
        parts += [period_words(document.period), plural(document.items, "item")]
        parts += [plural(number, kind) for kind, number in document.records.items()]
        parts += [printable(document.title or ""), document.language or "language unknown"]
    return "\t".join(parts)
