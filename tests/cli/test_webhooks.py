import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.channels.receiver import Reply, receiving

from ctassist.channels.webhooks.registering import checked_secret, checked_url, new_secret
from ctassist.cli.commands import main
from ctassist.errors import UsageError

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs one of the commands for an index of its own."""

    def run(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["--index", str(tmp_path / "index"), "webhooks", *map(str, arguments)])
        said = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, said.out, said.err

    return run


def added(run: Run, *arguments: object) -> str:
    """Adds a webhook and returns its id."""
    code, out, err = run("add", *arguments)
    assert code == 0, err
    found = re.match(r"Webhook (\w+) is told", out)
    assert found
    return found[1]


def test_a_secret_is_made_and_shown_once(run: Run) -> None:
    _, out, _ = run("add", "https://example.org/hook", "--access", "open", "--access", "staff")
    assert "documents labelled open, staff." in out
    (secret,) = re.findall(r"whsec_\S+", out)
    assert checked_secret(secret) == secret
    _, listed, _ = run("list")
    assert "https://example.org/hook  (open, staff)" in listed
    assert secret not in listed
    _, listed, _ = run("list", "--json")
    (hook,) = json.loads(listed)
    assert (hook["access"], "secret" in hook) == (["open", "staff"], False)


def test_a_secret_of_ones_own_is_used_and_never_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with receiving() as receiver:
        code, out, _ = run("add", receiver.url, "--secret", receiver.secret)
        assert (code, receiver.secret in out) == (0, False)
        hook = added(run, receiver.url, "--secret", receiver.secret)
        code, out, _ = run("test", hook)
        assert (code, out) == (0, "The webhook took the event (204).\n")
        assert (receiver.received[0].event["type"], receiver.received[0].event["data"]) == (
            "webhook.test",
            {"webhook_id": hook},
        )


def test_a_receiver_that_does_not_take_the_test_is_told_of(run: Run) -> None:
    with receiving() as receiver:
        hook = added(run, receiver.url, "--secret", receiver.secret)
        receiver.usual = Reply(500)
        code, _, err = run("test", hook)
    assert (code, "It answered 500 Internal Server Error." in err) == (1, True)


def test_a_forged_signature_is_noticed_by_the_receiver(run: Run) -> None:
    with receiving() as receiver:
        hook = added(run, receiver.url, "--secret", new_secret())
        code, _, err = run("test", hook)
        assert (code, "400" in err, len(receiver.forged)) == (1, True, 1)
        receiver.forged.clear()


def test_what_is_removed_is_gone(run: Run) -> None:
    hook = added(run, "https://example.org/hook")
    assert run("remove", hook)[0] == 0
    assert run("list")[1].startswith("There are no webhooks")
    for command in ("remove", "test", "log"):
        code, _, err = run(command, hook)
        assert (code, "There is no webhook" in err) == (1, True)


def test_the_log_says_when_nothing_has_happened(run: Run) -> None:
    assert (run("log")[0], "ctassist ingest" in run("log")[2]) == (1, True)
    added(run, "https://example.org/hook")
    assert run("log") == (0, "Nothing has been announced yet.\n", "")
    assert json.loads(run("log", "--json")[1]) == []


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("", "is not an address"),
        ("example.org/hook", "is not an address"),
        ("ftp://example.org", "is not an address"),
        ("https://", "is not an address"),
        ("https://example.org:port/", "is not an address"),
        ("https://[::1/", "is not an address"),
        ("https://example.org/a b", "is not an address"),
        ("https://example.org/\n", "is not an address"),
        ("https://example.org/" + "x" * 2000, "is not an address"),
        ("https://me:pass@example.org/", "holds a password"),
        ("https://example.org/#here", "a part after #"),
        ("http://example.org/", "--allow-http"),
        ("http://localhost.example.org/", "--allow-http"),
        ("http://10.0.0.1/", "--allow-http"),
    ],
)
def test_addresses_that_cannot_be_told_are_refused(run: Run, url: str, sentence: str) -> None:
    code, _, err = run("add", "--", url)
    assert (code, sentence in err, len(err.splitlines())) == (2, True, 1)
    assert "pass@" not in err


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8080/x", "http://localhost/", "http://[::1]:1/", "https://10.0.0.1/"]
)
def test_this_machine_needs_no_encryption(url: str) -> None:
    assert checked_url(url, allow_http=False) == url


def test_unencrypted_is_for_those_who_say_so(run: Run) -> None:
    added(run, "http://10.0.0.1/", "--allow-http")


@pytest.mark.parametrize(
    "secret", ["", "whsec_", "secret", "whsec_c2hvcnQ=", "whsec_" + "A" * 200, "whsec_" + "é" * 32]
)
def test_what_is_no_secret_is_refused(secret: str) -> None:
    with pytest.raises(UsageError, match="24 to 64 bytes"):
        checked_secret(secret)


def test_an_empty_label_is_refused(run: Run) -> None:
    code, _, err = run("add", "https://example.org/", "--access", " ")
    assert (code, "A label is empty" in err) == (2, True)
