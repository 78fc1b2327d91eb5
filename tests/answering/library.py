"""An index of an invented archive, and asking it. Beside the archive lies one document that only a board may read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.archives import Archive as Reviews
from tests.archives import Layout, file_name, render, write
from tests.parsed import parse_here

from ctassist.answering.assistant import Assistant
from ctassist.indexing.archive import Archive
from ctassist.indexing.ingest import ingest
from ctassist.model.answer import Answer, AnswerRequest, Scope, Turn
from ctassist.model.caller import ANYONE, OPEN, Caller
from ctassist.settings import Settings

BOARD = Caller("board", frozenset({OPEN, "board"}))
SECRETS = ("ZVA", "Zirkon", "Quillon", "obsidian", "Reykjavik", "Iceland", "987,654")
"""Words of the board's document that no open one has."""


@dataclass(frozen=True, slots=True)
class Library:
    """An open index; ``texts`` are the canonical texts of the documents that anyone may read."""

    archive: Archive
    assistant: Assistant
    texts: dict[str, str]

    def ask(
        self,
        question: str,
        *history: str,
        as_of: date | None = None,
        caller: Caller = ANYONE,
        conversation: str | None = None,
        filters: Scope | None = None,
    ) -> Answer:
        """Asks one question, after earlier ones if there are any."""
        turns = tuple(Turn("user", earlier) for earlier in history)
        request = AnswerRequest(question, conversation, turns, as_of, filters or Scope())
        return self.assistant.answer(request, caller)


Shelve = Callable[..., Library]
"""Makes an index of Markdown texts, each ``name=text``."""


def open_library(folder: Path, *secret: Path) -> Library:
    """Ingests ``folder/files`` and, for the board alone, some more files."""
    settings = Settings(index_dir=folder / "index", database_url=None)
    ingest([folder / "files"], settings, parse=parse_here())
    if secret:
        ingest(secret, settings, access="board", parse=parse_here())
    archive = Archive.open(settings)
    with archive.view(ANYONE) as view:
        texts = {document.id: view.text(document.id) for document in view.documents()}
    return Library(archive, Assistant(archive), texts)


def shelve(folder: Path, **texts: str) -> Library:
    """An index of Markdown texts, each ``name=text``."""
    (folder / "files").mkdir(parents=True)
    for name, text in texts.items():
        (folder / "files" / f"{name}.md").write_text(text, encoding="utf-8")
    return open_library(folder)


def shelve_files(folder: Path, files: Mapping[str, str]) -> Library:
    """An index of texts in formats of their own, by file name."""
    (folder / "files").mkdir(parents=True)
    for name, text in files.items():
        (folder / "files" / name).write_text(text, encoding="utf-8")
    return open_library(folder)


def shelve_reviews(folder: Path, reviews: Reviews, layout: Layout) -> Library:
    """An index of an invented archive in one layout (prose as Markdown), with the board's document beside it."""
    if layout is Layout.PROSE:
        (folder / "files").mkdir(parents=True)
        for number, review in enumerate(reviews.reviews, 1):
            path = (folder / "files" / file_name(number, layout)).with_suffix(".md")
            path.write_text(as_markdown(render(review, layout)), encoding="utf-8")
    else:
        write(reviews, folder / "files", layout)
    secret = folder / "board.md"
    secret.write_text(board_minutes(reviews), encoding="utf-8")
    return open_library(folder, secret)


def as_markdown(text: str) -> str:
    """Makes Markdown headings of the title and of the lines in capitals."""
    title, *parts = text.strip().split("\n\n")
    return "\n\n".join([f"# {title}", *(f"## {p.capitalize()}" if p.isupper() else p for p in parts)]) + "\n"


def board_minutes(reviews: Reviews) -> str:
    """A document of the archive's last issue that contradicts it in every way."""
    last = reviews.reviews[-1]
    day = f"{last.period.end.day} {last.period.end:%B %Y}"
    groups = next(review.groups for review in reviews.reviews if review.groups)
    lines = [f"# {last.title}", "## Closed session"]
    lines.append(f"- Zirkon Vault Agency (ZVA) held a workshop on obsidian ledgers in Reykjavik, Iceland ({day})")
    lines += [
        f"- ZVA and {who} signed an agreement on obsidian mirrors in Iceland ({day})" for who in _acronyms(reviews)
    ]
    lines += ["## In figures", *(f"- **987,654** {figure.label}" for figure in last.figures)]
    for group in groups:
        lines += [f"## {group.words}", *(f"- {post.label}: Zora Quillon (ZVA)" for post in group.posts)]
    lines += ["## Voices", f"“Obsidian is the future of our work,” said Zora Quillon, Director of ZVA, on {day}."]
    return "\n\n".join(lines) + "\n"


def _acronyms(reviews: Reviews) -> list[str]:
    return sorted({who.acronym for line in reviews.lines for who in line.who})


def same(answer: Answer) -> dict[str, Any]:
    """An answer without what may differ when the same is asked again."""
    apart = ("id", "conversation_id", "timings_ms")
    return {name: getattr(answer, name) for name in Answer.__dataclass_fields__ if name not in apart}
