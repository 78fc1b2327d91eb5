"""Ingests randomly damaged PDFs and files made to do harm, beside good ones, and prints what became of each kind.

Run from the checkout as `python -m benchmarks.damage`. The exit code is 1 if a good file came out otherwise than alone,
a bad one was lost, or something was told in another way than by one sentence.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.damage.bombs import bombs
from tests.damage.ingesting import Survival, survive
from tests.damage.pdfs import damaged

from ctassist.settings import load_settings


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000, help="damaged PDFs to make")
    parser.add_argument("--first", type=int, default=0, help="seed of the first one; another damages otherwise")
    parser.add_argument("--seconds", type=float, default=20, help="time for one file")
    parser.add_argument("--memory", type=int, default=2048, help="memory for one file, in megabytes")
    arguments = parser.parse_args()
    faults = 0
    for title, bad in (("damaged PDFs", _damaged(arguments.first, arguments.files)), ("bombs", bombs())):
        with tempfile.TemporaryDirectory() as folder:
            settings = load_settings(
                index_dir=Path(folder) / "index", file_seconds=arguments.seconds, file_memory_mb=arguments.memory
            )
            started = time.perf_counter()
            survival = survive(bad, Path(folder), settings)
            faults += _tell(title, survival, time.perf_counter() - started)
    return 1 if faults else 0


def _damaged(first: int, count: int) -> Iterator[tuple[str, bytes]]:
    for seed in range(first, first + count):
        yield f"{seed}.pdf", damaged(seed)


def _tell(title: str, survival: Survival, seconds: float) -> int:
    print(f"{sum(survival.kinds.values()):,} {title}, ingested beside good files in {seconds:.0f} s")
    for kind, count in survival.kinds.most_common():
        print(f"  {count:5}  {kind}")
    for words, names in (("ended their worker", survival.died), ("were given up for their time", survival.late)):
        print(f"  {len(names)} {words}{': ' if names else ''}{', '.join(names)}")
    print(f"  faults: {len(survival.faults)}")
    for fault in survival.faults:
        print(f"    {fault}")
    return len(survival.faults)


if __name__ == "__main__":
    raise SystemExit(main())
