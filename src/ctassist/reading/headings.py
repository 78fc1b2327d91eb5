"""Headings in plain text: told from the lines of a paragraph by how they look and where they stand."""

import re
from functools import lru_cache

_ENDS_SENTENCE = (".", "!", "?", ";", ",")
_LOOKS_ON = (",", ":", "/", "&", "-", "–", "(")
_LED_TO_NUMBER = re.compile(r"\.{4,}\s*\d")
_KEY_VALUE = re.compile(r"[^:]{1,40}:\s+\S")
_GOES_ON = re.compile(r"\s*[(\[](?:continued|continues|cont(?:[’']?d)?\.?)[)\]]$", re.IGNORECASE)
"""What a heading adds where it stands again on the next page: "NEWS (cont.)"."""
_OF_A_DAY = re.compile(
    r"(?<=[^\W\d_])(?<!^)\s*\((?:[a-z]+\s+){0,3}(?:\d{1,2}(?:st|nd|rd|th)?[.\s]\s?)?[^\W_]+\.?,?[\s.](?:19|20)\d\d\)$"
)
"""What a heading in capitals says of when its figures were counted: "OUR FLEET IN NUMBERS (as of 30 April 2031)"."""
_DRAWN = re.compile(r"([^\W\d_A-Za-z])\1{0,3}")
"""What pictures of a few strokes become: one letter of another script, again and again."""
_WORD = re.compile(r"[^\W\d_]{3}")
_SENTENCE_END = re.compile(r"[.!?][)\]\"”’']*\s+(?=[^\W\d_a-z]|\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIGURE = re.compile(r"[^\w\s]{0,2}\s?\d[\d.,\s]*(?:[%+]|(?:bn|mn|million|billion|thousand)\+?)?", re.IGNORECASE)
_LONGEST_TITLE = 120
_LONGEST_CAPITALS = 120
_LONGEST_PLAIN = 80
_MOST_WORDS = 10
_LONG_PARAGRAPH = 200
_LONGEST_ACRONYM = 6
_FRAGMENT_WORDS = 6


_WANTS_MORE = re.compile(
    r"(?:^|\s)(?:an?|the|of|for|and|or|to|in|on|at|by|with|from|as|de|du|la|le|el|y|et|des|di)$|[-–/&(,]$"
)


def ends_open(line: str) -> bool:
    """Says whether a line ends in a sign, or in a small word, after which it must go on."""
    return bool(_WANTS_MORE.search(line.rstrip()))


def is_capitals(line: str) -> bool:
    """Says whether a short line is written in capitals, as headings are and lists of acronyms are not."""
    line = _GOES_ON.sub("", line.strip())
    dated = _OF_A_DAY.search(line)
    line = line[: dated.start()] if dated and " " in line[: dated.start()] else line
    return 0 < len(line) <= _LONGEST_CAPITALS and _are_capitals(line)


@lru_cache(maxsize=4096)
def _are_capitals(line: str) -> bool:
    # Asked several times for each line of a page. Long lines are not kept.
    if line.upper() != line or line.endswith(_ENDS_SENTENCE):
        return False
    if _DRAWN.fullmatch(line):
        return False
    capitals = sum(map(str.isupper, line))
    digits = sum(map(str.isdigit, line))
    return capitals > 2 * digits and bool(_WORD.search(line) or " " not in line) and not _lists_acronyms(line)


def is_one_word(line: str) -> bool:
    """Says whether a line is a single word, which an acronym torn from its sentence also is."""
    return len(line.split()) == 1


def is_title(text: str) -> bool:
    """Says whether the first words of a file can be its title."""
    return (
        len(text) <= _LONGEST_TITLE
        and not text[0].islower()
        and bool(_WORD.search(text))
        and not text.endswith((*_ENDS_SENTENCE, ":"))
        # "Members: 42" is no title, "Harbour Weekly: 11-17 December 2023" is one.
        and (not _KEY_VALUE.match(text) or bool(_YEAR.search(text)))
        and not _SENTENCE_END.search(text)
    )


def is_plain_heading(text: str) -> bool:
    """Says whether a line that stands alone can be a heading, if what follows it is what headings are for."""
    return (
        len(text) <= _LONGEST_PLAIN
        and len(text.split()) <= _MOST_WORDS
        and text[0].isupper()
        and bool(_WORD.search(text))
        and not text.endswith((*_ENDS_SENTENCE, *_LOOKS_ON, ")"))
        and text.count("(") == text.count(")")
        and not _KEY_VALUE.match(text)
        and not _LED_TO_NUMBER.search(text)
    )


def is_entry(line: str) -> bool:
    """Says whether a line gives a value to a name, as ``Members: 42`` does."""
    return line[0].isupper() and len(line) <= _LONGEST_PLAIN and bool(_KEY_VALUE.match(line))


def is_figure(line: str) -> bool:
    """Says whether a line is a number and nothing else, as in a box of headline figures; a year is none."""
    return bool(_FIGURE.fullmatch(line.strip())) and not _YEAR.fullmatch(line.strip())


def is_box_line(line: str) -> bool:
    """Says whether a line can be a figure or its label: a few words that are no sentence."""
    return is_fragment(line.strip()) and not line.rstrip().endswith((".", "!", "?", ":"))


def is_label(line: str) -> bool:
    """Says whether a line is a few words and a colon, which names the list after it."""
    line = line.strip()
    return line.endswith(":") and len(line.split()) <= _FRAGMENT_WORDS and line[0].isupper()


def is_fragment(text: str) -> bool:
    """Says whether a paragraph is but a few words, as the torn parts of a box are."""
    words = len(text.split())
    # The number of a torn chart's entry ends with a full stop too.
    return words == 1 or (words <= _FRAGMENT_WORDS and not text.endswith((".", "!", "?")))


def looks_on(text: str) -> bool:
    """Says whether a fragment wants to be continued, so that what comes next is no heading."""
    return text.endswith(_LOOKS_ON) and (is_fragment(text) or text.endswith(","))


def is_long(text: str) -> bool:
    """Says whether a paragraph has several sentences, or one that is as long."""
    return len(text) >= _LONG_PARAGRAPH or bool(_SENTENCE_END.search(text))


def _lists_acronyms(line: str) -> bool:
    parts = [part.strip() for part in re.split("[,/;]", line)]
    return len(parts) > 1 and all(" " not in part and len(part) <= _LONGEST_ACRONYM for part in parts)
