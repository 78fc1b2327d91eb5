from collections.abc import Iterator
from pathlib import Path

import pytest

from ctassist.errors import NotFound, UsageError
from ctassist.indexing.conversations import ConversationRow, Conversations
from ctassist.indexing.database import open_database
from ctassist.model.caller import Caller

ANA = Caller("ana", frozenset({"open"}))
BEN = Caller("ben", frozenset({"open"}))


@pytest.fixture
def conversations(tmp_path: Path) -> Iterator[Conversations]:
    engine = open_database(f"sqlite:///{tmp_path / 'ctassist.db'}")
    yield Conversations(engine)
    engine.dispose()


def test_a_turn_can_be_taken_back_by_its_answer(conversations: Conversations) -> None:
    id = conversations.append(None, ANA, "Who chairs it?", "Who chairs it?", '{"id": "first"}')
    conversations.append(id, ANA, "And its vice-chairs?", "Who are its vice-chairs?", '{"id": "second"}')
    with pytest.raises(NotFound):
        conversations.retract(id, BEN, "first")
    conversations.retract(id, ANA, "unknown")
    conversations.retract(id, ANA, "first")
    assert [turn.question for turn in conversations.turns(id, ANA)] == ["And its vice-chairs?"]
    conversations.append(id, ANA, "Since when?", "Since when?", "{}")
    conversations.retract(id, ANA, "second")
    assert [turn.question for turn in conversations.turns(id, ANA)] == ["Since when?"]
    other = conversations.append(None, ANA, "Who?", "Who?", '{"id": "only"}')
    conversations.retract(other, ANA, "only")
    with pytest.raises(NotFound):
        conversations.turns(other, ANA)


def test_turns_come_back_in_their_order(conversations: Conversations) -> None:
    id = conversations.append(None, ANA, "Who chairs it?", "Who chairs it?", "{}")
    again = conversations.append(id, ANA, "And its vice-chairs?", "Who are its vice-chairs?", '{"answer": "PSO"}')

    assert again == id
    turns = conversations.turns(id, ANA)
    assert [turn.question for turn in turns] == ["Who chairs it?", "And its vice-chairs?"]
    assert (turns[1].seq, turns[1].resolved_question) == (2, "Who are its vice-chairs?")
    assert turns[1].answer_json == '{"answer": "PSO"}'
    assert turns[0].at.utcoffset() is not None


def test_half_of_a_character_is_kept_as_a_question_mark(conversations: Conversations) -> None:
    id = conversations.append(None, ANA, "Who \ud800?", "Who \ud800?", '{"question": "Who \ud800?"}')
    assert [turn.question for turn in conversations.turns(id, ANA)] == ["Who ??"]


@pytest.mark.parametrize("id", ["unknown", "", "x' OR 1=1 --"])
def test_an_unknown_conversation_is_not_found(conversations: Conversations, id: str) -> None:
    with pytest.raises(NotFound, match="leave out conversation_id to start one"):
        conversations.turns(id, ANA)
    with pytest.raises(NotFound):
        conversations.append(id, ANA, "?", "?", "{}")
    with pytest.raises(NotFound):
        conversations.delete(id, ANA)


def test_nobody_sees_continues_or_deletes_the_conversation_of_another(conversations: Conversations) -> None:
    id = conversations.append(None, ANA, "Who chairs it?", "Who chairs it?", "{}")

    for attempt in (
        lambda: conversations.turns(id, BEN),
        lambda: conversations.append(id, BEN, "?", "?", "{}"),
        lambda: conversations.delete(id, BEN),
    ):
        with pytest.raises(NotFound, match=f"No conversation {id}"):
            attempt()
    assert conversations.list(BEN) == ([], None)
    assert len(conversations.turns(id, ANA)) == 1


def test_a_deleted_conversation_is_gone(conversations: Conversations) -> None:
    id = conversations.append(None, ANA, "Who chairs it?", "Who chairs it?", "{}")
    conversations.delete(id, ANA)

    with pytest.raises(NotFound):
        conversations.turns(id, ANA)
    assert conversations.list(ANA) == ([], None)


def test_a_listing_has_pages_with_the_latest_first(conversations: Conversations) -> None:
    ids = [conversations.append(None, ANA, f"Question  {number}", "?", "{}") for number in range(5)]
    conversations.append(ids[0], ANA, "More", "?", "{}")

    seen: list[ConversationRow] = []
    cursor = None
    while True:
        page, cursor = conversations.list(ANA, limit=2, cursor=cursor)
        seen += page
        if cursor is None:
            break

    assert [row.id for row in seen] == [ids[0], *reversed(ids[1:])]
    assert (seen[0].title, seen[0].turns) == ("Question 0", 2)


@pytest.mark.parametrize("cursor", ["", "nonsense", "_", "2023-01-01"])
def test_a_cursor_that_no_listing_gave_is_refused(conversations: Conversations, cursor: str) -> None:
    with pytest.raises(UsageError, match="cursor"):
        conversations.list(ANA, cursor=cursor)
