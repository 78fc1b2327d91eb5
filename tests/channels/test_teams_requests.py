"""Who may speak to the bot: real tokens of a test key server, and everything that looks like one."""

import asyncio
import base64
import hashlib
import hmac
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from tests.channels.teams_cloud import BOT, ISSUER, OTHER_TENANT, TENANT, TeamsCloud, teams_cloud
from tests.service.archive import make_index

from ctassist.application.app import create_app
from ctassist.channels.teams import signing_keys
from ctassist.errors import UsageError
from ctassist.indexing.archive import Archive
from ctassist.indexing.inbox import Inbox
from ctassist.settings import Settings

Post = Callable[..., httpx.Response]
PATH = "/channels/teams/messages"
SENTENCES = {401: "This address is for Microsoft Teams alone.", 403: "This service does not answer there."}


@pytest.fixture(scope="module")
def cloud() -> Iterator[TeamsCloud]:
    with teams_cloud() as running:
        yield running


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory, cloud: TeamsCloud) -> Settings:
    made = make_index(tmp_path_factory.mktemp("requests"))
    named = {name.removeprefix("CTASSIST_").lower(): value for name, value in cloud.settings().items()}
    return Settings.model_validate({"index_dir": made.index_dir, **named})


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.Runner]:
    """One event loop, as a service has one: connections are kept open between requests."""
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture
def post(settings: Settings, loop: asyncio.Runner) -> Post:
    """Sends to an application whose channels do not run: what is taken in stays in the inbox."""
    return poster(settings, loop)


def poster(settings: Settings, loop: asyncio.Runner) -> Post:
    app = create_app(settings)

    def post(headers: dict[str, str], **body: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
                return await client.post(PATH, headers=headers, **body)

        return loop.run(send())

    return post


def waiting(settings: Settings) -> int:
    archive = Archive.open(settings)
    try:
        return Inbox(archive.engine, "teams").waiting()
    finally:
        archive.close()


def unsigned(claims: dict[str, Any], header: dict[str, Any]) -> str:
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in (header, claims)]
    return ".".join([*parts, ""])


def forged(cloud: TeamsCloud) -> dict[str, str]:
    """Tokens that are not to be taken, by what is wrong with them."""
    now = int(time.time())
    claims = {"iss": ISSUER, "aud": BOT, "exp": now + 600, "serviceurl": cloud.service_url}
    stranger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    kid = {"kid": cloud.kid}
    public = cloud.keys[cloud.kid].public_key()
    pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    whole = cloud.token()
    head, body, signature = whole.split(".")
    return {
        "another key under a known name": jwt.encode(claims, stranger, "RS256", kid),
        "a key that nobody publishes": jwt.encode(claims, stranger, "RS256", {"kid": "unknown"}),
        "no key named": jwt.encode(claims, cloud.keys[cloud.kid], "RS256"),
        "no algorithm": unsigned(claims, {"alg": "none", "typ": "JWT", **kid}),
        "the public key as a secret": _hmac(claims, pem, kid),
        "another hash": jwt.encode(claims, cloud.keys[cloud.kid], "RS512", kid),
        "expired": cloud.token(exp=now - 120),
        "not valid yet": cloud.token(nbf=now + 600),
        "no expiry": cloud.token(exp=None),
        "another audience": cloud.token(aud="bbbbbbbb-0000-4000-8000-000000000009"),
        "no audience": cloud.token(aud=None),
        "another issuer": cloud.token(iss="https://sts.windows.net/aaaaaaaa-0000-4000-8000-000000000001/"),
        "no issuer": cloud.token(iss=None),
        "no service URL": cloud.token(serviceurl=None),
        "changed words": ".".join([head, body[:-2] + ("AA" if body[-2:] != "AA" else "BB"), signature]),
        "no signature": f"{head}.{body}.",
        "no token": "",
        "something else": "Zm9v",
        "too long": "a" * 10_000,
    }


def _hmac(claims: dict[str, Any], secret: bytes, header: dict[str, str]) -> str:
    """HS256 by hand: the library refuses to make this mistake."""
    signed = unsigned(claims, {"alg": "HS256", "typ": "JWT", **header}).rstrip(".")
    digest = hmac.new(secret, signed.encode(), hashlib.sha256).digest()
    return f"{signed}.{base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"


def test_a_real_request_is_taken_in_and_those_with_another_token_are_refused_without_a_word_on_why(
    post: Post, cloud: TeamsCloud, settings: Settings
) -> None:
    before = waiting(settings)
    activity = cloud.activity(text="Who chairs what?")
    for what, token in forged(cloud).items():
        response = post({"Authorization": f"Bearer {token}"}, json=activity)
        assert (response.status_code, response.json()["detail"]) == (401, SENTENCES[401]), what
        assert response.headers["content-type"] == "application/problem+json"
    for header in ("", "Basic Zm9vOmJhcg==", cloud.token()):
        assert post({"Authorization": header}, json=activity).status_code == 401
    assert waiting(settings) == before
    assert post(cloud.headers(), json=activity).status_code == 200
    assert waiting(settings) == before + 1


def test_a_token_is_for_its_service_its_tenants_and_its_channel(
    post: Post, cloud: TeamsCloud, settings: Settings
) -> None:
    before = waiting(settings)
    asked = cloud.activity(text="Who chairs what?")
    elsewhere = "https://smba.trafficmanager.net.example.org/teams/"
    other = {"id": "a:1", "conversationType": "personal", "tenantId": OTHER_TENANT}
    wrong: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
        "another service URL than the token's": ({**asked, "serviceUrl": elsewhere}, cloud.headers()),
        "a host that is not Microsoft's": ({**asked, "serviceUrl": elsewhere}, cloud.headers(serviceurl=elsewhere)),
        "no service URL": ({**asked, "serviceUrl": None}, cloud.headers()),
        "another tenant": ({**asked, "conversation": other}, cloud.headers()),
        "another tenant in the data": ({**asked, "channelData": {"tenant": {"id": OTHER_TENANT}}}, cloud.headers()),
        "no tenant": (
            {**asked, "channelData": {}, "conversation": {"id": "a:1", "conversationType": "personal"}},
            cloud.headers(),
        ),
        "another channel": ({**asked, "channelId": "webchat"}, cloud.headers()),
    }
    for what, (activity, headers) in wrong.items():
        response = post(headers, json=activity)
        assert (response.status_code, response.json()["detail"]) == (403, SENTENCES[403]), what
    assert waiting(settings) == before


def test_keys_that_may_not_sign_for_teams_do_not(settings: Settings, cloud: TeamsCloud, loop: asyncio.Runner) -> None:
    cloud.endorsements = ("skype",)
    try:
        asked = cloud.activity(text="Who chairs what?")
        assert poster(settings, loop)(cloud.headers(), json=asked).status_code == 403
    finally:
        cloud.endorsements = ("msteams", "skype")


def test_what_is_no_activity_is_refused_in_a_sentence(post: Post, cloud: TeamsCloud) -> None:
    activity = cloud.activity(text="Who chairs what?")
    bodies: list[Any] = [
        b"",
        b"{",
        b"[" * 100_000,
        b"[]",
        b'{"type":"message"}',
        json.dumps({**activity, "conversation": {"id": "a/../../b", "tenantId": TENANT}}).encode(),
        json.dumps({**activity, "id": "x?y"}).encode(),
    ]
    for body in bodies:
        response = post(cloud.headers(), content=body)
        assert response.status_code == 400, body[:50]
        assert len(response.json()["detail"].splitlines()) == 1
    odd = {**activity, "entities": "none", "channelData": {"tenant": {"id": TENANT}, "team": 3}, "membersAdded": 7}
    assert post(cloud.headers(), json={**odd, "text": 5, "value": [1]}).status_code == 200
    large = post(cloud.headers(), json={**activity, "text": "x" * 2_000_000})
    assert large.status_code == 413


def test_new_keys_are_fetched_when_they_are_needed_and_not_more_often(
    post: Post, cloud: TeamsCloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sent() -> int:
        activity = cloud.activity(text="Who chairs what?")
        return post(cloud.headers(), json=activity).status_code

    before = cloud.key_fetches
    assert [sent(), sent()] == [200, 200]
    assert cloud.key_fetches == before + 1
    old = cloud.headers()
    cloud.rotate()
    assert sent() == 200
    activity = cloud.activity(text="Who chairs what?")
    assert post(old, json=activity).status_code == 401
    unknown = jwt.encode({}, cloud.keys[cloud.kid], "RS256", {"kid": "unknown"})
    for _ in range(20):
        assert post({"Authorization": f"Bearer {unknown}"}, json={}).status_code == 401
    assert cloud.key_fetches == before + 2
    monkeypatch.setattr(signing_keys, "UNKNOWN_SECONDS", 0.0)
    cloud.rotate()
    assert sent() == 200


def test_while_the_keys_cannot_be_fetched_teams_is_asked_to_come_again(
    settings: Settings, cloud: TeamsCloud, loop: asyncio.Runner
) -> None:
    away = settings.model_copy(update={"teams_metadata_url": "http://127.0.0.1:9/none"})
    response = poster(away, loop)(cloud.headers(), json=cloud.activity(text="Who chairs what?"))
    assert response.status_code == 503


def test_several_tenants_may_be_served(settings: Settings, cloud: TeamsCloud, loop: asyncio.Runner) -> None:
    both = settings.model_copy(update={"teams_tenants": f"{TENANT}, {OTHER_TENANT.upper()}"})
    activity = cloud.activity(text="Who chairs what?", channelData={"tenant": {"id": OTHER_TENANT}})
    activity["conversation"]["tenantId"] = OTHER_TENANT
    assert poster(both, loop)(cloud.headers(), json=activity).status_code == 200


@pytest.mark.parametrize(
    "setting",
    [
        {"teams_client_id": "ctassist"},
        {"teams_client_secret": ""},
        {"teams_tenant_id": ""},
        {"teams_tenants": "contoso"},
        {"teams_login_url": "http://login.example.org"},
        {"teams_metadata_url": "http://keys.example.org/openid"},
    ],
)
def test_settings_with_which_the_bot_cannot_work_are_named(settings: Settings, setting: dict[str, str]) -> None:
    written = {**settings.model_dump(), **setting}
    with pytest.raises(UsageError) as told:
        create_app(Settings.model_validate(written))
    assert f"CTASSIST_{next(iter(setting)).upper()}" in str(told.value)


def test_without_its_settings_there_is_no_bot_and_nothing_of_its_library(tmp_path: Path) -> None:
    code = (
        "import sys; from ctassist.application.app import create_app; from ctassist.settings import Settings; "
        "app = create_app(Settings(teams_client_id='')); "
        "assert not any(name.startswith('microsoft_teams') for name in sys.modules); "
        "assert not any(getattr(route, 'path', '').startswith('/channels') for route in app.routes)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=tmp_path, timeout=60)
