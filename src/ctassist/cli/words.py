"""Numbers, periods and sizes in words."""

from ctassist.model.time import Period
from ctassist.service.render import period_json

_PLURALS = {"activity": "activities"}


def plural(number: int, noun: str) -> str:
    """Returns "1 item", "2 items"."""
    return f"{number} {noun if number == 1 else _PLURALS.get(noun, noun if noun.endswith('s') else noun + 's')}"


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
