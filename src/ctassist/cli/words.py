"""Numbers, periods and sizes in words."""

import re

from ctassist.model.time import Period
from ctassist.service.render import period_json

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def plural(number: int, noun: str) -> str:
    """Returns "1 item", "2 items"; ``noun`` may be the plural itself, as with "activities"."""
    one = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
    return f"{number} {one if number == 1 else noun if noun.endswith('s') else noun + 's'}"


def printable(text: str) -> str:
    """Returns a name as one line, without the control characters that would steer a terminal."""
    return _CONTROLS.sub("\ufffd", text)


def period_words(period: Period | None) -> str:
    """Returns "2024-01 to 2024-02", or "no period"."""
    written = period_json(period)
    return " to ".join(dict.fromkeys(written.values())) if written else "no period"


def size_words(size: int) -> str:
    """Returns a number of bytes in a unit that reads well."""
    amount = float(size)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"
