"""Kinds of bodies by the short name that an archive has for them: "which TAGs" asks which groups."""

import re

from ctassist.answering.understanding.catalog import Catalog

_ONE = r"(?P<which>(?i:which|what|each|every|any|no|an?|the|that|this)\s+)"


def kinds_spelled_out(text: str, catalog: Catalog) -> str:
    """Returns a question with "groups" for the short name of a kind of bodies; that of one body stays: "TAG Lights"."""
    for kind in sorted(catalog.body_kinds):
        text = re.sub(rf"\b(?i:{kind})s\b", "groups", text)
        text = re.sub(rf"\b{_ONE}(?i:{kind})\b(?!\s+[A-Z])", r"\g<which>group", text)
    return text
