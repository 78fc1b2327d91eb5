"""Messages as mail programs save them (RFC 5322): the subject, and the body as the page or text that it is."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from ctassist.errors import UnreadableFile
from ctassist.model.text import Reading
from ctassist.reading import html, text
from ctassist.reading.draft import in_one_line

MEDIA_TYPE = "message/rfc822"
_LARGEST_NAMED = 5
"""So many attachments are named in a warning."""


def read(data: bytes, name: str) -> Reading:
    """Reads a message: its body, the formatted one if it has both. Addresses, headers and attachments are left out.

    Raises:
        UnreadableFile: If it has no body of text, or is no message.
    """
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = _body(message, name)
    subject, day = _subject(message), _day(message)
    metadata = {**body.metadata, **({"title": subject} if subject else {}), **({"date": day} if day else {})}
    return replace(
        body, media_type=MEDIA_TYPE, metadata=metadata, warnings=(*body.warnings, *_attachments(message, name))
    )


def _body(message: EmailMessage, name: str) -> Reading:
    try:
        part = message.get_body(preferencelist=("html", "plain"))
        content = _content(part) if part is not None else b""
    except (MessageError, KeyError, ValueError, AttributeError):
        raise UnreadableFile(f"{name} is a damaged message; save it again from the mail program.") from None
    if part is None or not content.strip():
        raise UnreadableFile(f"{name} is a message without text; save its attachments as files to take them in.")
    return (html.read if part.get_content_subtype() == "html" else text.read)(content, name)


def _content(part: MIMEPart) -> bytes:
    """The words of a body in UTF-8, or its bytes as they are where its declared encoding is none."""
    try:
        return str(part.get_content(errors="replace")).encode("utf-8", errors="replace")
    except LookupError:
        return bytes(part.get_payload(decode=True) or b"")


def _subject(message: EmailMessage) -> str:
    words = in_one_line(str(message.get("subject", "")))
    while words[:4].casefold() in ("re: ", "fw: ", "fwd:"):
        words = words.partition(":")[2].strip()
    return words


def _day(message: EmailMessage) -> str:
    """The day on which it was sent, in ISO form; empty if it does not say."""
    try:
        return parsedate_to_datetime(str(message["date"])).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return ""


def _attachments(message: EmailMessage, name: str) -> list[str]:
    try:
        named = [part.get_filename() or "unnamed" for part in message.iter_attachments()]
    except (MessageError, KeyError, ValueError, AttributeError, TypeError):
        return []
    if not named:
        return []
    listed = ", ".join(named[:_LARGEST_NAMED]) + (" and more" if len(named) > _LARGEST_NAMED else "")
    return [f"{name} has attachments that are not read with it ({listed}): save them as files to take them in."]
