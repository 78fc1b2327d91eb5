"""The protocol's own client against served processes, over HTTP and over standard streams."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import httpx
import httpx2
import pytest
from mcp import Client, MCPError, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from mcp_types import CallToolResult, TextContent
from tests.service.archive import make_index
from tests.service.client import RUN, Server, call, served

from ctassist.application.app import create_app
from ctassist.service.guard import LARGEST_BODY
from ctassist.settings import Settings

CHAIR = "Who chairs the working group on fog signals?"
KEY = "open-sesame"
PUBLIC = "https://archive.example.org/reviews"
TIMED = ("id", "conversation_id", "timings_ms")
MODES = ("auto", "legacy")
T = TypeVar("T")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_index(tmp_path_factory.mktemp("mcp"))


@pytest.fixture(scope="module")
def server(archive: Settings) -> Iterator[Server]:
    """Two processes behind one address, with a key."""
    environment = {"CTASSIST_API_KEYS": KEY, "CTASSIST_PUBLIC_URL": PUBLIC}
    with served(archive.index_dir, "--workers", "2", **environment) as running:
        running.http.headers["Authorization"] = f"Bearer {KEY}"
        yield running.ready()


@asynccontextmanager
async def connected(server: Server, mode: str = "auto", key: str = KEY, **headers: str) -> AsyncIterator[Client]:
    sent = {**({"Authorization": f"Bearer {key}"} if key else {}), **headers}
    async with (
        httpx2.AsyncClient(headers=sent, timeout=60) as http,
        Client(streamable_http_client(f"{server.url}/mcp", http_client=http), mode=mode) as client,
    ):
        yield client


def through(server: Server, work: Callable[[Client], Awaitable[T]], mode: str = "auto", **options: str) -> T:
    """Does something with a connected client."""

    async def connect() -> T:
        async with connected(server, mode, **options) as client:
            return await work(client)

    return asyncio.run(connect())


def called(server: Server, name: str, arguments: dict[str, Any], mode: str = "auto") -> CallToolResult:
    """Calls one tool; the client checks what it gives against the schema that the server told."""
    return through(server, lambda client: client.call_tool(name, arguments), mode)


def only(error: BaseException) -> BaseException:
    """The one error in groups of groups of one."""
    while isinstance(error, BaseExceptionGroup):
        [error] = error.exceptions
    return error


def text_of(result: CallToolResult) -> str:
    assert isinstance(result.content[0], TextContent)
    return result.content[0].text


@pytest.mark.parametrize("mode", MODES)
def test_the_tools_say_what_they_take_and_give_and_that_they_change_nothing(server: Server, mode: str) -> None:
    listed = through(server, lambda client: client.list_tools(), mode).tools
    assert [tool.name for tool in listed] == [
        *("ask", "search", "list_activities", "get_roles", "get_indicators", "list_documents", "read_document")
    ]
    for tool in listed:
        assert tool.annotations
        assert tool.annotations.read_only_hint is True
        assert tool.description
        assert tool.output_schema
        assert (tool.output_schema["type"], tool.input_schema["additionalProperties"]) == ("object", False)
    assert listed[0].input_schema["required"] == ["question"]
    assert {"from", "to", "entity", "place", "cursor"} <= listed[2].input_schema["properties"].keys()


@pytest.mark.parametrize("mode", MODES)
def test_an_answer_is_that_of_the_service_with_links(server: Server, mode: str) -> None:
    result = called(server, "ask", {"question": CHAIR}, mode)
    asked = server.ask(CHAIR)
    for citation in asked["citations"]:
        citation["url"] = PUBLIC + citation["url"]
    assert {**result.structured_content, **dict.fromkeys(TIMED)} == {**asked, **dict.fromkeys(TIMED)}
    said, sources = text_of(result).split("\n\n---\n\n")
    assert said == asked["answer"]
    assert f"]({asked['citations'][0]['url']}): “" in sources.splitlines()[0]


def test_a_conversation_goes_on_whichever_process_answers(server: Server) -> None:
    first = called(server, "ask", {"question": CHAIR})
    conversation = first.structured_content["conversation_id"]
    assert isinstance(first.content[1], TextContent)
    assert conversation in first.content[1].text
    for _ in range(4):
        following = called(
            server, "ask", {"question": "And its vice-chair in June 2022?", "conversation_id": conversation}
        )
        assert following.structured_content["conversation_id"] == conversation
        assert "BPU" in text_of(following)


def test_filters_and_days_narrow_an_answer(server: Server) -> None:
    limited = called(server, "ask", {"question": "What did CSO do?", "filters": {"from": "2022-07", "to": "2022-07"}})
    assert [citation["quote"][:10] for citation in limited.structured_content["citations"]] == ["CSO tested"]
    earlier = called(server, "ask", {"question": CHAIR, "as_of": "2022-06"})
    assert "- Chair: CSO [1]" in text_of(earlier)


@pytest.mark.parametrize("mode", MODES)
def test_progress_is_told_while_an_answer_is_made(server: Server, mode: str) -> None:
    told: list[tuple[float, float | None, str | None]] = []

    async def note(progress: float, total: float | None, message: str | None) -> None:
        told.append((progress, total, message))

    through(server, lambda client: client.call_tool("ask", {"question": CHAIR}, progress_callback=note), mode)
    assert told == [(0, 3, "Understanding the question"), (1, 3, "Searching"), (2, 3, "Composing the answer")]


def test_passages_are_spans_of_their_documents(server: Server) -> None:
    found = called(server, "search", {"question": "workshop on fog signals", "limit": 2})
    passages = found.structured_content["passages"]
    assert len(passages) == 2
    for passage in passages:
        part = called(
            server,
            "read_document",
            {
                "document_id": passage["document_id"],
                "start": passage["start"],
                "length": passage["end"] - passage["start"],
            },
        )
        assert part.structured_content["text"] == passage["text"]
        assert passage["url"].startswith(f"{PUBLIC}/documents/{passage['document_id']}?start={passage['start']}&end=")
    assert "fog signals in Riga" in text_of(found)


@pytest.mark.parametrize(
    ("name", "plural", "arguments"),
    [
        ("list_activities", "activities", {"from": "2022-05", "entity": "CSO"}),
        ("list_activities", "activities", {"merged": True}),
        ("get_roles", "roles", {}),
        ("get_indicators", "indicators", {"label": "focal points"}),
        ("list_documents", "documents", {}),
    ],
)
def test_a_list_is_read_page_by_page_to_its_end(
    server: Server, name: str, plural: str, arguments: dict[str, Any]
) -> None:
    rows: list[Any] = []
    cursor = None
    while True:
        page = called(server, name, {**arguments, "limit": 1, "cursor": cursor})
        rows += page.structured_content[plural]
        cursor = page.structured_content["next"]
        assert (cursor or "to the end") in (text_of(page) if cursor else "to the end")
        if cursor is None:
            break
    everything = server.http.get(f"/v1/{plural}", params=arguments).json()
    assert len(rows) == everything["total"] > 1
    for row, expected in zip(rows, everything[plural], strict=True):
        if "citation" in row:
            expected["citation"]["url"] = PUBLIC + expected["citation"]["url"]
        else:
            expected["url"] = PUBLIC + expected["url"]
        assert row == expected


def test_roles_and_figures_are_told_as_text_too(server: Server) -> None:
    roles = text_of(called(server, "get_roles", {"body": "fog signals", "as_of": "2022-06"}))
    assert "1. **Working Group on Fog Signals, Chair: CSO** [Lighthouse Network Review · " in roles
    figures = text_of(called(server, "get_indicators", {"label": "focal points"}))
    assert "**focal points: 41**" in figures
    assert "**focal points: 44**" in figures
    assert text_of(called(server, "list_activities", {"q": "zeppelin"})) == "No activities fit."


def test_a_document_is_read_part_by_part_to_its_end(server: Server) -> None:
    [first, *_] = called(server, "list_documents", {"q": "July"}).structured_content["documents"]
    parts, start = [], 0
    while start is not None:
        arguments = {"document_id": first["document_id"], "start": start, "length": 100}
        part = called(server, "read_document", arguments).structured_content
        parts.append(part["text"])
        assert part["end"] - part["start"] == len(part["text"])
        start = part["next"]
    whole = server.http.get(f"/v1/documents/{first['document_id']}/text").content.decode("utf-8")
    assert "".join(parts) == whole
    assert len(parts) == 3


@pytest.mark.parametrize("mode", MODES)
def test_documents_are_resources(server: Server, mode: str) -> None:
    async def read(client: Client) -> None:
        listed = (await client.list_resources()).resources
        assert [resource.description for resource in listed] == ["2022-07 to 2022-08", "2022-05 to 2022-06"]
        [template] = (await client.list_resource_templates()).resource_templates
        document_id = listed[0].uri.removeprefix("ctassist://documents/")
        uri = template.uri_template.replace("{document_id}", document_id)
        [content] = (await client.read_resource(uri)).contents
        text = server.http.get(f"/v1/documents/{document_id}/text").content.decode("utf-8")
        assert content.model_dump()["text"] == text
        for wrong in ("ctassist://documents/nothing", "ctassist://documents/", "https://example.org/a"):
            with pytest.raises(MCPError):
                await client.read_resource(wrong)
        with pytest.raises(MCPError, match="cursor"):
            await client.list_resources(cursor="x")

    through(server, read, mode)


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("ask", {}, "question: Field required"),
        ("ask", {"question": "  "}, "question: it is empty"),
        ("ask", {"question": "x" * 2001}, "2,001 characters"),
        ("ask", {"question": CHAIR, "year": 2022}, "year: there is no such field"),
        ("ask", {"question": CHAIR, "filters": {"country": "Togo"}}, "filters.country: there is no such field"),
        ("ask", {"question": CHAIR, "filters": {"from": "2022-07", "to": "2022-06"}}, "from lies after to"),
        ("ask", {"question": CHAIR, "conversation_id": "nobody's"}, "conversation"),
        ("search", {"question": CHAIR, "limit": 0}, "limit: "),
        ("list_activities", {"from": "soon"}, "from: 'soon' is not a date"),
        ("list_activities", {"from": "2022-07", "to": "2022-06"}, "from lies after to"),
        ("get_roles", {"cursor": "x"}, "cursor"),
        ("get_indicators", {"format": "csv"}, "format: there is no such field"),
        ("read_document", {"document_id": "nothing"}, "document"),
        ("list_documents", {"limit": 10_000}, "limit: "),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(
    server: Server, name: str, arguments: dict[str, Any], told: str
) -> None:
    result = called(server, name, arguments)
    assert result.is_error
    assert told in text_of(result)
    assert (len(result.content), len(text_of(result).splitlines()), result.structured_content) == (1, 1, None)


def test_a_part_beyond_the_end_is_told(server: Server) -> None:
    [first, *_] = called(server, "list_documents", {}).structured_content["documents"]
    result = called(server, "read_document", {"document_id": first["document_id"], "start": 10_000})
    assert result.is_error
    assert "start with a smaller one" in text_of(result)


def test_a_message_that_is_too_large_is_refused(server: Server) -> None:
    async def ask(client: Client) -> None:
        with pytest.raises(MCPError, match="too large"):
            await client.call_tool("ask", {"question": "x" * LARGEST_BODY})

    through(server, ask)


@pytest.mark.parametrize("mode", MODES)
def test_a_tool_that_is_not_there_is_an_error_of_the_protocol(server: Server, mode: str) -> None:
    async def delete(client: Client) -> None:
        with pytest.raises(MCPError, match="There is no tool 'delete'"):
            await client.call_tool("delete", {})

    through(server, delete, mode)


@pytest.mark.parametrize("key", ["", "wrong", KEY.upper()])
def test_without_a_valid_key_nothing_is_told(server: Server, key: str) -> None:
    with pytest.raises(ExceptionGroup) as refused:
        through(server, lambda client: client.list_tools(), key=key)
    assert "key" in str(only(refused.value))
    response = httpx.post(f"{server.url}/mcp", json=MESSAGE, headers={"Authorization": f"Bearer {key}"} if key else {})
    assert (response.status_code, response.headers["www-authenticate"]) == (401, "Bearer")
    assert response.json()["error"].keys() == {"code", "message"}


def test_many_talk_to_several_processes_at_once(server: Server) -> None:
    expected = server.ask(CHAIR)["answer"]

    async def ask(number: int) -> str:
        async with connected(server, MODES[number % 2]) as client:
            results = [await client.call_tool("ask", {"question": CHAIR}) for _ in range(3)]
        assert len({text_of(result) for result in results}) == 1
        return text_of(results[0]).split("\n\n---")[0]

    async def ask_all() -> list[str]:
        return await asyncio.gather(*(ask(number) for number in range(8)))

    assert set(asyncio.run(ask_all())) == {expected}


MESSAGE = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
ACCEPT = {"Accept": "application/json, text/event-stream"}


@pytest.mark.parametrize(
    ("keys", "public", "headers", "status"),
    [
        ("", None, {}, 200),
        ("", None, {"Host": "localhost:8000", "Origin": "http://localhost:6274"}, 200),
        ("", None, {"Host": "[::1]:8000"}, 200),
        ("", PUBLIC, {"Host": "archive.example.org", "Origin": "https://archive.example.org"}, 200),
        ("", None, {"Host": "archive.example.org"}, 421),
        ("", None, {"Host": "evil.example:8000", "Origin": "http://evil.example:8000"}, 403),
        ("", PUBLIC, {"Origin": "https://archive.example.org.evil.example"}, 403),
        ("", None, {"Origin": "null"}, 403),
        ("", None, {"Origin": "http://[broken"}, 403),
        (KEY, None, {"Host": "ctassist:8000"}, 200),
        (KEY, None, {"Host": "ctassist:8000", "Origin": "http://ctassist:8000"}, 403),
    ],
)
def test_a_page_that_a_foreign_name_leads_here_is_refused(
    archive: Settings, keys: str, public: str | None, headers: dict[str, str], status: int
) -> None:
    changed = Settings.model_validate({**archive.model_dump(), "api_keys": keys, "public_url": public})
    sent = {**ACCEPT, "Authorization": f"Bearer {keys}", **headers}
    response = call(create_app(changed), "POST", "/mcp", json=MESSAGE, headers=sent)
    assert response.status_code == status
    if status != 200:
        assert "CTASSIST_PUBLIC_URL" in response.json()["error"]["message"]


def test_there_are_no_sessions_and_no_streams_of_the_server_s_own(server: Server) -> None:
    for method in ("GET", "DELETE"):
        response = server.http.request(method, "/mcp", headers=ACCEPT)
        assert (response.status_code, response.headers["allow"]) == (405, "POST")
    initialize = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "a client", "version": "1"},
        },
    }
    response = server.http.post("/mcp", json=initialize, headers=ACCEPT)
    assert (response.status_code, "mcp-session-id" in response.headers) == (200, False)


def test_the_library_is_loaded_with_the_first_request_and_not_before(archive: Settings) -> None:
    told = (
        "import asyncio, sys\n"
        "import httpx\n"
        "from pathlib import Path\n"
        "from ctassist.application.app import create_app\n"
        "from ctassist.settings import Settings\n"
        "app = create_app(Settings(index_dir=Path(sys.argv[1])))\n"
        "print('mcp' in sys.modules, 'openai' in sys.modules)\n"
        "async def send():\n"
        "    transport = httpx.ASGITransport(app=app)\n"
        "    async with httpx.AsyncClient(transport=transport, base_url='http://127.0.0.1') as client:\n"
        "        await client.get('/v1/models')\n"
        "        print('mcp' in sys.modules)\n"
        "        await client.post('/mcp', json={})\n"
        "        print('mcp' in sys.modules)\n"
        "asyncio.run(send())\n"
    )
    command = [sys.executable, "-c", told, str(archive.index_dir)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines() == ["False False", "False", "True"]


def over_streams(archive: Path) -> StdioServerParameters:
    """How a desktop client starts the command."""
    return StdioServerParameters(command=RUN[0], args=[*RUN[1:], "--index", str(archive), "mcp"], env=dict(os.environ))


@pytest.mark.parametrize("mode", MODES)
def test_a_program_that_starts_the_command_asks_over_standard_streams(archive: Settings, mode: str) -> None:
    async def ask() -> None:
        async with Client(over_streams(archive.index_dir), mode=mode, read_timeout_seconds=60) as client:
            assert len((await client.list_tools()).tools) == 7
            first = await client.call_tool("ask", {"question": CHAIR})
            assert "- Chair: BPU [1]" in text_of(first)
            # There is no service whose pages a link could lead to.
            assert "](" not in text_of(first)
            conversation = first.structured_content["conversation_id"]
            arguments = {"question": "And its vice-chair?", "conversation_id": conversation}
            assert "CSO" in text_of(await client.call_tool("ask", arguments))
            assert (await client.call_tool("ask", {"question": ""})).is_error

    asyncio.run(ask())


def test_standard_output_holds_the_protocol_alone_and_the_command_ends_with_its_input(archive: Settings) -> None:
    initialize = {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "a client", "version": "1"},
    }
    messages = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": initialize},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {
            "jsonrpc": "2.0",
            "id": 2,
            "method": "tools/call",
            "params": {"name": "ask", "arguments": {"question": CHAIR}},
        },
    ]
    command = [*RUN, "--index", str(archive.index_dir), "mcp"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.writelines(json.dumps(message) + "\n" for message in messages)
        process.stdin.flush()
        answers = [json.loads(process.stdout.readline()) for _ in range(2)]
        process.stdin.close()
        assert process.stdout.read() == ""
        assert process.wait(60) == 0
    assert [answer["id"] for answer in answers] == [1, 2]
    assert answers[1]["result"]["structuredContent"]["status"] == "answered"


def test_the_command_ends_when_it_is_told_to(archive: Settings) -> None:
    command = [*RUN, "--index", str(archive.index_dir), "mcp"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        ping = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
        process.stdin.write(json.dumps(ping).encode() + b"\n")
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == -signal.SIGTERM


def test_without_an_index_a_program_is_told_to_ingest(tmp_path: Path) -> None:
    async def ask() -> CallToolResult:
        async with Client(over_streams(tmp_path / "nothing"), read_timeout_seconds=60) as client:
            return await client.call_tool("ask", {"question": CHAIR})

    result = asyncio.run(ask())
    assert result.is_error
    assert "ingest" in text_of(result)
