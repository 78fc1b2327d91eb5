"""The names of months as texts write them, for telling a line with a day from one with anything else."""

from functools import cache

from babel import Locale

_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
"""Those of the United Nations."""


@cache
def month_names() -> frozenset[str]:
    """Whole names of months in lower case, from the Unicode CLDR."""
    return _names("wide")


@cache
def short_month_names() -> frozenset[str]:
    """What month names are shortened to, in lower case and without a point."""
    return _names("abbreviated") | {"sept"}


def _names(width: str) -> frozenset[str]:
    found = [Locale(language).months["format"][width] for language in _LANGUAGES]
    return frozenset(name.casefold().rstrip(".") for names in found for name in names.values())
