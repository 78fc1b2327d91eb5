"""What the tools take: the same members as the HTTP interface, with nothing passed over that is not understood."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from ctassist.service.ledger import Merged, RowsQuery
from ctassist.service.schemas import AnswerBody, Filters, Id, SearchBody

LONGEST_TEXT = 100_000
_STRICT = ConfigDict(extra="forbid", populate_by_name=True)

Rows = Annotated[int, Field(ge=1, le=200, description="rows of one page at most")]
Cursor = Annotated[str | None, Field(max_length=2000, description="`next` of the page before")]


class StrictFilters(Filters):
    """What the question is limited to; an empty list does not limit."""

    model_config = _STRICT


class AskArguments(AnswerBody):
    """One question, alone or in a conversation."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": []})

    filters: StrictFilters = Field(
        default_factory=StrictFilters, description="what to limit it to: from, to, entities, places, document_ids"
    )


class SearchArguments(SearchBody):
    """A question for which the ranked passages alone are wanted."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": []})

    filters: StrictFilters = Field(
        default_factory=StrictFilters, description="what to limit it to: from, to, entities, places, document_ids"
    )


class RowsArguments(RowsQuery):
    """Which rows, and which page of them."""

    model_config = _STRICT

    limit: Rows = 50


class ActivitiesArguments(RowsArguments):
    """Which activities, and which page of them."""

    merged: Merged = False


class DocumentsArguments(BaseModel):
    """Which documents, and which page of them."""

    model_config = _STRICT

    q: Annotated[str, Field(max_length=300, description="words that all stand in what the record says of itself")] = ""
    limit: Rows = 50
    cursor: Cursor = None


class ReadArguments(BaseModel):
    """Which part of which document."""

    model_config = _STRICT

    document_id: Id = Field(description="from a citation, a passage or list_documents")
    start: int = Field(default=0, ge=0, le=2**31 - 1, description="first character, in code points of the text")
    length: int = Field(default=20_000, ge=1, le=LONGEST_TEXT, description="characters at most")
