"""Amounts of money: whether a passage tells one, and whether a question asks for one without saying so."""

import re

_MONEY = re.compile(
    r"[$€£¥]\s?\d|\d[\d.,]*\s*[$€£¥]|\d[\d.,]*\s*(?:(?:thousand|million|billion|m|bn|k)\s+)?"
    r"(?:(?:us )?dollars?|euros?|pounds?|francs?|yen|yuan|rupees?|crowns?|cents?|pence|pesos?|dinars?|dirhams?|rands?"
    r"|kron[ae]r?|usd|eur|gbp|chf|jpy)\b",
    re.IGNORECASE,
)
_PAID = re.compile(
    r"\bwhat\s+(?:was|were|is|are|did|does|do)\b(?:(?!\b(?:for|with|by|why)\b)[^?])*?"
    r"\b(?:pay|paid|costs?|charged?|earn(?:ed)?)\b(?!\s+(?:for|by|with)\W*$)",
    re.IGNORECASE,
)


def has_money(text: str) -> bool:
    """Tells whether a text has an amount of money."""
    return _MONEY.search(text) is not None


def asks_for_money(question: str) -> bool:
    """Tells whether a question asks for an amount without saying so: "what was paid", "what does it cost"."""
    return _PAID.search(question) is not None
