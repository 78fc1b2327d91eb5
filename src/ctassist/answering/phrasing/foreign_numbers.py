"""Ordinal numbers of other languages as English has them: "23e", "23.ª", "23-е" and "第23次" are "23rd"."""

import re

_ORDINALS = {
    "fr": re.compile(r"\b(?P<number>[2-9]|[1-9]\d{1,2})\s?(?:e|ème|eme|ième|nde?)\b"),
    "es": re.compile(r"\b(?P<number>\d{1,3})(?:\.?\s?[ªº]|\.?(?:er|ra|ro|da|do|ta|to|ma|mo|va|vo|na|no)\b)"),
    "ru": re.compile(r"\b(?P<number>\d{1,3})[-–](?:[йеяхм]|го|му|ой|ый|ое|ая|ую|ого|ому|ым|ом|ей)\b"),
    "zh": re.compile(r"第\s*(?P<number>\d{1,3}|[一二三四五六七八九十]{2,3})\s*[次届屆轮]"),
}
_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}


def with_ordinals(text: str, language: str) -> str:
    """Returns a text with its ordinals in figures as English ones; words for small ones are left to the phrasebook."""
    pattern = _ORDINALS.get(language)
    return pattern.sub(lambda match: f" {_ordinal(_value(match['number']))} ", text) if pattern else text


def _value(number: str) -> int:
    """A number in figures or in Chinese signs: "二十三" is 23."""
    if number.isdecimal():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
