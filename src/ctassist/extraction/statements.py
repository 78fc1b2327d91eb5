"""Somebody's words: quotations with their speaker, before or after them, and block quotations with an attribution."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from ctassist.extraction.dates import find_dates, has_date
from ctassist.extraction.holder_parts import is_person
from ctassist.extraction.introductions import introduced
from ctassist.extraction.names import PARTICLES, WORD, abbreviated
from ctassist.extraction.places import find_places, place_of
from ctassist.extraction.sections import Placed, one_line
from ctassist.extraction.sentences import trimmed
from ctassist.extraction.speakers import Speaker, address, office_pattern, read_speaker
from ctassist.extraction.vocabulary import alternatives, table
from ctassist.model.records import Item, Statement
from ctassist.model.text import BlockKind, Span
from ctassist.model.time import Interval, Precision

_QUOTED = re.compile(
    r"“(?P<a>[^“”]{12,}?)”|\"(?P<b>[^\"]{12,}?)\"|«\s*(?P<c>[^«»]{12,}?)\s*»|„(?P<d>[^„“”]{12,}?)[“”]"
    # A single mark within a word, or behind one that goes on, is an apostrophe.
    r"|(?<!\w)‘(?P<e>(?:[^‘’“”]|’(?=\w)){12,}?)’(?!\w)|(?<![\w'])'(?=\S)(?P<f>(?:[^'\"“”]|'(?=\w)){12,}?)'(?![\w'])"
)
_WORDS = 3
"""A quotation of fewer words is a term, not a statement."""


@cache
def _verbs() -> str:
    return alternatives(table("speech")["verbs"])


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<speaker>[^.;:|“”\"()]{{2,140}}?),?\s+(?:also\s+|further\s+|has\s+|have\s+)*(?P<verb>(?i:{_verbs()}))\b[^“\"«]*$",
        re.DOTALL,
    )


@cache
def _after() -> re.Pattern[str]:
    office = office_pattern().pattern
    # "Said its head, Ms. Jane Roe": the office before the name tells nothing of whom.
    whose = r"(?:(?:its|our|their|his|her)\s+[a-z][a-z -]{2,40},\s+)?"
    speaker = (
        rf"{whose}(?P<speaker>(?:the\s+)?(?:{address()})?{WORD}(?:[^.;:“”\"(),]{{0,80}}?,(?=[^.,;:“”\"()]{{0,40}}(?i:{office})))?"
        rf"[^.;:“”\"()]{{0,120}}?)"
    )
    return re.compile(
        rf"[,.]?\s*(?:(?P<verb>(?i:{_verbs()}))\s+{speaker}"
        rf"|{speaker.replace('speaker', 'speaker2', 1)}\s+(?P<verb2>(?i:{_verbs()})))(?=\s*[.,;(]|\s+(?:at|in|on"
        rf"|during|to|when|after)\b|(?<=\btold)\s+(?:the\s+|its\s+|his\s+|her\s+)?\w|$)"
    )


@cache
def _signedwith_title() -> re.Pattern[str]:
    """A name with its title right after the words: "…" Ms. Jane Roe, head of the Water Office."""
    name = rf"{WORD}(?:\s+{PARTICLES}{WORD}){{0,4}}"
    return re.compile(rf"\s*(?P<speaker>(?:{address()})?{name},[^.;“”\"]{{3,80}}?)\W*")


_SHORTEST = 12
_ATTRIBUTION = re.compile(r"\s*[–—―-]{1,2}\s*(?P<speaker>[^\n]{3,160})")
_DASH = re.compile(r"(?:^|\s+|(?<=[.!?…”\"’']))[–—―-]{1,2}\s*(?P<speaker>[^\n“”\"]{3,160})$")
_WHERE_SAID = re.compile(r"(?P<name>[^,]+?),?\s+(?:on|in|at|via|from|during|to)\s+\S.*")
"""A name with where the words were found: "Jane Roe on the forum", "@janeroe via the mailing list"."""
_HANDLE = re.compile(r"@?(?P<name>[\w][\w.-]*[^\W_]\w*)")
"""What people call themselves on the net; it needs no capital."""
_WORK_BY = re.compile(
    r"(?i:an?|the)\s[^,;]*?\sby\s+(?:@(?P<handle>[\w.-]*\w)|(?P<name>[^\W\d_a-z]\S*(?:\s+[^\W\d_a-z]\S*){1,3}))"
)
"""What the words are from, and whose that is: "A tribute to the kiln by @potw"."""
_LONGEST_NAME = 6


def find_statements(text: str, items: list[tuple[Item, Interval | None]]) -> Iterator[Statement]:
    """Yields the quotations in items whose speaker is named in the same item."""
    for item, interval in items:
        for match in _QUOTED.finditer(text, item.span.start, item.span.end):
            group = next(name for name in "abcdef" if match[name] is not None)
            quote = trimmed(text, Span(*match.span(group)))
            if len(quote.of(text).split()) < _WORDS or _is_term(text, Span(*match.span()), quote):
                continue
            named = _speaker(text, item.span, Span(*match.span()), interval)
            if named:
                speaker, verb = named
                yield Statement(
                    item.span,
                    quote,
                    speaker.name,
                    verb,
                    speaker.title,
                    speaker.organisation,
                    interval,
                    item.section,
                    item.page,
                )


_ARTICLE = re.compile(r"\b(?:the|an?|our|its|this|so-called)\s+$", re.IGNORECASE)
_TERM = 5


def _is_term(text: str, marked: Span, quote: Span) -> bool:
    """Tells whether words in marks name a thing: the board announces the "last call for nets"."""
    words = quote.of(text)
    short = len(words.split()) <= _TERM and words[:1].islower() and words[-1:].isalpha()
    return short and _ARTICLE.search(text[max(0, marked.start - 12) : marked.start]) is not None


def find_block_quotes(text: str, placed: Sequence[Placed], reference: Interval | None) -> Iterator[Statement]:
    """Yields block quotations that end with, or are followed by, a dash and a name: "— Jane Roe, Director (24 Jan)".

    Whoever signs on a line of their own with name and title, or with where they spoke, needs no dash; nor does who is
    introduced by the line above ("Jane Roe reports:"). A quotation may have several paragraphs.
    """
    run: list[Placed] = []
    before: Placed | None = None
    for place in placed:
        words = place.block.span.of(text)
        attribution = _ATTRIBUTION.fullmatch(words)
        if (
            attribution
            or (run and (with_title(words) or _with_occasion(words, run[-1], place)))
            or (run and _is_signature(text, before, run[-1], place))
        ):
            if run:
                quote = Span(run[0].block.span.start, run[-1].block.span.end)
                span = Span(quote.start, place.block.span.end)
                name = attribution["speaker"] if attribution else _TORN_TITLE.sub("", words)
                yield from _attributed(text, run[0], quote, span, name, reference)
            run, before = [], None
        elif place.block.kind is not BlockKind.QUOTE and not _is_quoted(words):
            yield from _introduced(text, before, run, reference)
            yield from _signed_in_line(text, place, reference)
            run, before = [], place
        else:
            if run and run[-1].section != place.section:
                yield from _introduced(text, before, run, reference)
                run, before = [], None
            run = [*run, place]
            if found := list(_signed(text, run, reference)):
                yield from found
                run, before = [], None
    yield from _introduced(text, before, run, reference)


def find_tabled_quotes(text: str, placed: Sequence[Placed], reference: Interval | None) -> Iterator[Statement]:
    """Yields the quotations that have a cell of a row to themselves, where one other cell names who speaks."""
    for place in placed:
        cells = place.block.cells if place.block.kind is BlockKind.TABLE_ROW else ()
        quoted = [cell for cell in cells if _is_quoted(cell.of(text))]
        others = (
            [cell for cell in cells if cell not in quoted and not has_date(cell.of(text))] if len(quoted) == 1 else []
        )
        named = [cell for cell in others if _is_named(cell.of(text))]
        if len(named) != 1 or not (speaker := read_speaker(_without_last_day(one_line(named[0].of(text))))):
            continue
        dates = find_dates(text[place.block.span.start : quoted[0].start], reference)
        yield Statement(
            place.block.span,
            trimmed(text, quoted[0], ' \n"“”«»'),
            speaker.name,
            "said",
            speaker.title,
            speaker.organisation,
            dates[0].interval if dates else next(iter(place.dates), reference),
            place.section,
            place.block.page,
        )


def _introduced(
    text: str, before: Placed | None, run: Sequence[Placed], reference: Interval | None
) -> Iterator[Statement]:
    """The quotation below a line that says whose words follow."""
    if before is None or not run or before.section != run[0].section:
        return
    named = introduced(before.block.span.of(text))
    quote = Span(run[0].block.span.start, run[-1].block.span.end)
    if named and len(quote.of(text).split()) >= _WORDS:
        (speaker, verb), place = named, run[0]
        span = Span(before.block.span.start, quote.end)
        when = next(iter(place.dates), reference)
        yield Statement(
            span,
            trimmed(text, quote, ' \n"“”«»'),
            speaker.name,
            verb,
            speaker.title,
            speaker.organisation,
            when,
            place.section,
            place.block.page,
        )


_SIGNED_AT = re.compile(
    rf"{WORD}(?:\s+{WORD}){{1,3}}(?:,?\s+(?:on|in|at|via|from|during|to|after|before)\s[^.;:“”\"]{{2,60}}"
    r"|,\s+[a-z][\w-]*(?:\s+[\w-]+){0,2})"
)
"""A name with where it was said, or how: "Jane Roe, on the jetty", "Jane Roe, laughing"."""


def _with_occasion(words: str, quoted: Placed, place: Placed) -> bool:
    """Tells whether a line below a block quotation is a name with where it was said: "Jane Roe, at the fair"."""
    return (
        quoted.block.kind is BlockKind.QUOTE
        and place.block.kind is BlockKind.PARAGRAPH
        and quoted.section == place.section
        and _SIGNED_AT.fullmatch(one_line(words)) is not None
    )


def _is_signature(text: str, before: Placed | None, quoted: Placed, place: Placed) -> bool:
    """Tells whether a line below words in quotation marks is nothing but a name: "Ms. Jane Roe, WTO, 5 June".

    Where such a line stands above the quotation, it is that one that says whose words they are.
    """
    return (
        place.section == quoted.section
        and place.block.kind in (BlockKind.QUOTE, BlockKind.PARAGRAPH)
        and _is_quoted(quoted.block.span.of(text))
        and _named_behind(place.block.span.of(text)) is not None
        and not (before and _is_named(before.block.span.of(text)))
    )


def _is_named(words: str) -> bool:
    """Tells whether a line is nothing but a person's name, maybe with an organisation or office, a place and a day."""
    plain = _without_last_day(one_line(words)).strip(" .*_")
    named = _NAMED.fullmatch(re.sub(rf"^{address()}", "", plain))
    return named is not None and is_person(named["name"])


_NAMED = re.compile(
    rf"(?P<name>{WORD}(?:\s+{PARTICLES}{WORD}){{1,4}})(?:,\s+(?:the\s+)?[^\W\d_a-z][^,.;:!?]{{1,60}}){{0,2}}"
)


def _is_quoted(words: str) -> bool:
    """Tells whether a block is nothing but words in quotation marks."""
    quoted = _QUOTED.fullmatch(words.strip())
    return quoted is not None and len(words.split()) >= _WORDS


def _signed(text: str, run: Sequence[Placed], reference: Interval | None) -> Iterator[Statement]:
    """The quotation of paragraphs the last of which ends with a dash and a name."""
    last = run[-1].block.span
    inside = _DASH.search(last.of(text))
    if inside and inside.start() > _SHORTEST:
        start = run[0].block.span.start
        quote = Span(start, last.start + inside.start())
        yield from _attributed(text, run[0], quote, Span(start, last.end), inside["speaker"], reference)


_QUOTES = re.compile(r"\b(?:quotes?|quotations?|overheard)\b", re.IGNORECASE)
_IN_LINE = re.compile(r"(?P<end>\S)\s+[–—―]\s*(?P<speaker>[^\n–—―]{2,80})$")
"""How words without marks are signed: "A kite is a question. — kbrand on the forum"."""


def _signed_in_line(text: str, place: Placed, reference: Interval | None) -> Iterator[Statement]:
    """A paragraph below a heading for quotations that ends with a dash and who said it, be it a handle."""
    block = place.block
    headed = place.section and _QUOTES.search(place.section[-1])
    signed = _IN_LINE.search(block.span.of(text)) if headed and block.kind is BlockKind.PARAGRAPH else None
    if not signed or signed.start() < _SHORTEST or re.search(r"[“”«»\"]", block.span.of(text)):
        return
    # "Kites are fun – really" is signed by nobody.
    name = signed["speaker"].strip(" .")
    if signed["end"] in ".!?…)" or not name.islower():
        quote = Span(block.span.start, block.span.start + signed.end("end"))
        yield from _attributed(text, place, quote, block.span, signed["speaker"], reference, handles=True)


def _attributed(
    text: str, place: Placed, quote: Span, span: Span, name: str, reference: Interval | None, *, handles: bool = False
) -> Iterator[Statement]:
    dates = find_dates(name, reference)
    # Within a line a dash may be anything; on a line of its own it signs, be it with a handle.
    alone = handles or text[: quote.end + 1].endswith("\n") or text[quote.end : span.end].lstrip(" ").startswith("\n")
    plain = re.sub(r"\s*[(\[][^()]*\d[^()]*[)\]]", "", name)
    speaker = _signing(_without_occasion(plain), handles=alone)
    quote = trimmed(text, quote, ' \n"“”«»')
    if speaker and len(quote.of(text).split()) >= _WORDS:
        when = dates[0].interval if dates else next(iter(place.dates), reference)
        yield Statement(
            span,
            quote,
            speaker.name,
            "said",
            speaker.title,
            speaker.organisation,
            when,
            place.section,
            place.block.page,
        )


def _without_occasion(name: str) -> str:
    """A signature without the day and the place at its end: "Jane Roe, Head of the Office, Halifax, 22 April 2034"."""
    name = _without_last_day(name)
    head, comma, last = name.rpartition(",")
    place = next(iter(find_places(f"in {last.strip()}")), None) if comma and "," in head else None
    return head if place and len(place.span.of(f"in {last.strip()}")) == len(last.strip()) else name


def _signing(words: str, *, handles: bool) -> Speaker | None:
    """Who signs a quotation: "Jane Roe on the forum" is Jane Roe, and so may be a handle."""
    plain = one_line(words).strip(" .,;")
    where = _WHERE_SAID.fullmatch(plain)
    name = where["name"] if where else plain
    if work := _WORK_BY.fullmatch(plain):
        return Speaker(work["handle"]) if work["handle"] else read_speaker(work["name"])
    if handles and (handle := _HANDLE.fullmatch(name)):
        return Speaker(handle["name"])
    return read_speaker(name if len(name.split()) <= _LONGEST_NAME else words)


def _speaker(text: str, item: Span, quoted: Span, when: Interval | None) -> tuple[Speaker, str] | None:
    before = text[item.start : quoted.start]
    # A second quotation of the same sentence has the speaker of the first: "…", he added, "…".
    before = _QUOTED.sub(" ", before)
    match = _before().search(before)
    if match and (speaker := read_speaker(match["speaker"])):
        if speaker.name.casefold() not in table("people")["pronouns"]:
            return speaker, match["verb"]
        earlier = text[: item.start + match.start()] if speaker.name.casefold() in _SOMEBODY else ""
        return (Speaker(name), match["verb"]) if (name := _last_named(earlier)) else None
    if named := _announced(before, when):
        return named, "said"
    after = text[quoted.end : item.end]
    following = _after().match(after)
    if following:
        name = following["speaker"] or following["speaker2"]
        speaker = read_speaker(name)
        if speaker and speaker.name.casefold() not in table("people")["pronouns"]:
            return speaker, following["verb"] or following["verb2"]
    if (pronoun := _pronoun().match(after)) and (name := _last_named(text[: item.start])):
        return Speaker(name), pronoun["verb"]
    if speaker := with_title(after):
        return speaker, "said"
    dash = _DASH.match(after)
    if dash and (speaker := read_speaker(_without_last_day(dash["speaker"]))):
        return speaker, "said"
    if not before.strip() and (speaker := _in_brackets(after) or _named_behind(after)):
        # A title in quotation marks has its place behind it: "The lamp is lit again" Harbour Festival, 5 May.
        whole = text[quoted.start : quoted.end].rstrip("”\"»’' ").endswith((".", "!", "?", "…"))
        return (speaker, "said") if whole or speaker.organisation or _in_brackets(after) else None
    return None


def _named_behind(words: str) -> Speaker | None:
    """Who is named behind words that begin a line, and nothing else: "…" Jane Roe, WTO, 5 June; "…" Jane Roe (WTO)."""
    plain = _without_last_day(one_line(words)).strip(" ,.*_")
    if (member := _MEMBER.fullmatch(plain)) and is_person(member["name"]):
        return Speaker(member["name"], None, one_line(member["organisation"]))
    if _is_named(plain) and not _ENTITLED.fullmatch(plain):
        return _of_organisation(plain) or read_speaker(plain)
    return _entitled(plain)


def _entitled(words: str) -> Speaker | None:
    """Who is named with organisation and office in a row, and nothing else: "WTO President Jane Roe"."""
    speaker = read_speaker(words) if _ENTITLED.fullmatch(words) and office_pattern().search(words) else None
    if speaker is None or not (speaker.title and office_pattern().search(speaker.title)):
        return None
    return speaker if is_person(speaker.name) and words.endswith(speaker.name) else None


_ENTITLED = re.compile(rf"{WORD}(?:\s+(?:(?:of|the|for|and|in)\s+)*{PARTICLES}{WORD}){{2,9}}")


@cache
def _pronoun() -> re.Pattern[str]:
    verbs = f"(?P<verb>(?i:{_verbs()}))"
    return re.compile(rf"[,.]?\s*(?:he|she)\s+{verbs}\b")


_SOMEBODY = ("he", "she")
_PARAGRAPH = 300


def _last_named(before: str) -> str | None:
    """The one person whom the last lines of the paragraph before a quotation name; None where they name several."""
    paragraph = before[-_PARAGRAPH:].rpartition("\n")[2]
    found = (re.sub(rf"^{address()}", "", match.group()) for match in _FULL_NAME.finditer(paragraph))
    names = dict.fromkeys(name for name in found if is_person(name) and not place_of(name))
    return next(iter(names)) if len(names) == 1 else None


_FULL_NAME = re.compile(rf"(?<!\w)(?<![.!?] ){WORD}(?:\s+(?:(?:de|van|von|da|del|la|al|el|bin)\s+)*{WORD}){{1,2}}")


_BRACKETED = re.compile(r"\s*\((?P<speaker>[^()]{3,160})\)\W*")
_BY_THE_WAY = re.compile(r";|,(?=\s+[a-z])|\s+(?:after|before|during|when|while|at|in|on|to|via|from)\s")
"""What parts a name from how, when or to whom somebody spoke: "Jane Roe after the race; found by Ada Poe"."""


def _in_brackets(words: str) -> Speaker | None:
    """Who signs in brackets that end a line of nothing but their words: "…" (Jane Roe, overheard by Ada Poe)."""
    bracketed = _BRACKETED.fullmatch(words)
    if not bracketed:
        return None
    signed = _without_occasion(bracketed["speaker"].strip())
    name = _BY_THE_WAY.split(signed)[0].strip()
    if re.fullmatch(rf"{WORD}(?:\s+{WORD}){{1,3}}", name):
        titled = read_speaker(signed) if name != signed else None
        return titled if titled and titled.title and titled.name == name else Speaker(name)
    speaker = read_speaker(signed)
    return speaker if speaker and speaker.title else None


def with_title(words: str) -> Speaker | None:
    """Who signs with a name and a title, and maybe the day or the occasion: "Jane Roe, head of the Office, in Bern"."""
    plain = _without_last_day(words)
    occasion = _OCCASION.search(plain)
    if occasion and not office_pattern().search(occasion.group()):
        plain = plain[: occasion.start()]
    signed = _signedwith_title().fullmatch(plain)
    if not signed or _goes_on(signed["speaker"]):
        return None
    speaker = read_speaker(_TORN_TITLE.sub("", signed["speaker"]))
    return speaker if speaker and speaker.title else None


_ANY_YEAR = Interval(date(2000, 1, 1), date(2000, 12, 31), Precision.YEAR)
"""For telling days from other words; which year they are in does not matter."""


def _without_last_day(words: str) -> str:
    """Words without the day that they end with: "Jane Roe, Director, WTO, 5 June"."""
    dates = find_dates(words, _ANY_YEAR)
    last = words.rstrip(" .)")
    if dates and last.endswith(dates[-1].span.of(words).rstrip(" .)")):
        return words[: dates[-1].span.start].rstrip(" ,;(–—-")
    return words


_OCCASION = re.compile(
    r"(?<=\S),\s+(?:(?:in|at|on|during|after|before|to|from|upon)\s+|[a-z]+ing\s+)[^,.;:“”\"]{2,60}\W*$"
)
"""Where or when somebody spoke, behind name and title: ", in Lisbon", ", accepting the award"."""
_TORN_TITLE = re.compile(r"\s+(?:of|for|at|in)(?:\s+the)?$")
"""The end of a line within a title, of which the rest stands elsewhere on the page."""


def _goes_on(words: str) -> bool:
    """Tells whether a sentence goes on behind name and title: "Jane Roe, head of the Water Office, opened it"."""
    _, _, *further = words.split(",")
    return any(part.strip()[:1].islower() and not office_pattern().search(part) for part in further)


_ADDRESS = re.compile(
    rf"(?P<speaker>(?:[^.:;!?“”\",]{{1,60}}\s+)?{WORD}(?:\s+{WORD}){{0,3}}),?\s+(?:in|at|on|during|opening|closing|accepting)"
    r"\s+(?:(?:his|her|their|the|an?)\s+)(?:[\w-]+\s+){0,4}[\w-]+"
)
"""Who speaks, and on what occasion: "Jane Roe, in her farewell address"."""


_MEMBER = re.compile(rf"(?P<name>{WORD}(?:\s+{WORD}){{0,3}})\s+\((?P<organisation>[A-Z][^():;]{{1,80}})\)")
"""A name with an organisation in brackets, which is all that says who speaks: "Roe (WTO)"."""
_ON_TOPIC = re.compile(
    rf"(?P<speaker>{WORD}(?:\s+(?:[a-z]{{2,3}}\s+)?{WORD}){{1,3}}),?\s+(?:on|about)\s+[^.:;!?“”\"]{{2,60}}"
)
"""Who speaks, and what of: "Jane Roe on storage"."""


def _of_organisation(words: str) -> Speaker | None:
    """A name with a form of address, or with the short name of an organisation behind it: "Jane Roe, WTO"."""
    plain = re.sub(rf"^{address()}", "", words)
    named = _NAMED.fullmatch(plain)
    if named is None or not is_person(named["name"]) or any(find_places(f"in {named['name']}")):
        return None
    behind = plain[named.end("name") :].strip(" ,")
    titled = office_pattern().search(behind) is not None
    if titled or not (plain != words or (behind and abbreviated(behind))):
        return None
    return Speaker(one_line(named["name"]), None, behind or None)


def _announced(before: str, when: Interval | None) -> Speaker | None:
    """Who is named with an office and a colon right before the words: "9 July – Jane Roe, President: “…”".

    Behind an organisation, and its title however that is shortened, the last name does: "WTO ADG Roe: “…”"; so does one
    with its organisation in brackets: "Roe (WTO): “…”".
    """
    words = before.rstrip()
    if not words.endswith(":"):
        return None
    words = words.rstrip(" :")
    for found in reversed(find_dates(words, when)):
        words = words[: found.span.start] + words[found.span.end :]
    words = words.strip(" \n,;:–—-*•|")
    if member := _MEMBER.fullmatch(words):
        return Speaker(member["name"], None, one_line(member["organisation"]))
    words = words.strip("()[] ")
    if named := _of_organisation(words):
        return named
    words = re.sub(rf"^{address()}", "", words)
    if (about := _ON_TOPIC.fullmatch(words)) and is_person(about["speaker"]):
        return Speaker(about["speaker"])
    if (said := _ADDRESS.fullmatch(words)) and (speaker := read_speaker(said["speaker"])):
        return speaker
    speaker = None if re.search(r"[.:;!?“”\"]", words) else read_speaker(words)
    if not speaker or not speaker.title or not re.fullmatch(rf"{WORD}(?:\s+{WORD}){{0,3}}", speaker.name):
        return None
    known = office_pattern().search(words) or speaker.title in table("people")["short"]
    entitled = known and (" " in speaker.name or words == f"{speaker.title} {speaker.name}")
    return speaker if entitled or speaker.organisation else None
