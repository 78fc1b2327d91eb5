"""All names of a document: acronyms with what they stand for, organisations, persons."""

from collections.abc import Iterable

from ctassist.extraction.names import acronyms, definitions, names_organisation, organisations, persons
from ctassist.extraction.places import without_codes
from ctassist.extraction.renames import former_names
from ctassist.model.records import Name, NameKind


def find_names(lines: Iterable[str], glossary: Iterable[tuple[str, str]] = ()) -> tuple[Name, ...]:
    """Collects the names of a document; an acronym with a stated long form is one name with an alias.

    Lines in capitals (headings) are left out: their words only look like acronyms.

    Args:
        lines: what is written, without the lines of lists of abbreviations.
        glossary: pairs of acronym and long form from such lists.
    """
    flat = without_codes("\n".join(" ".join(line.split()) for line in lines if not _in_capitals(line)))
    longs: dict[str, set[str]] = {}
    for short, long in (*definitions(flat), *glossary):
        longs.setdefault(short, set()).add(long)
    renamed = list(former_names(flat))
    short_of = {long: short for short, forms in longs.items() for long in forms}
    for new, old in renamed:
        longs.setdefault(short_of.get(new, new), {new}).update({old, short_of.get(old, old)})
    keys = {span.of(flat) for span in acronyms(flat)} | set(longs)
    names = [
        Name(
            key,
            NameKind.ORGANISATION if names_organisation(longs.get(key, set())) else NameKind.ACRONYM,
            tuple(sorted(longs.get(key, set()))),
        )
        for key in sorted(keys)
    ]
    known = {long for forms in longs.values() for long in forms}
    names += [
        Name(key, NameKind.ORGANISATION) for key in sorted({span.of(flat) for span in organisations(flat)} - known)
    ]
    names += [Name(key, NameKind.PERSON) for key in sorted({span.of(flat) for span, _ in persons(flat)})]
    return tuple(names)


def _in_capitals(line: str) -> bool:
    letters = [ch for ch in line if ch.isalpha()]
    return len(letters) > 12 and sum(ch.isupper() for ch in letters) > 0.7 * len(letters)
