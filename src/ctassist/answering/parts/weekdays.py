"""Composes what a schedule has on a day of the week: "Which meetings of the Docs Group are on Mondays?"."""

import re

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Line, evidence_of
from ctassist.answering.parts.headed import named_pages, naming_words
from ctassist.answering.terms import bodies, content, event_stems, is_body_noun, light_stems, stem, stems
from ctassist.answering.understanding.framing import asking_stems
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status

_DAY = r"(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_ASKED = re.compile(
    rf"\b(?:which|what|list|show|all|any|name|give)\b[^?]*\b(?P<what>meetings?|calls?|sessions?|sittings?|gatherings?|rehearsals?|classes|courses)\b"
    rf"[^?]*\b(?:on|each|every)\s+(?:a\s+)?{_DAY}\b",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"\b{_DAY}\b")


def compose_weekday(question: Question, context: Context) -> Draft | None:
    """Answers with the lines of a schedule that have the asked day of the week; None without any, or for others.

    The schedule is that of the page that the question names, else that of any page.
    """
    match = _ASKED.search(question.text)
    if match is None or question.interval is not None:
        return None
    pages = named_pages(question, context)
    meeting = event_stems() | list_words("gatherings") | stems(match["what"])
    named = frozenset().union(*(naming_words(document.title) for document in pages)) if pages else frozenset()
    wanted = _narrowing(question, match, context) - named
    lines = []
    for entry in context.view.items([document.id for document in pages] if pages else context.document_ids):
        words = one_line(entry.text)
        days = {found["day"].casefold() for found in _TOLD.finditer(words)}
        told = stems(" ".join((words, *entry.record.section)))
        if days == {match["day"].casefold()} and told & meeting and wanted <= told:
            source = context.source(entry.document_id)
            lines.append(Line(f"{words} ({source})", (evidence_of(entry),), None, frame=(source,)))
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", tuple(lines), coverage=coverage)


def _narrowing(question: Question, match: re.Match[str], context: Context) -> frozenset[str]:
    """What a question says of the meetings beside the group whose they are, and the day."""
    asked = {token.stem for word in question.subject for token in content(word) if not is_body_noun(token)}
    ways = light_stems() | asking_stems() | event_stems() | list_words("gatherings") | list_words("gathering")
    ways |= (
        context.catalog.title_stems
        | set(map(stem, bodies()["abbreviations"]))
        | stems(match["what"])
        | {stem(f"{match['day']}day"), stem(f"{match['day']}days")}
    )
    return frozenset(asked) - ways - stems("take place held hold occur happen fall scheduled regular regularly weekly")
