"""A stand-in for Slack's cloud: a real HTTP server that keeps conversations, and takes nothing that Slack would not.

Whatever is wrong with a call stands in ``faults``, which must be empty in the end.
"""

import asyncio
import itertools
import json
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from aiohttp import WSMsgType, web
from tests.channels.slack.limits import (
    MARKDOWN,
    block_faults,
    chunk_faults,
    message_faults,
    metadata_faults,
    view_faults,
)

BOT_TOKEN = "xoxb-not-a-real-token"
APP_TOKEN = "xapp-not-a-real-token"
TEAM = "T0001"
ME = "U0BOT"
MY_BOT = "B0BOT"
Json = dict[str, Any]
# What several workspaces of a test name is never the same.
_clock = itertools.count(1)


class Refused(Exception):
    """An error that Slack would name so."""


class Cloud:
    """One workspace."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.calls: Counter[str] = Counter()
        self.channels: dict[str, list[Json]] = defaultdict(list)
        self.whispers: list[Json] = []
        self.prompts: list[Json] = []
        self.statuses: list[Json] = []
        self.views: list[Json] = []
        self.acknowledged: list[Json] = []
        self.sockets = 0
        self.url = ""
        self.largest_page = 100
        self.stopped_by_user = False
        self.slowness = 0.0
        self._limits: dict[str, list[float]] = defaultdict(list)
        self._closed_until: dict[str, float] = {}
        self._refusals: dict[str, list[str]] = defaultdict(list)
        self._swallowed: Counter[str] = Counter()
        self._triggers: dict[str, float] = {}
        self._envelopes: asyncio.Queue[Json | None] = asyncio.Queue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._let_go = asyncio.Event()

    # What people do.

    def name(self) -> str:
        """A new name of a message; names grow."""
        return f"{int(time.time())}.{next(_clock):06d}"

    def say(self, channel: str, text: str, user: str = "U0001", thread: str | None = None) -> Json:
        """Somebody writes a message; returns it."""
        message = {"type": "message", "user": user, "text": text, "ts": self.name()}
        if thread:
            message["thread_ts"] = thread
        self.channels[channel].append(message)
        return message

    def trigger(self) -> str:
        """A new trigger, as something is pressed."""
        name = f"trigger.{next(_clock)}"
        self._triggers[name] = time.monotonic()
        return name

    def response_url(self) -> str:
        """A new address for answers to one person."""
        return f"{self.url}/respond/{next(_clock)}"

    def answers(self, channel: str, thread: str | None = None) -> list[Json]:
        """Our messages in a channel, or one of its threads."""
        mine = [message for message in self.channels[channel] if message.get("bot_id") == MY_BOT]
        return [message for message in mine if thread is None or message.get("thread_ts") == thread]

    # What goes wrong.

    def limit(self, method: str, seconds: float = 1) -> None:
        """Lets the next call of a method be told to wait."""
        self._limits[method].append(seconds)

    def refuse(self, method: str, fault: str) -> None:
        """Lets the next call of a method fail."""
        self._refusals[method].append(fault)

    def refusing(self) -> bool:
        """Tells whether a call is still to fail."""
        return any(self._refusals.values())

    def swallow(self, method: str) -> None:
        """Lets the next call of a method be done, and nobody be told."""
        self._swallowed[method] += 1

    def swallowed_calls_end(self) -> None:
        """Whoever waited for a call that was swallowed is gone."""
        self._swallowed.clear()

    # The socket.

    def envelope(self, kind: str, payload: Json, name: str) -> None:
        """Sends something over the socket."""
        told = {"type": kind, "envelope_id": name, "payload": payload, "accepts_response_payload": True}
        assert self._loop
        self._loop.call_soon_threadsafe(self._envelopes.put_nowait, told)

    def break_socket(self) -> None:
        """Ends the connection, as Slack does every few hours."""
        assert self._loop
        self._loop.call_soon_threadsafe(self._envelopes.put_nowait, None)

    # The server.

    @contextmanager
    def serving(self) -> Iterator["Cloud"]:
        """Serves on a free port of this machine."""
        ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        runner: list[web.AppRunner] = []

        async def start() -> None:
            app = web.Application(client_max_size=10_000_000)
            app.router.add_route("*", "/api/{method}", self._call)
            app.router.add_post("/respond/{name}", self._respond)
            app.router.add_get("/socket", self._socket)
            runner.append(web.AppRunner(app, shutdown_timeout=0.1))
            await runner[0].setup()
            site = web.TCPSite(runner[0], "127.0.0.1", 0)
            await site.start()
            self.url = f"http://127.0.0.1:{runner[0].addresses[0][1]}"
            ready.set()

        def run() -> None:
            assert self._loop
            self._loop.run_until_complete(start())
            self._loop.run_forever()
            self._loop.run_until_complete(runner[0].cleanup())

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        assert ready.wait(10)
        try:
            yield self
        finally:
            self._loop.call_soon_threadsafe(self._let_go.set)
            self._loop.call_soon_threadsafe(self._loop.stop)
            thread.join(10)

    @property
    def api(self) -> str:
        """The address of the Web API."""
        return f"{self.url}/api/"

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        self.calls[method] += 1
        await asyncio.sleep(self.slowness)
        now = time.monotonic()
        if now < self._closed_until.get(method, 0):
            self.faults.append(f"{method} was called while it was to wait")
        if self._limits[method]:
            wait = self._limits[method].pop(0)
            self._closed_until[method] = now + wait
            return web.json_response(
                {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": str(int(wait))}
            )
        if self._refusals[method]:
            return web.json_response({"ok": False, "error": self._refusals[method].pop(0)})
        try:
            answer = await self._do(request, method)
        except Refused as refused:
            return web.json_response({"ok": False, "error": str(refused)})
        if self._swallowed[method]:
            self._swallowed[method] -= 1
            await self._let_go.wait()
        return web.json_response({"ok": True, **answer})

    async def _do(self, request: web.Request, method: str) -> Json:
        token = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        if request.headers.get("Authorization") != f"Bearer {token}":
            self._fault(method, "invalid_auth")
        work: Callable[[Json], Json] | None = getattr(self, "_" + method.replace(".", "_"), None)
        if work is None:
            self._fault(method, "unknown_method")
        arguments = await self._arguments(request, method)
        return work(arguments)  # type: ignore[misc]

    async def _arguments(self, request: web.Request, method: str) -> Json:
        kind = request.content_type
        if request.method == "GET" or kind == "application/x-www-form-urlencoded":
            given = request.query if request.method == "GET" else {**request.query, **await request.post()}
            return {name: _read(str(value)) for name, value in given.items()}
        if kind != "application/json":
            self._fault(method, f"invalid_post_type {kind}")
        return dict(await request.json())

    def _fault(self, method: str, fault: str) -> None:
        self.faults.append(f"{method}: {fault}")
        raise Refused(fault.split(" ")[0])

    def _check(self, method: str, faults: list[str]) -> None:
        if faults:
            self._fault(method, f"invalid_blocks {faults}")

    def _need(self, method: str, arguments: Json, *names: str, optional: str = "") -> None:
        missing = [name for name in names if not arguments.get(name)]
        unknown = set(arguments) - set(names) - set(optional.split()) - {"token"}
        if missing or unknown:
            self._fault(method, f"invalid_arguments missing {missing}, unknown {sorted(unknown)}")

    # The methods.

    def _auth_test(self, _arguments: Json) -> Json:
        return {"url": self.url, "team": "Test", "team_id": TEAM, "user": "ctassist", "user_id": ME, "bot_id": MY_BOT}

    def _chat_postMessage(self, given: Json) -> Json:  # noqa: N802
        method = "chat.postMessage"
        self._need(
            method, given, "channel", optional="text blocks thread_ts metadata unfurl_links unfurl_media link_names"
        )
        self._check(method, message_faults(given))
        self._check(method, metadata_faults(given["metadata"]) if "metadata" in given else [])
        if given.get("unfurl_links") is not False or given.get("unfurl_media") is not False:
            self._fault(method, "links would be unfurled")
        self._thread(method, given)
        return self._put(given["channel"], {key: given[key] for key in _SHOWN if key in given})

    def _chat_update(self, given: Json) -> Json:
        method = "chat.update"
        self._need(method, given, "channel", "ts", optional="text blocks metadata link_names")
        self._check(method, message_faults(given))
        self._check(method, metadata_faults(given["metadata"]) if "metadata" in given else [])
        message = self._mine(method, given)
        if message.get("streaming"):
            raise Refused("streaming_state_conflict")
        message.pop("markdown", None)
        message.update({key: given[key] for key in ("text", "blocks", "metadata") if key in given})
        message["updates"] = message.get("updates", 0) + 1
        return {"channel": given["channel"], "ts": given["ts"], "text": given.get("text", "")}

    def _chat_delete(self, given: Json) -> Json:
        self._need("chat.delete", given, "channel", "ts")
        message = self._mine("chat.delete", given)
        self.channels[given["channel"]].remove(message)
        return {"channel": given["channel"], "ts": given["ts"]}

    def _chat_startStream(self, given: Json) -> Json:  # noqa: N802
        method = "chat.startStream"
        optional = "markdown_text chunks recipient_team_id recipient_user_id task_display_mode"
        self._need(method, given, "channel", "thread_ts", optional=optional)
        if not given["channel"].startswith("D") and not (
            given.get("recipient_team_id") and given.get("recipient_user_id")
        ):
            self._fault(method, "missing_recipient_user_id")
        self._thread(method, given)
        message = {"thread_ts": given["thread_ts"], "streaming": True, "markdown": ""}
        self._grow(method, message, given)
        return self._put(given["channel"], message)

    def _chat_appendStream(self, given: Json) -> Json:  # noqa: N802
        method = "chat.appendStream"
        self._need(method, given, "channel", "ts", optional="markdown_text chunks")
        message = self._streamed(method, given)
        self._grow(method, message, given)
        message["appends"] = message.get("appends", 0) + 1
        return {"channel": given["channel"], "ts": given["ts"]}

    def _chat_stopStream(self, given: Json) -> Json:  # noqa: N802
        method = "chat.stopStream"
        self._need(method, given, "channel", "ts", optional="markdown_text chunks blocks metadata")
        self._check(method, block_faults(given["blocks"]) if "blocks" in given else [])
        self._check(method, metadata_faults(given["metadata"]) if "metadata" in given else [])
        message = self._streamed(method, given)
        if self.stopped_by_user:
            self.stopped_by_user, message["streaming"] = False, False
            raise Refused("stopped_by_user")
        self._grow(method, message, given)
        message["streaming"] = False
        message.update({key: given[key] for key in ("blocks", "metadata") if key in given})
        return {"channel": given["channel"], "ts": given["ts"], "message": {"ts": given["ts"]}}

    def _conversations_replies(self, given: Json) -> Json:
        self._need(
            "conversations.replies",
            given,
            *("channel", "ts"),
            optional="oldest latest limit cursor include_all_metadata inclusive",
        )
        found = [m for m in self.channels[given["channel"]] if given["ts"] in (m["ts"], m.get("thread_ts"))]
        if not any(message["ts"] == given["ts"] for message in found):
            raise Refused("thread_not_found")
        return self._page(found, given, always=given["ts"])

    def _conversations_history(self, given: Json) -> Json:
        self._need(
            "conversations.history",
            given,
            "channel",
            optional="oldest latest limit cursor include_all_metadata inclusive",
        )
        found = [m for m in self.channels[given["channel"]] if m.get("thread_ts") in (None, m["ts"])]
        return self._page(list(reversed(found)), given)

    def _assistant_threads_setStatus(self, given: Json) -> Json:  # noqa: N802
        method = "assistant.threads.setStatus"
        self._need(method, given, "channel_id", "thread_ts", "status", optional="loading_messages")
        self._thread(method, {"channel": given["channel_id"], "thread_ts": given["thread_ts"]})
        self.statuses.append(given)
        return {}

    def _assistant_threads_setSuggestedPrompts(self, given: Json) -> Json:  # noqa: N802
        method = "assistant.threads.setSuggestedPrompts"
        self._need(method, given, "channel_id", "prompts", optional="thread_ts title")
        prompts = given["prompts"]
        if not 0 < len(prompts) <= 4 or not all(set(prompt) == {"title", "message"} for prompt in prompts):
            self._fault(method, "invalid_arguments prompts")
        self.prompts.append(given)
        return {}

    def _views_open(self, given: Json) -> Json:
        self._need("views.open", given, "trigger_id", "view")
        made = self._triggers.pop(given["trigger_id"], None)
        if made is None or time.monotonic() - made > 3:
            self._fault("views.open", "expired_trigger_id")
        self._check("views.open", view_faults(given["view"]))
        view = {**given["view"], "id": f"V{next(_clock)}", "hash": str(next(_clock))}
        self.views.append(view)
        return {"view": view}

    def _apps_connections_open(self, _given: Json) -> Json:
        return {"url": self.url.replace("http", "ws") + "/socket"}

    async def _respond(self, request: web.Request) -> web.Response:
        method = f"respond:{request.match_info['name']}"
        self.calls["respond"] += 1
        if self._limits["respond"]:
            wait = self._limits["respond"].pop(0)
            return web.Response(status=429, headers={"Retry-After": str(int(wait))})
        given = await request.json()
        found = message_faults(given)
        unknown = set(given) - {
            *("text", "blocks", "response_type", "replace_original", "delete_original", "thread_ts"),
            *("unfurl_links", "unfurl_media", "mrkdwn"),
        }
        if unknown or given.get("response_type") != "ephemeral":
            found.append(f"invalid_payload {sorted(unknown)}")
        if found:
            self.faults.append(f"{method}: {found}")
            return web.Response(status=400, text="invalid_blocks")
        if self.calls[method] >= 5:
            return web.Response(status=404, text="used_url")
        self.calls[method] += 1
        self.whispers.append({**given, "address": str(request.url)})
        return web.Response(text="ok")

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets += 1
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A1"}})

        async def push() -> None:
            while (told := await self._envelopes.get()) is not None:
                await socket.send_json(told)
            await socket.send_json({"type": "disconnect", "reason": "refresh_requested"})

        pushing = asyncio.create_task(push())
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                self.acknowledged.append(json.loads(message.data))
        pushing.cancel()
        return socket

    # What they share.

    def _thread(self, method: str, given: Json) -> None:
        thread = given.get("thread_ts")
        if thread is None:
            return
        root = next((m for m in self.channels[given["channel"]] if m["ts"] == thread), None)
        if root is None or root.get("thread_ts", thread) != thread:
            self._fault(method, f"thread_not_found {thread}")

    def _put(self, channel: str, message: Json) -> Json:
        message = {"type": "message", "user": ME, "bot_id": MY_BOT, "ts": self.name(), **message}
        self.channels[channel].append(message)
        return {"channel": channel, "ts": message["ts"], "message": {"ts": message["ts"]}}

    def _mine(self, method: str, given: Json) -> Json:
        for message in self.channels[given["channel"]]:
            if message["ts"] == given["ts"]:
                if message.get("bot_id") != MY_BOT:
                    self._fault(method, "cant_update_message")
                return message
        raise Refused("message_not_found")

    def _streamed(self, method: str, given: Json) -> Json:
        message = self._mine(method, given)
        if not message.get("streaming"):
            raise Refused("message_not_in_streaming_state")
        return message

    def _grow(self, method: str, message: Json, given: Json) -> None:
        chunks = [*given.get("chunks", ())]
        if "markdown_text" in given:
            chunks.append({"type": "markdown_text", "text": given["markdown_text"]})
        self._check(method, chunk_faults(chunks))
        message["markdown"] += "".join(chunk["text"] for chunk in chunks)
        if len(message["markdown"]) > MARKDOWN:
            self._fault(method, "msg_too_long")

    def _page(self, found: list[Json], given: Json, always: str = "") -> Json:
        oldest = str(given.get("oldest", "0"))
        found = [message for message in found if message["ts"] > oldest or message["ts"] == always]
        start, size = int(given.get("cursor") or 0), min(int(given.get("limit", 100)), self.largest_page)
        told = [_told(message, given.get("include_all_metadata")) for message in found[start : start + size]]
        more = start + size < len(found)
        cursor = {"next_cursor": str(start + size)} if more else {"next_cursor": ""}
        return {"messages": told, "has_more": more, "response_metadata": cursor}


_SHOWN = ("text", "blocks", "thread_ts", "metadata")


def is_whole(message: Mapping[str, Any]) -> bool:
    """Tells whether a message of ours is an answer, and whole."""
    payload = message.get("metadata", {}).get("event_payload", {})
    return payload.get("state") == "done" and not message.get("streaming")


def body(message: Mapping[str, Any]) -> str:
    """The Markdown of a message, streamed or not."""
    blocks = message.get("blocks", ())
    streamed: str = message.get("markdown", "")
    return streamed + "".join(block["text"] for block in blocks if block["type"] == "markdown")


def shown(message: Mapping[str, Any]) -> str:
    """All that a person reads in a message."""
    streamed: str = message.get("markdown", "")
    return streamed + json.dumps(message.get("blocks", []), ensure_ascii=False)


def _told(message: Json, with_metadata: object) -> Json:
    names = {"type", "user", "bot_id", "ts", "text", "thread_ts", "blocks"}
    return {key: value for key, value in message.items() if key in names or (with_metadata and key == "metadata")}


def _read(value: str) -> Any:
    if value[:1] in "[{":
        return json.loads(value)
    return {"true": True, "1": True, "false": False, "0": False}.get(value, value)
