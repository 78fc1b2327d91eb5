"""One generation is in service until the next is complete, whatever happens meanwhile."""

import hashlib
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from tests.indexing.invented import JULY, MARCH, MAY, WordEmbedder, write
from tests.parsed import parse_here

from ctassist.errors import IndexUnusable, IngestRunning
from ctassist.indexing.archive import Archive
from ctassist.indexing.ingest import ingest
from ctassist.indexing.report import IngestReport, Progress
from ctassist.indexing.view import View
from ctassist.model.caller import ANYONE
from ctassist.model.text import Reading
from ctassist.reading import read_file
from ctassist.settings import Settings

Take = Callable[..., IngestReport]
POINTS = [
    ("checking", 1),
    ("reading", 0),
    ("embedding", 0),
    ("storing", 0),
    ("storing", 1),
    ("publishing", 0),
    ("renamed", 0),
    ("published", 0),
]


@contextmanager
def looking(settings: Settings) -> Iterator[View]:
    with Archive.open(settings) as archive, archive.view(ANYONE) as view:
        yield view


def ids(*texts: str) -> set[str]:
    """The ids of documents with these words."""
    return {hashlib.sha256(text.encode()).hexdigest()[:16] for text in texts}


def reachable(view: View) -> set[str]:
    """The ids of all documents, which every way of reading must reach."""
    documents = view.documents()
    found = {passage.document_id for passage in view.lexical(["PSO", "BWF", "pilots"], limit=100)}
    assert found == {document.id for document in documents}
    assert {entry.document_id for entry in view.activities()} == found
    assert all(view.text(document.id) for document in documents)
    return found


SEPTEMBER = MAY.replace("May-June", "September-October").replace("Lagos", "Dakar")


def changed(reviews: Path) -> None:
    """Changes one file, removes one and adds one."""
    write(reviews, march=MARCH.replace("Rotterdam", "Hamburg"), new=SEPTEMBER)
    (reviews / "july.md").unlink()


OLD = ids(MARCH, MAY, JULY)
NEW = ids(MARCH.replace("Rotterdam", "Hamburg"), MAY, SEPTEMBER)


def ingest_until(point: str, number: int, settings: Settings, folder: Path) -> None:
    """Runs an ingest that is killed at a point; see ``stopped``."""
    command = [sys.executable, "-m", "tests.indexing.stopped", str(settings.index_dir), str(folder), point, str(number)]
    # Workers hold the pipe too: this ends only when they have.
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, timeout=120)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize(("point", "number"), POINTS)
def test_an_ingest_killed_anywhere_leaves_the_last_generation_and_is_finished_by_the_next(
    take: Take, reviews: Path, settings: Settings, point: str, number: int
) -> None:
    take(reviews)
    changed(reviews)

    ingest_until(point, number, settings, reviews)

    with looking(settings) as view:
        assert view.generation == (2 if point == "published" else 1)
        assert reachable(view) == (NEW if point == "published" else OLD)

    read: list[str] = []

    def counting(path: Path, max_bytes: int) -> Reading:
        read.append(path.name)
        return read_file(path, max_bytes)

    take(reviews, prune=True, parse=parse_here(counting))

    already_stored = {("storing", 1): 1, ("publishing", 0): 2, ("renamed", 0): 2, ("published", 0): 2}
    assert len(read) == 2 - already_stored.get((point, number), 0)
    with looking(settings) as view:
        assert view.generation == 2
        assert reachable(view) == NEW
    assert len(list((settings.index_dir / "files").iterdir())) == 3


def test_a_first_ingest_that_is_killed_leaves_nothing_half_made(take: Take, reviews: Path, settings: Settings) -> None:
    ingest_until("storing", 1, settings, reviews)

    with pytest.raises(Exception, match="Nothing is indexed yet"):
        Archive.open(settings)
    take(reviews)
    with looking(settings) as view:
        assert len(view.documents()) == 3


def test_a_file_that_changes_after_a_stop_is_taken_as_it_is_now(take: Take, reviews: Path, settings: Settings) -> None:
    take(reviews)
    changed(reviews)
    ingest_until("publishing", 0, settings, reviews)
    write(reviews, march=MARCH)
    (reviews / "new.md").unlink()
    write(reviews, july=JULY)

    take(reviews, prune=True)

    with looking(settings) as view:
        assert reachable(view) == OLD


def test_two_ingests_at_once_are_refused_with_a_sentence(take: Take, reviews: Path, settings: Settings) -> None:
    refused: list[str] = []

    def meanwhile(step: Progress) -> None:
        if step.stage == "storing" and not refused:
            with pytest.raises(IngestRunning) as caught:
                take(reviews)
            refused.append(str(caught.value))

    report = take(reviews, progress=meanwhile)

    assert report.published
    assert "Another ingest is running" in refused[0]
    assert "(process " in refused[0]
    assert not take(reviews).published


def test_an_ingest_in_another_process_is_noticed(take: Take, reviews: Path, settings: Settings) -> None:
    script = (
        "import sys, pathlib; from ctassist.indexing.ingest_lock import ingest_lock\n"
        "with ingest_lock(pathlib.Path(sys.argv[1])):\n print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, str(settings.index_dir)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(IngestRunning, match=rf"\(process {holder.pid}\)"):
            take(reviews)
        holder.kill()
    assert take(reviews).published


def test_a_reader_sees_one_moment_while_an_ingest_replaces_everything(
    take: Take, reviews: Path, settings: Settings
) -> None:
    take(reviews)
    with Archive.open(settings) as archive:
        with archive.view(ANYONE) as before:
            changed(reviews)
            take(reviews, prune=True)
            write(reviews, may=MAY.replace("Lima", "Callao"))
            take(reviews, prune=True)

            assert before.generation == 1
            assert reachable(before) == OLD
            with archive.view(ANYONE) as after:
                assert after.generation == 3
        with archive.view(ANYONE) as after:
            assert ids(MAY.replace("Lima", "Callao")) <= reachable(after)


def test_readers_are_never_disturbed_by_ingests(take: Take, reviews: Path, settings: Settings) -> None:
    """Each generation has one number in all its documents; a reader must never see two."""

    def numbered(number: int) -> None:
        write(reviews, **{name: f"{text}\n- PSO ran exercise {number} (9 May)\n" for name, text in ISSUES.items()})

    numbered(0)
    take(reviews)
    stop = threading.Event()
    faults: list[str] = []
    seen: set[int] = set()

    def read(archive: Archive) -> None:
        while not stop.is_set():
            with archive.view(ANYONE) as view:
                numbers = {view.text(id).split("exercise ")[1].split()[0] for id in reachable(view)}
                seen.add(view.generation)
                if len(numbers) != 1 or len(view.documents()) != 3:
                    faults.append(f"{view.generation}: {numbers}")

    with Archive.open(settings) as archive:
        readers = [threading.Thread(target=read, args=(archive,)) for _ in range(4)]
        for reader in readers:
            reader.start()
        for number in range(1, 9):
            numbered(number)
            take(reviews)
        stop.set()
        for reader in readers:
            reader.join()

    assert faults == []
    assert len(seen) > 1


ISSUES = {"march": MARCH, "may": MAY, "july": JULY}


def test_the_last_two_generations_are_kept(take: Take, reviews: Path, settings: Settings) -> None:
    for number in range(4):
        write(reviews, may=MAY.replace("Lima", f"Lima{number}"))
        take(reviews)

    assert sorted(folder.name for folder in (settings.index_dir / "generations").iterdir()) == ["3", "4"]


@pytest.mark.parametrize("harm", ["gone", "damaged"])
def test_search_files_that_are_gone_or_damaged_are_made_again_by_any_ingest(
    take: Take, reviews: Path, settings: Settings, harm: str
) -> None:
    take(reviews)
    folder = settings.index_dir / "generations" / "1"
    for file in folder.iterdir():
        file.unlink() if harm == "gone" else file.write_bytes(b"damaged")
    with pytest.raises(IndexUnusable, match="run `ctassist ingest PATH`"):
        Archive.open(settings)

    report = take(reviews / "may.md")

    assert report.published
    with looking(settings) as view:
        assert reachable(view) == OLD


def test_a_database_put_back_from_a_backup_is_used_with_the_files_beside_it(
    take: Take, reviews: Path, settings: Settings
) -> None:
    take(reviews)
    for file in settings.index_dir.glob("ctassist.db*"):
        file.unlink()

    assert take(reviews).generation == 1
    with looking(settings) as view:
        assert reachable(view) == OLD


CONTENT = st.sampled_from([MARCH, MAY, JULY, MARCH.replace("March-April", "January-February")])
FOLDERS = st.dictionaries(st.sampled_from("abcd"), CONTENT, max_size=4)


@given(st.lists(FOLDERS, min_size=1, max_size=4))
@hypothesis_settings(max_examples=15, deadline=None)
def test_ingest_is_idempotent_and_the_index_always_equals_the_folder(states: list[dict[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "reviews"
        settings = Settings(index_dir=Path(place) / "index")
        for state in states:
            for file in folder.glob("*.md"):
                file.unlink()
            write(folder, **state)

            first = ingest([folder], settings, prune=True, embedder=WordEmbedder, parse=parse_here())
            second = ingest([folder], settings, prune=True, embedder=WordEmbedder, parse=parse_here())

            assert not second.published
            assert second.generation == first.generation
            if first.generation:
                with looking(settings) as view:
                    assert sorted(document.id for document in view.documents()) == sorted(ids(*state.values()))
                    assert {Path(d.source).stem for d in view.documents()} <= set(state)


def test_an_ingest_with_the_real_model_is_found_by_meaning(reviews: Path, settings: Settings) -> None:
    ingest([reviews], settings)

    with Archive.open(settings) as archive, archive.view(ANYONE) as view:
        question = archive.embedder.embed_query("Which study was about marine mammals?")
        best = view.dense(question, limit=1)[0]
        assert "whales" in best.text
        assert replace(best, score=0.0).text == best.span.of(view.text(best.document_id))
        assert archive.ready
