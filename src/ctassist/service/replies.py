"""The shapes of what the service answers, as its OpenAPI description shows them."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class PeriodReply(BaseModel):
    """The months an issue covers (``2024-01``), or days (``2024-01-15``) where it does not cover whole months."""

    start: str
    end: str


class BoxReply(BaseModel):
    """A rectangle in points from the page's top left corner."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


class LinkReply(BaseModel):
    """Words of a document, in code points of its canonical text, that lead to an address (http, https or mailto)."""

    start: int
    end: int
    url: str


class LinksReply(BaseModel):
    """One page of a document's links, in the order of its text; ``next`` is the cursor of the following page."""

    links: list[LinkReply]
    total: int
    next: str | None


class SourceReply(BaseModel):
    """A span of a document: ``quote`` is exactly its canonical text from ``start`` to ``end``, in code points."""

    document_id: str
    title: str
    period: PeriodReply | None
    section: list[str]
    page: int | None
    quote: str
    start: int
    end: int
    url: str


class CitationReply(SourceReply):
    """A numbered span; ``[n]`` in the answer points to it."""

    n: int
    boxes: list[BoxReply]
    ocr_confidence: float | None = Field(
        ge=0, le=1, description="how sure OCR is of these words; null for words that were text"
    )
    links: list[LinkReply] = Field(description="those of words in the quote")


class ClaimReply(BaseModel):
    """One sentence or line of the answer with its citations."""

    text: str
    citations: list[int]


class RecordReply(BaseModel):
    """A ledger row behind the answer."""

    kind: Literal["activity", "role", "indicator", "statement"]
    citations: list[int]


class CoverageReply(BaseModel):
    """What was searched, and how much of it matched and is shown."""

    model_config = ConfigDict(populate_by_name=True)

    start: str | None = Field(alias="from")
    end: str | None = Field(alias="to")
    entities: list[str]
    places: list[str]
    documents: int
    matched: int
    shown: int
    undated: int


class AnswerReply(BaseModel):
    """A cited answer."""

    id: str
    conversation_id: str | None
    question: str
    resolved_question: str
    status: Literal["answered", "partial", "not_found", "clarify"]
    answer: str = Field(description="Markdown with [1] markers")
    claims: list[ClaimReply]
    citations: list[CitationReply]
    records: list[RecordReply]
    coverage: CoverageReply
    suggestions: list[str]
    as_of: str | None
    mode: str
    model: str | None
    prompt: str | None
    fallback: str | None
    timings_ms: dict[str, float]


class BriefLineReply(BaseModel):
    """One line of a briefing, without markers; ``group`` is the subheading that it stands under."""

    text: str
    group: str | None
    citations: list[int]


class BriefSectionReply(BaseModel):
    """One heading of a briefing with its lines."""

    heading: str
    lines: list[BriefLineReply]


class BriefReply(BaseModel):
    """A cited briefing; without sections when nothing was found. ``coverage`` counts activities."""

    title: str
    searched: str = Field(description="what was searched, and how complete the briefing is")
    coverage: CoverageReply
    markdown: str
    sections: list[BriefSectionReply]
    citations: list[CitationReply]


class PassageReply(BaseModel):
    """One ranked passage; scores compare within one reply only."""

    document_id: str
    start: int
    end: int
    text: str
    score: float
    page: int | None
    section: list[str]


class SearchReply(BaseModel):
    """The ranked passages, best first."""

    resolved_question: str
    passages: list[PassageReply]


class SpanReply(BaseModel):
    """Where a span of a document stands on its pages, how sure OCR is of it, and where its words lead."""

    boxes: list[BoxReply]
    ocr_confidence: float | None = Field(ge=0, le=1, description="null for words that were text")
    links: list[LinkReply]


class OcrReply(BaseModel):
    """What became of pages that are pictures: read by OCR, with the mean confidence of their letters, or unread."""

    pages: list[int]
    confidence: float | None = Field(ge=0, le=1)
    unread: list[int]


class EditionReply(BaseModel):
    """Another version of the same issue; ``version`` is what it says of its state, such as ``draft``."""

    document_id: str
    name: str
    version: str | None


class DocumentReply(BaseModel):
    """One document of the archive.

    Its ``status`` is ``replaced`` where a later version of the same issue stands in for it: then it is in no list.
    """

    document_id: str
    name: str
    title: str
    period: PeriodReply | None
    published: str | None
    media_type: str
    size: int
    sha256: str
    pages: int | None
    passages: int
    status: str
    series: str | None = Field(description="the periodical that it is an issue of")
    number: str | None = Field(description="the number of the issue")
    language: str | None = Field(description="ISO 639-1")
    version: str | None = Field(description="what it says of its state: draft, final, web, revised, corrected, v2 …")
    replaces: list[EditionReply]
    replaced_by: EditionReply | None
    versions: list[str] = Field(description="the same in sentences")
    warnings: list[str]
    ocr: OcrReply | None
    ingested_at: str
    url: str


class DocumentsReply(BaseModel):
    """One page of documents, the latest period first; ``next`` is the cursor of the following page."""

    documents: list[DocumentReply]
    total: int
    next: str | None


class MonthReply(BaseModel):
    """How many activities touch a month."""

    month: str = Field(pattern="^[0-9]{4}-[0-9]{2}$")
    activities: int


class YearReply(BaseModel):
    """How many activities touch a year."""

    year: int
    activities: int


class ChoiceReply(BaseModel):
    """A name, place or section that activities have, and how many."""

    name: str
    activities: int


class TimelineReply(BaseModel):
    """Activities by month and by year, without gaps from the first to the last; one that spans two counts in both."""

    total: int
    undated: int
    months: list[MonthReply]
    years: list[YearReply]
    entities: list[ChoiceReply]
    places: list[ChoiceReply]
    sections: list[ChoiceReply]


class StopReply(BaseModel):
    """A day on which roles are stated.

    ``period`` is the issue that ends then, or the time that a line tells. Both are null for pages without a period:
    they describe the present, or the ``beginning`` of a body.
    """

    day: str | None
    period: PeriodReply | None
    beginning: bool


class HolderReply(BaseModel):
    """A holder as one source writes it."""

    name: str
    affiliation: str | None
    citation: SourceReply


class SpellReply(BaseModel):
    """The time through which somebody holds a role, in numbers of stops: stated from ``since`` to ``last``.

    ``until`` is the stop that states the role without them, null where none does: who is merely not mentioned later has
    not left.
    """

    since: int
    last: int
    until: int | None
    first: HolderReply = Field(description="as stated at `since`")
    latest: HolderReply = Field(description="as stated at `last`")


class PostReply(BaseModel):
    """One role in a body with all who held it; numbers count ``stops`` from 0."""

    role: str = Field(description="the role's word: chair, co-chair, vice-chair …")
    label: str
    stated: list[int] = Field(description="where the role is stated")
    changed: list[int] = Field(description="where it changes hands, or is first stated by a later issue than the first")
    disputed: list[int] = Field(description="where documents of one day name different holders")
    spells: list[SpellReply]


class BodyReply(BaseModel):
    """A working group or another body, however the documents spell its name."""

    name: str = Field(description="as it was last called")
    spellings: list[str]
    posts: list[PostReply]


class RoleTimelineReply(BaseModel):
    """Who held which role in which body from when to when; the oldest stop comes first."""

    stops: list[StopReply]
    bodies: list[BodyReply]


class PointReply(BaseModel):
    """A figure of one issue.

    ``value`` is null where the document shows the label without its number. ``change`` is the difference to the figure
    before; null where there is none, or where an issue states several.
    """

    figure: str = Field(description="as it is written")
    value: float | None
    change: float | None
    period: PeriodReply | None
    citation: SourceReply | None = Field(description="null where no label is asked for, except for the last point")


class IndicatorSeriesReply(BaseModel):
    """An indicator of a periodical, the oldest figure first, those of undated pages last.

    Figures of other units or periodicals are series of their own. ``heading`` tells apart what one document states of
    several things under the same label.
    """

    label: str = Field(description="as it was last written")
    labels: list[str]
    unit: str | None
    periodical: str
    heading: str | None
    points: list[PointReply]


class IndicatorsReply(BaseModel):
    """One page of series, those of the most issues first; ``next`` is the cursor of the following page."""

    series: list[IndicatorSeriesReply]
    total: int
    next: str | None


class SeriesReply(BaseModel):
    """A periodical with the periods for which its rhythm says that an issue is missing."""

    name: str
    names: list[str] = Field(description="all the ways in which the `series` of its documents writes it")
    language: str | None
    issues: int
    period: PeriodReply
    missing: list[PeriodReply]


class StatusReply(BaseModel):
    """What is in the archive, and questions it can answer."""

    documents: int
    documents_with_warnings: int
    period: PeriodReply | None
    gaps: list[PeriodReply] = Field(description="stretches of time of which no document is")
    series: list[SeriesReply]
    counts: dict[str, int]
    examples: list[str]


class ReadyReply(BaseModel):
    """What is loaded."""

    ready: bool
    index: str
    model: str
    detail: str


class ConversationSummary(BaseModel):
    """One conversation in a listing; ``title`` is how its first question begins, until it is given another."""

    conversation_id: str
    title: str
    created_at: str
    updated_at: str
    turns: int


class ConversationsReply(BaseModel):
    """One page of the caller's conversations, the latest first."""

    conversations: list[ConversationSummary]
    next: str | None


class TurnReply(BaseModel):
    """One question with its Answer object as it was sent."""

    at: str
    question: str
    answer: dict[str, Any]


class ConversationReply(BaseModel):
    """A conversation, the oldest turn first."""

    conversation_id: str
    title: str
    turns: list[TurnReply]


class SharedReply(BaseModel):
    """What a link leads to: a conversation of somebody, the oldest turn first."""

    title: str
    turns: list[TurnReply]


class ShareReply(BaseModel):
    """Where others may read a conversation: ``url`` is relative to the service's own address."""

    token: str
    url: str


class CopyReply(BaseModel):
    """The conversation of the caller's own that something was copied into."""

    conversation_id: str


class Problem(BaseModel):
    """A problem document (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[dict[str, str]] = Field(default_factory=list)
