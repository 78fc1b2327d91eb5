"""How much of what a rendered review states comes back from extraction: recall and precision, kind by kind.

``python -m tests.extraction.measured`` writes a table of all layouts.
"""

import sys
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from tests.archives import PROFILES, Hand, Layout, Person, Review, file_name, invent, render
from tests.extraction.shown import words

from ctassist.extraction import extract
from ctassist.model.records import Extraction
from ctassist.model.time import Interval, Precision
from ctassist.reading import read_bytes

Fact = tuple[Hashable, ...]
KINDS = ("activities", "organisations", "places", "roles", "figures", "statements", "long forms")


@dataclass(slots=True)
class Measured:
    """Facts of one kind: stated ones, found ones, and those of both; examples of what is amiss."""

    stated: int = 0
    found: int = 0
    right: int = 0
    missing: list[Fact] = field(default_factory=list)
    wrong: list[Fact] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.right / self.stated if self.stated else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    def add(self, stated: Iterable[Fact], found: Iterable[Fact]) -> None:
        want, have = Counter(stated), Counter(found)
        self.stated += want.total()
        self.found += have.total()
        self.right += (want & have).total()
        self.missing += (want - have).elements()
        self.wrong += (have - want).elements()


def measure(
    layout: Layout, *, hand: Hand | None = None, seeds: Iterable[int] = (1, 2), issues: int = 3
) -> dict[str, Measured]:
    """Renders archives of all organisations in one layout, extracts them, and compares."""
    measured = {kind: Measured() for kind in KINDS}
    for profile in PROFILES:
        for seed in seeds:
            for number, review in enumerate(invent(profile, seed=seed, issues=issues).reviews, 1):
                name = file_name(number, layout)
                reading = read_bytes(render(review, layout, hand).encode(), name)
                stated, found = stated_in(review), found_in(review, reading.text, extract(reading, name))
                for kind in KINDS:
                    measured[kind].add(stated[kind], found[kind])
    return measured


def stated_in(review: Review) -> dict[str, list[Fact]]:
    """The facts of a review, kind by kind."""
    posts = [(group.name, post) for group in review.groups for post in group.posts]
    return {
        "activities": [(line.topic, _spans(line.when)) for line in review.lines],
        "organisations": [(line.topic, who.acronym) for line in review.lines for who in line.who],
        "places": [(line.topic, name) for line in review.lines for place in line.where for name in place.named],
        "roles": [
            (group, post.role, holder.name, holder.organisation.acronym)
            if isinstance(holder, Person)
            else (group, post.role, holder.acronym, None)
            for group, post in posts
            for holder in post.holders
        ],
        "figures": [(figure.label, float(figure.value)) for figure in review.figures],
        "statements": [(said.words, said.speaker.family, _spans([said.when])) for said in review.statements],
        "long forms": list({(line.who[0].acronym, line.who[0].name) for line in review.lines if line.in_full}),
    }


def found_in(review: Review, text: str, found: Extraction) -> dict[str, list[Fact]]:
    """What extraction found, in the same words. What belongs to no fact keeps the words of its span."""
    full = {who.name: who.acronym for line in review.lines for who in line.who}
    topics = {activity: _topic(review, words(text, activity.span)) for activity in found.activities}
    return {
        "activities": [(topic, _spans(activity.intervals)) for activity, topic in topics.items()],
        "organisations": sorted(
            {(topic, full.get(name, name)) for activity, topic in topics.items() for name in activity.organisations}
        ),
        "places": [(topic, name) for activity, topic in topics.items() for name in activity.places],
        "roles": [(_group(review, role.body), role.role, role.holder, role.affiliation) for role in found.roles],
        "figures": [(i.label.casefold(), i.value) for i in found.indicators],
        "statements": [
            (
                _lowered(words(text, statement.quote).strip(" ,.")),
                statement.speaker.split()[-1],
                _spans([statement.interval] if statement.interval else []),
            )
            for statement in found.statements
        ],
        "long forms": [(name.key, alias) for name in found.names for alias in name.aliases],
    }


def _spans(intervals: Iterable[Interval]) -> Hashable:
    """The days alone; an issue that dates its undated lines says nothing of them."""
    return frozenset((i.start, i.end) for i in intervals if i.precision is not Precision.ISSUE)


def _topic(review: Review, line: str) -> str:
    """The topic of a line; of several or of none, the line."""
    topics = [known.topic for known in review.lines if known.topic in line]
    return topics[0] if len(topics) == 1 else line


def _group(review: Review, body: str) -> str:
    return next((group.name for group in review.groups if body.casefold() in _bodies(group.name, group.words)), body)


def _bodies(name: str, full: str) -> tuple[str, str]:
    return name.casefold(), full.casefold()


def _lowered(quotation: str) -> str:
    return quotation[:1].lower() + quotation[1:]


if __name__ == "__main__":
    for layout in Layout:
        for kind, measured in measure(layout).items():
            line = f"{layout:14} {kind:14} recall {measured.recall:.3f}  precision {measured.precision:.3f}"
            sys.stdout.write(f"{line}  missing {measured.missing[:2]}  wrong {measured.wrong[:2]}\n")
