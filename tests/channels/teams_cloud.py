"""Microsoft's side of a Teams bot, on loopback: signing keys, token endpoint and connector, strict as the originals.

What a bot sends is checked as it comes; what breaks a rule is refused as Microsoft refuses it, and noted in ``faults``.
"""

import asyncio
import itertools
import json
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import jwt
import uvicorn
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from tests.channels.teams_checks import check_fields, check_message

TENANT = "aaaaaaaa-0000-4000-8000-000000000001"
OTHER_TENANT = "aaaaaaaa-0000-4000-8000-000000000002"
BOT = "bbbbbbbb-0000-4000-8000-000000000001"
SECRET = "not-a-secret"
ISSUER = "https://api.botframework.com"
SCOPE = "https://api.botframework.com/.default"
PACE = 0.9
"""Seconds between two requests of a stream; Teams refuses more than one a second."""
Json = dict[str, Any]


@dataclass
class Stream:
    """A stream of one message."""

    sequence: int = 0
    text: str = ""
    at: float = 0.0
    completed: bool = False


@dataclass
class Sent:
    """What a bot has sent."""

    method: str
    conversation: str
    id: str
    activity: Json


@dataclass
class TeamsCloud:
    """The stand-in; what is public may be read and set by tests at any time."""

    url: str = ""
    faults: list[str] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    messages: dict[str, dict[str, Json]] = field(default_factory=dict)
    throttled: int = 0
    retry_after: str = "1"
    streams_allowed: bool = True
    tokens: set[str] = field(default_factory=set)
    key_fetches: int = 0
    endorsements: tuple[str, ...] = ("msteams", "skype")

    def __post_init__(self) -> None:
        # As unlike those of another run as Teams' are.
        self._numbers = itertools.count(time.time_ns() // 1_000_000)
        self._streams: dict[str, Stream] = {}
        self._asked: set[str] = set()
        self._lock = threading.Lock()
        self.keys: dict[str, rsa.RSAPrivateKey] = {}
        self.rotate()

    @property
    def service_url(self) -> str:
        """The connector's address, as activities name it."""
        return f"{self.url}/teams/"

    def settings(self) -> dict[str, str]:
        """The environment of a service whose bot lives here."""
        return {
            "CTASSIST_TEAMS_CLIENT_ID": BOT,
            "CTASSIST_TEAMS_CLIENT_SECRET": SECRET,
            "CTASSIST_TEAMS_TENANT_ID": TENANT,
            "CTASSIST_TEAMS_LOGIN_URL": self.url,
            "CTASSIST_TEAMS_METADATA_URL": f"{self.url}/v1/.well-known/openidconfiguration",
            "CTASSIST_TEAMS_SERVICE_HOSTS": "127.0.0.1",
        }

    def rotate(self) -> None:
        """Signs with a new key from now on; the old one is no longer published."""
        self.kid = uuid.uuid4().hex
        self.keys = {self.kid: rsa.generate_private_key(public_exponent=65537, key_size=2048)}

    def token(self, **claims: Any) -> str:
        """Returns a token as the Bot Framework sends it; a claim of None is left out."""
        now = int(time.time())
        told = {"iss": ISSUER, "aud": BOT, "nbf": now - 5, "exp": now + 3600, "serviceurl": self.service_url, **claims}
        written = {name: value for name, value in told.items() if value is not None}
        return jwt.encode(written, self.keys[self.kid], algorithm="RS256", headers={"kid": self.kid})

    def headers(self, **claims: Any) -> dict[str, str]:
        """Returns the headers of a request of Teams."""
        return {"Authorization": f"Bearer {self.token(**claims)}"}

    def activity(self, kind: str = "message", text: str | None = None, **more: Any) -> Json:
        """Returns an activity of a person who talks to the bot alone."""
        conversation = more.pop("conversation", "a:talk")
        made: Json = {
            "type": kind,
            "id": more.pop("id", str(next(self._numbers))),
            "timestamp": more.pop("timestamp", "2026-01-05T10:00:00.000Z"),
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {"id": "29:ana", "name": "Ana", "aadObjectId": "cccccccc-0000-4000-8000-000000000001"},
            "recipient": {"id": f"28:{BOT}", "name": "ctassist"},
            "conversation": {"id": conversation, "conversationType": "personal", "tenantId": TENANT},
            "channelData": {"tenant": {"id": TENANT}},
            **more,
        }
        if text is not None:
            made |= {"text": text, "textFormat": "plain"}
        self._asked.add(made["id"])
        return made

    def in_channel(self, text: str, thread: str = "1700000000001", *, mention: bool = True, **more: Any) -> Json:
        """Returns a message in a thread of a channel, which mentions the bot."""
        conversation = f"19:harbour@thread.tacv2;messageid={thread}"
        kind = more.pop("kind", "message")
        made = self.activity(kind, f"<at>ctassist</at>&nbsp;{text}\n" if mention else text, **more)
        made["conversation"] = {
            "id": conversation,
            "conversationType": "channel",
            "isGroup": True,
            "tenantId": TENANT,
        }
        made["channelData"] |= {
            "team": {"id": "19:team@thread.tacv2", "aadGroupId": "dddddddd-0000-4000-8000-000000000001"},
            "channel": {"id": "19:harbour@thread.tacv2"},
        }
        if mention:
            mentioned = {"id": f"28:{BOT}", "name": "ctassist"}
            made["entities"] = [{"type": "mention", "mentioned": mentioned, "text": "<at>ctassist</at>"}]
        return made

    def replies(self, asked: str) -> list[Json]:
        """The messages that answer one, as they stand now."""
        with self._lock:
            standing = [message for place in self.messages.values() for message in place.values()]
        return [message for message in standing if message.get("replyToId") == asked]

    def wait_for(self, asked: str, seconds: float = 60) -> Json:
        """Returns the message that answers one, once it is there."""
        end = time.monotonic() + seconds
        while not (found := self.replies(asked)):
            assert time.monotonic() < end, f"no answer to {asked}; {self.faults}"
            time.sleep(0.05)
        return found[0]

    def app(self) -> Starlette:
        """The server."""
        activities = "/teams/v3/conversations/{conversation}/activities"
        return Starlette(
            routes=[
                Route("/v1/.well-known/openidconfiguration", self._metadata),
                Route("/v1/.well-known/keys", self._keys),
                Route("/{tenant}/oauth2/v2.0/token", self._token, methods=["POST"]),
                Route(activities, self._create, methods=["POST"]),
                Route(activities + "/{activity}", self._update, methods=["PUT"]),
                Route(activities + "/{activity}", self._delete, methods=["DELETE"]),
            ]
        )

    async def _metadata(self, request: Request) -> Response:
        keys = f"{self.url}/v1/.well-known/keys"
        return JSONResponse({"issuer": ISSUER, "jwks_uri": keys, "id_token_signing_alg_values_supported": ["RS256"]})

    async def _keys(self, request: Request) -> Response:
        self.key_fetches += 1
        published = [
            {
                **json.loads(RSAAlgorithm.to_jwk(key.public_key())),
                "kid": kid,
                "use": "sig",
                "endorsements": list(self.endorsements),
            }
            for kid, key in self.keys.items()
        ]
        return JSONResponse({"keys": published})

    async def _token(self, request: Request) -> Response:
        async with request.form() as form:
            given = dict(form)
        expected = {"grant_type": "client_credentials", "client_id": BOT, "client_secret": SECRET, "scope": SCOPE}
        if given != expected or request.path_params["tenant"] != TENANT:
            return JSONResponse({"error": "invalid_client"}, 401)
        token = uuid.uuid4().hex
        self.tokens.add(token)
        return JSONResponse({"token_type": "Bearer", "expires_in": 3599, "access_token": token})

    async def _create(self, request: Request) -> Response:
        return await self._checked(request, self._created)

    async def _update(self, request: Request) -> Response:
        return await self._checked(request, self._updated)

    async def _delete(self, request: Request) -> Response:
        return await self._checked(request, self._deleted)

    async def _checked(self, request: Request, work: Any) -> Response:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or token not in self.tokens:
            return JSONResponse({"error": {"code": "Unauthorized"}}, 401)
        if self.throttled:
            self.throttled -= 1
            return JSONResponse({"error": {"code": "Throttled"}}, 429, {"Retry-After": self.retry_after})
        conversation = request.path_params["conversation"]
        try:
            body = await request.json() if request.method != "DELETE" else {}
            with self._lock:
                response: Response = work(conversation, request.path_params.get("activity", ""), body)
        except (AssertionError, KeyError, ValueError) as error:
            self.faults.append(f"{type(error).__name__}: {error}")
            return JSONResponse({"error": {"code": "BadRequest", "message": str(error)}}, 400)
        await asyncio.sleep(0)
        return response

    def _created(self, conversation: str, _: str, activity: Json) -> Response:
        assert activity["conversation"] == {"id": conversation}
        assert activity["from"]["id"] == f"28:{BOT}"
        assert activity.get("replyToId", "") in {"", *self._asked}, "a reply to nothing that was said"
        info = [entity for entity in activity.get("entities", []) if entity["type"] == "streaminfo"]
        assert len(info) <= 1
        if info:
            return self._streamed(conversation, activity, info[0])
        if activity["type"] == "typing":
            check_fields(activity)
            assert "text" not in activity
            return JSONResponse({}, 201)
        check_message(activity, personal=conversation.startswith("a:"))
        return JSONResponse({"id": self._keep("POST", conversation, self._new(), activity)}, 201)

    def _streamed(self, conversation: str, activity: Json, info: Json) -> Response:
        if not conversation.startswith("a:") or not self.streams_allowed:
            return self._no("Content stream is not allowed")
        now = time.monotonic()
        stream_id = info.get("streamId", "")
        if not stream_id:
            assert info["streamSequence"] == 1
            stream_id = self._new()
            self._streams[stream_id] = Stream()
        stream = self._streams[stream_id]
        if stream.completed:
            return self._no("Content stream is not allowed on an already completed streamed message")
        if now - stream.at < PACE:
            return JSONResponse({"error": {"message": "API calls quota exceeded"}}, 429)
        stream.at = now
        if activity["type"] == "message":
            assert info["streamType"] == "final"
            assert "streamSequence" not in info
            check_message(activity, personal=True)
            stream.completed = True
            self._keep("POST", conversation, stream_id, activity)
            return JSONResponse({}, 202)
        self._chunk(stream, activity, info)
        self.sent.append(Sent("POST", conversation, stream_id, activity))
        return JSONResponse({"id": stream_id}, 201) if stream.sequence == 1 else JSONResponse({}, 202)

    def _chunk(self, stream: Stream, activity: Json, info: Json) -> None:
        check_fields(activity)
        assert activity["type"] == "typing"
        assert activity["text"].strip(), "Start streaming activities should include text"
        assert "attachments" not in activity
        assert [entity["type"] for entity in activity["entities"]] == ["streaminfo"]
        assert info["streamSequence"] == stream.sequence + 1
        stream.sequence = info["streamSequence"]
        if info["streamType"] == "informative":
            assert not stream.text, "an informative update after the message has begun"
        else:
            assert info["streamType"] == "streaming"
            assert activity["text"].startswith(stream.text), "streamed text only grows"
            stream.text = activity["text"]

    def _updated(self, conversation: str, activity_id: str, activity: Json) -> Response:
        if activity_id not in self.messages.get(conversation, {}):
            return JSONResponse({"error": {"code": "ActivityNotFoundInConversation"}}, 404)
        check_message(activity, personal=conversation.startswith("a:"))
        assert activity["id"] == activity_id
        self._keep("PUT", conversation, activity_id, activity)
        return JSONResponse({"id": activity_id})

    def _deleted(self, conversation: str, activity_id: str, _: Json) -> Response:
        if self.messages.get(conversation, {}).pop(activity_id, None) is None:
            return JSONResponse({"error": {"code": "ActivityNotFoundInConversation"}}, 404)
        self.sent.append(Sent("DELETE", conversation, activity_id, {}))
        return Response(status_code=200)

    def _keep(self, method: str, conversation: str, activity_id: str, activity: Json) -> str:
        self.messages.setdefault(conversation, {})[activity_id] = {**activity, "id": activity_id}
        self.sent.append(Sent(method, conversation, activity_id, activity))
        return activity_id

    def _new(self) -> str:
        return str(next(self._numbers))

    def _no(self, message: str) -> Response:
        return JSONResponse({"error": {"code": "ContentStreamNotAllowed", "message": message}}, 403)


@contextmanager
def teams_cloud(port: int = 0) -> Iterator[TeamsCloud]:
    """Runs the stand-in in a thread of its own."""
    cloud = TeamsCloud()
    server = uvicorn.Server(uvicorn.Config(cloud.app(), host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    cloud.url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    try:
        yield cloud
    finally:
        server.should_exit = True
        thread.join(10)
