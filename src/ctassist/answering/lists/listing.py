"""Composes lists of lines that are no events: proposals approved, posts, adverts, what a section holds or names.

A line belongs to a list when it, the headings above it, the sentence that introduces it and the title of its document
together hold all that the question names.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from ctassist.answering.context import Context
from ctassist.answering.draft import Draft, Evidence, Line, evidence_of
from ctassist.answering.evidence.charts import asks_for_words, tells_posts_alone
from ctassist.answering.evidence.frames import (
    is_address,
    is_credit,
    is_form,
    is_on_roll,
    is_vote,
    says_nothing,
    without_frames,
)
from ctassist.answering.lists.alternatives import named_or_said
from ctassist.answering.lists.concerned import concerns, what_is_concerned
from ctassist.answering.lists.initials import says_initials
from ctassist.answering.lists.listed_time import ListedTime
from ctassist.answering.lists.marks import denial_of, of_mark
from ctassist.answering.lists.named_groups import is_of_named_group
from ctassist.answering.lists.nested import lead_of_short
from ctassist.answering.lists.rows import Row, rows_of
from ctassist.answering.lists.sections import Rubrics, Section, headed_in_full, named_section, quotes_heading
from ctassist.answering.lists.selection import asks_for_gatherings
from ctassist.answering.lists.versions import NumberedThing
from ctassist.answering.lists.wanted import (
    asks_for_list,
    done_stems,
    listed_doers,
    listed_stems,
    loosened,
    named_subjects,
    tells_of_bodies,
    wanted_kinds,
    wanted_terms,
)
from ctassist.answering.synonyms import meanings, said_by_initials, said_in_brackets, said_otherwise
from ctassist.answering.terms import (
    content,
    fold,
    function_words,
    generic_actor_stems,
    generic_event_stems,
    is_body_noun,
    stems,
    tokens,
)
from ctassist.answering.understanding.catalog import plain_heading
from ctassist.answering.understanding.kinds import kinds_in
from ctassist.answering.understanding.name_forms import mentions
from ctassist.answering.understanding.question import Intent, Question, Wants
from ctassist.answering.understanding.role_scope import MEMBER
from ctassist.answering.word_forms import lacks_name, plural_names, said_within
from ctassist.extraction.demonyms import place_said
from ctassist.extraction.glossary import is_roster
from ctassist.extraction.places import find_places, lies_in
from ctassist.extraction.sections import one_line
from ctassist.model.answer import Status
from ctassist.model.archive import Entry
from ctassist.model.records import Item
from ctassist.model.text import BlockKind
from ctassist.model.time import Precision

_MOST = 300
_SEVERAL = 2
_TOPICAL = re.compile(
    r"\b(?:history of|(?:all|lines?|items?|news)\s+(?:\w+\s+)?(?:on|about|regarding|concerning)"
    r"|(?:everything|anything|whatever)\s+(?:[\w’'-]+\s+){0,4}?(?:on|about|regarding|concerning)"
    r"|what (?:has|have|had|(?:is )?there|do we have)\b.{0,60}?\b(?:about|on|regarding|concerning))\b",
    re.IGNORECASE,
)
"""Asks for all on a subject, wherever it stands."""


def compose_listing(question: Question, context: Context) -> Draft | None:
    """Answers with every line that the question names; None when it asks for no list, or no line holds all of it."""
    section = named_section(question.text, context.catalog)
    if section is None and quotes_heading(question.text):
        return None
    rubrics = Rubrics.of(question.text, context.catalog)
    named_freely = section is None and not rubrics.headings and question.wants is Wants.ANYTHING
    whole = headed_in_full(question.text, context.catalog) if named_freely else None
    section = whole or section
    if set(question.roles) - {MEMBER} or question.unknown or not (section or asks_for_list(question, rubrics.asked)):
        return None
    terms, names = named_or_said(wanted_terms(question, section, context), question)
    question = replace(question, entities=names) if names != question.entities else question
    if not (terms or question.entities or question.places or section or rubrics.headings or wanted_kinds(question)):
        return None
    time = _time_of_rubric(question, context) if rubrics.headings else ListedTime.of(question, context)
    names_alike = plural_names(question.text, context.texts_in_scope())
    rows: list[Row] = []
    for enough in chain(
        loosened(terms, question, rubrics.asked), _without_own_subject(terms, section, question, context)
    ):
        matching = _matching(enough, question, section, rubrics, time, context)
        listed = _of_those_listed(matching, enough, question, context)
        rows = _telling(_without_details(listed, enough), question, section, rubrics, context)
        rows = of_mark(rows, [row.entry.text for row in rows], question.text)
        rows = [row for row in rows if not lacks_name(names_alike, row.entry.text)]
        if denies := denial_of(question.text):
            rows = [row for row in rows if not denies(row.entry.text)]
        if asks_for_words(question):
            rows = [r for r in rows if not tells_posts_alone(r.entry.document_id, r.entry.record.span, context)]
        if question.intent is Intent.ACTIVITIES and section is None:
            rows = [row for row in rows if not _charts_posts(row, context)]
        if rows:
            break
    if not rows or ((section is None or whole) and _is_feature(question, rows, context)):
        return None
    topic = what_is_concerned(question.timeless or question.text) if rubrics.headings else ""
    rows = [row for row in rows if concerns(topic, " | ".join((row.entry.text, *row.entry.record.section)))]
    if not rows:
        return None
    lines = tuple(line_of(same, rows, context) for same in once(rows, context))
    return Draft(
        Status.PARTIAL if len(lines) > _MOST else Status.ANSWERED,
        "",
        lines[:_MOST],
        coverage=context.coverage(question, matched=len(lines), shown=min(len(lines), _MOST)),
    )


_MOST_DOCUMENTS = 0.6
"""What so large a share of the documents name is what the archive is about, and narrows no section of it."""


def _without_own_subject(
    terms: Sequence[frozenset[str]], section: Section | None, question: Question, context: Context
) -> Iterator[tuple[frozenset[str], ...]]:
    """The words without names that most documents have, where a section is named: "updates of Kites under …"."""
    names = frozenset(
        word for token in tokens(question.text)[1:] if token.text[0].isupper() for word in stems(token.text)
    )
    named = [term for term in terms if term <= names]
    if section is None or not named or len(named) == len(terms):
        return
    texts = [stems(context.text(document.id)) for document in context.documents()]
    most = _MOST_DOCUMENTS * len(texts)
    everywhere = [term for term in named if sum(bool(term & words) for words in texts) >= most]
    if everywhere:
        yield tuple(term for term in terms if term not in everywhere)


def _telling(
    rows: Sequence[Row], question: Question, section: Section | None, rubrics: Rubrics, context: Context
) -> list[Row]:
    """The rows without those that only frame others; of a rubric that the question names only what stands in it."""
    rows = [row for row in rows if not (row.leads or says_nothing(row.entry.text) or is_form(row.entry.text, context))]
    rows = [row for row in rows if not is_address(row.entry.text)] or rows
    most = max((rubrics.rank(row.entry.record.section) for row in rows), default=0)
    if section is None and not most:
        # A name on a roll says nothing of a group that has some of its words.
        rows = [row for row in rows if not is_on_roll(row.entry.text)]
    if section is None and most and not _TOPICAL.search(question.text):
        rows = [row for row in rows if rubrics.rank(row.entry.record.section) == most]
    if section or most:
        telling = without_frames([row.entry for row in rows], context)
        listed = [row for row in rows if row.entry in telling]
        told = [row for row in listed if not (is_vote(row.entry.text) or is_credit(row.entry.text))]
        rows = told or listed or rows
    elif _TOPICAL.search(question.text):
        rows = [row for row in rows if not _holds_role(row, context)]
    else:
        # What is said of loans is no loan.
        rows = [row for row in rows if not _QUOTATION.match(row.entry.text)] or rows
    return list(rows)


_QUOTATION = re.compile(r"\s*[“\"«„][^“”\"«»„]{12,}[”\"»“]")


def _without_details(rows: list[Row], terms: Sequence[frozenset[str]]) -> list[Row]:
    """The rows without those that are nested under others of several and say nothing of what is asked themselves."""
    under = {(row.entry.document_id, *row.entry.record.section) for row in rows}
    heads = [
        (row, place)
        for row in rows
        if not row.leads
        and (place := (row.entry.document_id, *row.entry.record.section, " ".join(row.entry.text.split()))) in under
    ]
    if len(heads) < _SEVERAL:
        return rows
    nested = {place for _, place in heads}
    return [
        row
        for row in rows
        if (row.entry.document_id, *row.entry.record.section) not in nested
        or any(term & stems(row.entry.text) for term in terms)
    ]


def _of_those_listed(
    rows: list[Row], terms: Sequence[frozenset[str]], question: Question, context: Context
) -> list[Row]:
    """Only the lines below a heading that says all that is asked, where there is one: "Clubs of the Guild".

    Of "which members" only those lines, where some are, that speak of members or stand below such a heading.
    """
    listed = listed_stems(question.text)
    if terms and question.entities and not question.places and not _TOPICAL.search(question.text):
        headed = [row for row in rows if any(_says_all(h, terms, question) for h in row.entry.record.section)]
        rows = headed or rows
    actors = listed & (generic_actor_stems() | listed_doers(question.text))
    rows = [row for row in rows if actors & (row.above | stems(row.entry.text))] or rows
    for name in _names_of_several_words(question.text):
        # The title of a report may share one word of a name: "Rope Loft" is not all of the Ropes Group.
        named = [
            row
            for row in rows
            if name <= row.above | stems(row.entry.text)
            or any(says_initials(row.entry.text, entity, row.entry, context) for entity in question.entities)
        ]
        if not any(name <= stems(context.document(row.entry.document_id).title) for row in rows):
            rows = named or rows
    if done := done_stems(question.text):
        rows = [row for row in rows if _says_done(row, done, context)] or rows
    if labelled := _labelled(rows, terms):
        rows = [
            row
            for row in rows
            if row in labelled or any(_says_all(h, terms, question) for h in row.entry.record.section)
        ]
    if thing := NumberedThing.of(question):
        own = context.catalog.title_stems
        rows = [row for row in rows if thing.has_version(row.entry.text, row.above - own)] or rows
    return rows


def _says_done(row: Row, done: frozenset[str], context: Context) -> bool:
    """Tells whether a line, or a regular heading above it, says what was done: a feature's own title does not."""
    regular = context.catalog.regular_headings(_SEVERAL)
    headings = " ".join(heading for heading in row.entry.record.section if plain_heading(heading) in regular)
    return not done.isdisjoint(stems(f"{row.entry.text} {headings}"))


_NAME = re.compile(r"(?<=[^\W_]\s)[A-Z][\w-]+(?:\s+[A-Z][\w-]+)+")


def _names_of_several_words(text: str) -> list[frozenset[str]]:
    """The stems of each name of several words in a question, but those of bodies: a noun may stand for their kind."""
    names = [match.group() for match in _NAME.finditer(text)]
    return [stems(name) for name in names if not named_subjects(name)]


_LABEL = re.compile(r"\W*(?P<label>[A-Z][\w’' -]{2,40}):\s")


def _labelled(rows: Sequence[Row], terms: Sequence[frozenset[str]]) -> list[Row]:
    """The rows, in several documents, with a label that says all that is asked: "Next deadline: 4 May"."""
    found = [
        row
        for row in rows
        if terms
        and (match := _LABEL.match(row.entry.text))
        and all(term & stems(match["label"]) for term in terms)
        and len(content(match["label"])) >= len(terms)
    ]
    return found if len({row.entry.document_id for row in found}) >= _SEVERAL else []


def _says_all(heading: str, terms: Sequence[frozenset[str]], question: Question) -> bool:
    words = stems(heading)
    return (
        all(term & words for term in terms)
        and all(mentions(heading, entity) for entity in question.entities)
        and {token.stem for token in content(heading)} <= stems(question.text)
    )


def _holds_role(row: Row, context: Context) -> bool:
    """Tells whether a line only names a holder: who leads a body is no news of it."""
    held = context.view.roles(document_ids=[row.entry.document_id])
    span = row.entry.record.span
    return any(
        role.record.span.start <= span.start
        and span.end <= role.record.span.end
        and row.entry.text.startswith(role.record.holder)
        for role in held
    )


def _charts_posts(row: Row, context: Context) -> bool:
    """Tells whether a line is a piece of a chart of posts: whoever has one has done nothing by that."""
    span = row.entry.record.span
    held = context.view.roles(document_ids=[row.entry.document_id])
    return any(
        role.record.interval is None and role.record.span.start <= span.start and span.end <= role.record.span.end
        for role in held
    )


def compose_rubric(question: Question, context: Context) -> Draft | None:
    """Answers what stands under a regular heading that the question names, where the lines there have no dates."""
    rubrics = Rubrics.of(question.text, context.catalog)
    if not rubrics.headings:
        return None
    if question.document_ids is not None or _time_of_rubric(question, context).by_issue:
        return compose_listing(question, context)  # Whatever dates its lines bear: the issue has them.
    for row in context.view.activities(dated=True, document_ids=context.document_ids):
        own = any(interval.precision is not Precision.ISSUE for interval in row.record.intervals)
        if own and rubrics.rank(row.record.section):
            return None
    return compose_listing(question, context)


def _time_of_rubric(question: Question, context: Context) -> ListedTime:
    """The time of what stands under a heading: that of the issue whose days are asked for, but for a calendar's."""
    time = ListedTime.of(question, context)
    return replace(time, by_issue=True) if time.covers_an_issue and not asks_for_gatherings(question) else time


def compose_section(question: Question, context: Context) -> Draft | None:
    """Answers what a section holds that is asked for by its heading; None when none is."""
    return compose_listing(question, context) if named_section(question.text, context.catalog) else None


def _is_feature(question: Question, rows: Sequence[Row], context: Context) -> bool:
    """Tells whether the lines are paragraphs of a regular section that the question names: they belong together.

    "Network News" is a heading of nothing but ordinary words: what stands there is many things.
    """
    asked = stems(question.text)
    named = {
        heading
        for heading, words in context.catalog.regular_headings(2).items()
        if len(words) > 1 and words <= asked and not _is_ordinary(heading)
    }
    return any(
        block.kind is BlockKind.PARAGRAPH
        for row in rows
        if named & {plain_heading(heading) for heading in row.entry.record.section}
        for block in context.view.blocks_at(row.entry.document_id, row.entry.record.span)
    )


def _is_ordinary(heading: str) -> bool:
    ordinary = generic_event_stems() | generic_actor_stems()
    return all(token.stem in ordinary or is_body_noun(token) for token in content(heading))


def _matching(
    terms: Sequence[frozenset[str]],
    question: Question,
    section: Section | None,
    rubrics: Rubrics,
    time: ListedTime,
    context: Context,
) -> list[Row]:
    rows = [row for row in rows_of(context, time) if _fits(row, terms, question, section, rubrics, context)]
    return [row for row in rows if time.meets(row.entry)]


def _fits(
    row: Row,
    terms: Sequence[frozenset[str]],
    question: Question,
    section: Section | None,
    rubrics: Rubrics,
    context: Context,
) -> bool:
    entry = row.entry
    if section and not section.holds(entry.record.section):
        return False
    if not is_of_named_group(entry.document_id, entry.text, entry.record.section, question, context):
        return False
    title = context.document(entry.document_id).title
    own = stems(entry.text)
    titled = (stems(title) | context.catalog.folder_stems(entry.document_id)) - context.catalog.title_stems
    named = rubrics.said(entry.record.section)
    # Where one of several headings is named, the words for the others need not be said.
    headed = (rubrics.asked if named else frozenset()) | (section.words if section else frozenset())
    around = own | row.above | row.introduced | stems(row.announced) | titled | headed
    if not all(term & around for term in terms):
        asked = meanings(question.text)
        otherwise = said_otherwise(asked, entry.text) | said_within(question.text, entry.text)
        headings = " | ".join(entry.record.section)
        above = said_otherwise(asked, headings) | said_by_initials(question.text, entry.text)
        above |= said_in_brackets(question.text, f"{entry.text} | {headings}")
        if not all(term & (around | otherwise | above) for term in terms):
            return False
        own |= otherwise
    whole = " ".join((entry.text, *entry.record.section, row.announced, title))
    if not all(
        mentions(whole, entity) or stems(entity.key) <= named or says_initials(entry.text, entity, entry, context)
        for entity in question.entities
    ):
        return False
    if not tells_of_bodies(question, f"{entry.text} {row.announced}"):
        return False
    kinds = wanted_kinds(question)
    below = bool(terms) and all(term & row.above for term in terms)  # The headings say all that is asked.
    if kinds and not any(
        kind.says & headed
        or (below and kind.says & row.above)
        or kind.told_in(entry.text, entry.record.section, context.catalog.title_stems)
        for kind in kinds
    ):
        return False
    if question.places and not _in_places(entry.text, question):
        return False
    of_document = bool(named) and not question.entities and all(term & (rubrics.asked | titled) for term in terms)
    in_rubric = len(named) > 1 or of_document
    subjects = named_subjects(question.text)
    # Whose report it is need not be said in it.
    if headed_by(entry.record.section, question):
        subjects |= titled
    unsaid = tuple(term for term in terms if not term & titled & subjects)
    return bool(section) or in_rubric or _is_about(row, own, unsaid if unsaid else terms, question, context)


def headed_by(section: Sequence[str], question: Question) -> bool:
    """Tells whether a question says the whole of a heading: below "Next steps" of its minutes a meeting goes unsaid."""
    asked = stems(question.text)
    return any(words and words <= asked for words in map(stems, section[-1:]))


def _is_about(
    row: Row, own: frozenset[str], terms: Sequence[frozenset[str]], question: Question, context: Context
) -> bool:
    """A title or an introduction alone makes no line one of the list: it, or its headings, must say something asked."""
    named = any(
        mentions(row.entry.text, entity) or says_initials(row.entry.text, entity, row.entry, context)
        for entity in question.entities
    )
    if not (terms or question.entities):
        return bool(kinds_in(question.topic) or question.places)  # That is all that is asked, and the line is of it.
    if named or any(term & own for term in terms):
        # Below "Partners" a name alone says who is one.
        headed = bool(terms) and all(term & row.above for term in terms)
        return headed or not _only_names(row.entry.text, question)
    above = " ".join((*row.entry.record.section, row.announced))
    if any(mentions(above, entity) for entity in question.entities):
        return True
    heads = row.above | stems(row.announced)
    if listed_stems(question.text) & stems(row.announced):
        heads |= row.introduced  # "We held the spring review. Some lessons:" are lessons of the spring review.
    return bool(terms) and all(term & heads for term in terms)


def _only_names(text: str, question: Question) -> bool:
    """Tells whether a line is nothing but the name asked for, as in a list of members, or one of many names."""
    if question.entities and is_roster(one_line(text)):
        return True
    rest = text
    for form in sorted((form for entity in question.entities for form in entity.forms), key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", " ", rest)
    return bool(question.entities) and not [t for t in content(rest) if fold(t.text) not in function_words()]


def _in_places(text: str, question: Question) -> bool:
    found = [f.place for f in find_places(" ".join(text.split()))]
    if _TOPICAL.search(question.text):
        found += [place for token in tokens(text) if (place := place_said(token.text))]
    return any(lies_in(place, asked) for place in found for asked in question.places)


def once(rows: Iterable[Row], context: Context) -> list[list[Entry[Item]]]:
    """Lines of the same words, in whatever documents, are one; short ones only below the same line."""
    same: dict[tuple[str, str], list[Entry[Item]]] = {}
    for row in rows:
        above = row.entry.record.section[-1] if lead_of_short(row.entry, context) else ""
        same.setdefault((above, " ".join(fold(row.entry.text).split())), []).append(row.entry)
    return list(same.values())


def line_of(entries: Sequence[Entry[Item]], rows: Sequence[Row], context: Context) -> Line:
    """One line for what several places say in the same words; a short one with the line that it stands below."""
    first = entries[0]
    # The same words on several pages say something of each; in several issues they repeat one thing.
    pages = [entry.document_id for entry in entries if context.document(entry.document_id).period is None]
    issue = "; ".join(dict.fromkeys(map(context.source, pages or [first.document_id])))
    text = " ".join(first.text.split()).strip(" |")
    evidence: tuple[Evidence, ...] = tuple(evidence_of(entry) for entry in entries)
    lead = lead_of_short(first, context)
    if lead and lead.span not in {row.entry.record.span for row in rows}:
        text = f"{one_line(context.quote(lead.document_id, lead.span)).rstrip(':')} – {text}"
        evidence = (lead, *evidence)
    return Line(f"{text} ({issue})", evidence, None, frame=(issue,))
