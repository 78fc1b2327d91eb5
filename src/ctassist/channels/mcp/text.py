"""What the tools give, as text for a program that reads no JSON: numbered lines, each with its source and its words."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ctassist.channels.sourced import source
from ctassist.model.answer import Citation
from ctassist.model.contract import Json
from ctassist.service.transcript import plain


def rows_text(found: Json, plural: str, base: str) -> str:
    """Returns one page of ledger rows."""
    facts = _FACTS[plural]
    lines = [_line(number, facts(row), row["citation"], base) for number, row in enumerate(found[plural], 1)]
    return _page(lines, found, plural)


def documents_text(found: Json, base: str) -> str:
    """Returns one page of documents."""
    lines = []
    for number, document in enumerate(found["documents"], 1):
        name = plain(document["title"])
        shown = f"[{name}]({base}{document['url']})" if base else name
        parts = [shown, _months(document["period"]), f"document_id {document['document_id']}"]
        lines.append(f"{number}. {' · '.join(part for part in parts if part)}")
    return _page(lines, found, "documents")


def passages_text(found: Json, base: str) -> str:
    """Returns ranked passages."""
    lines = [
        _line(number, "", {**passage, "quote": passage["text"]}, base)
        for number, passage in enumerate(found["passages"], 1)
    ]
    return "\n".join([f"Passages for: {found['resolved_question']}", "", *(lines or ["Nothing fits."])])


def read_text(found: Json) -> str:
    """Returns a part of a document; what stands in it is quoted, whatever it says."""
    document, on = found["document"], found["next"]
    told = f"{plain(document['title'])}, characters {found['start']:,} to {found['end']:,} of {found['total']:,}"
    more = f"\n\n(It goes on: read on with start={on}.)" if on is not None else ""
    return f"{told}:\n\n{found['text']}{more}"


def _page(lines: Sequence[str], found: Json, plural: str) -> str:
    head = f"{len(lines)} of {found['total']} {plural}:" if lines else f"No {plural} fit."
    more = f"(There are more: ask for the next page with cursor={found['next']})" if found["next"] else ""
    return "\n".join([head, "", *lines, *(["", more] if more else [])]).strip()


def _line(number: int, facts: str, cited: Mapping[str, Any], base: str) -> str:
    period = cited["period"]
    citation = Citation(
        n=number,
        document_id=cited["document_id"],
        title=cited["title"],
        quote=cited["quote"],
        start=cited["start"],
        end=cited["end"],
        url=cited["url"],
        period=(period["start"], period["end"]) if period else None,
        section=tuple(cited["section"]),
        page=cited["page"],
    )
    lead, line = f"{number}. ", source(citation, base)
    return f"{lead}**{plain(facts)}** {line.removeprefix(lead)}" if facts else line


def _months(period: Json | None) -> str:
    return " to ".join(dict.fromkeys(period.values())) if period else ""


def _days(row: Json) -> str:
    return ", ".join(map(_day, row["intervals"])) or "undated"


def _day(time: Json) -> str:
    return " to ".join(dict.fromkeys((time["start"], time["end"])))


def _role(row: Json) -> str:
    holder = ", ".join(part for part in (row["holder"], row["affiliation"]) if part)
    return f"{row['body']}, {row['label']}: {holder}"


def _figure(row: Json) -> str:
    time = f" ({_day(row['interval'])})" if row["interval"] else ""
    return f"{row['label']}: {row['figure']}{time}"


_FACTS: Mapping[str, Callable[[Json], str]] = {"activities": _days, "roles": _role, "indicators": _figure}
