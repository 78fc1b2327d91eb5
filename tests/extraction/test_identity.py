"""Title pages and file names of every kind say which issue of which periodical a document is."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.extraction.shown import said

from ctassist.extraction import extract
from ctassist.reading import read_bytes

BODY = "\n\n## Key events\n\n- Experts met in Riga to speak of tides (5 Mar)\n- Pilots met in Lima to speak of fog\n"


def cases(*files: str) -> list[dict[str, Any]]:
    found = []
    for file in files:
        text = (Path(__file__).parent / "identities" / f"{file}.toml").read_text(encoding="utf-8")
        found += tomllib.loads(text)["case"]
    return found


def identified(case: dict[str, Any]) -> dict[str, Any]:
    """What is found in one invented issue, under the keys of the case."""
    body = f"\n\n{case['body']}\n" if "body" in case else BODY
    head = "".join(f"{key}: {value}\n" for key, value in case.get("metadata", {}).items())
    page = f"---\n{head}---\n{case['page']}" if head else case["page"]
    kind = "page.md" if page.startswith(("#", "---")) else "page.txt"
    found = extract(read_bytes(f"{page}{body}".encode(), kind), case["name"])
    identity = found.identity
    told: dict[str, Any] = {
        "period": said(found.period.interval) if found.period else None,
        "series": identity.series,
        "number": identity.number,
        "version": identity.version,
        "language": identity.language,
        "conflict": any("is trusted" in warning for warning in found.warnings),
    }
    return told


def expected(case: dict[str, Any]) -> dict[str, Any]:
    keys = ("period", "series", "number", "version")
    return {
        **{key: case.get(key) for key in keys},
        "language": case.get("language", "en"),
        "conflict": case.get("conflict", False),
    }


@pytest.mark.parametrize("case", cases("first", "later", "last"), ids=lambda case: case["name"])
def test_an_issue_is_identified(case: dict[str, Any]) -> None:
    assert identified(case) == expected(case)
