"""An ingest that kills its own process at a named point, as a power cut would; run by ``test_generations``."""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from tests.indexing.invented import WordEmbedder

from ctassist.indexing import generations
from ctassist.indexing.ingest import ingest
from ctassist.indexing.report import Progress
from ctassist.settings import Settings


def die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def at(stage: str, number: int) -> Any:
    def progress(step: Progress) -> None:
        if (step.stage, step.done) == (stage, number):
            die()

    return progress


def main(index_dir: Path, folder: Path, point: str, number: int) -> None:
    # The two points between steps that no progress is told of.
    between = {"renamed": "write_meta", "published": "delete"}
    if point in between:
        setattr(generations, between[point], die)
    ingest([folder], Settings(index_dir=index_dir), progress=at(point, number), embedder=WordEmbedder, prune=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
