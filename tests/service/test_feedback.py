import json

import pytest
from fastapi import FastAPI
from tests.service.client import call

from ctassist.cli import main
from ctassist.indexing.archive import Archive
from ctassist.indexing.feedback import Feedback, FeedbackRow, Rating
from ctassist.settings import Settings


def give(app: FastAPI, **body: str | None) -> int:
    return call(app, "POST", "/v1/feedback", json=body).status_code


def kept(settings: Settings, answer: str) -> list[FeedbackRow]:
    with Archive.open(settings) as archive:
        return [row for row in Feedback(archive.engine).list() if row.answer_id == answer]


def test_the_last_word_on_an_answer_counts_and_can_be_taken_back(app: FastAPI, indexed: Settings) -> None:
    assert give(app, answer_id="a1", rating="up") == 204
    assert give(app, answer_id="a1", conversation_id="c1", rating="down", comment="The vice-chair\nhas changed.") == 204
    (row,) = kept(indexed, "a1")
    assert (row.subject, row.conversation_id, row.rating) == ("anyone", "c1", Rating.DOWN)
    assert row.comment.split() == ["The", "vice-chair", "has", "changed."]
    assert give(app, answer_id="a1", rating=None) == 204
    assert kept(indexed, "a1") == []


@pytest.mark.parametrize(
    "body",
    [
        {"rating": "up"},
        {"answer_id": "", "rating": "up"},
        {"answer_id": "a2", "rating": "meh"},
        {"answer_id": "a2", "rating": "up", "comment": "x" * 4_001},
        {"answer_id": "a" * 65, "rating": "up"},
    ],
)
def test_feedback_that_is_none_is_refused(app: FastAPI, indexed: Settings, body: dict[str, str]) -> None:
    assert give(app, **body) in (400, 422)
    assert kept(indexed, "a2") == []


def test_the_command_shows_what_people_think(
    app: FastAPI, indexed: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    give(app, answer_id="a3", rating="down", comment="Wrong\x1b[31m month.")
    with pytest.raises(SystemExit):
        main(["--index", str(indexed.index_dir), "feedback"])
    told = capsys.readouterr().out
    assert "down  answer a3 by anyone : Wrong [31m month." in told
    with pytest.raises(SystemExit):
        main(["--index", str(indexed.index_dir), "feedback", "--json", "--limit", "1"])
    assert [row["answer_id"] for row in json.loads(capsys.readouterr().out)] == ["a3"]
