"""Who holds what a label says: of "Ice watch: Chair: OLA", OLA is the chair, and the chair of no OLA."""

from ctassist.answering.generation.sources import Clause
from ctassist.answering.generation.words import is_in


def holds_alike(told: Clause, said: Clause) -> bool:
    """Tells whether those behind a clause's label are not told as what, or whom, its words are about.

    Args:
        told: the claim, or the part of it that the clause is to say.
        said: the clause.
    """
    colon = said.text.rfind(": ")
    held = {word.key for word in said.words if word.plain and word.end <= colon}
    # Right behind a colon a capital makes no name: "Chair: Rose Hale".
    holders = {word.key for word in said.words if word.start > colon and (word.name or word.plain)}
    holders -= {word.key for word in said.words if word.start < colon}
    if not held or not holders:
        return True
    return not any(
        word.key in held and _is_about_holder(at, told, holders) for at, word in enumerate(told.words) if word.plain
    )


def _is_about_holder(at: int, told: Clause, holders: set[str]) -> bool:
    """Tells whether a word is followed by "of" a holder, or by one as what somebody before it does it to."""
    behind = next((number for number in range(at + 1, len(told.words)) if not told.words[number].glue), None)
    if behind is None or told.words[behind].key not in holders:
        return False
    if any(is_in(word, "genitives") and word.key != "by" for word in told.words[at + 1 : behind]):
        return True
    if told.text[told.words[at].end : told.words[behind].start].strip():
        return False
    begin = max(told.text.rfind(mark, 0, told.words[at].start) for mark in ",;:")
    before = [word for word in told.words[:at] if word.start > begin]
    return any(word.plain or (word.name and word.key not in holders) for word in before)
