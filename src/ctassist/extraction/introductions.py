"""Lines that say whose words stand below them: "Jane Roe reports:" above a block quotation."""

import re
from functools import cache

from ctassist.extraction.sections import one_line
from ctassist.extraction.speakers import Speaker, read_speaker
from ctassist.extraction.vocabulary import alternatives, table

_LONGEST_NAME = 6


@cache
def _introduces() -> re.Pattern[str]:
    verbs = alternatives([*table("speech")["verbs"], *table("speech")["reporting"]])
    # Without a colon nothing may follow the verb: "Jane Roe said that it was late" quotes nobody below.
    return re.compile(
        rf"(?P<speaker>[^.;:“”\"()]{{2,100}}?)(?:\s*\([^()]{{2,60}}\))?,?\s+"
        rf"(?:also\s+|further\s+|then\s+|has\s+|have\s+)*(?P<verb>{verbs})\b(?:[^.;:“”\"]{{0,80}}:)?"
    )


def introduced(words: str) -> tuple[Speaker, str] | None:
    """Who speaks below a line, and the verb that says so; None for a line that introduces nobody's words."""
    match = _introduces().fullmatch(one_line(words))
    if match is None or len(match["speaker"].split()) > _LONGEST_NAME:
        return None
    speaker = read_speaker(match["speaker"].removeprefix("@"))
    return (speaker, match["verb"]) if speaker else None
