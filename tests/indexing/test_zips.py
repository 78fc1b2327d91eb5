"""A ZIP is taken as the folder that it packs, and does no harm."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.damage.bombs import overlapping, said_to_have, zip_of
from tests.indexing.invented import JULY, MARCH, MAY

from ctassist.indexing import zips
from ctassist.indexing.archive import Archive
from ctassist.indexing.report import IngestReport, Outcome
from ctassist.model.caller import ANYONE
from ctassist.settings import Settings

Take = Callable[..., IngestReport]


def packed(path: Path, **members: str) -> Path:
    """A ZIP of Markdown documents."""
    return packed_as(path, {f"{name}.md": text for name, text in members.items()})


def packed_as(path: Path, members: dict[str, str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in members.items():
            package.writestr(name, text)
    return path


def outcomes(report: IngestReport) -> dict[str, Outcome]:
    return {document.name: document.status for document in report.documents}


def names(settings: Settings) -> set[str]:
    with Archive.open(settings) as archive, archive.view(ANYONE) as view:
        return {document.name for document in view.documents()}


def test_its_documents_are_taken_each_for_itself(take: Take, tmp_path: Path, settings: Settings) -> None:
    package = packed(tmp_path / "reviews" / "all.zip", march=MARCH, may=MAY)

    report = take(package)

    assert outcomes(report) == {"march.md": Outcome.ADDED, "may.md": Outcome.ADDED}
    assert report.documents[0].source == f"{package.resolve()}/march.md"
    assert set(outcomes(take(package)).values()) == {Outcome.UNCHANGED}
    assert set(outcomes(take(package.parent)).values()) == {Outcome.UNCHANGED}


def test_what_changes_in_it_is_taken_anew_and_what_goes_is_forgotten(
    take: Take, tmp_path: Path, settings: Settings
) -> None:
    package = packed(tmp_path / "all.zip", march=MARCH, may=MAY)
    take(package)
    packed(package, march=MARCH.replace("Rotterdam", "Hamburg"), july=JULY)

    report = take(package, prune=True)

    assert outcomes(report) == {"march.md": Outcome.REFRESHED, "july.md": Outcome.ADDED, "may.md": Outcome.REMOVED}
    assert names(settings) == {"march.md", "july.md"}


def test_a_damaged_zip_costs_itself_alone_and_forgets_nothing(take: Take, tmp_path: Path, settings: Settings) -> None:
    folder = tmp_path / "reviews"
    package = packed(folder / "all.zip", march=MARCH)
    take(folder)
    package.write_bytes(package.read_bytes()[:200])
    (folder / "may.md").write_text(MAY, encoding="utf-8")

    report = take(folder, prune=True)

    assert outcomes(report) == {"all.zip": Outcome.FAILED, "may.md": Outcome.ADDED}
    assert "damaged" in str(report.failed[0].problem)
    assert names(settings) == {"march.md", "may.md"}


def test_names_in_it_lead_nowhere_else(take: Take, tmp_path: Path) -> None:
    hostile = {"../../escaped.md": MARCH, "/tmp/absolute.md": MAY, "..\\..\\windows.md": JULY}
    package = packed_as(tmp_path / "deep" / "all.zip", hostile)

    report = take(package)

    inside = {f"{package.resolve()}/{name}" for name in ("escaped.md", "tmp/absolute.md", "windows.md")}
    assert {document.source for document in report.documents} == inside
    assert not report.failed
    assert [path.name for path in tmp_path.rglob("*.md") if tmp_path / "index" not in path.parents] == []


def test_hidden_files_and_unknown_kinds_are_passed_over(take: Take, tmp_path: Path) -> None:
    members = {"march.md": MARCH, ".hidden.md": MAY, "__MACOSX/._march.md": "x", "photo.xyz": "x", "in/inner.zip": "x"}
    package = packed_as(tmp_path / "all.zip", members)

    report = take(package)

    assert outcomes(report) == {"march.md": Outcome.ADDED}
    assert sorted(Path(source).name for source in report.skipped) == ["inner.zip", "photo.xyz"]


def test_a_document_that_inflates_is_refused_and_the_others_are_not(
    take: Take, tmp_path: Path, settings: Settings
) -> None:
    package = packed(tmp_path / "all.zip", march=MARCH, bomb="0" * (settings.max_file_mb * 1_000_000 + 1))

    report = take(package)

    assert outcomes(report) == {"march.md": Outcome.ADDED, "bomb.md": Outcome.FAILED}
    assert "CTASSIST_MAX_FILE_MB" in str(report.failed[0].problem)


def test_a_zip_of_too_much_is_refused_whole(take: Take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "_MOST_MEMBERS", 1)
    report = take(packed(tmp_path / "all.zip", march=MARCH, may=MAY))
    assert outcomes(report) == {"all.zip": Outcome.FAILED}


def test_a_zip_without_documents_says_so(take: Take, tmp_path: Path) -> None:
    report = take(packed_as(tmp_path / "all.zip", {"photo.xyz": "x"}))
    assert "no document" in str(report.failed[0].problem)


def test_a_copy_in_a_zip_is_a_duplicate(take: Take, tmp_path: Path) -> None:
    folder = tmp_path / "reviews"
    packed(folder / "all.zip", march=MARCH)
    (folder / "march.md").write_text(MARCH, encoding="utf-8")
    report = take(folder)
    assert sorted(document.status for document in report.documents) == [Outcome.ADDED, Outcome.DUPLICATE]


def test_members_that_are_one_stretch_or_lie_about_their_size_take_no_more_than_they_say(
    take: Take, tmp_path: Path, settings: Settings
) -> None:
    overlapped, lying = tmp_path / "overlapped.zip", tmp_path / "lying.zip"
    overlapped.write_bytes(overlapping(9_000, 500_000))
    lying.write_bytes(
        said_to_have(zip_of({"bomb.txt": b"0" * 200_000_000, "march.md": MARCH.encode()}), "bomb.txt", 50)
    )

    report = take(overlapped, lying)

    told = {document.name: document for document in report.documents}
    assert told["overlapped.zip"].status is Outcome.FAILED
    assert "unpacks to more than is taken" in str(told["overlapped.zip"].problem)
    assert told["bomb.txt"].status is Outcome.FAILED
    assert told["march.md"].status is Outcome.ADDED


def test_a_zip_of_millions_of_names_is_refused_before_they_are_read(take: Take, tmp_path: Path) -> None:
    package = tmp_path / "names.zip"
    package.write_bytes(overlapping(60_000, 50, name="x" * 150))

    report = take(package, packed(tmp_path / "good.zip", march=MARCH))

    assert outcomes(report) == {"names.zip": Outcome.FAILED, "march.md": Outcome.ADDED}
    assert str(report.failed[0].problem).startswith("names.zip is damaged")


def test_a_name_that_no_disk_takes_costs_that_document_alone(take: Take, tmp_path: Path) -> None:
    report = take(packed_as(tmp_path / "all.zip", {"march.md": MARCH, f"{'m' * 300}.md": MAY}))
    assert [document.status for document in report.documents] == [Outcome.ADDED, Outcome.FAILED]
    assert "cannot be unpacked (File name too long)" in str(report.failed[0].problem)
