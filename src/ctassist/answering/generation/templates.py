"""The templates of ``prompts/``: what a model is told, with documents and questions fenced off as material."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml

from ctassist.answering.generation.wire import Message

_HOLE = re.compile(r"\{\{ (\w+) \}\}")
_HEADER = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Template:
    """One purpose. ``version`` is recorded with what was made by it."""

    name: str
    version: int
    text: str

    @property
    def label(self) -> str:
        """Name and version: "phrase@2"."""
        return f"{self.name}@{self.version}"

    def messages(self, values: Mapping[str, str]) -> list[Message]:
        """The instructions, and what they are about behind a fence that what is fenced cannot know.

        Raises KeyError when a value is missing.
        """
        fence = f"========{secrets.token_hex(8)}"
        told = _HOLE.sub(lambda hole: {**values, "fence": fence}[hole[1]], self.text)
        instructions, begin, material = told.partition(f"\n{fence} ")
        return [
            {"role": "system", "content": instructions.strip()},
            {"role": "user", "content": (begin + material).strip()},
        ]


@cache
def template(name: str) -> Template:
    """Reads ``prompts/<name>.md``."""
    text = _file(name).read_text(encoding="utf-8")
    header = _HEADER.match(text)
    assert header is not None, f"prompts/{name}.md has no header"
    return Template(name, int(yaml.safe_load(header[1])["version"]), text[header.end() :])


def _file(name: str) -> Path:
    """The file in the installed package, or in the checkout that an editable installation points to."""
    packed = Path(str(files("ctassist"))) / "prompts" / f"{name}.md"
    return packed if packed.exists() else Path(str(files("ctassist"))).parents[1] / "prompts" / f"{name}.md"
