"""Small invented reviews of a Harbour Alliance, in plain sight, and an embedder that needs no model."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ctassist.indexing.embedding import MODEL, Embedder

MARCH = """\
# Harbour Alliance in Review March-April 2023

## Key events

- Port Safety Office (PSO) opened a training centre in Rotterdam (5 Mar)
- Blue Water Fund (BWF) and PSO met in Accra to agree on a work plan (12-13 Apr)
- A new newsletter was started

## In numbers

- 412 Focal points
- 37 Alliance entities

## Working groups

- 1. Dredging of channels. Chair: PSO. Vice-Chair: BWF

## Voices

"Clean harbours are everybody's business," said Jane Doe, Director of the Port Safety Office.
"""

MAY = """\
# Harbour Alliance in Review May-June 2023

## Key events

- BWF gave the first grants for wave energy in Lagos (2 May)
- PSO and BWF held a workshop on oil spills in Lima (8 May and 3 Jun)

## In numbers

- 430 Focal points
"""

JULY = """\
# Harbour Alliance in Review July-August 2023

## Key events

- PSO launched a portal for pilots (1 Jul)
- BWF published a study on whales in Valparaíso (20-22 Aug)
"""


def write(folder: Path, **texts: str) -> Path:
    """Writes ``name=text`` as ``name.md`` into a folder and returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


class WordEmbedder(Embedder):
    """Vectors made of the words alone, for tests in which only storing matters; counts the texts it was given."""

    def __init__(self) -> None:
        self.name, self.sha256, self.dimension = MODEL.name, MODEL.sha256, MODEL.dimension
        self.texts = 0

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.texts += len(texts)
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                rows[row, int(hashlib.sha256(word.encode()).hexdigest(), 16) % self.dimension] += 1.0
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows

    def embed_query(self, text: str) -> NDArray[np.float32]:
        row: NDArray[np.float32] = self.embed([text])[0]
        return row
