"""Lines with a label in capitals that issues give to things of a kind: "which podcasts?" asks for "PODCAST: …"."""

import re
from collections import Counter

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.listing import line_of
from ctassist.answering.lists.rows import rows_of
from ctassist.answering.terms import content, generic_actor_stems, generic_event_stems, light_stems, stem, stems, table
from ctassist.answering.understanding.kinds import list_words
from ctassist.answering.understanding.question import Question
from ctassist.model.answer import Status

_LABEL = re.compile(r"\W*(?P<label>[A-Z]{3,}):\s")
_ASKED = re.compile(
    r"\b(?i:which|what|list|show|give|name|all|every|each)\s+(?:(?:me|us|all|every|each|of|the|other)\s+){0,3}(?P<noun>[a-z]{3,})\b"
)
_SEVERAL = 2


def compose_labelled_lines(question: Question, context: Context) -> Draft | None:
    """Answers with every line that is labelled as what is asked for; None for others, and where none is so labelled.

    A heading for such things has lines that need no label.
    """
    asked = _ASKED.search(question.text)
    if asked is None or question.roles or question.unknown:
        return None
    label = stem(asked["noun"])
    if label not in context.catalog.learnt("labels", lambda: _labels(context)):
        return None
    if any(label in words for words in context.catalog.regular_headings(1).values()):
        return None
    wanted = frozenset(token.stem for word in question.topic for token in content(word))
    wanted -= {label} | light_stems() | generic_actor_stems() | list_words("framing") | context.catalog.own_stems
    wanted -= stems(" ".join(table("lists")["pointing"]))
    time = ListedTime.of(question, context)
    rows = [row for row in rows_of(context, time) if _label_of(row.entry.text) == label and time.meets(row.entry)]
    named = frozenset().union(*(stems(entity.key) for entity in question.entities)) - context.catalog.own_stems
    told = [row for row in rows if wanted | named <= stems(row.entry.text)]
    if not told:
        return None
    lines = tuple(line_of([row.entry], told, context) for row in told)
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


def compose_named_label(question: Question, context: Context) -> Draft | None:
    """Answers with the lines that begin with a label which the question names: "Guild updates: ropes, kites".

    It is asked last: that other lines are of the kind as well would be told by those who list them.
    """
    if not _LISTS.match(question.text) or question.roles or question.unknown:
        return None
    asked = frozenset(token.stem for token in content(question.text))
    plain = light_stems() | generic_actor_stems() | generic_event_stems() | list_words("framing")
    plain |= context.catalog.own_stems | stems(" ".join(table("lists")["pointing"]))
    wanted = frozenset(token.stem for word in question.topic for token in content(word)) - plain
    wanted |= frozenset().union(*(stems(entity.key) for entity in question.entities)) - context.catalog.own_stems
    time = ListedTime.of(question, context)
    told = []
    for row in rows_of(context, time):
        match = _NAMED_LABEL.match(row.entry.text)
        label = frozenset(token.stem for token in content(match["label"])) if match else frozenset[str]()
        if len(label) < _SEVERAL or not label <= asked or not time.meets(row.entry):
            continue
        if wanted - label <= stems(row.entry.text) | row.introduced | row.above | stems(row.announced):
            told.append(row)
    if not told:
        return None
    lines = tuple(line_of([row.entry], told, context) for row in told)
    return Draft(Status.ANSWERED, "", lines, coverage=context.coverage(question, matched=len(lines), shown=len(lines)))


_LISTS = re.compile(r"\W*(?:please\s+)?(?:which|what|list|show|give|name)\b", re.IGNORECASE)
_NAMED_LABEL = re.compile(r"\W*(?P<label>[A-Z][\w’'-]*(?:\s+[\w’'-]+){1,3}):\s+(?=\S)")


def _label_of(text: str) -> str | None:
    match = _LABEL.match(text)
    return stem(match["label"].casefold()) if match else None


def _labels(context: Context) -> frozenset[str]:
    counts = Counter(label for entry in context.view.items() if (label := _label_of(entry.text)))
    return frozenset(label for label, count in counts.items() if count >= _SEVERAL)
