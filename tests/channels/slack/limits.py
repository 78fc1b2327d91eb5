"""What Slack publishes about messages and windows, as checks: each returns what is wrong, nothing when all is right."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

BLOCKS = 50
MARKDOWN = 12_000
TEXT = 3000
MESSAGE_TEXT = 40_000
CALLS = re.compile(r"<[@!#]|@(?:channel|here|everyone)\b", re.IGNORECASE)
"""What would notify people, or be taken for a command."""

_FIELDS = {
    "section": ({"text"}, {"fields", "accessory", "expand"}),
    "context": ({"elements"}, set()),
    "actions": ({"elements"}, set()),
    "context_actions": ({"elements"}, set()),
    "divider": (set(), set()),
    "header": ({"text"}, set()),
    "markdown": ({"text"}, set()),
    "rich_text": ({"elements"}, set()),
    "input": ({"label", "element"}, {"optional", "hint", "dispatch_action"}),
}
_STYLES = {"bold", "italic", "strike", "code", "underline"}


def message_faults(message: Mapping[str, Any]) -> list[str]:
    """Checks ``text`` and ``blocks`` of a message."""
    found = []
    text, blocks = message.get("text"), message.get("blocks")
    if not text and not blocks:
        found.append("no_text")
    if text is not None and (not isinstance(text, str) or len(text) > MESSAGE_TEXT):
        found.append("msg_too_long")
    if isinstance(text, str) and CALLS.search(text):
        found.append(f"the text calls somebody: {text[:100]!r}")
    if blocks is not None:
        found += block_faults(blocks)
    return found


def block_faults(blocks: Any, most: int = BLOCKS, surface: str = "message") -> list[str]:
    """Checks a list of blocks."""
    if not isinstance(blocks, list):
        return ["blocks are no list"]
    found = [f"{len(blocks)} blocks"] if len(blocks) > most else []
    ids = [block["block_id"] for block in blocks if isinstance(block, dict) and "block_id" in block]
    if len(set(ids)) < len(ids):
        found.append(f"block ids are not unique: {ids}")
    found += [f"block id {name!r}" for name in ids if not isinstance(name, str) or not 0 < len(name) <= 255]
    for at, block in enumerate(blocks):
        found += [f"block {at}: {fault}" for fault in _block(block, surface)]
    written = sum(len(block.get("text", "")) for block in blocks if block.get("type") == "markdown")
    if written > MARKDOWN:
        found.append(f"{written} characters of Markdown")
    return found


def _block(block: Any, surface: str) -> Iterator[str]:
    kind = block.get("type") if isinstance(block, dict) else None
    if kind not in _FIELDS or (kind == "input" and surface != "modal") or (kind == "markdown" and surface == "modal"):
        yield f"no block of type {kind!r} in a {surface}"
        return
    needed, allowed = _FIELDS[kind]
    names = set(block) - {"type", "block_id"}
    if needed - names or names - needed - allowed:
        yield f"{kind} has the fields {sorted(names)}"
        return
    match kind:
        case "section":
            yield from _text(block["text"], TEXT)
        case "header":
            yield from _text(block["text"], 150, plain=True)
        case "markdown":
            if not isinstance(block["text"], str) or not block["text"]:
                yield "Markdown without text"
            elif CALLS.search(block["text"]):
                yield f"Markdown that calls somebody: {block['text'][:100]!r}"
        case "context":
            yield from _count(block["elements"], 10)
            for element in block["elements"]:
                yield from _text(element, TEXT)
        case "actions":
            yield from _actions(block["elements"], 25, {"button"})
        case "context_actions":
            yield from _actions(block["elements"], 5, {"feedback_buttons", "icon_button"})
        case "rich_text":
            for element in block["elements"]:
                yield from _rich(element)
        case "input":
            yield from _text(block["label"], 2000, plain=True)
            yield from _input(block["element"])


def _text(text: Any, most: int, plain: bool = False) -> Iterator[str]:
    if not isinstance(text, dict) or text.get("type") not in ({"plain_text"} if plain else {"plain_text", "mrkdwn"}):
        yield f"no text object: {text!r}"
        return
    if set(text) - {"type", "text", "emoji", "verbatim"} or (text["type"] == "mrkdwn" and "emoji" in text):
        yield f"a text object with the fields {sorted(text)}"
    if not isinstance(text.get("text"), str) or not 0 < len(text["text"]) <= most:
        yield f"a text of {len(str(text.get('text')))} characters, the most is {most}"
    elif text["type"] == "mrkdwn" and CALLS.search(text["text"]):
        yield f"a text that calls somebody: {text['text'][:100]!r}"


def _count(elements: Any, most: int) -> Iterator[str]:
    if not isinstance(elements, list) or not 0 < len(elements) <= most:
        yield f"{len(elements)} elements, the most is {most}"


def _actions(elements: Sequence[Any], most: int, kinds: set[str]) -> Iterator[str]:
    yield from _count(elements, most)
    ids = [element.get("action_id") for element in elements]
    if len(set(ids)) < len(ids) or not all(isinstance(name, str) and 0 < len(name) <= 255 for name in ids):
        yield f"action ids {ids}"
    for element in elements:
        if element.get("type") not in kinds:
            yield f"no {element.get('type')} here"
        elif element["type"] == "button":
            if set(element) - {"type", "action_id", "text", "value", "url", "style", "accessibility_label", "confirm"}:
                yield f"a button with the fields {sorted(element)}"
            yield from _text(element["text"], 75, plain=True)
            yield from _value(element.get("value", "x"))
        else:
            for side in ("positive_button", "negative_button"):
                yield from _text(element[side]["text"], 75, plain=True)
                yield from _value(element[side]["value"])


def _value(value: Any) -> Iterator[str]:
    if not isinstance(value, str) or not 0 < len(value) <= 2000:
        yield f"a value of {len(str(value))} characters"


def _rich(element: Any) -> Iterator[str]:
    if element.get("type") not in {"rich_text_section", "rich_text_quote", "rich_text_preformatted"}:
        yield f"no {element.get('type')} in rich text"
        return
    for part in element["elements"]:
        fields = set(part) - {"type", "style"}
        if part["type"] not in {"text", "link"} or fields - ({"text"} if part["type"] == "text" else {"url", "text"}):
            yield f"no {part} in rich text"
        elif not part.get("text"):
            yield "rich text without text"
        elif len(part["text"]) > TEXT:
            yield f"rich text of {len(part['text'])} characters"
        if part["type"] == "link" and not re.fullmatch(r"https?://\S{1,3000}", part.get("url", "")):
            yield f"no address: {part.get('url')!r}"
        if set(part.get("style", ())) - _STYLES:
            yield f"no style {part['style']}"


def _input(element: Any) -> Iterator[str]:
    if element.get("type") != "plain_text_input" or not element.get("action_id"):
        yield f"no input {element!r}"
    if not 0 < element.get("max_length", 1) <= 3000:
        yield "an input that may be too long"


def chunk_faults(chunks: Any) -> list[str]:
    """Checks what is streamed."""
    found = []
    for chunk in chunks:
        if chunk.get("type") != "markdown_text" or set(chunk) != {"type", "text"}:
            found.append(f"no chunk {chunk!r}")
        elif not 0 < len(chunk["text"]) <= MARKDOWN:
            found.append(f"a chunk of {len(chunk['text'])} characters")
        elif CALLS.search(chunk["text"]):
            found.append(f"a chunk that calls somebody: {chunk['text'][:100]!r}")
    return found


def view_faults(view: Any) -> list[str]:
    """Checks a window."""
    found = []
    if view.get("type") != "modal" or not 0 < len(view.get("callback_id", "")) <= 255:
        found.append("no modal with a callback id")
    for name in ("title", "submit", "close"):
        found += [f"{name}: {fault}" for fault in _text(view.get(name), 24, plain=True)]
    if len(view.get("private_metadata", "")) > 3000:
        found.append("private metadata is too long")
    return found + block_faults(view.get("blocks"), most=100, surface="modal")


def metadata_faults(metadata: Any) -> list[str]:
    """Checks what a message carries."""
    if set(metadata) != {"event_type", "event_payload"} or not re.fullmatch(r"\w{1,255}", metadata["event_type"]):
        return [f"invalid_metadata_format {metadata!r}"]
    return ["metadata is too long"] if len(json.dumps(metadata)) > 8000 else []
