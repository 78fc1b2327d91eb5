"""A later version of an issue stands in for an earlier one, says so, and gives it back when it goes."""

import itertools
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from tests.indexing.invented import MAY, WordEmbedder, write
from tests.parsed import parse_here

from ctassist.errors import NotFound
from ctassist.indexing.archive import Archive
from ctassist.indexing.ingest import ingest
from ctassist.indexing.report import DocumentReport, IngestReport, Outcome, Progress
from ctassist.model.archive import Document
from ctassist.model.caller import ANYONE, Caller
from ctassist.model.text import Reading
from ctassist.settings import Settings

Take = Callable[..., IngestReport]

LINES = [
    "BWF gave the first grants for wave energy in Lagos (2 May)",
    "PSO and BWF held a workshop on oil spills in Lima (8 May and 3 Jun)",
    "Pilots of nine ports compared their charts in Riga (11 May)",
    "PSO opened a reading room for tide tables in Porto (17 May)",
    "Divers of BWF mapped the wrecks before Accra (21-23 May)",
    "A panel of shipwrights spoke of hulls without paint (30 May)",
    "PSO lent two tugs to the harbour of Tallinn (6 Jun)",
    "BWF counted seals on the sandbanks of Texel (12 Jun)",
    "Keepers of lighthouses met in Bergen to speak of lamps (25 Jun)",
]


def issue(*lines: str, title: str = "Harbour Alliance in Review May-June 2023") -> str:
    return f"# {title}\n\n## Key events\n\n" + "".join(f"- {line}\n" for line in lines)


DRAFT = issue(*LINES[:8])
FINAL = issue(*LINES[:7], "BWF counted seals on the sandbanks of Sylt (13 Jun)", LINES[8])
REVISED = issue(*LINES[:6], "PSO lent three tugs to the harbour of Tallinn (6 Jun)", *LINES[7:])


def reports(report: IngestReport) -> dict[str, DocumentReport]:
    return {document.name: document for document in report.documents}


def listed(settings: Settings, caller: Caller = ANYONE) -> dict[str, Document]:
    with Archive.open(settings) as archive, archive.view(caller) as view:
        found = {document.name: document for document in view.documents()}
        assert {hit.document_id for hit in view.lexical(["PSO", "BWF"], limit=100)} == {d.id for d in found.values()}
        assert {entry.document_id for entry in view.activities()} <= {d.id for d in found.values()}
        assert {id for id, _ in view.names()} <= {d.id for d in found.values()}
        assert view.counts()["documents"] == len(found)
        return found


def never(path: Path, max_bytes: int) -> Reading:
    raise AssertionError(f"{path} was read again")


VERSIONS = {"review_draft": DRAFT, "review_final": FINAL, "review_revised": REVISED}


@pytest.mark.parametrize("order", list(itertools.permutations(VERSIONS)))
def test_the_last_version_stands_in_for_the_others_in_whichever_order_they_come(
    take: Take, tmp_path: Path, settings: Settings, order: tuple[str, ...]
) -> None:
    for name in order:
        take(write(tmp_path / name, **{name: VERSIONS[name]}))

    assert list(listed(settings)) == ["review_revised.md"]
    replaced = listed(settings)["review_revised.md"].replaces
    assert {edition.said for edition in replaced} == {"review_draft.md (draft)", "review_final.md (final)"}


def test_versions_of_one_folder_are_told_in_a_sentence_each(take: Take, tmp_path: Path) -> None:
    told = reports(take(write(tmp_path / "in", draft=DRAFT, issue_final=FINAL)))

    assert told["issue_final.md"].status is Outcome.ADDED
    assert told["issue_final.md"].versions == (
        "issue_final.md (final) replaces draft.md (draft), an earlier version of the same issue.",
    )
    assert told["draft.md"].status is Outcome.REPLACED
    assert told["draft.md"].versions == (
        "draft.md (draft) is replaced by issue_final.md (final), a later version of the same issue "
        "(“final” comes after “draft”); it is back when that one goes.",
    )


def test_a_second_ingest_has_nothing_to_do(take: Take, tmp_path: Path, settings: Settings) -> None:
    folder = write(tmp_path / "in", draft=DRAFT, issue_final=FINAL)
    take(folder)

    again = take(folder, parse=parse_here(never))

    assert {document.status for document in again.documents} == {Outcome.UNCHANGED}
    assert not again.published
    assert "is replaced by issue_final.md" in reports(again)["draft.md"].versions[0]
    assert list(listed(settings)) == ["issue_final.md"]


def test_a_draft_that_comes_after_the_final_one_stays_out_and_is_told_why(
    take: Take, tmp_path: Path, settings: Settings
) -> None:
    take(write(tmp_path / "one", issue_final=FINAL))
    report = reports(take(write(tmp_path / "two", draft=DRAFT)))["draft.md"]

    assert report.status is Outcome.REPLACED
    assert "(“final” comes after “draft”)" in report.versions[0]
    assert list(listed(settings)) == ["issue_final.md"]


@pytest.mark.parametrize("both", [True, False])
def test_when_the_final_version_goes_the_draft_is_back_without_being_read_again(
    take: Take, tmp_path: Path, settings: Settings, both: bool
) -> None:
    draft, final = write(tmp_path / "one", draft=DRAFT), write(tmp_path / "two", issue_final=FINAL)
    take(draft, final)
    (final / "issue_final.md").unlink()

    told = reports(take(*([draft] if both else []), final, prune=True, parse=parse_here(never)))

    assert told["draft.md"].status is Outcome.RESTORED
    assert told["draft.md"].versions == ("draft.md is back: no later version of the same issue is there any more.",)
    assert told["issue_final.md"].status is Outcome.REMOVED
    assert listed(settings)["draft.md"].replaced_by is None


def test_a_replaced_document_that_goes_is_no_longer_named(take: Take, tmp_path: Path, settings: Settings) -> None:
    folder = write(tmp_path / "in", draft=DRAFT, issue_final=FINAL)
    take(folder)
    (folder / "draft.md").unlink()

    assert reports(take(folder, prune=True))["draft.md"].status is Outcome.REMOVED
    assert listed(settings)["issue_final.md"].replaces == ()


def test_what_was_cited_from_a_replaced_document_can_still_be_looked_up(
    take: Take, tmp_path: Path, settings: Settings
) -> None:
    folder = write(tmp_path / "in", draft=DRAFT)
    id = take(folder).documents[0].document_id or ""
    take(write(folder, issue_final=FINAL))

    with Archive.open(settings) as archive, archive.view(ANYONE) as view:
        document = view.document(id)
        assert (document.status, document.replaced_by and document.replaced_by.said) == (
            "replaced",
            "issue_final.md (final)",
        )
        assert "Texel" in view.text(id)
        assert view.blocks(id)
        assert view.file(id)[0].read_text(encoding="utf-8") == DRAFT
        assert view.activities(document_ids=[id]) == []


def test_of_two_that_say_nothing_the_one_taken_in_later_counts_and_stays(
    take: Take, tmp_path: Path, settings: Settings
) -> None:
    take(write(tmp_path / "b", b=DRAFT))
    told = reports(take(write(tmp_path / "a", a=REVISED)))

    assert "a.md replaces b.md" in told["a.md"].versions[0]
    take(tmp_path / "a", tmp_path / "b", version="another")
    assert list(listed(settings)) == ["a.md"]


def test_the_day_of_publication_counts_before_the_day_of_ingest(take: Take, tmp_path: Path, settings: Settings) -> None:
    take(write(tmp_path / "in", **{"230720_review": FINAL}))
    told = reports(take(write(tmp_path / "in", **{"230705_review": REVISED})))["230705_review.md"].versions[0]

    assert list(listed(settings)) == ["230720_review.md"]
    assert "(it was published later)" in told


def test_the_day_that_a_document_declares_counts_too(take: Take, tmp_path: Path, settings: Settings) -> None:
    take(write(tmp_path / "one", later=f"---\ndate: 2023-07-20\n---\n{FINAL}"))
    take(write(tmp_path / "two", earlier=f"---\ndate: 2023-07-05\n---\n{REVISED}"))

    assert list(listed(settings)) == ["later.md"]


@pytest.mark.parametrize(
    ("older", "newer", "reason"),
    [
        ("draft", "issue", "“draft” comes before a version without such a word"),
        ("issue", "issue_final", "“final” comes after a version without such a word"),
        ("issue", "issue_v2", "“v2” comes after a version without such a word"),
        ("issue_v2", "issue_v3", "“v3” comes after “v2”"),
        ("issue_v3", "issue_web", "“web” comes after “v3”"),
        ("issue_web", "issue_corrected", "“corrected” comes after “web”"),
        ("issue_draft1", "issue_draft2", "“draft 2” comes after “draft 1”"),
    ],
)
def test_the_reason_names_the_words_that_decided(
    take: Take, tmp_path: Path, settings: Settings, older: str, newer: str, reason: str
) -> None:
    told = reports(take(write(tmp_path / "in", **{older: DRAFT, newer: FINAL})))

    assert f"({reason})" in told[f"{older}.md"].versions[0]
    assert list(listed(settings)) == [f"{newer}.md"]


def test_other_labels_keep_both_and_tell_nobody_of_the_other(take: Take, tmp_path: Path, settings: Settings) -> None:
    draft, final = write(tmp_path / "one", draft=DRAFT), write(tmp_path / "two", issue_final=FINAL)
    staff = Caller("staff", frozenset({"secretariat"}))
    take(draft, access="secretariat")
    take(final)
    assert list(listed(settings)) == ["issue_final.md"]
    assert listed(settings)["issue_final.md"].replaces == ()
    assert list(listed(settings, staff)) == ["draft.md"]

    take(final, access="secretariat")

    assert listed(settings) == {}
    assert [edition.name for edition in listed(settings, staff)["issue_final.md"].replaces] == ["draft.md"]
    with Archive.open(settings) as archive, archive.view(staff) as view:
        id = view.documents()[0].replaces[0].document_id
        assert view.document(id).name == "draft.md"
    with Archive.open(settings) as archive, archive.view(ANYONE) as view, pytest.raises(NotFound):
        view.document(id)


FRENCH = """# Harbour Alliance in Review May-June 2023

## Actualités

- BWF a remis les premières subventions pour l'énergie des vagues à Lagos
- PSO et BWF ont tenu un atelier sur les marées noires à Lima
- Les pilotes de neuf ports ont comparé leurs cartes à Riga
"""


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(issue(*LINES, title="Wreck Notes May-June 2023"), id="another periodical with the same text"),
        pytest.param(issue(*LINES, title="Harbour Alliance in Review 2023"), id="the year"),
        pytest.param(issue(*LINES, title="Harbour Alliance in Review July-August 2023"), id="another period"),
        pytest.param(issue(*LINES[:3]), id="a summary"),
        pytest.param(issue(*(f"BWF met guest {n} in Oslo for tea ({n} Jun)" for n in range(1, 10))), id="a supplement"),
        pytest.param(FRENCH, id="another language"),
        pytest.param(issue(*LINES, title="Harbour Alliance in Review, No. 8, May-June 2023"), id="another number"),
    ],
)
def test_what_is_no_version_replaces_nothing(take: Take, tmp_path: Path, settings: Settings, other: str) -> None:
    first = issue(*LINES[:8], title="Harbour Alliance in Review, No. 7, May-June 2023")
    take(write(tmp_path / "in", issue_draft=first, other_final=other))

    assert sorted(listed(settings)) == ["issue_draft.md", "other_final.md"]


def test_readers_see_the_old_version_or_the_new_one_at_every_step(
    take: Take, tmp_path: Path, settings: Settings
) -> None:
    seen: list[list[str]] = []
    take(write(tmp_path / "in", draft=DRAFT))
    with Archive.open(settings) as archive:

        def look(_: Progress) -> None:
            with archive.view(ANYONE) as view:
                seen.append([document.name for document in view.documents()])

        with archive.view(ANYONE) as before:
            take(write(tmp_path / "in", issue_final=FINAL), progress=look)
            assert [(d.name, d.replaced_by) for d in before.documents()] == [("draft.md", None)]
    assert seen[:-1] == [["draft.md"]] * (len(seen) - 1)
    assert seen[-1] == ["issue_final.md"]
    assert len(seen) > 4


@pytest.mark.parametrize(("point", "number"), [("storing", 0), ("publishing", 0), ("renamed", 0)])
def test_an_ingest_that_is_killed_leaves_the_earlier_version_and_is_finished_by_the_next(
    take: Take, tmp_path: Path, settings: Settings, point: str, number: int
) -> None:
    folder = write(tmp_path / "in", draft=DRAFT, may=MAY.replace("May-June", "March-April"))
    take(folder)
    write(folder, issue_final=FINAL)
    command = [sys.executable, "-m", "tests.indexing.stopped", str(settings.index_dir), str(folder), point, str(number)]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, timeout=120)

    assert done.returncode == -signal.SIGKILL
    assert sorted(listed(settings)) == ["draft.md", "may.md"]
    take(folder, prune=True)
    assert sorted(listed(settings)) == ["issue_final.md", "may.md"]
    (folder / "issue_final.md").unlink()
    take(folder, prune=True)
    assert sorted(listed(settings)) == ["draft.md", "may.md"]


NAMES = ["draft", "issue", "issue_final", "issue_revised"]


@given(st.lists(st.sets(st.sampled_from(NAMES)), min_size=1, max_size=5))
@hypothesis_settings(max_examples=12, deadline=None)
def test_the_best_version_in_the_folder_is_always_the_one_that_is_listed(states: list[set[str]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder, settings = Path(place) / "reviews", Settings(index_dir=Path(place) / "index")
        for state in states:
            write(folder)
            for file in folder.glob("*.md"):
                file.unlink()
            write(folder, **{name: issue(*LINES, f"{name} has a line of its own (4 Jun)") for name in state})

            first = ingest([folder], settings, prune=True, embedder=WordEmbedder, parse=parse_here())
            second = ingest([folder], settings, prune=True, embedder=WordEmbedder, parse=parse_here())

            assert not second.published
            if first.generation:
                assert [Path(name).stem for name in listed(settings)] == sorted(state, key=NAMES.index)[-1:]
