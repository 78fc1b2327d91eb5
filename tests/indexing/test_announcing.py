"""What webhooks are to be told when a generation comes into service."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from tests.indexing.invented import JULY, MARCH, MAY, write
from tests.indexing.test_versions import DRAFT, FINAL, LINES, issue

from ctassist.client import document_of
from ctassist.indexing.announcing import LARGEST_BODY
from ctassist.indexing.archive import Archive
from ctassist.indexing.database import open_database, reading
from ctassist.indexing.report import IngestReport
from ctassist.indexing.schema import announcements
from ctassist.indexing.webhooks import Attempt, Verdict, Webhooks
from ctassist.model.caller import ANYONE
from ctassist.model.document_contract import document_json
from ctassist.settings import Settings

Take = Callable[..., IngestReport]
Told = tuple[str, str]


@contextmanager
def hooks(settings: Settings) -> Iterator[Webhooks]:
    settings.index_dir.mkdir(exist_ok=True)
    engine = open_database(settings.database)
    try:
        yield Webhooks(engine)
    finally:
        engine.dispose()


class Listening:
    """A webhook of an index, and what it is to be told since it was last looked at."""

    def __init__(self, settings: Settings, *labels: str) -> None:
        self._settings = settings
        self._seen = 0
        with hooks(settings) as webhooks:
            self.id = webhooks.add("https://example.org/", "whsec_x", labels or ("open",)).id

    def rows(self) -> list[Any]:
        with hooks(self._settings) as webhooks, reading(webhooks.engine) as connection:
            mine = select(announcements).where(announcements.c.webhook_id == self.id, announcements.c.id > self._seen)
            found = list(connection.execute(mine.order_by(announcements.c.id)))
        self._seen = max([self._seen, *(row.id for row in found)])
        return found

    def told(self) -> list[Told]:
        return [(row.type.removeprefix("document."), row.name) for row in self.rows()]


@pytest.fixture
def hook(settings: Settings) -> Listening:
    """A webhook that is there before anything is indexed."""
    return Listening(settings)


def test_each_new_document_is_told_with_its_public_record(
    take: Take, reviews: Path, settings: Settings, hook: Listening
) -> None:
    report = take(reviews)
    rows = hook.rows()
    with Archive.open(settings) as archive, archive.view(ANYONE) as view:
        records = [document_json(document) for document in view.documents()]
    events = [json.loads(row.body) for row in rows]
    assert [event["data"] for event in events] == [
        record | {"url": None, "generation": report.generation} for record in records
    ]
    assert {event["type"] for event in events} == {"document.indexed"}
    assert [document_of(event["data"]).id for event in events] == [record["document_id"] for record in records]
    assert len({row.event_id for row in rows}) == 3


def test_links_lead_where_people_reach_the_service(take: Take, reviews: Path, settings: Settings) -> None:
    hook = Listening(settings)
    shown = Settings.model_validate({"index_dir": settings.index_dir, "public_url": "https://example.org/archive/"})
    from tests.indexing.invented import WordEmbedder
    from tests.parsed import parse_here

    from ctassist.indexing.ingest import ingest

    ingest([reviews], shown, embedder=WordEmbedder, parse=parse_here())
    for row in hook.rows():
        assert json.loads(row.body)["data"]["url"] == f"https://example.org/archive/documents/{row.document_id}"
    (reviews / "may.md").unlink()
    ingest([reviews], shown, embedder=WordEmbedder, parse=parse_here(), prune=True)
    (removed,) = hook.rows()
    assert (removed.type, json.loads(removed.body)["data"]["url"]) == ("document.removed", None)


def test_what_is_unchanged_moved_or_read_again_is_no_news(take: Take, reviews: Path, hook: Listening) -> None:
    take(reviews)
    assert len(hook.told()) == 3
    assert not take(reviews).published
    assert take(reviews, version="another").published
    (reviews / "may.md").rename(reviews / "moved.md")
    assert take(reviews).published
    assert hook.told() == []


def test_a_webhook_is_told_nothing_of_what_was_there_before(take: Take, reviews: Path, settings: Settings) -> None:
    take(reviews)
    hook = Listening(settings)
    take(reviews, version="another")
    assert hook.told() == []


def test_a_file_with_other_words_is_updated_and_one_that_is_gone_is_removed(
    take: Take, reviews: Path, hook: Listening
) -> None:
    take(reviews)
    hook.told()
    write(reviews, march=MARCH.replace("Rotterdam", "Hamburg"))
    (reviews / "july.md").unlink()
    take(reviews, prune=True)
    assert hook.told() == [("updated", "march.md"), ("removed", "july.md")]


def test_a_new_issue_under_the_name_of_the_last_one_is_a_new_issue(take: Take, tmp_path: Path, hook: Listening) -> None:
    folder = write(tmp_path / "latest", latest=MAY)
    take(folder)
    assert hook.told() == [("indexed", "latest.md")]
    take(write(folder, latest=JULY))
    assert hook.told() == [("indexed", "latest.md"), ("removed", "latest.md")]


def test_versions_of_an_issue_are_told_by_what_they_replace(take: Take, tmp_path: Path, hook: Listening) -> None:
    folder = write(tmp_path / "versions", review_draft=DRAFT)
    take(folder)
    assert hook.told() == [("indexed", "review_draft.md")]
    take(write(folder, review=FINAL))
    (row,) = hook.rows()
    data = json.loads(row.body)["data"]
    assert (row.type, [edition["name"] for edition in data["replaces"]]) == ("document.indexed", ["review_draft.md"])
    older = issue(*LINES[:7])
    take(write(folder, review_draft_2=older.replace("Bergen", "Turku")))
    assert hook.told() == []
    (folder / "review.md").unlink()
    take(folder, prune=True)
    assert ("removed", "review.md") in (told := hook.told())
    assert [kind for kind, _ in told].count("updated") == 1


def test_a_webhook_learns_of_the_documents_whose_label_it_holds(take: Take, tmp_path: Path, settings: Settings) -> None:
    both, open_alone, staff_alone = (
        Listening(settings, "open", "staff"),
        Listening(settings),
        Listening(settings, "staff"),
    )
    take(write(tmp_path / "open", march=MARCH))
    take(write(tmp_path / "staff", may=MAY), access="staff")
    assert both.told() == [("indexed", "march.md"), ("indexed", "may.md")]
    assert open_alone.told() == [("indexed", "march.md")]
    assert staff_alone.told() == [("indexed", "may.md")]
    take(tmp_path / "open", access="staff")
    assert both.told() == []
    assert open_alone.told() == [("removed", "march.md")]
    assert staff_alone.told() == [("indexed", "march.md")]


def test_an_event_has_one_id_for_all_webhooks(take: Take, tmp_path: Path, settings: Settings) -> None:
    one, other = Listening(settings), Listening(settings, "open", "staff")
    take(write(tmp_path / "open", march=MARCH))
    assert [row.event_id for row in one.rows()] == [row.event_id for row in other.rows()]


def test_a_disabled_webhook_is_told_nothing(take: Take, reviews: Path, settings: Settings, hook: Listening) -> None:
    take(write(reviews.parent / "first", march=MARCH))
    with hooks(settings) as webhooks:
        claimed = webhooks.claim()
        assert claimed is not None
        announcement = webhooks.next(claimed)
        assert announcement is not None
        webhooks.settle(claimed, announcement, Attempt(Verdict.UNWANTED, 410, "Gone."))
    hook.rows()
    take(reviews)
    assert hook.told() == []


def test_an_event_is_never_too_large(take: Take, tmp_path: Path, hook: Listening) -> None:
    title = "Harbour Alliance in Review " + "of Very Many Harbours and Piers " * 3_000
    take(write(tmp_path / "long", march=MARCH.replace("Harbour Alliance in Review March-April 2023", title)))
    (row,) = hook.rows()
    assert len(row.body.encode()) <= LARGEST_BODY
    data = json.loads(row.body)["data"]
    assert (data["abridged"], data["name"], data["warnings"]) == (True, "march.md", [])


@pytest.mark.parametrize("point", ["publishing", "renamed", "published"])
def test_a_killed_ingest_loses_no_event_and_doubles_none(
    settings: Settings, reviews: Path, take: Take, hook: Listening, point: str
) -> None:
    command = [sys.executable, "-m", "tests.indexing.stopped", str(settings.index_dir), str(reviews), point, "0"]
    # The point between publishing and the end is in the deletion of rows, of which there are none before this.
    take(write(reviews, old="# Harbour Alliance in Review January-February 2022\n\n- PSO opened (3 Jan)\n") / "old.md")
    (reviews / "old.md").unlink()
    hook.rows()
    assert subprocess.run(command, check=False, timeout=120).returncode == -9
    before = hook.rows()
    assert len(before) == (4 if point == "published" else 0)
    take(reviews, prune=True)
    after = hook.rows()
    told = sorted((row.type, row.name) for row in (*before, *after))
    assert told == [
        ("document.indexed", "july.md"),
        ("document.indexed", "march.md"),
        ("document.indexed", "may.md"),
        ("document.removed", "old.md"),
    ]
