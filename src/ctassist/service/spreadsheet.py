"""Ledger rows as CSV (RFC 4180) that a spreadsheet program can open without running anything in it."""

import csv
import io
from collections.abc import Sequence
from typing import Any

# With one of these in front, spreadsheet programs read a cell as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def to_csv(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> str:
    """Returns a header and one line a row; nested members become columns such as ``citation.start``."""
    flat = [_flatten(row) for row in rows]
    found = list(dict.fromkeys(name for row in flat for name in row)) or list(columns)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(found)
    writer.writerows([_cell(row.get(name)) for name in found] for row in flat)
    return out.getvalue()


def _flatten(row: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            flat |= _flatten(value, f"{prefix}{name}.")
        else:
            flat[prefix + name] = value
    return flat


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(f"{part['start']}/{part['end']}" if isinstance(part, dict) else str(part) for part in value)
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        # The apostrophe is the spreadsheet programs' own sign for "this is text".
        return "'" + value
    return value
