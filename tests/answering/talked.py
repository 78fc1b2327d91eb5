"""Follow-ups, changes of subject, and questions that the archive does not answer."""

from collections.abc import Iterator
from itertools import pairwise

from tests.answering.asking import Asker, absent, case, day_patterns, listing, said_month, told_once
from tests.answering.stated import DEEDS, figure_case, held, role_words, strangers
from tests.archives import truth

from ctassist.evaluation.cases import Case


def cases(asker: Asker) -> Iterator[Case]:
    for made in (after_roles(asker), after_lists(asker), after_facts(asker), changed(asker), nothing(asker)):
        yield from (one for one in made if one is not None)


def after_roles(asker: Asker) -> Iterator[Case]:
    for at, wording in enumerate(
        ("And its {several}s?", "And who are the {several}s?", "Who are its {several}s?", "What about the {several}s?")
    ):
        group = asker.groups[at % len(asker.groups)]
        words, several = role_words(group), group.posts[1].role
        facts = held(several, truth.holders(asker.archive, group.name, several))
        first = "Who {verbs} the {group}?".format(**words)
        yield case(
            "follow-up", wording.format(several=several), first, facts=facts, forbid=strangers(asker.archive, group)
        )
    for at, wording in enumerate(
        ("What about the {group}?", "And the {group}?", "And the one on {name}?", "And who {verbs} the {group}?")
    ):
        other, group = asker.groups[at % len(asker.groups)], asker.groups[(at + 1) % len(asker.groups)]
        words = role_words(group)
        facts = held(words["role"], truth.holders(asker.archive, group.name, words["role"]))
        before = "Who {verbs} the {group}?".format(**role_words(other))
        yield case("follow-up", wording.format(**words), before, facts=facts, forbid=strangers(asker.archive, group))


def after_lists(asker: Asker) -> Iterator[Case | None]:
    archive, months = asker.archive, asker.months
    pairs = list(pairwise(months))
    for wording in ("And in {month}?", "What about {month}?", "And {name}?", "The same for {month}, please."):
        one, other = asker.random.choice(pairs)
        before = f"What happened in {said_month(one)}?"
        question = wording.format(month=said_month(other), name=f"{other.start:%B}")
        yield listing("follow-up", question, archive, before, start=other.start, end=other.end)
    for wording in ("What about {who}?", "And {who}?", "And what did {who} do?"):
        one_acronym, who = asker.random.sample(asker.acronyms, 2)
        yield listing("follow-up", wording.format(who=who), archive, f"What did {one_acronym} do?", by=who)
    lines = [line for line in archive.lines if line.when and line.where]
    for wording in ("And in {place}?", "What about {place}?"):
        line, first = asker.random.sample(lines, 2)
        place = line.where[0].lies_in[-1].replace("Americas", "the Americas")
        before = f"What happened in {first.where[0].lies_in[0]}?"
        yield listing("follow-up", wording.format(place=place), archive, before, place=place.removeprefix("the "))
    for wording in ("And in {month}?", "What about {month} only?"):
        line = asker.random.choice(lines)
        asked = next(month for month in months if month.contains(line.when[0].start))
        before, who = f"Which activities involved {line.who[0].acronym}?", line.who[0].acronym
        question = wording.format(month=said_month(asked))
        yield listing("follow-up", question, archive, before, start=asked.start, end=asked.end, by=who)


def after_facts(asker: Asker) -> Iterator[Case]:
    lines = [line for line in asker.archive.lines if told_once(line) and line.where and DEEDS[line.deed][1]]
    for wording in ("And where was it?", "Where did it take place?", "And where?"):
        line = asker.random.choice(lines)
        _, noun, done = DEEDS[line.deed]
        before = f"When was the {noun} {line.topic} {done}?"
        yield case("follow-up", wording, before, facts=[line.where[0].words.split(",")[0]], evidence=[line.topic])
    for wording in ("And when was it?", "When did it take place?", "On which date was that?"):
        line = asker.random.choice(lines)
        _, noun, done = DEEDS[line.deed]
        before = f"Where was the {noun} {line.topic} {done}?"
        yield case("follow-up", wording, before, facts=day_patterns(line.when[0]), evidence=[line.topic])
    one, other = [figure.label for figure in asker.archive.reviews[-1].figures][:2]
    asked = figure_case(asker.archive, other, 0, f"How many {one} are there?")
    for wording in (f"And {other}?", f"And how many {other}?"):
        yield case("follow-up", wording, *asked.history, facts=[group[0] for group in asked.facts])


def changed(asker: Asker) -> Iterator[Case | None]:
    """A question with a subject of its own takes nothing from the one before."""
    group, asked, who = asker.groups[0], asker.random.choice(asker.months), asker.random.choice(asker.acronyms)
    words = role_words(group)
    facts = held(words["role"], truth.holders(asker.archive, group.name, words["role"]))
    role, month = "Who {verbs} the {group}?".format(**words), f"What happened in {said_month(asked)}?"
    yield listing("changed subject", month, asker.archive, role, start=asked.start, end=asked.end)
    yield listing("changed subject", f"Which activities involved {who}?", asker.archive, month, by=who)
    yield case("changed subject", role, month, facts=facts, forbid=strangers(asker.archive, group))
    label = asker.archive.reviews[-1].figures[0].label
    one = figure_case(asker.archive, label, 0, month)
    yield case("changed subject", one.question, *one.history, facts=[fact[0] for fact in one.facts])
    yield listing("changed subject", month, asker.archive, f"What did {who} do?", start=asked.start, end=asked.end)


def nothing(asker: Asker) -> Iterator[Case]:
    group = asker.groups[0]
    words, who = role_words(group), asker.random.choice(asker.acronyms)
    said, line = asker.archive.reviews[0].statements[0], asker.random.choice(asker.archive.lines)
    year = asker.months[-1].start.year
    asked = (
        "What did ZVKX do?",
        "Which activities involved UNESCO?",
        "Which events did the Intergalactic Toaster Federation organise?",
        "What happened in March 1999?",
        f"What took place in June {year + 4}?",
        f"Which activities involved {who} in May 2011?",
        f"Who {words['verbs']} the {group.noun} volcano tourism?",
        f"Who is the {words['role']} of the Subcommittee on zebra crossings?",
        f"Who {words['past']} the {group.words} in 1987?",
        f"What is the annual budget of the {asker.archive.name}?",
        "How many helicopters are there?",
        "What is the number of cafeterias?",
        f"What did {said.speaker.title} {said.speaker.family} say about cryptocurrency?",
        "What did Marguerite Thistlewood say?",
        "When was the conference on quantum teleportation held?",
        f"When did {line.who[0].acronym} publish a guide to submarine volcanoes?",
        "Where was the carnival of hot-air balloons held?",
        "Who won the 2019 chess tournament?",
        "Who is the Director-General of UNESCO?",
        "What happened in Mongolia?",
        "Which activities took place in Greenland?",
        "What is the telephone number of the press office?",
    )
    yield from (absent("abstention", question) for question in asked)
    empty = [
        (who, place)
        for who in asker.acronyms
        for place in asker.places
        if not listing("", "", asker.archive, by=who, place=place)
    ]
    for acronym, place in asker.random.sample(empty, min(3, len(empty))):
        yield absent("abstention", f"What did {acronym} do in {place}?")
