"""How many of several hundred ways of asking (``paraphrases*.toml``) are understood: clipped, courteous, misspelt."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.answering.library import Library

from ctassist.model.answer import Status

REACHED = 0.97
"""The share that is understood, a little below what was measured (0.98)."""
KIND = 0.8
"""The least share of each kind."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way of asking, and what its answer must and must not have; without ``said`` there must be none."""

    kind: str
    archive: str
    question: str
    after: str | None
    said: tuple[str, ...] | None
    unsaid: tuple[str, ...]

    def wrong(self, library: Library) -> str | None:
        """What is wrong with the answer; None when nothing is."""
        answer = library.ask(self.question, *([self.after] if self.after else []))
        found = answer.status in (Status.ANSWERED, Status.PARTIAL)
        if self.said is None or not found:
            return str(answer.status) if found or self.said is not None else None
        missing = [words for words in self.said if words not in answer.answer]
        extra = [words for words in self.unsaid if words in answer.answer]
        return f"missing {missing}, too much {extra}" if missing or extra else None


def _ways(name: str) -> list[Way]:
    read = tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
    return [
        Way(
            way["kind"],
            way["archive"],
            question,
            way.get("after"),
            tuple(way["said"]) if "said" in way else None,
            tuple(way.get("unsaid", ())),
        )
        for way in read["ways"]
        for question in way["questions"]
    ]


def test_ways_of_asking_are_understood(harbours: Library, orchards: Library, choirs: Library, weekly: Library) -> None:
    libraries = {"harbours": harbours, "orchards": orchards, "choirs": choirs, "weekly": weekly}
    ways = [*_ways("paraphrases"), *_ways("paraphrases_later")]
    wrong = [(way, told) for way in ways if (told := way.wrong(libraries[way.archive]))]
    listed = "\n".join(f"{way.kind}: {way.question} ({told})" for way, told in wrong)
    assert len(ways) >= 760
    assert 1 - len(wrong) / len(ways) >= REACHED, listed
    for kind in {way.kind for way in ways}:
        of_kind = [way for way in ways if way.kind == kind]
        assert sum(way.kind == kind for way, _ in wrong) <= (1 - KIND) * len(of_kind), listed
