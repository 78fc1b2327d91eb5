"""The shapes of ledger rows, as the OpenAPI description shows them."""

from pydantic import BaseModel, Field

from ctassist.model.time import Precision
from ctassist.service.replies import SourceReply


class IntervalReply(BaseModel):
    """Days, both included; of an activity that only its issue dates, the days of the issue."""

    start: str
    end: str
    precision: Precision


class RowReply(BaseModel):
    """One row of the ledger; ``text`` is what its citation quotes."""

    id: int
    text: str
    citation: SourceReply


class ActivityRowReply(RowReply):
    """Something that was done, with what its line names."""

    intervals: list[IntervalReply]
    organisations: list[str]
    persons: list[str]
    places: list[str]
    repeats: list[SourceReply] | None = Field(
        default=None, description="with `merged`: where other documents tell the same"
    )


class RoleRowReply(RowReply):
    """Who holds which role, as one document states it."""

    body: str
    number: str | None = Field(description="the number of the body")
    role: str = Field(description="the role's word: chair, co-chair, vice-chair …")
    label: str = Field(description="the role as it is written")
    holder: str
    affiliation: str | None
    interval: IntervalReply | None = Field(description="what the line tells of its time")


class IndicatorRowReply(RowReply):
    """A figure with its label."""

    label: str
    value: float | None
    figure: str = Field(description="the figure as it is written")
    unit: str | None
    interval: IntervalReply | None = Field(description="the time that its column names, where it is not the document's")


class QuoteReply(BaseModel):
    """The words alone, in code points of the document's canonical text."""

    start: int
    end: int


class StatementRowReply(RowReply):
    """The words of a person."""

    speaker: str
    title: str | None
    organisation: str | None
    verb: str
    quote: QuoteReply
    interval: IntervalReply | None


class RowsReply(BaseModel):
    """One page of rows; ``next`` is the cursor of the following page."""

    total: int
    next: str | None


class ActivitiesReply(RowsReply):
    """Activities in the order of their days, those without a date last."""

    activities: list[ActivityRowReply]


class RolesReply(RowsReply):
    """Roles with their holders."""

    roles: list[RoleRowReply]


class IndicatorRowsReply(RowsReply):
    """Figures, issue by issue."""

    indicators: list[IndicatorRowReply]


class StatementsReply(RowsReply):
    """What persons said."""

    statements: list[StatementRowReply]
