"""Links that are asked for: "link to the handbook?" is answered by a line that has one."""

import re

from ctassist.answering.terms import stems

_NOUN = r"(?:(?:hyper)?links?|urls?|web\s?(?:sites?|pages?|addresse?s?)|home\s?pages?)"
_ASKS = re.compile(
    rf"(?:^\W*(?:the\s+)?|\b(?:what|which|where|give|send|show|share|need|want|have|got|find|provide|is\s+there|please)\b"
    rf".{{0,40}}?)\b(?P<noun>{_NOUN})\b(?=\s+(?:to|for|of|with|where|under|at|on)\b|\W*$)",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"https?:|\bwww\.|\w\.[a-z]{2,}/\w|\b[\w-]+\.(?:org|com|int|net|edu|gov|eu|io|info|example)\b", re.IGNORECASE
)


def link_words(question: str) -> frozenset[str]:
    """The stems of the words by which a question asks for a link; a line has the link instead."""
    match = _ASKS.search(question)
    return stems(match["noun"]) if match else frozenset()


_CHANNEL = re.compile(r"(?<![\w/])#[a-z][\w-]+")
_HANDLE = re.compile(r"(?<![\w.])@\w")
_ADDRESS = re.compile(r"\w@\w[\w-]*\.\w")


def shown_words(text: str) -> frozenset[str]:
    """The stems of words for what a text shows by a sign: "#boats" is a channel, "a@b.org" an address, "@ana" her."""
    channel = stems("channel chat reach contact") if _CHANNEL.search(text) else frozenset()
    handle = (
        stems("handle username nickname alias account login id github gitlab") if _HANDLE.search(text) else frozenset()
    )
    return channel | handle | (stems("email e-mail address reach contact") if _ADDRESS.search(text) else frozenset())


_ASKS_CHANNEL = re.compile(
    r"\b(?:which|what)\s+(?:chat\s+|slack\s+)?channels?\b.*\b(?:reach|contact|talk|chat|write|ask|join|find)\b",
    re.IGNORECASE,
)
_NAMES_CHANNEL = re.compile(r"\b(?:channels?|chat|rooms?|streams?)\b", re.IGNORECASE)


def lacks_channel(question: str, text: str) -> bool:
    """Tells whether a question asks on which channel somebody is to be reached, and a text names none."""
    asks = _ASKS_CHANNEL.search(question) is not None
    return asks and _CHANNEL.search(text) is None and _NAMES_CHANNEL.search(text) is None


_PAGE = re.compile(r"(?:https?:|\bwww\.)\S+", re.IGNORECASE)


def without_addresses(text: str) -> str:
    """A text with blanks for the addresses of pages."""
    return _PAGE.sub(" ", text)


def has_link(text: str) -> bool:
    """Tells whether a text has the address of a page."""
    return _LINK.search(text) is not None


_INVITES = re.compile(
    r"\W*(?:for\s+(?:more|further|additional)\s+(?:information|details)\W+)?(?:please\s+|kindly\s+)?"
    r"(?:contact|write\s+to|get\s+in\s+touch\s+with|reach\s+out\s+to|e-?mail)\s",
    re.IGNORECASE,
)
_ASKS_CONTACT = re.compile(
    r"\b(?:contacts?|contacted|contacting|reach|write|e-?mails?|mail|touch|turn\s+to|ask|asks?|call|inform(?:ation|ed)?|details|questions?|quer(?:y|ies)"
    r"|address(?:es)?|more|further|phone|telephone|apply|send|report|get\s+hold|learn|find\s+out)\b",
    re.IGNORECASE,
)


def invites_contact(text: str) -> bool:
    """Tells whether a line does nothing but say whom to write to: "Please contact the Secretariat"."""
    return _INVITES.match(text) is not None


def asks_for_contact(question: str) -> bool:
    """Tells whether a question may be answered by whom to write to."""
    return _ASKS_CONTACT.search(question) is not None
