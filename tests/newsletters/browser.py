"""A browser that prints: one Chromium for many documents, spoken to through its DevTools protocol."""

import base64
import contextlib
import fcntl
import json
import os
import shutil
import signal
import tempfile
from pathlib import Path
from typing import Any

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe"),
    # Nothing of it may look for the network.
    *("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"),
    "--disable-sync",
)
# The file descriptors at which Chromium listens and answers.
_LISTENS, _ANSWERS = 3, 4
_CHUNK = 1 << 16


class Browser:
    """A running Chromium without windows, network or profile; ``close`` ends it."""

    def __init__(self) -> None:
        program = shutil.which("chromium")
        if program is None:
            raise RuntimeError("Chromium is not installed: run make install-test, which says how.")
        self._profile = Path(tempfile.mkdtemp(prefix="chromium-"))
        self._said = self._profile / "said.txt"
        self._calls = 0
        self._session = ""
        self._unread = b""
        theirs_in, self._to = _pipe()
        self._from, theirs_out = _pipe()
        command = [program, *_FLAGS, f"--user-data-dir={self._profile}", "about:blank"]
        written = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        quiet = [(os.POSIX_SPAWN_OPEN, out, str(self._said), written, 0o600) for out in (1, 2)]
        pipes = [(os.POSIX_SPAWN_DUP2, theirs_in, _LISTENS), (os.POSIX_SPAWN_DUP2, theirs_out, _ANSWERS)]
        # A group of its own, so that what it started ends with it.
        self._pid = os.posix_spawn(program, command, os.environ, file_actions=[*quiet, *pipes], setpgroup=0)
        os.close(theirs_in)
        os.close(theirs_out)
        target = self._ask("Target.createTarget", {"url": "about:blank"})["targetId"]
        self._session = self._ask("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        self._frame = self._ask("Page.getFrameTree", {})["frameTree"]["frame"]["id"]

    def printed(self, page: str) -> bytes:
        """Prints a web page and returns the PDF; its style says how large the sheets are."""
        self._ask("Page.setDocumentContent", {"frameId": self._frame, "html": page})
        wanted = {"preferCSSPageSize": True, "printBackground": True}
        return base64.b64decode(self._ask("Page.printToPDF", wanted)["data"])

    def close(self) -> None:
        """Ends the browser and all it started."""
        self._ask("Browser.close", {})
        os.waitpid(self._pid, 0)
        os.close(self._to)
        os.close(self._from)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._pid, signal.SIGKILL)
        shutil.rmtree(self._profile, ignore_errors=True)

    def _ask(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        self._calls += 1
        message = {"id": self._calls, "method": method, "params": params}
        if self._session and not method.startswith("Browser."):
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._to, data) :]
        while True:
            answer = self._answer()
            if answer.get("id") == self._calls:
                if "error" in answer:
                    raise RuntimeError(f"Chromium refused {method}: {answer['error']['message']}")
                return dict(answer["result"])

    def _answer(self) -> dict[str, Any]:
        parts = [self._unread]
        while b"\0" not in parts[-1]:
            chunk = os.read(self._from, _CHUNK)
            if not chunk:
                said = self._said.read_text(errors="replace").strip()
                raise RuntimeError(f"Chromium has ended; it said: {said[-2000:]}")
            parts.append(chunk)
        data, _, self._unread = b"".join(parts).partition(b"\0")
        return dict(json.loads(data))


def _pipe() -> tuple[int, int]:
    """The ends of a pipe for reading and writing, none of them a descriptor that Chromium uses itself."""
    ends = os.pipe()
    high = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _ANSWERS + 1) for end in ends]
    for end in ends:
        os.close(end)
    return high[0], high[1]
