"""How the channel is set up: settings, the manifest, and what is not loaded unless it is wanted."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.channels.slack.cloud import ME, Cloud, shown
from tests.channels.slack.sent import PATH, SECRET, command, environment, mention, post
from tests.channels.slack.waiting import settle, until
from tests.service.client import RUN, call, served

from ctassist.application.app import create_app
from ctassist.errors import UsageError
from ctassist.settings import Settings, load_settings

GIVEN = {"slack_bot_token": "xoxb-1", "slack_signing_secret": "secret"}


def test_nothing_of_slack_is_imported_unless_it_is_configured(archive: Settings) -> None:
    program = (
        "import sys; from ctassist.application.app import create_app; from ctassist.settings import load_settings; "
        "create_app(load_settings()); import ctassist.channels.slack.manifest; "
        "print([name for name in sys.modules if name.split('.')[0] in ('slack_bolt', 'slack_sdk', 'aiohttp')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_slack_there_is_no_such_address(archive: Settings) -> None:
    assert call(create_app(archive), "POST", PATH).status_code == 404


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"slack_signing_secret": "secret"}, "CTASSIST_SLACK_BOT_TOKEN"),
        ({"slack_bot_token": "xoxp-1", "slack_signing_secret": "s"}, "begins with xoxb-"),
        ({"slack_bot_token": "xoxb-1"}, "CTASSIST_SLACK_SIGNING_SECRET"),
        ({"slack_bot_token": "xoxb-1", "slack_app_token": "xoxb-2"}, "begins with xapp-"),
        ({**GIVEN, "slack_access": {"general": ["open"]}}, "names 'general'"),
    ],
)
def test_settings_that_cannot_work_are_told_in_one_sentence(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said) as told:
        create_app(Settings.model_validate(settings))
    assert "secret" not in str(told.value).replace("SECRET", "")


def test_access_is_read_from_json_and_reaches_other_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CTASSIST_SLACK_ACCESS", '{"T1": ["open"], "T1/C2": ["board"]}')
    monkeypatch.setenv("CTASSIST_SLACK_BOT_TOKEN", "xoxb-1")
    settings = load_settings()
    assert settings.slack_access == {"T1": ["open"], "T1/C2": ["board"]}
    for name, value in settings.as_environment().items():
        monkeypatch.setenv(name, value)
    assert load_settings() == settings
    monkeypatch.setenv("CTASSIST_SLACK_ACCESS", "T1=open")
    with pytest.raises(UsageError, match="CTASSIST_SLACK_ACCESS is not JSON") as told:
        load_settings()
    assert "T1=open" not in str(told.value)


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*RUN, *arguments], capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


def test_the_manifest_names_the_address_and_all_that_is_used() -> None:
    done = run("slack", "manifest", "--url", "https://archive.example.org/")
    assert (done.returncode, done.stderr) == (0, "")
    told = yaml.safe_load(done.stdout)
    address = f"https://archive.example.org{PATH}"
    assert told["settings"]["event_subscriptions"]["request_url"] == address
    assert told["settings"]["interactivity"] == {"is_enabled": True, "request_url": address}
    assert (
        told["features"]["slash_commands"][0] | {"command": "/ctassist", "url": address}
        == (told["features"]["slash_commands"][0])
    )
    assert told["features"]["shortcuts"][0]["callback_id"] == "check"
    assert told["settings"]["socket_mode_enabled"] is False
    needed = {"app_mentions:read", "assistant:write", "chat:write", "commands", "im:history", "channels:history"}
    assert needed <= set(told["oauth_config"]["scopes"]["bot"])
    events = {"app_mention", "message.im", "message.channels", "assistant_thread_started"}
    assert events <= set(told["settings"]["event_subscriptions"]["bot_events"])


def test_the_manifest_for_socket_mode_has_no_address() -> None:
    done = run("slack", "manifest", "--socket")
    told = yaml.safe_load(done.stdout)
    assert told["settings"]["socket_mode_enabled"] is True
    assert "http" not in json.dumps(told)


def test_the_manifest_takes_the_public_address_and_asks_for_one() -> None:
    done = run("slack", "manifest", CTASSIST_PUBLIC_URL="https://archive.example.org/reviews")
    assert f"https://archive.example.org/reviews{PATH}" in done.stdout
    for arguments, sentence in (([], "--socket"), (["--url", "http://archive.example.org"], "https://")):
        done = run("slack", "manifest", *arguments, CTASSIST_PUBLIC_URL="")
        assert (done.returncode, done.stdout) == (2, "")
        assert sentence in done.stderr


def test_the_page_on_slack_has_the_manifest_that_is_printed() -> None:
    page = (Path(__file__).parents[3] / "docs" / "slack.md").read_text(encoding="utf-8")
    shown_there = page.split("```yaml\n")[1].split("```")[0]
    done = run("slack", "manifest", "--url", "https://ctassist.example.org")
    assert shown_there == done.stdout


def test_while_nothing_is_indexed_the_asker_is_told_once(tmp_path: Path) -> None:
    with Cloud().serving() as cloud, served(tmp_path / "nothing", **environment(cloud)) as server:
        until(lambda: server.http.get("/healthz").status_code == 200)
        asked = mention("C1", cloud.say("C1", f"<@{ME}> Who chairs what?"))
        first = post(server.http, asked)
        assert (first.status_code, first.headers["x-slack-no-retry"]) == (503, "1")
        assert post(server.http, asked, **{"X-Slack-Retry-Num": "1"}).status_code == 503
        until(lambda: cloud.answers("C1"))
        settle(lambda: len(cloud.answers("C1")), 0.7)
        [told] = cloud.answers("C1")
        assert "Nothing has been indexed here yet" in shown(told)
        assert "Nothing has been indexed here yet" in command(server.http, cloud, "Who?").json()["text"]
        assert cloud.faults == []


def test_while_the_index_cannot_be_used_slack_sends_again_and_the_asker_is_told_in_the_end(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "ctassist.db").write_bytes(b"this is no database" * 100)
    with Cloud().serving() as cloud, served(tmp_path / "index", **environment(cloud)) as server:
        until(lambda: server.http.get("/healthz").status_code == 200)
        asked = mention("C1", cloud.say("C1", f"<@{ME}> Who chairs what?"))
        for tries in (0, 1, 2):
            more = {"X-Slack-Retry-Num": str(tries)} if tries else {}
            response = post(server.http, asked, **more)
            assert (response.status_code, response.headers.get("x-slack-no-retry")) == (503, None)
        settle(lambda: len(cloud.answers("C1")), 0.5)
        assert cloud.answers("C1") == []
        post(server.http, asked, **{"X-Slack-Retry-Num": "3"})
        until(lambda: cloud.answers("C1"))
        [told] = cloud.answers("C1")
        assert "The archive cannot be read at the moment" in shown(told)
        assert str(tmp_path) not in shown(told)
        assert cloud.faults == []


def test_no_secret_is_logged(archive: Settings) -> None:
    with Cloud().serving() as cloud, served(archive.index_dir, **environment(cloud)) as server:
        server.ready()
        cloud.refuse("chat.startStream", "invalid_auth")
        cloud.refuse("chat.postMessage", "invalid_auth")
        post(server.http, mention("C1", cloud.say("C1", f"<@{ME}> Who chairs the fog signals group? Hush.")))
        until(lambda: not cloud.refusing(), 60)
        until(lambda: cloud.answers("C1"), 60)
        log = server.log.read_text()
        assert "an event failed" in log
        for hidden in ("xoxb-", SECRET, "Hush", "respond/"):
            assert hidden not in log
