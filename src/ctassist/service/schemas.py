"""The bodies that callers send, with examples; fields that are not named here are ignored."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from ctassist.errors import UsageError
from ctassist.model.answer import AnswerRequest, Scope, Turn
from ctassist.service.days import first_day, last_day

LONGEST_QUESTION = 2_000
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]+")
_HALVES = re.compile(r"[\ud800-\udfff]")


def _text(text: str) -> str:
    """Replaces control characters. JSON can carry halves of characters, which no text has."""
    if _HALVES.search(text):
        raise ValueError("it is not text: it holds half of a character")
    return _CONTROLS.sub(" ", text)


def _question(text: str) -> str:
    text = text.strip()
    if not text:
        raise ValueError("it is empty; ask a question of 1 to 2,000 characters")
    if len(text) > LONGEST_QUESTION:
        raise ValueError(f"it has {len(text):,} characters, and 2,000 are the most that can be asked at once")
    return text


def _day(reader: Callable[[str], date]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return reader(value)
        except UsageError as error:
            raise ValueError(str(error)) from None

    return read


_DATE_SCHEMA = WithJsonSchema(
    {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "description": "2024-02-29, 2024-02 or 2024"}
)
FirstDay = Annotated[date, BeforeValidator(_day(first_day)), Field(strict=True), _DATE_SCHEMA]
LastDay = Annotated[date, BeforeValidator(_day(last_day)), Field(strict=True), _DATE_SCHEMA]
Text = Annotated[str, AfterValidator(_text)]
Question = Annotated[
    Text,
    AfterValidator(_question),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST_QUESTION, "pattern": "\\S"}),
]
Name = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(_text)]
Id = Annotated[str, Field(min_length=1, max_length=64), AfterValidator(_text)]


class Message(BaseModel):
    """One earlier message of a conversation."""

    role: Literal["user", "assistant"]
    text: Annotated[str, Field(max_length=100_000), AfterValidator(_text)]


class Filters(BaseModel):
    """What the question is limited to; an empty list does not limit."""

    model_config = ConfigDict(populate_by_name=True)

    start: FirstDay | None = Field(default=None, alias="from", description="first day")
    end: LastDay | None = Field(default=None, alias="to", description="last day, included")
    entities: list[Name] = Field(default_factory=list, max_length=100)
    places: list[Name] = Field(default_factory=list, max_length=100)
    document_ids: list[Name] = Field(default_factory=list, max_length=1_000)

    @model_validator(mode="after")
    def _in_order(self) -> "Filters":
        if self.start and self.end and self.end < self.start:
            raise ValueError("from lies after to")
        return self

    def scope(self) -> Scope:
        """Returns the filters as the domain knows them."""
        return Scope(self.start, self.end, tuple(self.entities), tuple(self.places), tuple(self.document_ids))


class AnswerBody(BaseModel):
    """One question, alone or in a conversation."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"question": "Who chairs the working group on border management?"},
                {"question": "What happened in February 2024?", "filters": {"entities": ["UNODC"]}},
                {
                    "question": "And its vice-chair?",
                    "history": [
                        {"role": "user", "text": "Who chairs the working group on border management?"},
                        {"role": "assistant", "text": "It is chaired by CTED. [1]"},
                    ],
                    "as_of": "2024-02",
                },
            ]
        }
    )

    question: Question = Field(description="1 to 2,000 characters, white space around it aside")
    conversation_id: Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_text)] | None = Field(
        default=None, description="from an earlier answer, to ask on in the same conversation"
    )
    history: list[Message] = Field(
        default_factory=list, max_length=200, description="the earlier messages, instead of conversation_id"
    )
    as_of: LastDay | None = Field(default=None, description="answer as the archive stood on this day")
    filters: Filters = Field(
        default_factory=Filters, description="what to limit it to: from, to, entities, places, document_ids"
    )
    mode: Literal["auto", "extractive", "generative"] = Field(
        default="auto", description="whether a language model, where one is configured, may word the answer"
    )

    def request(self) -> AnswerRequest:
        """Returns the request as the Assistant takes it."""
        return AnswerRequest(
            question=self.question,
            conversation_id=self.conversation_id,
            history=tuple(Turn(message.role, message.text) for message in self.history),
            as_of=self.as_of,
            filters=self.filters.scope(),
            mode=self.mode,
        )


class SearchBody(AnswerBody):
    """A question for which the ranked passages alone are wanted."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"question": "training on border security", "limit": 5}]})

    limit: int = Field(default=10, ge=1, le=100, strict=True, description="how many passages at most")


class TitleBody(BaseModel):
    """What a conversation shall be called."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "Border management, for the March briefing"}]})

    title: Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_text)]


class FeedbackBody(BaseModel):
    """What a person thinks of an answer."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"answer_id": "q0YxN2Zb8mZ1dQ", "rating": "down", "comment": "The vice-chair has changed."}]
        }
    )

    answer_id: Id = Field(description="`id` of the answer")
    conversation_id: Id | None = None
    rating: Literal["up", "down"] | None = Field(description="null takes back what was said before")
    comment: Annotated[str, Field(max_length=4_000), AfterValidator(_text)] = ""
