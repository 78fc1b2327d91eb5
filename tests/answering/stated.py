"""Questions for what is stated: roles, figures, words, and single facts."""

from collections.abc import Iterator

from tests.answering import wordings
from tests.answering.asking import Asker, case, day_patterns, escaped, number, said_day, said_month, told_once
from tests.archives import Archive, Group, Line, Person, Said, truth

from ctassist.evaluation.cases import Case

VERBS = {"chair": ("chair", "chairs", "chaired"), "lead": ("lead", "leads", "led")}
DEEDS = {
    "held a workshop on": ("hold a workshop on", "workshop on", "held"),
    "opened a training centre on": ("open a training centre on", "training centre on", "opened"),
    "published a guide to": ("publish a guide to", "guide to", "published"),
    "launched a project on": ("launch a project on", "project on", "launched"),
    "signed an agreement on": ("sign an agreement on", "agreement on", "signed"),
    "trained 40 officers on": ("train 40 officers on", "", ""),
    "briefed member delegations on": ("brief member delegations on", "", ""),
    "adopted a work plan on": ("adopt a work plan on", "work plan on", "adopted"),
    "handed over equipment for": ("hand over equipment for", "equipment for", "handed over"),
    "discussed progress on": ("discuss progress on", "", ""),
    "Workshop on": ("organise the workshop on", "workshop on", "held"),
    "Third regional meeting on": ("organise the third regional meeting on", "third regional meeting on", "held"),
    "23rd annual symposium on": ("organise the 23rd annual symposium on", "23rd annual symposium on", "held"),
    "High-level round table on": ("organise the high-level round table on", "high-level round table on", "held"),
}
"""Each deed as an infinitive, as a noun and as a participle."""


def cases(asker: Asker) -> Iterator[Case]:
    for made in (roles, roles_then, held_by, figures, growth, said, when_was, where_was, who_was):
        yield from made(asker)


def role_words(group: Group) -> dict[str, str]:
    role = group.posts[0].role
    verb, verbs, past = VERBS[role]
    return {
        "group": group.words,
        "name": group.name,
        "role": role,
        "Role": role.title(),
        "verb": verb,
        "verbs": verbs,
        "past": past,
    }


def held(role: str, holders: tuple[str, ...]) -> list[str]:
    """Each holder stands on a line with the role's name."""
    return [rf"(?i)(?<![-\w]){role}s?\b[^\n]*\b{holder}\b" for holder in holders]


def strangers(archive: Archive, group: Group) -> list[str]:
    """Those who lead some group at some time, but never this one."""
    posts = [
        (g.name, h.name if isinstance(h, Person) else h.acronym)
        for r in archive.reviews
        for g in r.groups
        for p in g.posts
        for h in p.holders
    ]
    own = {holder for name, holder in posts if name == group.name}
    return [rf"\b{holder}\b(?!\))" for holder in sorted({holder for _, holder in posts} - own)]


def roles(asker: Asker) -> Iterator[Case]:
    for at, wording in enumerate((*wordings.ROLE, *wordings.ROLES)):
        group = asker.groups[at % len(asker.groups)]
        words = role_words(group)
        if wording in wordings.ROLES:
            words["role"] = group.posts[1].role
        facts = held(words["role"], truth.holders(asker.archive, group.name, words["role"]))
        forbid = strangers(asker.archive, group)
        yield case("role", wording.format(**words), facts=facts, evidence=[group.name], forbid=forbid)


def roles_then(asker: Asker) -> Iterator[Case]:
    """As of the end of an issue, so that it does not matter whether it holds from its first or its last day."""
    for at, wording in enumerate(wordings.ROLE_THEN):
        group, review = asker.groups[at % len(asker.groups)], asker.archive.reviews[at % len(asker.archive.reviews)]
        words = role_words(group)
        day = review.period.end
        if "{month}" in wording:
            ends = [
                r.period.end
                for r in asker.archive.reviews
                if (r.period.end.year, r.period.end.month) == (day.year, day.month)
            ]
            day = ends[-1]
        month = next(month for month in asker.months if month.contains(day))
        holders = truth.holders(asker.archive, group.name, words["role"], on=day)
        before = {
            h
            for r in asker.archive.reviews
            for h in truth.holders(asker.archive, group.name, words["role"], on=r.period.end)
        }
        wrong = [rf"(?i)(?<![-\w]){words['role']}s?:[^\n]*\b{other}\b(?!\))" for other in sorted(before - set(holders))]
        question = wording.format(**words, day=said_day(day), month=said_month(month))
        yield case(
            "role then", question, facts=held(words["role"], holders), forbid=[*wrong, *strangers(asker.archive, group)]
        )


def held_by(asker: Asker) -> Iterator[Case]:
    role = asker.groups[0].posts[0].role
    chaired: dict[str, list[Group]] = {}
    for group in asker.groups:
        for holder in truth.holders(asker.archive, group.name, role):
            chaired.setdefault(holder, []).append(group)
    current = {g.name: {h for p in g.posts for h in truth.holders(asker.archive, g.name, p.role)} for g in asker.groups}
    for wording, who in zip(wordings.HOLDER, asker.deal(sorted(chaired), len(wordings.HOLDER)), strict=True):
        forbid = [escaped(group.name) for group in asker.groups if who not in current[group.name]]
        question = wording.format(**{**role_words(asker.groups[0]), "who": who})
        yield case("holder", question, facts=[escaped(group.name) for group in chaired[who]], forbid=forbid)


def figures(asker: Asker) -> Iterator[Case]:
    labels = [figure.label for figure in asker.archive.reviews[-1].figures]
    for at in range(len(wordings.FIGURE)):
        yield figure_case(asker.archive, labels[at % len(labels)], at)


def figure_case(archive: Archive, label: str, at: int, *history: str) -> Case:
    noun, _, done = label.rpartition(" ")
    ways = wordings.FIGURE_DONE if done in ("shared", "surveyed", "sent") else wordings.FIGURE
    question = ways[at % len(ways)].format(label=label, Label=label.capitalize(), noun=noun, done=done)
    value = truth.figure(archive, label)
    assert value is not None
    return case("figure", question, *history, facts=[number(value)], evidence=[f"{value:,}"])


def growth(asker: Asker) -> Iterator[Case]:
    labels = [figure.label for figure in asker.archive.reviews[-1].figures]
    for at, wording in enumerate(wordings.SERIES):
        label = labels[at % len(labels)]
        values = [value for _, value in truth.series(asker.archive, label)]
        yield case(
            "series", wording.format(label=label), facts=map(number, values), evidence=[f"{v:,}" for v in values]
        )


def said(asker: Asker) -> Iterator[Case]:
    told = [said for review in asker.archive.reviews for said in review.statements]
    for wording in (*wordings.SAID, *wordings.SAID_ABOUT):
        one = asker.random.choice(told)
        matter = one.words.split(" rests on ")[1].split(" and ")[0]
        question = wording.format(speaker=asker.random.choice(_speakers(one)), matter=matter)
        about = matter if "{matter}" in wording else ""
        meant = truth.statements(asker.archive, speaker=one.speaker.family, words=about)
        yield case("statement", question, facts=[one.speaker.family], needles=[s.words for s in meant])


def _speakers(one: Said) -> tuple[str, ...]:
    who = one.speaker
    return who.family, f"{who.title} {who.family}", f"{who.organisation.acronym} {who.title} {who.family}"


def when_was(asker: Asker) -> Iterator[Case]:
    for question, line in _asked(
        asker, wordings.WHEN, wordings.WHEN_DID, [li for li in asker.archive.lines if told_once(li)]
    ):
        yield case("when", question, facts=day_patterns(line.when[0]), evidence=[line.topic])


def where_was(asker: Asker) -> Iterator[Case]:
    for question, line in _asked(
        asker, wordings.WHERE, wordings.WHERE_DID, [li for li in asker.archive.lines if li.where]
    ):
        yield case("where", question, facts=[line.where[0].words.split(",")[0]], evidence=[line.topic])


def who_was(asker: Asker) -> Iterator[Case]:
    told = [line for line in asker.archive.lines if not line.verbless]
    for question, line in _asked(asker, (), wordings.WHO, told):
        yield case("who", question, facts=[rf"\b{who.acronym}\b" for who in line.who], evidence=[line.topic])


def _asked(
    asker: Asker, passive: tuple[str, ...], active: tuple[str, ...], lines: list[Line]
) -> Iterator[tuple[str, Line]]:
    named = [line for line in lines if DEEDS[line.deed][1]]
    for wording in (*passive, *active):
        line = asker.random.choice(named if "{noun}" in wording else lines)
        do, noun, done = DEEDS[line.deed]
        did = line.deed if not line.verbless else do.replace("organise", "organised")
        yield wording.format(do=do, did=did, noun=noun, done=done, topic=line.topic, who=line.who[0].acronym), line
