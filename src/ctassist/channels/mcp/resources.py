"""The documents as resources: their canonical text."""

import re

from mcp.shared.exceptions import MCPError
from mcp_types import (
    INTERNAL_ERROR,
    INVALID_PARAMS,
    ListResourcesResult,
    ListResourceTemplatesResult,
    ReadResourceResult,
    Resource,
    ResourceTemplate,
    TextResourceContents,
)

from ctassist.channels.mcp.here import Here
from ctassist.errors import CtassistError, NotFound, UsageError
from ctassist.model.contract import Json
from ctassist.service import documents

PAGE = 100
MEDIA_TYPE = "text/plain"
_ADDRESS = "ctassist://documents/{}"
_WRITTEN = re.compile(r"ctassist://documents/([^/?#\s]{1,64})")


async def list_resources(here: Here, cursor: str | None) -> ListResourcesResult:
    """Returns one page of the documents, the latest period first."""
    try:
        found = await here.engine.run(lambda: documents.listed(here.engine, here.caller, PAGE, cursor))
    except CtassistError as error:
        raise _told(error) from None
    return ListResourcesResult(resources=[_resource(row) for row in found["documents"]], next_cursor=found["next"])


def list_templates() -> ListResourceTemplatesResult:
    """Returns how the address of a document is written."""
    template = ResourceTemplate(
        name="document",
        title="A document of the archive",
        uri_template=_ADDRESS.format("{document_id}"),
        description="Its canonical text: what the offsets of citations count in, in code points.",
        mime_type=MEDIA_TYPE,
    )
    return ListResourceTemplatesResult(resource_templates=[template])


async def read_resource(here: Here, uri: str) -> ReadResourceResult:
    """Returns the text of a document. Raises MCPError when there is none at ``uri`` for this caller."""
    written = _WRITTEN.fullmatch(uri)
    if written is None:
        raise MCPError(INVALID_PARAMS, f"A document's address looks like {_ADDRESS.format('ID')}.", {"uri": uri})
    try:
        _, text = await here.engine.run(lambda: documents.read(here.engine, here.caller, written[1]))
    except CtassistError as error:
        raise _told(error, uri) from None
    return ReadResourceResult(contents=[TextResourceContents(uri=uri, mime_type=MEDIA_TYPE, text=text)])


def _resource(row: Json) -> Resource:
    months = " to ".join(dict.fromkeys(row["period"].values())) if row["period"] else None
    return Resource(
        uri=_ADDRESS.format(row["document_id"]),
        name=row["name"],
        title=row["title"],
        description=months,
        mime_type=MEDIA_TYPE,
    )


def _told(error: CtassistError, uri: str | None = None) -> MCPError:
    code = INVALID_PARAMS if isinstance(error, NotFound | UsageError) else INTERNAL_ERROR
    return MCPError(code, str(error), {"uri": uri} if uri else None)
