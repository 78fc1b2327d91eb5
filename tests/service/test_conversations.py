"""Conversations as their owner keeps them, and as others see them by a link."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from tests.service.client import call

from ctassist.application.app import create_app
from ctassist.settings import Settings

OWNER, OTHER = {"Authorization": "Bearer one"}, {"Authorization": "Bearer two"}


@pytest.fixture
def two(indexed: Settings) -> Iterator[FastAPI]:
    """A service with two callers, and no conversation of theirs at the end."""
    app = create_app(indexed.model_copy(update={"api_keys": "one,two"}))
    yield app
    for headers in (OWNER, OTHER):
        for row in listed(app, headers):
            call(app, "DELETE", f"/v1/conversations/{row['conversation_id']}", headers=headers)


def ask(app: FastAPI, question: str, headers: dict[str, str], **body: Any) -> dict[str, Any]:
    response = call(app, "POST", "/v1/answers", json={"question": question, **body}, headers=headers)
    assert response.status_code == 200, response.text
    return dict(response.json())


def listed(app: FastAPI, headers: dict[str, str], **query: str) -> list[dict[str, Any]]:
    response = call(app, "GET", "/v1/conversations", params=query, headers=headers)
    assert response.status_code == 200, response.text
    return list(response.json()["conversations"])


def share(app: FastAPI, conversation: str, headers: dict[str, str], method: str = "PUT") -> httpx.Response:
    return call(app, method, f"/v1/conversations/{conversation}/share", headers=headers)


def test_a_conversation_is_renamed_and_found_again_by_its_words(two: FastAPI) -> None:
    first = ask(two, "What happened in May 2022?", OWNER)["conversation_id"]
    second = ask(two, "How many keepers are there?", OWNER)["conversation_id"]
    path = f"/v1/conversations/{first}"

    renamed = call(two, "PATCH", path, json={"title": "  For the\nbriefing "}, headers=OWNER)

    assert (renamed.status_code, renamed.json()["title"]) == (200, "For the briefing")
    assert call(two, "GET", path, headers=OWNER).json()["title"] == "For the briefing"
    assert [row["conversation_id"] for row in listed(two, OWNER, q="BRIEFING the")] == [first]
    assert [row["conversation_id"] for row in listed(two, OWNER, q="may 2022")] == [first]
    assert [row["conversation_id"] for row in listed(two, OWNER, q="keepers")] == [second]
    assert listed(two, OWNER, q="keepers briefing") == []
    assert listed(two, OWNER, q="%") == []
    assert listed(two, OTHER, q="keepers") == []


@pytest.mark.parametrize("title", ["", "   ", "\n"])
def test_a_blank_title_is_refused_and_the_old_one_stays(two: FastAPI, title: str) -> None:
    asked = ask(two, "What happened in May 2022?", OWNER)["conversation_id"]
    refused = call(two, "PATCH", f"/v1/conversations/{asked}", json={"title": title}, headers=OWNER)
    assert refused.status_code in (400, 422)
    assert listed(two, OWNER)[0]["title"] == "What happened in May 2022?"


def test_nobody_renames_shares_or_withdraws_what_is_somebody_elses(two: FastAPI) -> None:
    asked = ask(two, "What happened in May 2022?", OWNER)["conversation_id"]
    path = f"/v1/conversations/{asked}"
    assert call(two, "PATCH", path, json={"title": "Mine"}, headers=OTHER).status_code == 404
    assert share(two, asked, OTHER).status_code == 404
    assert share(two, asked, OWNER, "DELETE").status_code == 204
    assert share(two, asked, OTHER, "DELETE").status_code == 404


def test_a_link_opens_a_conversation_until_it_is_withdrawn(two: FastAPI) -> None:
    asked = ask(two, "What happened in May 2022?", OWNER)["conversation_id"]
    link = share(two, asked, OWNER).json()
    path = f"/v1/shared/{link['token']}"
    ask(two, "And in June?", OWNER, conversation_id=asked)

    seen = call(two, "GET", path, headers=OTHER)

    assert seen.status_code == 200
    assert [turn["question"] for turn in seen.json()["turns"]] == ["What happened in May 2022?", "And in June?"]
    # Who reads along learns nothing to go on in it with.
    assert asked not in seen.text
    assert share(two, asked, OWNER).json() == link
    assert share(two, asked, OWNER, "DELETE").status_code == 204
    assert call(two, "GET", path, headers=OTHER).status_code == 404
    assert share(two, asked, OWNER).json()["token"] != link["token"]


def test_a_forgotten_conversation_takes_its_link_with_it(two: FastAPI) -> None:
    asked = ask(two, "What happened in May 2022?", OWNER)["conversation_id"]
    token = share(two, asked, OWNER).json()["token"]
    call(two, "DELETE", f"/v1/conversations/{asked}", headers=OWNER)
    assert call(two, "GET", f"/v1/shared/{token}", headers=OTHER).status_code == 404
    assert call(two, "GET", "/v1/shared/none", headers=OTHER).status_code == 404


def test_a_conversation_is_exported_with_its_sources(two: FastAPI) -> None:
    first = ask(two, "What happened in <b>May 2022</b>?", OWNER)
    path = f"/v1/conversations/{first['conversation_id']}"
    written = call(two, "GET", path, params={"format": "md"}, headers=OWNER)
    assert written.headers["content-type"] == "text/markdown; charset=utf-8"
    assert "attachment" in written.headers["content-disposition"]
    assert r"## What happened in \<b\>May 2022\</b\>?" in written.text
    assert first["answer"] in written.text
    for citation in first["citations"]:
        assert f"- \\[{citation['n']}\\] {citation['title']}" in written.text
    assert call(two, "GET", path, params={"format": "pdf"}, headers=OWNER).status_code in (400, 422)


def test_whoever_reads_a_shared_conversation_goes_on_in_one_of_their_own(two: FastAPI) -> None:
    asked = ask(two, "What happened in May 2022?", OWNER)["conversation_id"]
    path = f"/v1/shared/{share(two, asked, OWNER).json()['token']}"

    copied = call(two, "POST", f"{path}/copy", headers=OTHER)

    assert copied.status_code == 201
    own = copied.json()["conversation_id"]
    answer = ask(two, "And in June?", OTHER, conversation_id=own)
    assert answer["resolved_question"] == "What happened in June 2022?"
    for caller, conversation, count in ((OTHER, own, 2), (OWNER, asked, 1)):
        seen = call(two, "GET", f"/v1/conversations/{conversation}", headers=caller).json()
        assert len(seen["turns"]) == count
        assert {turn["answer"]["conversation_id"] for turn in seen["turns"]} == {conversation}
    assert call(two, "GET", f"/v1/conversations/{own}", headers=OWNER).status_code == 404
    assert call(two, "POST", "/v1/shared/nowhere/copy", headers=OTHER).status_code == 404
