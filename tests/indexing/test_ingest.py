import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.indexing.invented import JULY, MARCH, MAY, WordEmbedder, write
from tests.parsed import parse_here
from tests.unprivileged import unprivileged

from ctassist.errors import IndexUnusable, UnreadableFile, UsageError
from ctassist.indexing.archive import Archive
from ctassist.indexing.ingest import ingest
from ctassist.indexing.report import IngestReport, Outcome, Progress
from ctassist.model.caller import ANYONE, Caller
from ctassist.model.text import Reading
from ctassist.model.time import Period
from ctassist.reading import read_file
from ctassist.settings import Settings

Take = Callable[..., IngestReport]


def outcomes(report: IngestReport) -> dict[str, Outcome]:
    return {document.name: document.status for document in report.documents}


def names(settings: Settings, caller: Caller = ANYONE) -> list[str]:
    with Archive.open(settings) as archive, archive.view(caller) as view:
        return [document.name for document in view.documents()]


def test_a_folder_is_taken_in_with_a_summary_by_document(take: Take, reviews: Path) -> None:
    report = take(reviews)

    assert outcomes(report) == dict.fromkeys(("july.md", "march.md", "may.md"), Outcome.ADDED)
    march = report.documents[1]
    assert march.period == Period(date(2023, 3, 1), date(2023, 4, 30), "title")
    assert march.records == {"activities": 2, "roles": 2, "indicators": 2, "statements": 1}
    assert march.items >= 5
    assert (report.generation, report.published, report.failed) == (1, True, ())


def test_what_is_unchanged_is_neither_read_nor_embedded_again(
    take: Take, reviews: Path, embedder: WordEmbedder
) -> None:
    first = take(reviews)
    embedded = embedder.texts

    def never(path: Path, max_bytes: int) -> Reading:
        raise AssertionError(f"{path} was read again")

    second = take(reviews, parse=parse_here(never))

    assert set(outcomes(second).values()) == {Outcome.UNCHANGED}
    assert (second.generation, second.published) == (1, False)
    assert embedder.texts == embedded
    assert [d.records for d in second.documents] == [d.records for d in first.documents]


def test_a_changed_file_replaces_its_document(take: Take, reviews: Path, settings: Settings) -> None:
    before = take(reviews).documents[1].document_id
    write(reviews, march=MARCH.replace("Rotterdam", "Hamburg"))

    report = take(reviews)

    assert outcomes(report)["march.md"] is Outcome.REFRESHED
    with Archive.open(settings) as archive, archive.view(ANYONE) as view:
        march = next(document for document in view.documents() if document.name == "march.md")
        assert "Hamburg" in view.text(march.id)
        assert march.id != before
        assert len(view.documents()) == 3


def test_a_changed_file_that_cannot_be_read_leaves_its_document_in_service(
    take: Take, reviews: Path, settings: Settings
) -> None:
    take(reviews)
    (reviews / "march.md").write_bytes(b"\x00\x01\x02" * 500)

    report = take(reviews, prune=True)

    assert outcomes(report)["march.md"] is Outcome.FAILED
    assert "march.md" in names(settings)


def test_one_bad_file_never_stops_the_others(take: Take, reviews: Path, settings: Settings) -> None:
    (reviews / "empty.md").touch()

    def fails_on_may(path: Path, max_bytes: int) -> Reading:
        if path.name == "may.md":
            raise ValueError("an unforeseen fault")
        return read_file(path, max_bytes)

    report = take(reviews, parse=parse_here(fails_on_may))

    assert [document.name for document in report.failed] == ["empty.md", "may.md"]
    assert "empty" in str(report.failed[0].problem)
    assert "an unforeseen fault" in str(report.failed[1].problem)
    assert names(settings) == ["march.md", "july.md"]


def test_a_file_over_the_limit_fails_with_the_setting_to_raise(reviews: Path, take: Take) -> None:
    with (reviews / "huge.md").open("wb") as file:
        file.truncate(200_000_000)

    problem = str(take(reviews).failed[0].problem)

    assert problem.startswith("huge.md has 200 MB")
    assert "CTASSIST_MAX_FILE_MB" in problem


def test_a_file_that_changes_while_it_is_read_is_not_stored(take: Take, reviews: Path) -> None:
    def changes(path: Path, max_bytes: int) -> Reading:
        reading = read_file(path, max_bytes)
        path.write_text("something else entirely", encoding="utf-8")
        return reading

    report = take(reviews / "may.md", parse=parse_here(changes))

    assert "changed while it was being read" in str(report.failed[0].problem)
    assert not report.published


def test_the_same_content_at_two_paths_is_one_document(take: Take, reviews: Path, settings: Settings) -> None:
    write(reviews / "copies", march=MARCH)

    report = take(reviews)

    copies = [document for document in report.documents if document.status is Outcome.DUPLICATE]
    assert len(copies) == 1
    assert "has the same content as" in str(copies[0].problem)
    assert len(names(settings)) == 3


def test_a_copy_keeps_the_content_when_the_first_file_is_changed(take: Take, reviews: Path, settings: Settings) -> None:
    write(reviews, copy=MAY)
    take(reviews)
    write(reviews, copy=JULY.replace("July-August", "January-February"))

    take(reviews)

    assert names(settings) == ["copy.md", "march.md", "may.md", "july.md"]


def test_a_renamed_file_keeps_its_document_under_the_new_name(take: Take, reviews: Path, settings: Settings) -> None:
    before = {document.name: document.document_id for document in take(reviews).documents}
    (reviews / "may.md").rename(reviews / "may-june.md")

    report = take(reviews, prune=True)

    assert outcomes(report)["may-june.md"] is Outcome.REFRESHED
    assert names(settings) == ["march.md", "may-june.md", "july.md"]
    assert before["may.md"] in {document.document_id for document in report.documents}


def test_what_is_gone_is_forgotten_only_when_asked(take: Take, reviews: Path, settings: Settings) -> None:
    take(reviews)
    (reviews / "may.md").unlink()

    assert not take(reviews).published
    report = take(reviews, prune=True)

    assert outcomes(report)["may.md"] is Outcome.REMOVED
    assert names(settings) == ["march.md", "july.md"]
    assert len(list((settings.index_dir / "files").iterdir())) == 2


def test_pruning_one_folder_leaves_other_folders_alone(take: Take, reviews: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other", extra=MAY.replace("May-June", "September-October"))
    take(reviews, other)
    (other / "extra.md").unlink()

    assert not take(reviews, prune=True).published
    assert take(other, prune=True).published


def test_a_path_that_is_gone_can_be_pruned(take: Take, reviews: Path, settings: Settings) -> None:
    take(reviews)
    (reviews / "may.md").unlink()

    take(reviews / "may.md", prune=True)

    assert names(settings) == ["march.md", "july.md"]


def test_documents_of_an_older_pipeline_are_read_again_under_the_same_id(
    take: Take, reviews: Path, settings: Settings
) -> None:
    before = {document.document_id for document in take(reviews).documents}

    report = take(reviews, version="another")

    assert set(outcomes(report).values()) == {Outcome.REFRESHED}
    assert {document.document_id for document in report.documents} == before
    assert len(names(settings)) == 3


def test_a_path_that_does_not_exist_is_named_before_anything_starts(
    take: Take, reviews: Path, settings: Settings
) -> None:
    with pytest.raises(UsageError, match="nowhere does not exist"):
        take(reviews, reviews / "nowhere")
    with pytest.raises(UsageError, match="nowhere does not exist"):
        take(reviews, reviews / "nowhere", prune=True)

    with pytest.raises(Exception, match="Nothing is indexed yet"):
        Archive.open(settings)


def test_folders_are_walked_for_known_formats_and_the_rest_is_listed(take: Take, reviews: Path) -> None:
    (reviews / "photo.xyz").write_bytes(b"\x00\x01")
    write(reviews / ".hidden", secret=MAY)
    write(reviews, **{".hidden": MAY})

    report = take(reviews)

    assert [Path(file).name for file in report.skipped] == ["photo.xyz"]
    assert len(report.documents) == 3
    assert take(reviews / "photo.xyz").documents[0].status is Outcome.FAILED


def test_an_index_inside_the_folder_is_not_taken_for_documents(tmp_path: Path, embedder: WordEmbedder) -> None:
    from ctassist.indexing.ingest import ingest

    folder = write(tmp_path, march=MARCH)
    settings = Settings(index_dir=folder / "index")

    for _ in range(2):
        report = ingest([folder], settings, embedder=lambda: embedder)

    assert report.skipped == ()
    assert len(report.documents) == 1


def test_documents_are_seen_only_with_their_label(take: Take, reviews: Path, settings: Settings) -> None:
    take(reviews / "march.md")
    take(reviews / "may.md", access="secretariat")
    take(reviews)

    assert names(settings) == ["march.md", "july.md"]
    assert names(settings, Caller("staff", frozenset({"secretariat"}))) == ["may.md"]


def test_a_changed_file_keeps_its_label(take: Take, reviews: Path, settings: Settings) -> None:
    take(reviews / "may.md", access="secretariat")
    write(reviews, may=MAY.replace("Lima", "Callao"))

    take(reviews)

    assert "may.md" not in names(settings)


def test_every_step_is_told(take: Take, reviews: Path) -> None:
    steps: list[Progress] = []

    take(reviews, progress=steps.append)

    assert [step.stage for step in steps] == [
        *["checking"] * 3,
        *["reading"] * 3,
        "loading",
        "embedding",
        *["storing"] * 3,
        "publishing",
        "done",
    ]


def test_the_reason_of_an_unreadable_file_is_passed_on(take: Take, reviews: Path) -> None:
    def refuses(path: Path, max_bytes: int) -> Reading:
        raise UnreadableFile(f"{path.name} is not to my liking: bring another.")

    report = take(reviews / "may.md", parse=parse_here(refuses))
    assert report.failed[0].problem == "may.md is not to my liking: bring another."


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(take: Take, reviews: Path) -> None:
    take(reviews)
    tools: dict[str, Any] = {"embedder": WordEmbedder, "parse": parse_here()}
    words = (reviews / "may.md").read_bytes()
    with unprivileged() as folder:
        (folder / "may.md").write_bytes(words)
        settings = Settings(index_dir=folder / "index")
        folder.chmod(0o500)
        with pytest.raises(IndexUnusable, match="cannot be written"):
            ingest([folder / "may.md"], settings, **tools)
        folder.chmod(0o700)
        assert ingest([folder / "may.md"], settings, **tools).published
        settings.index_dir.chmod(0o500)
        (folder / "may.md").write_bytes(words + b"More\n")
        with pytest.raises(IndexUnusable, match="cannot be"):
            ingest([folder / "may.md"], settings, **tools)
        settings.index_dir.chmod(0o700)
        assert names(settings) == ["may.md"]


def test_an_index_folder_that_is_a_file_is_said_in_one_sentence(take: Take, reviews: Path, settings: Settings) -> None:
    settings.index_dir.write_text("in the way", encoding="utf-8")
    with pytest.raises(IndexUnusable, match="cannot be written"):
        take(reviews)


def test_a_full_disk_is_said_in_one_sentence(reviews: Path, settings: Settings, take: Take) -> None:
    take(reviews / "may.md")
    script = (
        "import pathlib, resource, sys\n"
        "from ctassist.errors import IndexUnusable\n"
        "from ctassist.indexing.ingest import ingest\n"
        "from ctassist.settings import Settings\n"
        "from tests.indexing.invented import WordEmbedder\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))\n"
        "try: ingest([pathlib.Path(sys.argv[1])], Settings(index_dir=sys.argv[2]), embedder=WordEmbedder)\n"
        "except IndexUnusable as error: print(error)"
    )
    command = [sys.executable, "-c", script, str(reviews), str(settings.index_dir)]

    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert "free" in said
    assert "space" in said
    assert names(settings) == ["may.md"]
    assert take(reviews).published


def test_nothing_is_deleted_that_an_ingest_did_not_make(take: Take, reviews: Path, settings: Settings) -> None:
    mine = [settings.index_dir / "files" / "holiday.jpg", settings.index_dir / "generations" / "family" / "tree.txt"]
    for file in mine:
        file.parent.mkdir(parents=True)
        file.write_text("mine", encoding="utf-8")
    take(reviews)
    (reviews / "may.md").unlink()
    take(reviews, prune=True)
    assert [file.read_text(encoding="utf-8") for file in mine] == ["mine", "mine"]
