"""Dated (and undated) things that somebody did, with their organisations, persons and places."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache

from ctassist.extraction.bare_days import leads_with_bare_day
from ctassist.extraction.dates import FoundDate, find_dates, has_date
from ctassist.extraction.demonyms import told_places
from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.items import PlacedItem
from ctassist.extraction.names import PARTICLES, WORD, acronyms, organisations, persons
from ctassist.extraction.numeral_days import leads_with_numerals
from ctassist.extraction.page_bodies import names_body
from ctassist.extraction.places import broken_places, event_places, find_places, place_of, without_codes
from ctassist.extraction.role_labels import is_generic
from ctassist.extraction.role_words import canonical_role
from ctassist.extraction.sections import one_line
from ctassist.extraction.vocabulary import table
from ctassist.model.records import Activity
from ctassist.model.time import Interval, Period, Precision

_SHORT_ISSUE_DAYS = 10
"""An undated line of an issue that covers at most this many days is dated by the issue itself."""
_WORDS = 5


def item_dates(text: str, placed: PlacedItem, period: Period | None) -> tuple[Interval, ...]:
    """The dates of an item: bare days or numerals before it, those in brackets, else in its words, else its heading's.

    A bare year ("Launched in 2020") dates an item only when nothing else does.
    """
    words = placed.item.span.of(text)
    if placed.heading_dates and (leads_with_numerals(words) or _is_on_bare_days(words, placed.heading_dates)):
        return placed.heading_dates
    return dates_in(words, period, placed.heading_dates)


def puts_day_right(words: str, period: Period | None) -> bool:
    """Tells whether a line says when something was and when not: "took place on 16 May and not, as we wrote, on 17"."""
    found = find_dates(words, period.interval if period else None)
    return any(_NOT_ON.search(words[: date.span.start]) for date in found)


def _is_on_bare_days(words: str, dates: tuple[Interval, ...]) -> bool:
    """Tells whether a line begins with the days that were found for it."""
    return leads_with_bare_day(words) and all(date.precision in (Precision.DAY, Precision.RANGE) for date in dates)


def dates_in(words: str, period: Period | None, heading_dates: tuple[Interval, ...] = ()) -> tuple[Interval, ...]:
    """The dates of a line: those that lead it, else those in brackets, in its words, in its heading; else a bare year.

    A bare year outside the issue's period tells of what was before: "Launched in 2015, the portal …".
    """
    found = find_dates(words, period.interval if period else None)
    found = [
        date
        for date in found
        if not _LAST_DAY.search(words[: date.span.start])
        and not _NOT_ON.search(words[: date.span.start])
        and not _COUNTED_AT.search(words[: date.span.start])
        and not _NEXT_ISSUE.search(words[: date.span.start])
        and not _NAMES_ISSUE.match(words, date.span.end)
        and not _is_season(date, period)
    ]
    if leading := _leading(words, found):
        return leading
    bracketed = [date.interval for date in found if date.bracketed]
    exact = [date.interval for date in found if date.interval.precision is not Precision.YEAR]
    years = [date.interval for date in found if period is None or date.interval.meets(period.interval)]
    chosen = bracketed or exact or list(heading_dates) or years
    return tuple(sorted(_closest(set(chosen))))


def _is_season(date: FoundDate, period: Period | None) -> bool:
    """Tells whether months without a year are those of every year: "closed from October to May", said in March."""
    return (
        period is not None
        and not date.explicit_year
        and date.interval.months > 1
        and date.interval.start < period.start
        and period.end < date.interval.end
    )


_LAST_DAY = re.compile(
    r"\b(?:(?:until|till|no later than|not later than|before|due(?: by| on)?)"
    r"|(?:must|should|shall|will|would|(?:has|have|is|are|agreed|decided|plans?|aims?|hopes?) to)\s[^.;]{1,160}?\sby)"
    r"\s+(?:the\s+|end\s+of\s+)*$",
    re.I,
)
"""What is to be done by a day, or lasts until then, does not happen on it."""


_NOT_ON = re.compile(
    r"(?:(?:\b(?:and|but)|,)\s+not(?:\s*,[^,.;]{2,40},)?|\b(?:rather\s+than|instead\s+of))\s+(?:(?:on|in|from|for)\s+)?(?:the\s+)?$",
    re.I,
)
"""What is put right: "took place on 16 May and not, as we wrote, on 17 May"."""


_COUNTED_AT = re.compile(
    r"(?<!\ba\s)\b(?:number|total|count|share|percentage|sum)\s+of\s+(?:[^\W\d][\w’'-]*\s+){1,8}?"
    r"(?:at|on|in|by|as\s+of|for)\s+(?:the\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)
"""When something was counted is no day on which it happened: "The number of members at the end of 2031 was 40"."""


_NEXT_ISSUE = re.compile(
    r"\b(?:next|coming|following)\s+(?:[\w-]+\s+)?(?:issue|edition|number|review|bulletin|newsletter|letter|update|digest)\b[^.;]*$",
    re.IGNORECASE,
)
"""What the next issue is of has not happened: "The next review covers May and June"."""


_NAMES_ISSUE = re.compile(r"[)”\"]?\s+(?:issue|edition|number)\b", re.IGNORECASE)
"""The time of an issue that a line speaks of is no day of what happened: "Our July 2031 issue said that …"."""


def _closest(dates: Collection[Interval]) -> Iterator[Interval]:
    """The dates without those months and years that another lies in: "14 May, Oslo – Fair of May 2031" is one day."""
    for date in dates:
        coarse = date.precision in (Precision.MONTH, Precision.YEAR)
        if not (coarse and any(o.precision is Precision.DAY and date.meets(o) for o in dates)):
            yield date


_LEADS = re.compile(r"\s*(?:[:|–—]|-\s)")


def _leads_with_day(words: str, period: Period | None) -> bool:
    """Tells whether a line begins with a day and goes on behind it, as those of a calendar do: "9/15. Meetup"."""
    if leads_with_numerals(words):
        return True
    leading = _leading(words, find_dates(words, period.interval if period else None))
    return bool(leading) and all(day.precision in (Precision.DAY, Precision.RANGE) for day in leading)


def _leading(words: str, found: list[FoundDate]) -> tuple[Interval, ...]:
    """The dates that a line begins with, as lines of a calendar do: "12 March: …", "2024-03-12 | Berlin | …"."""
    end, leading = 0, []
    for date in found:
        if words[end : date.span.start].strip("*_ ,&/").casefold() not in ("", "and"):
            break
        leading.append(date.interval)
        end = date.span.end
    return tuple(sorted(set(leading))) if leading and _LEADS.match(words, end) else ()


def find_activities(
    text: str,
    placed: list[PlacedItem],
    period: Period | None,
    known: Collection[str] = (),
    holders: Collection[str] = (),
    full_names: Collection[str] = (),
) -> Iterator[Activity]:
    """Yields an activity for each dated item, and for each undated one that names an actor and says something of it.

    Among dated lines an undated one need not have a verb: "Canal Union course on locks in Ghent" is told like them.
    ``known`` are names of organisations, and ``holders`` of persons, that only what the document says elsewhere tells
    to be such; ``full_names`` are what its acronyms stand for.
    """
    dated, prose = _dated_sections(text, placed, period), _dated_prose(text, placed, period)
    for entry in placed:
        words = one_line(entry.item.span.of(text))
        plain = without_codes(words)
        intervals = item_dates(text, entry, period)
        # "UN Women" is not the UN.
        short = [
            s.of(plain) for s in acronyms(plain) if not any(words.startswith(f"{name} ", s.start) for name in known)
        ]
        named = short + [s.of(words) for s in organisations(words)]
        actors = tuple(dict.fromkeys(named + [name for name in known if _names(name, words)]))
        titled = [span.of(words) for span, _ in persons(words)]
        people = tuple(dict.fromkeys(titled + [name for name in holders if _names(name, words)]))
        stop = _is_stop(entry, words, period)
        on_days = _leads_with_day(words, period) or _is_on_bare_days(words, intervals)
        led = entry.bullet and bool(intervals) and on_days
        if len(words.split()) < _WORDS and not (entry.cells or stop or led):
            continue
        if _charts_holders(text, entry) or _SALUTES.search(entry.item.span.of(text)):
            continue
        if _labels_a_name(words, entry) or _labels_a_person(words):
            continue
        if _is_only_a_date(words, 0 if led else 1 if entry.bullet else 2) and not stop:
            continue
        if _is_subtitle(entry, intervals, period):
            continue
        said = (*event_places(words, full_names), *told_places(words), *broken_places(entry.item.span.of(text)))
        places = tuple(dict.fromkeys(place.name for place in said))
        if not intervals:
            listed = entry.bullet and entry.item.section in dated
            tells = entry.cells or listed or _tells(words)
            somebody = actors or people or (places and not entry.bullet and entry.item.section in prose)
            if words.endswith(":") or not somebody or not tells or _is_presented(entry):
                continue
            if period and (period.end - period.start).days < _SHORT_ISSUE_DAYS:
                intervals = (period.interval,)
        yield Activity(entry.item.span, entry.item.section, intervals, actors, people, places, entry.item.page)


_SALUTES = re.compile(r"^\s*(?:[^\n]*\S[^\n]*\n\s*){1,4}Dear\s+[^\n,;.]{2,60},", re.IGNORECASE)
"""The head of a letter, with its place and day, above the words to whom it goes."""


def _is_presented(entry: PlacedItem) -> bool:
    """Tells whether a line stands in a corner where each issue presents something: "Tool of the month" or "in focus".

    What is said there of who made it is no news of the time; below "Event of the month" it may be.
    """
    heading = _OF_THE_ISSUE.fullmatch(entry.item.section[-1].strip()) if entry.item.section else None
    what = heading["what"].split()[-1].casefold() if heading else ""
    return bool(what) and not what.endswith("s") and what not in table("grammar")["happening_nouns"]


_OF_THE_ISSUE = re.compile(
    r"(?:\W*\d{1,2}[.)]\s*)?(?P<what>[^\W\d][^:;()]*?)\s+(?:of\s+(?:the|this)\s+"
    r"(?:day|week|fortnight|month|quarter|half-?year|season|year|issue|edition)"
    r"|in\s+(?:the\s+|our\s+)?(?:focus|spotlight|limelight)|under\s+the\s+(?:lens|microscope|magnifying\s+glass))",
    re.IGNORECASE,
)


def _is_stop(entry: PlacedItem, words: str, period: Period | None) -> bool:
    """Tells whether a bullet is a place and a day and nothing else: what its headings name is held there and then."""
    if not (entry.bullet and entry.item.section) or len(words) > _LONGEST_STOP:
        return False
    dates, places = find_dates(words, period.interval if period else None), list(find_places(words))
    if any(found.interval.precision not in (Precision.DAY, Precision.RANGE) for found in dates):
        return False
    spans = sorted([*(found.span for found in dates), *(found.span for found in places)], reverse=True)
    rest = words
    for span in spans:
        rest = f"{rest[: span.start]} {rest[span.end :]}"
    return bool(dates and places) and not any(ch.isalpha() for ch in rest)


_LONGEST_STOP = 80


def _is_subtitle(entry: PlacedItem, intervals: Collection[Interval], period: Period | None) -> bool:
    """Tells whether a line above all headings gives the months of the issue: "Twelve months of bells, 2031"."""
    if period is None or entry.item.section or entry.bullet or not intervals:
        return False
    return all(interval.start == period.start and interval.end == period.end for interval in intervals)


def _names(name: str, words: str) -> bool:
    return name in words and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


def _charts_holders(text: str, entry: PlacedItem) -> bool:
    """Tells whether a table's row only names who holds what, below "Officers": its heading's date is no event's."""
    below = _undated(entry.item.section[-1]) if entry.item.section else ""
    if not entry.cells or not is_generic(below) or below.casefold() in table("bodies")["happening_headings"]:
        return False
    return all(_NAMES.fullmatch(one_line(cell.of(text))) for cell in entry.cells)


def _undated(heading: str) -> str:
    """A heading without the day of which it tells: "Members on 31 December 2031" heads members."""
    for found in reversed(find_dates(heading)):
        heading = _OF_A_DAY.sub("", heading[: found.span.start]) + heading[found.span.end :]
    return heading.strip(" ,:()")


_OF_A_DAY = re.compile(r"[\s,(–-]*(?:\b(?:on|in|at|as\s+of|as\s+at|by|from|since|for)\s+(?:the\s+)?)?$", re.IGNORECASE)


def _labels_a_name(words: str, entry: PlacedItem) -> bool:
    """Tells whether a line only says which body or post somebody is: its heading's date is no event's.

    "Secretariat: Guild Support Branch" below "Committees (June 2031)" is no news of June.
    """
    label, colon, names = words.strip(" .*").partition(": ")
    if entry.cells or not colon or not (names_body(label) or canonical_role(label)):
        return False
    return len(label.split()) <= _LABEL and all(_NAMES.fullmatch(part) for part in re.split(r"[,;]\s+", names))


def _labels_a_person(words: str) -> bool:
    """Tells whether a line is but a label with a person's name: "Champion for Reefs – Ana Roe (WTO)"."""
    match = _LABELLED.fullmatch(words.strip(" .*"))
    return match is not None and is_person(match["name"]) and not place_of(match["name"]) and not has_date(words)


_LABELLED = re.compile(
    rf"[^\W\d_a-z][^:;.,–—|()]{{2,60}}(?::|\s[–—])\s+(?P<name>{WORD}(?:\s+{PARTICLES}{WORD}){{1,3}})(?:\s+\([^()]{{2,60}}\)|,\s+{WORD})?"
)
_LABEL = 4
_NAMES = re.compile(
    r"(?:[^\W\d_a-z][^\W\d]*[.’'-]?\S*(?:\s+(?:of|the|and|for|on|in|to|de|du|des|la|van|von))*\s*){1,8}"
)
"""Words with capitals: an office, a person, an organisation."""


def _dated_sections(text: str, placed: list[PlacedItem], period: Period | None) -> frozenset[tuple[str, ...]]:
    """The headings under which bullets are dated, in a document whose bullets mostly are: lists of what was done."""
    bullets = [entry for entry in placed if entry.bullet]
    dated = [entry.item.section for entry in bullets if item_dates(text, entry, period)]
    return frozenset(dated) if len(dated) * 2 > len(bullets) else frozenset()


def _dated_prose(text: str, placed: list[PlacedItem], period: Period | None) -> frozenset[tuple[str, ...]]:
    """The headings under which most paragraphs are dated: news, of which an undated one is news too."""
    found: dict[tuple[str, ...], list[bool]] = defaultdict(list)
    for entry in placed:
        if entry.item.section and not entry.bullet and not entry.cells:
            found[entry.item.section].append(bool(item_dates(text, entry, period)))
    return frozenset(section for section, told in found.items() if len(told) >= _SEVERAL and sum(told) * 2 > len(told))


_SEVERAL = 3


def _is_only_a_date(words: str, few: int) -> bool:
    """A line such as "Week ending 3 March 2024" has but a ``few`` words more: it dates others and tells of nothing."""
    if "|" in words.strip(" |"):
        return False
    rest = words
    for found in reversed(find_dates(words)):
        rest = rest[: found.span.start] + rest[found.span.end :]
    telling = [word for word in rest.split() if word[:1].isalpha() and word.casefold() not in _heading_words()]
    return len(telling) <= few


@cache
def _heading_words() -> frozenset[str]:
    return frozenset(table("grammar")["heading_words"])


@cache
def _past() -> re.Pattern[str]:
    irregular = "|".join(table("grammar")["irregular_past"])
    return re.compile(rf"\b(?:[a-z]{{2,}}ed|{irregular})\b")


def _tells(words: str) -> bool:
    """Tells whether an undated line says that something was done; "Please contact the Secretariat, XYZ" does not."""
    return _past().search(words) is not None
