"""Composes which versions came out in a time: "which loom version was out in the issue of 3 May?", "which patches?"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ctassist.answering.announcements.releases import AHEAD, RELEASED
from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line, evidence_of
from ctassist.answering.evidence.editions import is_subject, new_version
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.sections import named_section
from ctassist.answering.lists.versions import NumberedThing
from ctassist.answering.terms import content, light_stems, stems
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.question import Question
from ctassist.extraction.sections import one_line
from ctassist.extraction.sentences import sentences
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.text import Span
from ctassist.model.time import Precision

_NOUN = r"(?:versions?|releases?|updates?|patch(?:es)?|batch(?:es)?|builds?)"
_ASKED = re.compile(
    rf"\b(?:which|what)\s+(?P<what>(?:[\w.+/-]+\s+){{0,4}}?{_NOUN})\s+(?P<of>of\s+(?:the\s+)?[\w+-]+\s+)?"
    rf"(?:(?:was|were|is|are|has|have|had|did|been|became|become|newly|just|being)\s+)*"
    rf"(?:{RELEASED}|come\s+out|listed|used|in\s+use|current|reported|mentioned|named|new|recommended|shown)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"\b(?:every|all|each|list)\s+(?:of\s+)?(?:the\s+)?(?P<what>(?:[\w.+/-]+\s+){{1,4}}?{_NOUN})\b"
    rf"|\b(?:which|what)\s+(?P<which>(?:[\w.+/-]+\s+){{1,4}}?(?:versions|releases))\b",
    re.IGNORECASE,
)
"""Asks for all versions of a thing, of whatever time."""
_ALL = re.compile(
    rf"\b(?:list|name|show|give|tell|all|every|each|any)\b(?:\s+(?:me|us|all|every|each|the|of|sets?|series|rounds?|batch(?:es)?|lots?))*"
    rf"\s+(?P<what>(?:[\w.+/-]+\s+){{0,4}}?{_NOUN})\s+(?P<of>of\s+(?:the\s+)?[\w+-]+\s+)?(?:[\w’'-]+\s+){{0,6}}?{RELEASED}\b",
    re.IGNORECASE,
)
"""Wishes for them: "every set of patch releases that was announced as out"."""
_COURSE = re.compile(
    r"\b(?:how\s+(?:did|has|have)|to\s+which|through\s+which|over)\b.*(?<![\w.+/-])(?:(?:versions?|releases?)\s+of\s+(?:the\s+)?(?P<name>[\w.+/-]+)"
    r"|(?P<before>[\w.+/-]+)\s+versions?\s+"
    r"(?:(?:(?:that|which)\s+(?:is|was)\s+)?(?:built|bundled|used|shipped|included|embedded|integrated|vendored|installed|packaged)"
    r"\s+(?:into?|inside|with(?:in)?|by|for)\s+(?:(?:the|our)\s+)?(?P<place>[\w.+/-]+)\s+)?(?:chang|develop|evol|mov|progress|ris|rose|gone?|went|com|came|advanc|grow|grew|increas))",
    re.IGNORECASE,
)
"""Asks for the versions of a thing in their course: "how did the version of loom develop between May and July?"."""
_ROW = r"v?\d+(?:\.\d+)+(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*/\s*)v?\d+(?:\.\d+)+)+"
_SEVERAL = (
    re.compile(
        rf"(?P<all>{_ROW})(?:\s+(?:patch\s+)?{_NOUN})?"
        rf"\s+(?:(?:are|were|have|has|been|is|was|now|all|also|finally)\s+)*{RELEASED}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:released|published|tagged|shipped|issued|pushed(?:\s+out)?|rolled\s+out|put\s+out|brought\s+out)\s+"
        rf"(?:(?!{_NOUN}\s+of\b)[a-z]+\s+){{0,3}}?(?P<all>{_ROW})",
        re.IGNORECASE,
    ),
)
"""Several versions in a row that came out: "1.20.6, 1.19.10, and 1.18.18 are available", "issued 1.20.6 and 1.19"."""
_ONE = re.compile(
    rf"^\W*(?:the\s+)?(?:(?P<name>[\w+-]+)\s+)?(?P<all>v?\d+(?:\.\d+)+)"
    rf"\s*,?\s+(?:(?:was|is|has|been|now|also|finally)\s+)*{RELEASED}\b",
    re.IGNORECASE,
)
"""A single version that a sentence begins with: "Version 1.15.12, released last week, is the final patch"."""
_BRANCH = re.compile(r"(?<![\w.])v?(?P<number>\d+\.\d+)(?![\w.])")
_FAMILY = re.compile(r"(?<![\w.])v?(?P<number>\d+(?:\.\d+)*)\.[xX*](?![\w.])")
"""All versions of a branch: "the 1.16.x releases"."""
_LISTED = re.compile(
    r"^\W*(?:(?:please|and|so)\W+)*(?:which|what|list|name|show|give|tell|all|every|the|any|v?\d)", re.IGNORECASE
)
_CAME_OUT = re.compile(rf"\b{RELEASED}\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|has|have|had|been|came|appeared|landed|arrived|went)\b", re.IGNORECASE)
_NOT_OUT = re.compile(
    r"\b(?:not|never|failed|cancelled|canceled|skipped|due|soon|next|tomorrow|later)\b|n[’']t\b", re.IGNORECASE
)
_WAYS = stems(
    "patch update release version batch build new stable minor major security bugfix maintenance point latest newest"
)


def compose_versions_out(question: Question, context: Context) -> Draft | None:
    """Answers which versions came out, in the asked time or issue; None where no line of it says so."""
    if (family := _FAMILY.search(question.text)) and _LISTED.match(question.text):
        return _answer(tuple(_of_branch(family["number"], question, context)), question, context)
    asked, course = _ASKED.search(question.text) or _ALL.search(question.text), _COURSE.search(question.text)
    whenever = question.interval is None and question.document_ids is None
    every = not course and (asked is None or whenever)
    if every and (not _EVERY.search(question.text) or named_section(question.text, context.catalog)):
        return None
    if asked and _PAST.search(asked.group()) and _is_ahead(question, context):
        # What is planned for then has not come out.
        return Draft(Status.NOT_FOUND, context.does_not_say(), coverage=context.coverage(question), final=True)
    thing = NumberedThing(course["name"] or course["before"]) if course else NumberedThing.of(question)
    own = thing is None or stems(thing.name) <= _WAYS or _is_whole(thing.name, context)
    if own and every:
        return None
    entries = _entries_of_time(question, context)
    lines = tuple(_in_a_row(asked, entries, context)) if own and asked else ()
    lines = lines or (tuple(_of_thing(thing, entries, context)) if thing else ())
    if course and course["place"] and not any(stems(course["place"]) <= stems(line.text) for line in lines):
        return None  # What is built into something else has its own versions.
    return _answer(lines, question, context)


def _is_ahead(question: Question, context: Context) -> bool:
    """Tells whether the asked time begins when the newest issue is over."""
    newest = context.catalog.newest_day()
    return question.interval is not None and newest is not None and question.interval.start > newest


def _answer(lines: tuple[Line, ...], question: Question, context: Context) -> Draft | None:
    if not lines:
        return None
    coverage = context.coverage(question, matched=len(lines), shown=len(lines))
    return Draft(Status.ANSWERED, "", lines, coverage=coverage, final=True)


def _of_branch(number: str, question: Question, context: Context) -> Iterator[Line]:
    """The sentences that name a version of a branch, with all else that is asked.

    Of "which came out" those that tell of one to come, or of none, are left out.
    """
    of_branch = re.compile(rf"(?<![\w.])v?{re.escape(number)}\.\d+(?!\w)", re.IGNORECASE)
    rest = _FAMILY.sub(" ", question.timeless or question.text)
    came_out = _CAME_OUT.search(rest)
    words = [token for token in content(_CAME_OUT.sub(" ", rest)) if not _is_whole(token.text, context)]
    wanted = {token.stem for token in words} - _WAYS - light_stems() - list_words("framing") - list_words("listing")
    for entry in _entries_of_time(question, context):
        text = context.text(entry.document_id)
        if not of_branch.search(entry.text):
            continue
        other = new_version(entry.text, entry.record.section)
        if other and stems(other["thing"]).isdisjoint(stems(question.text)):
            continue  # "Kettle to 1.4.2" is no version of what goes without a name.
        for span in sentences(text, entry.record.span):
            said = one_line(span.of(text))
            ahead = came_out and (AHEAD.search(said) or _NOT_OUT.search(said))
            if of_branch.search(said) and not ahead and wanted - context.catalog.own_stems <= stems(said):
                yield _line(entry, span, said, context)


def _entries_of_time(question: Question, context: Context) -> list[Entry[Item]]:
    """The lines of the asked time, by the dates that the ledger has for them, else by their own."""
    time, asked = ListedTime.of(question, context), question.interval
    entries = [e for e in context.view.items(context.document_ids) if time.may_meet(e.document_id)]
    if asked is None or time.by_issue:
        return [e for e in entries if time.meets(e)]
    dated = {
        (row.document_id, row.record.span): row.record.intervals
        for row in context.view.activities(document_ids=context.document_ids)
        if all(day.precision is not Precision.ISSUE for day in row.record.intervals)
    }
    known = ((e, dated.get((e.document_id, e.record.span), ())) for e in entries)
    return [e for e, days in known if (any(asked.meets(day) for day in days) if days else time.meets(e))]


def _is_whole(name: str, context: Context) -> bool:
    """Tells whether a name with a capital is that of what the whole archive is about: its versions may go unnamed."""
    return name[0].isupper() and is_subject(name, replace(context, document_ids=None))


def _of_thing(thing: NumberedThing, entries: list[Entry[Item]], context: Context) -> Iterator[Line]:
    """The lines that give a version of the thing that is named: "loom to v2.1", "weavers/loom v2.1: …"."""
    for entry in entries:
        if any(_is_told(words, thing) for words in _sentences(entry.text)):
            source = context.source(entry.document_id)
            yield Line(f"{one_line(entry.text)} ({source})", (evidence_of(entry),), None, frame=(source,))


def _sentences(text: str) -> Iterator[str]:
    return (span.of(text) for span in sentences(text, Span(0, len(text))))


_FROM = re.compile(r"(?<![\w-])(?:from|since|until|before|(?<!new\s)(?:in|of))\s+$", re.IGNORECASE)
"""What is left behind or waited for is no news, nor what is told of it: "Moving from loom 0.9", "a flaw of it"."""
_RIGHT_BEHIND = re.compile(r"(?:\S*\s+){0,3}\S*")


def _is_told(sentence: str, thing: NumberedThing) -> bool:
    """Tells whether a sentence gives a version as one that is there: "loom 3.0 will be out in May" does not."""
    found = thing.versions_in(sentence)
    if found is None or _FROM.search(sentence[: found.start()]):
        return False
    behind = _RIGHT_BEHIND.match(sentence, found.end())
    return not AHEAD.search(sentence[: behind.end() if behind else found.end()])


def _in_a_row(asked: re.Match[str], entries: list[Entry[Item]], context: Context) -> Iterator[Line]:
    """The sentences that tell of several versions that came out, of the branch that is named if one is."""
    branch = _BRANCH.search(asked["what"])
    words = f"{asked['what']} {asked['of'] or ''}"
    named = [token for token in content(_BRANCH.sub(" ", words)) if not _is_whole(token.text, context)]
    wanted = {token.stem for token in named} - _WAYS - light_stems() - context.catalog.own_stems
    for entry in entries:
        text = context.text(entry.document_id)
        for span in sentences(text, entry.record.span):
            said = one_line(span.of(text))
            match = next((found for way in _SEVERAL if (found := way.search(said))), None)
            match = match or _alone(said, asked, context)
            if not match or AHEAD.search(said[: match.end()]) or not wanted <= stems(said):
                continue
            if branch and not re.search(rf"(?<![\d.])v?{re.escape(branch['number'])}\.\d", match["all"]):
                continue
            yield _line(entry, span, said, context)


def _alone(said: str, asked: re.Match[str], context: Context) -> re.Match[str] | None:
    """The single version of the whole that a sentence tells of; a patch has a number behind that of its branch."""
    match = _ONE.search(said)
    if match is None or (_PATCH.search(asked["what"]) and not _PATCHED.fullmatch(match["all"])):
        return None
    name = match["name"]
    return match if name is None or stems(name) <= _WAYS or _is_whole(name, context) else None


_PATCH = re.compile(r"\b(?:patch(?:es)?|bug-?fix|maintenance|point)\b", re.IGNORECASE)
_PATCHED = re.compile(r"v?\d+\.\d+\.0*[1-9]\d*", re.IGNORECASE)


def _line(entry: Entry[Item], span: Span, said: str, context: Context) -> Line:
    source = context.source(entry.document_id)
    evidence = Evidence(entry.document_id, span, entry.record.section, entry.record.page)
    return Line(f"{said} ({source})", (evidence,), None, frame=(source,))
