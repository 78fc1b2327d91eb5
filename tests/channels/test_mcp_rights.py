"""What the protocol's tools and resources tell is what their caller may read, and no more."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from mcp import Client, MCPError
from mcp_types import TextContent
from tests.parsed import parse_here
from tests.service.archive import MAY, make_index, write_issue

from ctassist.channels.mcp import resources
from ctassist.channels.mcp.here import Here
from ctassist.channels.mcp.server import server_for
from ctassist.indexing.ingest import ingest
from ctassist.model.caller import ANYONE, OPEN, Caller
from ctassist.service import ledger
from ctassist.service.engine import Engine

BOARD = Caller("board", frozenset({OPEN, "board"}))
SECRET = MAY.replace("May-June", "September-October").replace("BPU", "ZVA").replace("fog signals", "obsidian")
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("ask", {"question": "What happened in 2022?"}),
    ("ask", {"question": "What did ZVA do?"}),
    ("search", {"question": "workshop on obsidian", "limit": 100}),
    ("list_activities", {}),
    ("get_roles", {"as_of": "2022-12"}),
    ("get_indicators", {}),
    ("list_documents", {}),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("rights")
    settings = make_index(folder)
    ingest([write_issue(folder / "board", "minutes.md", SECRET)], settings, access="board", parse=parse_here())
    made = Engine(settings)
    yield made
    made.close()


def as_caller(engine: Engine, caller: Caller, work: Callable[[Client], Awaitable[None]]) -> None:
    async def connect() -> None:
        async with Client(server_for(Here(engine, caller, ""))) as client:
            await work(client)

    asyncio.run(connect())


def everything(engine: Engine, caller: Caller) -> str:
    """All that a caller is told by every tool and in every list."""
    told: list[str] = []

    async def read(client: Client) -> None:
        for name, arguments in CALLS:
            result = await client.call_tool(name, arguments)
            assert not result.is_error
            told.append(json.dumps(result.structured_content))
            told.extend(content.text for content in result.content if isinstance(content, TextContent))
        for resource in (await client.list_resources()).resources:
            told.append(str((await client.read_resource(resource.uri)).contents))

    as_caller(engine, caller, read)
    return "\n".join(told)


def test_nobody_is_told_of_what_is_not_for_them(engine: Engine) -> None:
    open_to_all = everything(engine, ANYONE)
    # The question itself is told back.
    assert "obsidian in Riga" not in open_to_all
    assert "2022-09" not in open_to_all
    assert "minutes.md" not in open_to_all
    of_the_board = everything(engine, BOARD)
    assert "ZVA" in of_the_board
    assert "minutes.md" in of_the_board


def test_a_document_of_others_is_one_that_is_not_there(engine: Engine) -> None:
    with engine.archive.view(BOARD) as view:
        [secret] = [document.id for document in view.documents() if document.name == "minutes.md"]

    async def read(client: Client) -> None:
        sentences = []
        for document_id in (secret, "0" * len(secret)):
            result = await client.call_tool("read_document", {"document_id": document_id})
            assert isinstance(result.content[0], TextContent)
            sentences.append(result.content[0].text.replace(document_id, "ID"))
            with pytest.raises(MCPError):
                await client.read_resource(f"ctassist://documents/{document_id}")
        assert sentences[0] == sentences[1]

    as_caller(engine, ANYONE, read)


def test_a_conversation_of_another_caller_is_one_that_is_not_there(engine: Engine) -> None:
    kept: list[str] = []

    async def begin(client: Client) -> None:
        result = await client.call_tool("ask", {"question": "What happened in June 2022?"})
        kept.append(result.structured_content["conversation_id"])

    async def go_on(client: Client) -> None:
        result = await client.call_tool("ask", {"question": "And in July?", "conversation_id": kept[0]})
        assert result.is_error

    as_caller(engine, BOARD, begin)
    as_caller(engine, ANYONE, go_on)


def test_resources_are_listed_page_by_page(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "PAGE", 1)

    async def read(client: Client) -> None:
        first = await client.list_resources()
        second = await client.list_resources(cursor=first.next_cursor)
        assert [resource.name for resource in (*first.resources, *second.resources)] == [
            "july-august.md",
            "may-june.md",
        ]
        assert second.next_cursor is None

    as_caller(engine, ANYONE, read)


def test_what_nobody_foresaw_is_told_without_its_words(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the disk is on fire")

    monkeypatch.setattr(ledger, "listed", fail)

    async def read(client: Client) -> None:
        result = await client.call_tool("get_roles", {})
        assert isinstance(result.content[0], TextContent)
        assert (result.is_error, "fire" in result.content[0].text) == (True, False)
        assert "log has the details" in result.content[0].text

    as_caller(engine, ANYONE, read)
