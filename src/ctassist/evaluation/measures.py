"""What is measured on one answer: its facts, its evidence, lists found and invented, and whether its citations hold."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ctassist.evaluation.cases import Alternatives, Case
from ctassist.model.answer import Answer, Status

# White space, hyphens and dashes, and the marks of emphasis: a line break in a document must not decide a match.
_LOOSE = re.compile(r"[\s\-‐-―*_]+|</?u>")
_QUOTES = str.maketrans({"’": "'", "‘": "'"})


@dataclass(frozen=True, slots=True)
class Score:
    """One case's result, exact when it has no ``problems``. ``recall`` and ``precision`` are None but for lists."""

    case: Case
    seconds: float
    problems: tuple[str, ...]
    citations: int = 0
    broken: int = 0
    claims: int = 0
    uncited: int = 0
    recall: float | None = None
    precision: float | None = None

    @property
    def exact(self) -> bool:
        """Whether every requirement of the case holds."""
        return not self.problems


def squash(text: str) -> str:
    """Folds case, compatibility forms, quotation marks, emphasis, hyphens and white space."""
    return _LOOSE.sub("", unicodedata.normalize("NFKC", text).casefold().translate(_QUOTES))


def score(case: Case, answer: Answer, seconds: float, text_of: Callable[[str], str]) -> Score:
    """Scores ``answer``; ``text_of`` gives the canonical text of a document by its identity."""
    known = {citation.n for citation in answer.citations}
    broken = sum(text_of(c.document_id)[c.start : c.end] != c.quote for c in answer.citations)
    uncited = sum(not claim.citations or not known.issuperset(claim.citations) for claim in answer.claims)
    quotes = [squash(citation.quote) for citation in answer.citations]
    problems: list[str] = []
    recall = precision = None
    if case.status == Status.NOT_FOUND:
        if answer.status != Status.NOT_FOUND:
            problems.append(f"should abstain, said {answer.status.value}: {answer.answer[:110]!r}")
    else:
        problems += _answered(case, answer, quotes)
        if case.needles:
            recall, precision, missed = _list(case, answer)
            problems += missed
        if not quotes:
            problems.append("no citation")
    problems += [f"says the forbidden {p!r}" for p in case.forbid if re.search(p, answer.answer)]
    if broken:
        problems.append(f"{broken} quotes are not the document's text at their offsets")
    if uncited:
        problems.append(f"{uncited} claims without a valid citation")
    return Score(case, seconds, tuple(problems), len(quotes), broken, len(answer.claims), uncited, recall, precision)


def _answered(case: Case, answer: Answer, quotes: list[str]) -> list[str]:
    problems = []
    if answer.status not in (Status.ANSWERED, Status.PARTIAL):
        problems.append(f"status {answer.status.value}: {answer.answer[:110]!r}")
    problems += [f"lacks fact {group[0]!r}" for group in case.facts if not _matches(group, answer.answer)]
    problems += [f"no citation shows {group[0]!r}" for group in case.evidence if not _shown(group, quotes)]
    return problems


def _list(case: Case, answer: Answer) -> tuple[float, float, list[str]]:
    """Returns recall over the needles, precision over the quotes, and what is missing or beside the point."""
    quotes = [citation.quote for citation in answer.citations]
    missing = [group for group in case.needles if not _shown(group, map(squash, quotes))]
    allowed = [squash(phrase) for group in (*case.needles, case.optional) for phrase in group]
    beside = [quote for quote in quotes if not any(phrase in squash(quote) for phrase in allowed)]
    problems = [f"list lacks {group[0]!r}" for group in missing]
    if beside:
        problems.append(f"list has {len(beside)} beside the point, e.g. {beside[0][:70]!r}")
    recall = 1 - len(missing) / len(case.needles)
    return recall, 1 - len(beside) / len(quotes) if quotes else 0.0, problems


def _matches(patterns: Alternatives, text: str) -> bool:
    return any(re.search(pattern, text) for pattern in patterns)


def _shown(phrases: Alternatives, quotes: Iterable[str]) -> bool:
    sought = [squash(phrase) for phrase in phrases]
    return any(phrase in quote for quote in quotes for phrase in sought)
