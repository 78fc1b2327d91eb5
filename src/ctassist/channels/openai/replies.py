"""The shapes of what OpenAI's clients get, as the OpenAPI description shows them."""

from typing import Literal

from pydantic import BaseModel, Field

from ctassist.service.replies import AnswerReply


class UrlCitationReply(BaseModel):
    """The marker from ``start_index`` up to ``end_index`` (code points of the content) and what it cites."""

    start_index: int
    end_index: int
    title: str
    url: str


class AnnotationReply(BaseModel):
    """A marker of the content."""

    type: Literal["url_citation"]
    url_citation: UrlCitationReply


class MessageReply(BaseModel):
    """The answer as a message."""

    role: Literal["assistant"]
    content: str = Field(description="Markdown with [1] markers, below a rule the numbered sources")
    refusal: None
    annotations: list[AnnotationReply]
    ctassist: AnswerReply = Field(description="the Answer object, as `POST /v1/answers` gives it")


class CompletionChoiceReply(BaseModel):
    """The one answer there is."""

    index: Literal[0]
    message: MessageReply
    finish_reason: Literal["stop"]
    logprobs: None


class UsageReply(BaseModel):
    """Words and marks of punctuation, read and answered; they are no tokens of a language model."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class CompletionReply(BaseModel):
    """A chat completion."""

    id: str
    object: Literal["chat.completion"]
    created: int
    model: str
    choices: list[CompletionChoiceReply]
    usage: UsageReply
    system_fingerprint: None


class ModelReply(BaseModel):
    """A model."""

    id: str
    object: Literal["model"]
    created: int
    owned_by: str


class ModelsReply(BaseModel):
    """All models."""

    object: Literal["list"]
    data: list[ModelReply]


class ErrorObject(BaseModel):
    """What is wrong, as a sentence; ``param`` is the member at fault."""

    message: str
    type: str
    param: str | None
    code: str | None


class ErrorReply(BaseModel):
    """An error as OpenAI writes it."""

    error: ErrorObject
