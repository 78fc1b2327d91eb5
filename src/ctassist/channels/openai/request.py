"""What a program sends to ``/v1/chat/completions``, and the question in it.

The last message of the user is the question, and those before it are the conversation. Messages of other roles are not
obeyed: the archive answers, and nobody tells it how. Whatever else a client sends along (``temperature``, ``tools``,
``max_tokens``) is passed over, but for what it would take an answer's form from.
"""

from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ctassist.channels.openai.errors import Refused
from ctassist.channels.sourced import unsourced
from ctassist.model.answer import AnswerRequest, Turn
from ctassist.service.problems import fields_at_fault, sentence_of
from ctassist.service.schemas import AnswerBody, Filters, LastDay, Text

MODEL = "ctassist"


class Part(BaseModel):
    """A part of a message; only text is read."""

    type: Text = Field(description="`text`")
    text: Text | None = None


class ChatMessage(BaseModel):
    """One message; those of other roles than `user` and `assistant` are passed over."""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: Text | list[Part] | None = None

    @property
    def text(self) -> str:
        """What the message says."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type == "text" and part.text)
        return self.content or ""


class StreamOptions(BaseModel):
    """What a stream shall say beside the answer."""

    include_usage: bool | None = Field(default=None, description="a last chunk with `usage`")


class ResponseFormat(BaseModel):
    """The form of the answer; only text is given."""

    type: Text


class Particulars(BaseModel):
    """What OpenAI's interface has no member for; the same as in `POST /v1/answers`."""

    as_of: LastDay | None = Field(default=None, description="answer as the archive stood on this day")
    filters: Filters = Field(default_factory=Filters)
    mode: Literal["auto", "extractive", "generative"] = "auto"


class ChatBody(BaseModel):
    """A conversation whose last question is to be answered; members that are not named here are passed over."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"model": MODEL, "messages": [{"role": "user", "content": "What happened in February 2024?"}]},
                {
                    "model": MODEL,
                    "messages": [
                        {"role": "user", "content": "Who chairs the working group on border management?"},
                        {"role": "assistant", "content": "It is chaired by CTED. [1]"},
                        {"role": "user", "content": "And its vice-chair?"},
                    ],
                    "stream": True,
                    "ctassist": {"as_of": "2024-02"},
                },
            ]
        }
    )

    model: Text = Field(description="`ctassist`")
    messages: Annotated[list[ChatMessage], Field(min_length=1)] = Field(
        description="the conversation, the oldest message first"
    )
    stream: bool | None = Field(default=None, description="send the answer as it is made, as server-sent events")
    stream_options: StreamOptions | None = None
    n: int | None = Field(default=None, description="1: there is one answer to a question")
    tool_choice: Any = Field(default=None, description="`auto` or `none`: no tool is ever called")
    function_call: Any = Field(default=None, description="`auto` or `none`")
    response_format: ResponseFormat | None = Field(default=None, description="only `text`")
    modalities: list[Text] | None = Field(default=None, description="only `text`")
    ctassist: Particulars = Field(default_factory=Particulars, description="as_of, filters and mode of the question")


def request_of(body: ChatBody) -> AnswerRequest:
    """Returns the question in a conversation as the Assistant takes it.

    Raises Refused for a model that is not there, for messages without a question, and for a form that no answer has.
    """
    if body.model != MODEL:
        sentence = f"There is no model {body.model[:100]!r} here; the one there is is called {MODEL!r}."
        raise Refused(sentence, "model", "model_not_found", 404)
    _check_form(body)
    asked = [at for at, message in enumerate(body.messages) if message.role == "user"]
    if not asked:
        raise Refused("No message is the user's: send the question as a message with the role user.", "messages")
    last = asked[-1]
    _check_parts(body.messages[last], last)
    try:
        question = AnswerBody(
            question=body.messages[last].text,
            as_of=body.ctassist.as_of,
            filters=body.ctassist.filters,
            mode=body.ctassist.mode,
        )
    except ValidationError as error:
        faults = sentence_of(fields_at_fault(error.errors()))
        raise Refused(f"The last message of the user is not a question. {faults}", f"messages.{last}.content") from None
    return replace(question.request(), history=_history(body.messages[:last]), keep=False)


def _history(messages: list[ChatMessage]) -> tuple[Turn, ...]:
    """Returns the conversation before the question, of our answers only what they say."""
    return tuple(
        Turn(message.role, unsourced(message.text) if message.role == "assistant" else message.text)
        for message in messages
        if message.role in ("user", "assistant") and message.text.strip()
    )


def _check_form(body: ChatBody) -> None:
    """Refuses what a client would take an answer for that it does not get."""
    if body.n is not None and body.n != 1:
        raise Refused("n can only be 1: the same question always gets the same answer.", "n")
    if body.response_format and body.response_format.type != "text":
        sentence = (
            "An answer is Markdown text; as JSON, citations and all, it is in the member ctassist of the message."
        )
        raise Refused(sentence, "response_format")
    if any(modality != "text" for modality in body.modalities or ()):
        raise Refused("An answer is text: ask for the modality text alone.", "modalities")
    for name in ("tool_choice", "function_call"):
        if getattr(body, name) not in (None, "auto", "none"):
            raise Refused(f"No tool is ever called here: leave {name} out, or set it to none.", name)


def _check_parts(message: ChatMessage, number: int) -> None:
    if isinstance(message.content, list):
        for part in message.content:
            if part.type != "text":
                sentence = f"Only text can be asked: take the part of type {part.type[:40]!r} out of the last message."
                raise Refused(sentence, f"messages.{number}.content")
