"""The examples do what they say, run as a person runs them, against a served archive with a key."""

import csv
import io
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.indexing.invented import JULY, WordEmbedder, write
from tests.parsed import parse_here
from tests.service.archive import make_index
from tests.service.client import RUN, Server, served

from ctassist.channels.webhooks.registering import new_secret
from ctassist.indexing.ingest import ingest
from ctassist.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"
KEY = "open-sesame"
CHAIR = "Who chairs the working group on fog signals?"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_index(tmp_path_factory.mktemp("examples"))


@pytest.fixture(scope="module")
def server(settings: Settings) -> Iterator[Server]:
    with served(settings.index_dir, CTASSIST_API_KEYS=KEY) as running:
        yield running.ready()


def run(server: Server, *command: str | Path, key: str = KEY) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "CTASSIST_URL": server.url, "CTASSIST_KEY": key}
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment, check=False)


def test_every_call_with_curl(server: Server) -> None:
    done = run(server, "sh", EXAMPLES / "curl.sh", CHAIR, 'And its "vice-chair"?')
    assert (done.returncode, done.stderr) == (0, "")
    parts = {head: body for head, _, body in (part.partition("\n") for part in done.stdout.split("== ")[1:])}
    assert len(parts) == 11
    assert json.loads(parts["Is it ready?"])["ready"]
    answer = json.loads(parts["Ask"])
    assert "BPU" in answer["answer"]
    following = json.loads(parts["Ask on in the same conversation"])
    assert (following["conversation_id"], "CSO" in following["answer"]) == (answer["conversation_id"], True)
    streamed = next(body for head, body in parts.items() if "as it is made" in head)
    assert [line for line in streamed.splitlines() if line.startswith("event:")][-1] == "event: answer"
    passages = json.loads(parts["Search: the passages alone"])["passages"]
    assert len(passages) == 3
    first, second = (
        json.loads(page) for page in parts["Documents: the latest, then the next page"].strip().splitlines()
    )
    assert first["documents"] != second["documents"]
    assert parts["The text of the latest document, its beginning"].startswith("Lighthouse Network Review")
    rows = list(csv.DictReader(io.StringIO(parts["Who holds which role, for a spreadsheet"].strip())))
    assert {row["holder"] for row in rows} == {"CSO", "BPU"}
    (done_there,) = json.loads(parts["What was done in a place, in a period"])["activities"]
    assert "Accra" in done_there["text"]
    assert parts['A briefing on a period, as Markdown (or "docx")'].startswith("# ")
    assert parts["Judge the answer"].strip() == "Thank you."


def test_curl_says_what_is_wrong(server: Server) -> None:
    done = run(server, "sh", EXAMPLES / "curl.sh", CHAIR, key="wrong")
    assert (done.returncode != 0, "401" in done.stderr) == (True, True)


def test_asking_and_asking_on(server: Server) -> None:
    done = run(server, sys.executable, EXAMPLES / "ask.py", CHAIR, "And its vice-chair?", "What is its budget?")
    assert (done.returncode, done.stderr) == (0, "")
    _, first, second, third = done.stdout.split("> ")
    assert ("BPU" in first, f"{server.url}/documents/" in first) == (True, True)
    assert "CSO" in second
    assert "[1]" not in third
    refused = run(server, sys.executable, EXAMPLES / "ask.py", CHAIR, key="wrong")
    assert (refused.returncode, refused.stderr) == (
        1,
        "ask.py: This key is not valid here. Ask whoever runs the service for another.\n",
    )


@pytest.mark.parametrize(("name", "begins"), [("briefing.docx", b"PK"), ("briefing.md", b"# ")])
def test_a_briefing_as_a_file(server: Server, tmp_path: Path, name: str, begins: bytes) -> None:
    done = run(server, sys.executable, EXAMPLES / "brief.py", "2022-05", "2022-08", tmp_path / name)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert "Changes of roles" in done.stdout
    assert "2022-05-12  Coastal Safety Office" in done.stdout


def test_a_receiver_is_told_of_a_new_issue_and_asks_about_it(
    server: Server, settings: Settings, tmp_path: Path
) -> None:
    secret = new_secret()
    environment = {**os.environ, "CTASSIST_URL": server.url, "CTASSIST_KEY": KEY, "WEBHOOK_SECRET": secret}
    command = [sys.executable, str(EXAMPLES / "receive.py"), "--port", "0"]
    said: queue.Queue[str] = queue.Queue()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    ) as started:

        def read() -> None:
            for line in started.stdout or ():
                said.put(line)

        threading.Thread(target=read, daemon=True).start()
        try:
            address = said.get(timeout=60).removeprefix("Listening on ").strip()
            added = [*RUN, "--index", str(settings.index_dir), "webhooks", "add", address, "--secret", secret]
            subprocess.run(added, check=True, capture_output=True, timeout=60)
            ingest([write(tmp_path / "new", july=JULY)], settings, embedder=WordEmbedder, parse=parse_here())
            assert said.get(timeout=60) == "New: Harbour Alliance in Review July-August 2023 (july.md)\n"
            assert said.get(timeout=60).startswith("# Briefing")
        finally:
            started.kill()


def test_a_receiver_without_a_secret_says_where_it_comes_from() -> None:
    done = subprocess.run(
        [sys.executable, EXAMPLES / "receive.py"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={name: value for name, value in os.environ.items() if name != "WEBHOOK_SECRET"},
    )
    assert (done.returncode, "ctassist webhooks add" in done.stderr) == (1, True)
