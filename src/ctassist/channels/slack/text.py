"""Text on its way to Slack and from it: what Slack would take for a command is written so that it stays text."""

import re

_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
# Everybody is called by these words where a program asks Slack to look for names.
_EVERYBODY = re.compile(r"@(?=(?:channel|here|everyone)\b)", re.IGNORECASE)
_WORD_JOINER = "\u2060"
_TAG = re.compile(r"<([^<>]*)>")


def escaped(text: str) -> str:
    """Text in which nothing is a mention, a link or a command of Slack's."""
    for character, entity in _ENTITIES:
        text = text.replace(character, entity)
    return _EVERYBODY.sub("@" + _WORD_JOINER, text)


def plain(text: str, me: str | None = None) -> str:
    """What a person typed, of what Slack sends: without mentions of ``me``, with links and names as words."""

    def word(tag: re.Match[str]) -> str:
        target, _, label = tag[1].partition("|")
        if target.startswith("@"):
            return " " if not label or target[1:] == me else label
        if target.startswith("#"):
            return f"#{label}" if label else ""
        if target.startswith("!"):
            return label or "@" + target[1:].partition("^")[0]
        return label or re.sub(r"^(mailto|tel):", "", target)

    text = _TAG.sub(word, text)
    for character, entity in reversed(_ENTITIES):
        text = text.replace(entity, character)
    return " ".join(text.split())


def mentions(text: str, user: str) -> bool:
    """Tells whether a text that Slack sends mentions a user."""
    return any(tag[1].partition("|")[0] == "@" + user for tag in _TAG.finditer(text))


def shortened(text: str, length: int) -> str:
    """Text of at most ``length`` characters; what is cut off ends with an ellipsis, after a whole word if it can."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    whole = cut[: cut.rfind(" ")] if " " in cut[length // 2 :] else cut
    return whole.rstrip() + "…"


def pieces(text: str, length: int) -> list[str]:
    """Cuts text into pieces of at most ``length`` characters, after blanks where there are any."""
    found = []
    while len(text) > length:
        at = text.rfind(" ", length // 2, length) + 1 or length
        found.append(text[:at])
        text = text[at:]
    return [*found, text]
