"""Names of bodies with commas and "and" in them, as sentences state them: "Group on Kelp, Reefs and Open Water"."""

import re

_PART = r"[A-Z][a-z][\w’'-]*(?:\s+(?:(?:of|in|for|the|to)\s+){0,2}[A-Z][a-z][\w’'-]*){0,5}"
LISTED = rf"{_PART}(?:,\s+{_PART})+,?\s+and\s+{_PART}"
"""Several subjects of one body: "Kelp, Reefs and Open Water"."""
_WITH_SUBJECT = re.compile(r".+\s(?:on|for)\s+(?:the\s+)?[A-Z][a-z]")
_REST = re.compile(
    rf"(?:,\s+{_PART})*,?\s+and\s+{_PART}"
    # A sentence about somebody else may begin behind an "and"; behind a whole name, this one ends or says more of it.
    r"(?=\s*(?:[.;()]|$)|\s+(?:from|to)\s+(?:the\s+)?[A-Z]|\s+(?:since|until)\b|\s+(?:on|in)\s+(?:\d|[A-Z][a-z]+\s+\d)"
    r"|,\s+which\s|,?\s+and\s+[A-Z][^,.;]{0,60}?\s(?:is|are|was|were|as)\b)"
)


def in_full(body: str, known: str, words: str) -> str | None:
    """A body read up to an "and", as a line goes on with what a chart has of it: "the group on Sea and Ice"."""
    named = re.search(rf"{re.escape(body)}(?= and )", words)
    at = known.find(" and ")
    head, rest = known[:at].casefold(), known[at:]
    if not named or at < 0 or not f" {body.casefold()}".endswith(f" {head}"):
        return None
    goes_on = words[named.end() :].casefold().startswith(rest.casefold())
    return body + words[named.end() : named.end() + len(rest)] if goes_on else None


def with_subjects(body: str, words: str) -> str:
    """A body read up to the first of its subjects, with the others that its line goes on with."""
    at = words.find(body)
    rest = _REST.match(words, at + len(body)) if at >= 0 and _WITH_SUBJECT.match(body) else None
    return body + rest.group() if rest else body
