"""What the tools give, beside what the HTTP interface gives too."""

from pydantic import BaseModel, Field

from ctassist.service.replies import DocumentReply, PassageReply, PeriodReply


class FoundReply(PassageReply):
    """One ranked passage with where it stands; scores compare within one reply only."""

    title: str
    period: PeriodReply | None
    url: str


class FoundsReply(BaseModel):
    """The ranked passages, best first."""

    resolved_question: str
    passages: list[FoundReply]


class ReadReply(BaseModel):
    """A part of a document's text: its characters from ``start`` up to ``end``, in code points."""

    document: DocumentReply
    text: str
    start: int
    end: int
    total: int = Field(description="characters of the whole text")
    next: int | None = Field(description="where to read on; null at the end")
