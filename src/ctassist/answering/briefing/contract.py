"""A briefing as JSON."""

from ctassist.answering.briefing.markdown import markdown
from ctassist.model.briefing import Briefing, BriefSection
from ctassist.model.contract import Json, citation_json, coverage_json


def briefing_json(briefing: Briefing) -> Json:
    """Returns the briefing with its Markdown; the text of lines is plain and without markers."""
    return {
        "title": briefing.title,
        "searched": briefing.searched,
        "coverage": coverage_json(briefing.coverage),
        "markdown": markdown(briefing),
        "sections": [_section_json(section) for section in briefing.sections],
        "citations": [citation_json(citation) for citation in briefing.citations],
    }


def _section_json(section: BriefSection) -> Json:
    lines = [
        {"text": line.text, "group": line.group or None, "citations": list(line.citations)} for line in section.lines
    ]
    return {"heading": section.heading, "lines": lines}
