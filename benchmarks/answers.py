"""Measures answers over HTTP against the time of embedding one question, both on this machine in one run.

It starts a real service over an index of its own, asks it as one client, and prints what was measured beside each bar.
A missed bar is told, not failed: the exit code is 0 unless something breaks.
"""

import argparse
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from calendar import month_name
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from ctassist.indexing.embedding import Embedder, load_embedder
from ctassist.indexing.ingest import ingest
from ctassist.settings import load_settings

REVIEWS = Path(__file__).resolve().parents[2] / "shared" / "archive"
"""The real review, where somebody has put it beside the checkout; it is no part of the project."""

GROUP = "Who chairs the working group on emerging threats?"
QUESTIONS: tuple[tuple[str, str | None], ...] = (
    ("Who chairs the working group on border management and law enforcement?", None),
    ("And its vice-chairs?", GROUP),
    ("Who chairs the Coordination Committee?", None),
    ("What happened in January 2024?", None),
    ("What happened in February 2024?", None),
    ("Which activities involved UNICRI?", None),
    ("What did UNODC do in Africa?", None),
    ("What about Kenya?", "What happened in Nigeria in February 2024?"),
    ("How many focal points are there?", None),
    ("How many documents were shared?", None),
    ("What did USG Voronkov say about regional organizations?", None),
    ("When did Palau join the nuclear terrorism convention?", None),
    ("Which network did UNOCT sign an MoU with?", None),
    ("Which award did the Connect and Learn Platform win?", None),
    ("Where did the GCTF Coordinating Committee meet?", None),
    ("What is the annual budget of the Compact?", None),
)
"""Questions of all kinds, follow-ups with the question before them."""

LIST_YEAR, LIST_MONTHS, LIST_LINES = 2031, 12, 44
LIST_QUESTION = f"What happened in {LIST_YEAR}?"
WARM_UP, READY_LIMIT, POLL = 2, 120.0, 0.02


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the table: at most ``bar`` is wanted, less than it where ``strict``."""

    name: str
    value: float | None
    bar: float
    unit: str = ""
    strict: bool = False

    def __str__(self) -> str:
        if self.value is None:
            return f"{self.name:52} {'not measured':>12}"
        met = self.value < self.bar if self.strict else self.value <= self.bar
        wanted = f"{'<' if self.strict else '≤'} {self.bar:g}{self.unit}"
        return f"{self.name:52} {f'{self.value:.2f}{self.unit}':>12} {wanted:>12}   {'met' if met else 'missed'}"


@dataclass(frozen=True, slots=True)
class Service:
    """A running service: its address, its process and the seconds it took to be ready."""

    url: str
    pid: int
    ready: float


@dataclass(frozen=True, slots=True)
class Reply:
    """How long an answer took, in milliseconds, and whether it came from the ledger."""

    ms: float
    from_ledger: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10, help="how often each question is asked  [10]")
    rounds = max(1, parser.parse_args().rounds)
    with tempfile.TemporaryDirectory(prefix="ctassist-bench-") as name:
        folder = Path(name)
        keep_to(folder)
        for line in run(folder, rounds):
            print(line, flush=True)


def keep_to(folder: Path) -> None:
    """Leaves out whatever is configured here: variables, `.env` and `ctassist.toml`."""
    for variable in [name for name in os.environ if name.startswith("CTASSIST_")]:
        del os.environ[variable]
    os.chdir(folder)


def run(folder: Path, rounds: int) -> Iterator[str]:
    """Measures everything and yields what to print."""
    reviews = sorted(REVIEWS.glob("*.txt"))
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores, {rounds} rounds of {len(QUESTIONS)} questions"
    embedder = load_embedder()
    index = folder / "index"
    with as_file(files("ctassist") / "sample") as sample:
        take_in(index, [sample])
    # In an index of its own, so that nothing but the review is waited for.
    ingested = take_in(folder / "review", reviews[:1]) if reviews else None
    take_in(index, reviews)
    with serving(index, folder / "service.log") as service, httpx.Client(base_url=service.url, timeout=60) as client:
        ask_all(client, WARM_UP)
        before = embedding_times(embedder, rounds)
        replies = ask_all(client, rounds)
        resident = resident_mb(service.pid)
        embedding = median(before + embedding_times(embedder, rounds))
        listing, shown = list_time(client, index, folder / "invented", rounds)
    answer = median(reply.ms for reply in replies)
    ledger = median(reply.ms for reply in replies if reply.from_ledger)
    yield f"Medians: embedding a question {embedding:.1f} ms, answer {answer:.1f} ms, from the ledger {ledger:.1f} ms"
    yield f"{sum(r.from_ledger for r in replies)} of {len(replies)} answers came from the ledger"
    yield f"The long list shows {shown} activities"
    yield ""
    yield from map(str, table(answer / embedding, ledger / embedding, service.ready, resident, ingested, listing))


def table(
    answer: float, ledger: float, ready: float, resident: float, ingested: float | None, listing: float
) -> Sequence[Measure]:
    """Returns what was measured with its bars."""
    return (
        Measure("median answer / embedding", answer, 2.5),
        Measure("median answer from the ledger / embedding", ledger, 1, strict=True),
        Measure("service ready after", ready, 10, " s"),
        Measure("resident memory of the service", resident, 900, " MB"),
        Measure("ingest of the real review, model loaded", ingested, 2, " s"),
        Measure("list of 500 activities (median)", listing, 300, " ms"),
    )


def take_in(index: Path, paths: Sequence[Path]) -> float:
    """Ingests ``paths`` into the index and returns the seconds it took."""
    report = ingest(paths, load_settings(index_dir=index))
    if report.failed:
        sys.exit(f"These could not be ingested: {', '.join(document.name for document in report.failed)}.")
    return report.seconds


@contextmanager
def serving(index: Path, log: Path) -> Iterator[Service]:
    """Runs ``ctassist serve`` on a free port of this machine until the block ends."""
    command = [
        sys.executable,
        "-c",
        "from ctassist.cli import main; main()",
        "--index",
        str(index),
        "serve",
        "--port",
        "0",
    ]
    started = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        url = wait_until_ready(process, log)
        yield Service(url, process.pid, time.perf_counter() - started)
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_until_ready(process: subprocess.Popen[bytes], log: Path) -> str:
    """Returns the service's address as soon as it can answer; exits with its log when it does not come."""
    until = time.perf_counter() + READY_LIMIT
    while process.poll() is None and time.perf_counter() < until:
        time.sleep(POLL)
        address = re.search(r"http://[\w.:]+", log.read_text(encoding="utf-8"))
        if address and is_ready(address.group()):
            return address.group()
    sys.exit(f"The service did not become ready:\n{log.read_text(encoding='utf-8')}")


def is_ready(url: str) -> bool:
    try:
        return httpx.get(f"{url}/readyz", timeout=5).status_code == httpx.codes.OK
    except httpx.TransportError:
        return False


def ask_all(client: httpx.Client, rounds: int) -> list[Reply]:
    """Asks every question ``rounds`` times, in turn, over one connection."""
    return [ask(client, question, earlier)[0] for _ in range(rounds) for question, earlier in QUESTIONS]


def ask(client: httpx.Client, question: str, earlier: str | None = None) -> tuple[Reply, dict[str, Any]]:
    body: dict[str, Any] = {"question": question}
    if earlier:
        body["history"] = [{"role": "user", "text": earlier}]
    started = time.perf_counter()
    response = client.post("/v1/answers", json=body)
    elapsed = 1000 * (time.perf_counter() - started)
    answer: dict[str, Any] = response.raise_for_status().json()
    return Reply(elapsed, bool(answer["records"])), answer


def embedding_times(embedder: Embedder, rounds: int) -> list[float]:
    """Returns the milliseconds of embedding each question ``rounds`` times here, while the service is idle."""
    times = []
    for _ in range(rounds):
        for question, _ in QUESTIONS:
            started = time.perf_counter()
            embedder.embed_query(question)
            times.append(1000 * (time.perf_counter() - started))
    return times


def list_time(client: httpx.Client, index: Path, folder: Path, rounds: int) -> tuple[float, int]:
    """Adds more than 500 dated lines while the service runs and asks for all of them.

    Returns the median milliseconds, and how many lines one answer shows.
    """
    invent_archive(folder)
    take_in(index, [folder])
    _, answer = ask(client, LIST_QUESTION)
    times = [ask(client, LIST_QUESTION)[0].ms for _ in range(rounds)]
    return median(times), int(answer["coverage"]["shown"])


def invent_archive(folder: Path) -> None:
    """Writes a year of monthly reviews of an organisation that does not exist."""
    folder.mkdir()
    subjects = ("tide gauges", "ferry timetables", "harbour lights", "rope bridges", "salt stores")
    towns = ("Lisbon", "Oslo", "Accra", "Lima", "Hanoi", "Nairobi", "Quito")
    for month in range(1, LIST_MONTHS + 1):
        lines = [f"# Lantern Coast Council review, {month_name[month]} {LIST_YEAR}", "", "## Activities", ""]
        for number in range(LIST_LINES):
            subject, town = subjects[number % len(subjects)], towns[number % len(towns)]
            day = f"{1 + number % 28} {month_name[month]}"
            lines.append(f"- The LCC held workshop {month * 100 + number} on {subject} in {town} ({day})")
        (folder / f"review_{LIST_YEAR}-{month:02}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def resident_mb(pid: int) -> float:
    """Returns the resident memory of a process and all that it started."""
    processes = all_processes()
    tree, added = {pid}, {pid}
    while added:
        added = {child for child, (parent, _) in processes.items() if parent in tree} - tree
        tree |= added
    return sum(processes[member][1] for member in tree) * 1024 / 1e6


def all_processes() -> dict[int, tuple[int, int]]:
    """Returns each process's parent and its resident kilobytes (of 1,024 bytes)."""
    if sys.platform != "linux":
        listed = subprocess.run(["ps", "-axo", "pid=,ppid=,rss="], capture_output=True, text=True, check=True).stdout
        rows = [[int(word) for word in line.split()] for line in listed.splitlines()]
        return {pid: (parent, kilobytes) for pid, parent, kilobytes in rows}
    found = {}
    for file in Path("/proc").glob("[0-9]*/status"):
        try:
            facts = dict(line.split(":", 1) for line in file.read_text(encoding="utf-8").splitlines() if ":" in line)
        except OSError:
            continue  # It has ended in the meantime.
        found[int(facts["Pid"])] = (int(facts["PPid"]), int(facts.get("VmRSS", "0").split()[0]))
    return found


if __name__ == "__main__":
    main()
