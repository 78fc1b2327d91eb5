"""A stand-in for Slack, an archive with something to hide, and a service between them."""

from collections.abc import Iterator

import pytest
from tests.channels.slack.cloud import Cloud
from tests.channels.slack.sent import environment
from tests.parsed import parse_here
from tests.service.archive import make_index, write_issue
from tests.service.client import Server, served

from ctassist.indexing.ingest import ingest
from ctassist.settings import Settings

BOARD = """# Lighthouse Network Review
November-December 2022

## Working groups
### Working Group on Secret Lamps
- Chair: CSO
"""


def long_issue() -> str:
    """An issue with more activities than a message holds, some of whose words Slack would take for commands."""
    lines = [
        f"- CSO inspected lamp {at} & \\<!here> @channel <@U0001> in Riga ({at % 28 + 1} Sep)" for at in range(1, 41)
    ]
    return "\n".join(["# Lighthouse Network Review", "September-October 2022", "", "## Key events", *lines, ""])


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An index of three open issues, and of one for the board alone."""
    folder = tmp_path_factory.mktemp("slack")
    settings = make_index(folder)
    ingest([write_issue(folder / "files", "september.md", long_issue())], settings, parse=parse_here())
    ingest([write_issue(folder / "board", "board.md", BOARD)], settings, access="board", parse=parse_here())
    return settings


@pytest.fixture(scope="module")
def running() -> Iterator[Cloud]:
    with Cloud().serving() as cloud:
        yield cloud


@pytest.fixture(scope="module")
def server(archive: Settings, running: Cloud) -> Iterator[Server]:
    with served(archive.index_dir, **environment(running)) as service:
        yield service.ready()


@pytest.fixture
def cloud(running: Cloud) -> Iterator[Cloud]:
    """The stand-in, which finds no fault with what it was sent."""
    running.faults.clear()
    yield running
    assert running.faults == []
