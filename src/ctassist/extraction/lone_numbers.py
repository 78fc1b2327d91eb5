"""Numbers of a torn chart that stand on lines of their own: whose they are, where several stand together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from ctassist.extraction.role_labels import NUMBER


def run_above(lines: Sequence[str]) -> list[str]:
    """The numbers that stand alone in the last of some lines, one right above the other."""
    matches = takewhile(bool, (NUMBER.fullmatch(f"{line} ") for line in reversed(lines)))
    return [match["number"] for match in matches if match][::-1]


@dataclass(slots=True)
class LoneNumbers:
    """What the bodies of a chart are counted by so far, as it is read from top to bottom."""

    given: set[int] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)
    """The further ones of numbers that stood together above the first of as many bodies."""

    def of(self, number: str | None, lone: Sequence[str], *, above_has_none: bool) -> str | None:
        """The number of the next body.

        Args:
            number: the one that stands before its name.
            lone: this and those right above it, where they stand on lines of their own.
            above_has_none: whether the body before it is without a number: the next one in the count may be that one's.
        """
        found = self._meant(number, lone, above_has_none=above_has_none)
        if found:
            self.given.add(int(found))
        return found

    def _meant(self, number: str | None, lone: Sequence[str], *, above_has_none: bool) -> str | None:
        if number is None:
            return self.waiting.pop(0) if self.waiting else None
        self.waiting.clear()
        counted = [int(one) for one in lone]
        if len(counted) > 1 and counted == list(range(counted[0], counted[0] + len(counted))):
            self.waiting = list(lone[1:])
            return lone[0]
        before = set(range(1, int(number)))
        return None if lone and above_has_none and before and self.given == before else number
