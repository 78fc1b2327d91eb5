"""What is not signed by Slack just now, or is too large, is refused before it is read."""

import json
import time
from collections.abc import Mapping

import pytest
from tests.channels.slack.cloud import ME, Cloud, is_whole
from tests.channels.slack.sent import PATH, SECRET, mention, post, signed
from tests.channels.slack.waiting import settle, until
from tests.service.client import Server

pytestmark = pytest.mark.timed

BODY = {"Content-Type": "application/json"}


def event(cloud: Cloud) -> bytes:
    return json.dumps(mention("C30", cloud.say("C30", f"<@{ME}> Who chairs what?"))).encode()


def test_what_is_forged_or_replayed_is_refused(server: Server, cloud: Cloud) -> None:
    body = event(cloud)
    now = time.time()
    valid = signed(body)
    forged = [
        {},
        {"X-Slack-Signature": valid["X-Slack-Signature"]},
        {"X-Slack-Request-Timestamp": valid["X-Slack-Request-Timestamp"]},
        signed(body, secret="another secret"),
        signed(body + b" "),
        signed(body, at=now - 310),
        signed(body, at=now + 310),
        {**valid, "X-Slack-Request-Timestamp": str(int(now) - 1)},
        {**valid, "X-Slack-Signature": valid["X-Slack-Signature"].replace("v0=", "v1=")},
        {**valid, "X-Slack-Signature": ""},
    ]
    for headers in forged:
        response = server.http.post(PATH, content=body, headers={**BODY, **headers})
        assert (response.status_code, response.headers["content-type"]) == (401, "application/problem+json"), headers
        assert SECRET not in response.text
    for timestamp in (b"now", b"-1", b"1e9", b"9" * 30, "١٢".encode(), b""):
        assert _posted(server, body, {**valid, "X-Slack-Request-Timestamp": timestamp}) == 401
    assert _posted(server, body, {**valid, "X-Slack-Signature": "v0=é".encode()}) == 401
    settle(lambda: len(cloud.answers("C30")), 0.7)
    assert cloud.answers("C30") == []
    assert "Traceback" not in server.log.read_text()


def _posted(server: Server, body: bytes, headers: Mapping[str, str | bytes]) -> int:
    """Posts with headers that need not be text; returns the status."""
    written = {name: value.encode() if isinstance(value, str) else value for name, value in {**BODY, **headers}.items()}
    named = {name.encode(): value for name, value in written.items()}
    return server.http.post(PATH, content=body, headers=named).status_code


def test_what_was_signed_some_minutes_ago_is_taken(server: Server, cloud: Cloud) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "x"}).encode()
    assert server.http.post(PATH, content=body, headers={**BODY, **signed(body, at=time.time() - 240)}).is_success


def test_an_oversized_body_is_refused(server: Server, cloud: Cloud) -> None:
    body = json.dumps({"type": "event_callback", "event": {"text": "x" * 1_100_000}}).encode()
    assert server.http.post(PATH, content=body, headers={**BODY, **signed(body)}).status_code == 413


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe", b"null", b'"text"', b"payload=%7B", b"payload=[]"])
def test_what_is_signed_and_nonsense_is_harmless(server: Server, cloud: Cloud, body: bytes) -> None:
    kinds = ("application/json", "application/x-www-form-urlencoded", "text/plain")
    for kind in kinds:
        response = server.http.post(PATH, content=body, headers={"Content-Type": kind, **signed(body)})
        assert response.status_code in {200, 400, 401}
    assert "Traceback" not in server.log.read_text()


def test_however_slow_slack_is_it_is_acknowledged_at_once(server: Server, cloud: Cloud) -> None:
    post(server.http, mention("C31", cloud.say("C31", f"<@{ME}> Who chairs what?")))
    # The first answer of a process takes its time.
    until(lambda: any(is_whole(answer) for answer in cloud.answers("C31")))
    cloud.slowness = 4
    taken = []
    try:
        for number in range(10):
            channel = f"C32{number}"
            began = time.monotonic()
            response = post(server.http, mention(channel, cloud.say(channel, f"<@{ME}> Who chairs what?")))
            taken.append(time.monotonic() - began)
            assert response.status_code == 200
    finally:
        cloud.slowness = 0
    assert max(taken) < 3
    until(lambda: sum(is_whole(m) for number in range(10) for m in cloud.answers(f"C32{number}")) == 10, 60)
