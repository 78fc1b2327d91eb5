"""What the client gives, from a served process with a key."""

import csv
import io
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from tests.service.client import Server

from ctassist.answering.briefing.contract import briefing_json
from ctassist.application.app import create_app
from ctassist.client import (
    Answer,
    AsyncClient,
    BadRequest,
    Claim,
    Client,
    NothingThere,
    Scope,
    Stage,
    Status,
    Turn,
)
from ctassist.errors import UsageError
from ctassist.model.contract import answer_json
from ctassist.model.records import Activity, Role
from ctassist.settings import Settings

CHAIR = "Who chairs the working group on fog signals?"


def test_an_answer_is_whole_and_its_quotes_are_spans_of_the_text(client: Any) -> None:
    answer = client.ask(CHAIR)
    assert (answer.status, answer.as_of) == (Status.ANSWERED, date(2031, 6, 30))
    assert "BPU" in answer.answer
    for citation in answer.citations:
        assert client.text(citation.document_id)[citation.start : citation.end] == citation.quote
    assert client.link(answer.citations[0].url).startswith("http://127.0.0.1:")


def test_filters_days_and_history_reach_the_service(client: Any) -> None:
    july = Scope(date(2022, 7, 1), date(2022, 7, 31), entities=("CSO",))
    assert [c.quote[:10] for c in client.ask("What happened?", filters=july).citations] == ["CSO tested"]
    assert "CSO" in client.ask(CHAIR, as_of="2022-06").answer
    history = [Turn("user", CHAIR), Turn("assistant", "It is chaired by BPU. [1]")]
    assert "CSO" in client.ask("And its vice-chair?", history=history).answer


def test_a_streamed_answer_comes_with_its_stages_and_claims(client: Any) -> None:
    events = list(client.stream(CHAIR))
    assert isinstance(events[0], Stage)
    assert isinstance(events[-1], Answer)
    assert tuple(event for event in events if isinstance(event, Claim)) == events[-1].claims
    assert events[-1].answer == client.ask(CHAIR).answer


def test_signs_of_all_kinds_come_through_whole(client: Any) -> None:
    question = "What did CSO do in \u014csaka in June 2031? \U0001f5fc"
    *_, streamed = client.stream(question)
    asked = client.ask(question)
    assert streamed.question == asked.question == question
    assert streamed.citations == asked.citations
    (quote,) = {citation.quote for citation in asked.citations}
    assert "\u201cthe caf\u00e9 \U0001f5fc\u201d" in quote
    text = client.text(asked.citations[0].document_id)
    assert text[asked.citations[0].start : asked.citations[0].end] == quote
    (named,) = client.documents(q="n\u00f6te")
    assert named.name == "n\u00f6te \U0001f5fc.md"


def test_a_talk_goes_on_where_it_was(client: Any) -> None:
    talk = client.talk()
    assert talk.id is None
    talk.ask(CHAIR)
    assert "CSO" in talk.ask("And its vice-chair?").answer
    assert len(client.conversation(talk.id).turns) == 2
    assert "BPU" in client.talk(talk.id).ask("And its chair?").answer


def test_search_gives_ranked_passages(client: Any) -> None:
    found = client.search("workshop on fog signals", limit=2)
    assert found.resolved_question
    assert 1 <= len(found.passages) <= 2
    assert "fog signals" in found.passages[0].text


@pytest.mark.parametrize("page_size", [1, 2, 100])
def test_documents_are_gone_through_page_by_page(client: Any, page_size: int) -> None:
    found = list(client.documents(page_size=page_size))
    assert [document.period for document in found[-2:]] == [("2022-07", "2022-08"), ("2022-05", "2022-06")]
    assert len({document.id for document in found}) == 4
    assert client.document(found[0].id) == found[0]


def test_a_list_fetches_a_page_only_when_it_is_needed(server: Server) -> None:
    with Client(server.url, "open-sesame") as client:
        rows = client.documents(page_size=1)
        first = next(rows)
    with pytest.raises(RuntimeError):
        next(rows)
    assert first.id


def test_a_document_is_there_as_text_file_pages_spans_and_links(client: Any, settings: Settings) -> None:
    by_name = {document.name: document for document in client.documents()}
    pdf, may = by_name["buoys.pdf"], by_name["may-june.md"]
    assert client.file(pdf.id) == (settings.index_dir.parent / "files" / "buoys.pdf").read_bytes()
    assert client.page_image(pdf.id, 2, width=100).startswith(b"\x89PNG")
    painted = client.text(pdf.id).index("painted")
    (box,) = client.span(pdf.id, painted, painted + 7).boxes
    assert box.page == 2
    links = list(client.links(may.id, page_size=1))
    assert [link.address for link in links] == [
        "https://bpu.example.org/guide?of=buoys&in=2022",
        "mailto:reis@cso.example.org",
    ]


@pytest.mark.parametrize("page_size", [1, 3, 100])
def test_rows_are_typed_and_gone_through_page_by_page(client: Any, page_size: int) -> None:
    activities = list(client.activities(end="2022-12", page_size=page_size))
    assert [type(row.record) for row in activities] == [Activity] * 4
    assert activities[0].record.intervals[0].start == date(2022, 5, 12)
    for row in activities:
        assert client.text(row.source.document_id)[row.source.start : row.source.end] == row.text
    (held,) = [row.record for row in client.roles(body="harbour lights", as_of=date(2022, 12, 31), page_size=page_size)]
    assert isinstance(held, Role)
    assert (held.role, held.holder) == ("chair", "BPU")


def test_filters_of_rows_reach_the_service(client: Any) -> None:
    (row,) = client.activities(entity="CSO", place="Portugal", start=date(2022, 5, 1))
    assert row.text.startswith("Coastal Safety Office")
    assert [row.record.value for row in client.indicators(label="focal points")] == [41.0, 44.0]
    (said,) = client.statements(q="lamp")
    assert (
        said.source.words(said.record.quote) == "Every lamp counts, even the smallest \u2013 \u00e9t\u00e9 comme hiver,"
    )
    assert [row.record.intervals for row in client.activities(undated=True)] == [()]
    assert len(list(client.activities(merged=True, end="2022-12"))) == 4
    written = list(csv.DictReader(io.StringIO(client.csv("roles", body="fog signals"))))
    assert [row["holder"] for row in written] == ["CSO", "BPU", "BPU", "CSO"]


def test_courses_over_time(client: Any) -> None:
    counted = client.timeline(end="2022-12")
    assert (counted.total, counted.months[0].name, counted.months[0].activities) == (4, "2022-05", 1)
    posts = {post.role: post for body in client.role_timeline().bodies for post in body.posts if "Fog" in body.name}
    assert [spell.first.name for spell in posts["chair"].spells] == ["CSO", "BPU"]
    series = {one.label: one for one in client.indicator_series(page_size=1)}
    assert [point.value for point in series["focal points"].points] == [41.0, 44.0]
    (one,) = client.indicator_series(label="focal points")
    assert all(point.source for point in one.points)


def test_a_briefing_is_typed_and_is_a_file(client: Any) -> None:
    briefing = client.brief("2022-05", date(2022, 8, 31))
    assert [section.heading for section in briefing.sections][:2] == ["Headline figures", "Changes of roles"]
    assert briefing.coverage.shown == 4
    again = briefing_json(briefing)
    assert [line["text"] for line in again["sections"][0]["lines"]] == [
        line.text for line in briefing.sections[0].lines
    ]
    assert client.brief_markdown("2022-05", "2022-08", place="Portugal").startswith("# ")
    assert client.brief_docx("2022-05", "2022-08").startswith(b"PK")


def test_conversations_are_listed_read_renamed_shared_and_deleted(client: Any) -> None:
    asked = [client.ask(f"What happened in {month} 2022?") for month in ("May", "June", "July")]
    ids = [row.id for row in client.conversations(page_size=2)]
    assert ids[:3] == [answer.conversation_id for answer in reversed(asked)]
    mine = ids[0]
    (turn,) = client.conversation(mine).turns
    assert answer_json(turn.answer) == answer_json(asked[-1])
    assert client.rename_conversation(mine, "July \U0001f5fc").title == "July \U0001f5fc"
    assert client.conversation_markdown(mine).startswith("# July \U0001f5fc")
    share = client.share_conversation(mine)
    assert client.shared(share.token).id is None
    copied = client.copy_shared(share.token)
    assert client.conversation(copied).turns[0].question == turn.question
    client.withdraw_share(mine)
    with pytest.raises(NothingThere):
        client.shared(share.token)
    client.delete_conversation(mine)
    with pytest.raises(NothingThere, match="conversation"):
        client.conversation(mine)


def test_feedback_is_kept_and_taken_back(client: Any) -> None:
    answer = client.ask(CHAIR)
    assert client.feedback(answer, "down", "The vice-chair has changed. \U0001f5fc") is None
    client.feedback(answer.id, None)
    with pytest.raises(BadRequest) as refused:
        client.feedback("x" * 65, "up")
    assert refused.value.errors[0].field == "answer_id"


def test_status_and_readiness(client: Any) -> None:
    status = client.status()
    assert (status.documents, status.period) == (4, ("2022-05", "2031-06"))
    assert status.counts["roles"] == 5
    assert client.ready().ready


def test_an_id_cannot_lead_to_another_address(client: Any) -> None:
    for wrong in ("", ".", ".."):
        with pytest.raises(UsageError, match="no id"):
            client.delete_conversation(wrong)
    with pytest.raises(NothingThere):
        client.document("../status")


def test_both_clients_have_the_same_methods_and_every_call_of_the_service_has_one(settings: Settings) -> None:
    def public(kind: type) -> set[str]:
        return {name for name in dir(kind) if not name.startswith("_")}

    assert public(Client) == public(AsyncClient)
    named = {
        "list_documents": "documents",
        "get_document": "document",
        "get_document_text": "text",
        "list_document_links": "links",
        "get_document_span": "span",
        "get_document_file": "file",
        "get_document_page": "page_image",
        "give_feedback": "feedback",
        "list_activities": "activities",
        "list_roles": "roles",
        "list_indicators": "indicators",
        "list_statements": "statements",
        "get_timeline": "timeline",
        "get_role_timeline": "role_timeline",
        "get_indicator_series": "indicator_series",
        "list_conversations": "conversations",
        "get_conversation": "conversation",
        "get_shared": "shared",
        "get_status": "status",
        "get_readiness": "ready",
    }
    # These are for programs that have a client of their own, or watch over processes.
    others = ("/healthz", "/metrics", "/mcp", "/v1/chat/", "/v1/models", "/channels/")
    paths = create_app(settings).openapi()["paths"]
    operations = [one for path in paths if not path.startswith(others) for one in paths[path].values()]
    calls = {named.get(one["operationId"], one["operationId"]) for one in operations}
    assert calls <= public(Client)
    assert len(calls) >= 27


def test_importing_the_client_loads_nothing_of_the_service() -> None:
    heavy = ("torch", "faiss", "fastapi", "sqlalchemy", "numpy", "pydantic", "ctassist.settings", "ctassist.indexing")
    code = f"import sys, ctassist.client; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
