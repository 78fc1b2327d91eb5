"""The tools: each calls what the HTTP interface calls, for the same caller."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from pydantic import BaseModel

from ctassist.channels.mcp.arguments import (
    ActivitiesArguments,
    AskArguments,
    DocumentsArguments,
    ReadArguments,
    RowsArguments,
    SearchArguments,
)
from ctassist.channels.mcp.here import Here
from ctassist.channels.mcp.replies import FoundsReply, ReadReply
from ctassist.channels.mcp.text import documents_text, passages_text, read_text, rows_text
from ctassist.channels.sourced import sourced
from ctassist.errors import UsageError
from ctassist.model.answer import Answer, Stage
from ctassist.model.contract import Json, answer_json, passage_json
from ctassist.service import documents, ledger
from ctassist.service.asking import asking
from ctassist.service.ledger_replies import ActivitiesReply, IndicatorRowsReply, RolesReply
from ctassist.service.render import document_json, period_json
from ctassist.service.replies import AnswerReply, DocumentsReply
from ctassist.service.rows import KINDS

Progress = Callable[[int, int, str], Awaitable[None]]
"""Told how far a call is: steps done, steps in all, and what is being done."""
STAGES = {"understanding": "Understanding the question", "searching": "Searching", "composing": "Composing the answer"}


@dataclass(frozen=True, slots=True)
class Told:
    """What a tool gives: JSON of its reply's shape, and the same as text for those that read no JSON."""

    structured: Json
    text: str
    hint: str = ""
    """What else a program may want to know that reads the text alone."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool: what a program is told of it, what it takes, what it gives, and what it does."""

    name: str
    title: str
    description: str
    arguments: type[BaseModel]
    reply: type[BaseModel]
    run: Callable[[Here, Any, Progress], Awaitable[Told]]
    keeps: bool = False
    """Whether a call adds a turn to a conversation; no tool changes the archive."""


async def _ask(here: Here, arguments: AskArguments, progress: Progress) -> Told:
    async with asking(here.engine, arguments.request(), here.caller) as events:
        async for event in events:
            if isinstance(event, Stage) and event.name in STAGES:
                await progress([*STAGES].index(event.name), len(STAGES), STAGES[event.name])
            if isinstance(event, Answer):
                answer = event
    hint = f"To ask on, send conversation_id={answer.conversation_id}" if answer.conversation_id else ""
    return Told(here.addressed(answer_json(answer)), sourced(answer, here.base), hint)


async def _search(here: Here, arguments: SearchArguments, progress: Progress) -> Told:
    def work() -> Json:
        found = here.engine.assistant.search(arguments.request(), here.caller, arguments.limit)
        with here.engine.archive.view(here.caller) as view:
            held = {document.id: document for document in view.documents()}
        passages = []
        for passage in found.passages:
            document = held.get(passage.document_id)
            # One that an ingest has taken away between the two.
            if document is not None:
                url = f"/documents/{document.id}?start={passage.start}&end={passage.end}#mark"
                where = {"title": document.title, "period": period_json(document.period), "url": url}
                passages.append({**passage_json(passage), **where})
        return {"resolved_question": found.resolved_question, "passages": passages}

    found = await here.engine.run(work)
    return Told(here.addressed(found), passages_text(found, here.base))


async def _rows(plural: str, here: Here, arguments: RowsArguments, progress: Progress) -> Told:
    merged = isinstance(arguments, ActivitiesArguments) and arguments.merged
    found = await here.engine.run(
        lambda: ledger.listed(KINDS[plural], here.engine, here.caller, arguments, merged=merged)
    )
    return Told(here.addressed(found), rows_text(found, plural, here.base))


async def _documents(here: Here, arguments: DocumentsArguments, progress: Progress) -> Told:
    found = await here.engine.run(
        lambda: documents.listed(here.engine, here.caller, arguments.limit, arguments.cursor, arguments.q)
    )
    return Told(here.addressed(found), documents_text(found, here.base))


async def _read(here: Here, arguments: ReadArguments, progress: Progress) -> Told:
    document, text = await here.engine.run(lambda: documents.read(here.engine, here.caller, arguments.document_id))
    start, end = arguments.start, min(arguments.start + arguments.length, len(text))
    if start > end:
        raise UsageError(f"The text has {len(text):,} characters; start with a smaller one than {start:,}.")
    told = {"text": text[start:end], "start": start, "end": end, "total": len(text)}
    found = {"document": document_json(document), **told, "next": end if end < len(text) else None}
    return Told(here.addressed(found), read_text(found))


TOOLS: Mapping[str, Tool] = {
    tool.name: tool
    for tool in (
        Tool(
            "ask",
            "Ask the archive",
            "Answers a question in plain words from the archive: who chairs what, what happened when and where, how "
            "many, who said what. Each line of the answer has a marker [n] that names its source. A list is complete, "
            "or the answer's status is partial. Use this first.",
            AskArguments,
            AnswerReply,
            _ask,
            keeps=True,
        ),
        Tool(
            "search",
            "Search passages",
            "Gives the passages that a question would be answered from, best first, in their own words.",
            SearchArguments,
            FoundsReply,
            _search,
        ),
        Tool(
            "list_activities",
            "List activities",
            "Lists what was done, by day, organisation or person, place, heading and words, each with its source; "
            "complete, page by page.",
            ActivitiesArguments,
            ActivitiesReply,
            partial(_rows, "activities"),
        ),
        Tool(
            "get_roles",
            "Look up roles",
            "Lists who holds which role in which body (chair, vice-chair …), issue by issue; with as_of, the latest "
            "statement of each role up to that day.",
            RowsArguments,
            RolesReply,
            partial(_rows, "roles"),
        ),
        Tool(
            "get_indicators",
            "Look up figures",
            "Lists figures with their labels, issue by issue; with as_of, the latest figure up to that day.",
            RowsArguments,
            IndicatorRowsReply,
            partial(_rows, "indicators"),
        ),
        Tool(
            "list_documents",
            "List documents",
            "Lists the documents of the archive, the latest period first.",
            DocumentsArguments,
            DocumentsReply,
            _documents,
        ),
        Tool(
            "read_document",
            "Read a document",
            "Gives the text of a document, part by part. Offsets of citations count its characters.",
            ReadArguments,
            ReadReply,
            _read,
        ),
    )
}
