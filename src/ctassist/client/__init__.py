"""The Python client of a ctassist service: typed answers and rows, and errors that say what to do.

>>> with Client("http://127.0.0.1:8000") as client:
...     print(client.ask("Who chairs the working group on border management?").answer)

It needs none of the libraries behind the service: importing it loads no model and no database.
"""

from ctassist.client.archive import ArchiveStatus, DocumentRecord, Periodical, Readiness, SpanPlace, document_of
from ctassist.client.asynchronous import AsyncClient, AsyncTalk
from ctassist.client.courses import Count, IndicatorSeries, RoleTimeline, Timeline
from ctassist.client.errors import (
    BadRequest,
    CallFailed,
    Fault,
    KeyRefused,
    NoConnection,
    NothingThere,
    NotUnderstood,
    ProblemReply,
    TookTooLong,
    Unavailable,
)
from ctassist.client.history import Conversation, ConversationSummary, Exchange, Share
from ctassist.client.ledger import ActivityFilters, Row, RowFilters
from ctassist.client.questions import Event, SearchResult
from ctassist.client.results import Source
from ctassist.client.retries import NEVER, Retries
from ctassist.client.sync import Client, Talk
from ctassist.model.answer import Answer, Citation, Claim, Passage, Scope, Stage, Status, Turn

__all__ = [
    "NEVER",
    "ActivityFilters",
    "Answer",
    "ArchiveStatus",
    "AsyncClient",
    "AsyncTalk",
    "BadRequest",
    "CallFailed",
    "Citation",
    "Claim",
    "Client",
    "Conversation",
    "ConversationSummary",
    "Count",
    "DocumentRecord",
    "Event",
    "Exchange",
    "Fault",
    "IndicatorSeries",
    "KeyRefused",
    "NoConnection",
    "NotUnderstood",
    "NothingThere",
    "Passage",
    "Periodical",
    "ProblemReply",
    "Readiness",
    "Retries",
    "RoleTimeline",
    "Row",
    "RowFilters",
    "Scope",
    "SearchResult",
    "Share",
    "Source",
    "SpanPlace",
    "Stage",
    "Status",
    "Talk",
    "Timeline",
    "TookTooLong",
    "Turn",
    "Unavailable",
    "document_of",
]
