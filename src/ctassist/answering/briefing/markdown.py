"""A briefing as Markdown (CommonMark): words of the archive are shown, never taken for Markdown or HTML."""

import re
from collections.abc import Iterator

from ctassist.answering.briefing.headings import SOURCES
from ctassist.answering.briefing.sources import marks, one_line, origin
from ctassist.model.briefing import Briefing, BriefLine, BriefSection

_MEANING = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|~(?=~)|&(?=#?\w+;)")


def markdown(briefing: Briefing) -> str:
    """Returns the briefing with its numbered sources; a marker ``[n]`` is the number of its source."""
    parts = [f"# {escaped(briefing.title)}", escaped(briefing.searched)]
    for section in briefing.sections:
        parts += _section(section)
    if briefing.citations:
        told = [f"{c.n}. {escaped(origin(c))}: “{escaped(one_line(c.quote))}”" for c in briefing.citations]
        parts += [f"## {SOURCES}", "\n".join(told)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """A text on one line in which nothing has a meaning in Markdown, unless it is the first on its line."""
    return _MEANING.sub(r"\\\g<0>", one_line(text))


def _section(section: BriefSection) -> Iterator[str]:
    yield f"## {escaped(section.heading)}"
    groups: dict[str, list[BriefLine]] = {}
    for line in section.lines:
        groups.setdefault(line.group, []).append(line)
    for group, lines in groups.items():
        if group:
            yield f"### {escaped(group)}"
        yield "\n".join(f"- {_line(line)} {marks(line.citations)}" for line in lines)


def _line(line: BriefLine) -> str:
    lead, rest = escaped(line.lead), line.text[len(line.lead) :]
    gap = " " if rest[:1].isspace() else ""
    return f"{f'**{lead}**' if lead else ''}{gap}{escaped(rest)}"
