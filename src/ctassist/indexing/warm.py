"""Read by the process that workers start from, once: what parsing loads at its first file, workers then have.

Places, names of months and languages, and patterns take longer to load than most files take to be parsed.
"""

import gc
from contextlib import suppress
from importlib.resources import as_file, files

import ctassist.indexing.ingest  # noqa: F401  # Each worker reads the main module, which imports this, once more.
from ctassist.errors import UnreadableFile
from ctassist.indexing.parsing import parse_file

_BETWEEN_COLLECTIONS = 50_000

with as_file(files("ctassist") / "sample") as _folder, suppress(UnreadableFile):
    for _sample in sorted(_folder.glob("*.md")):
        parse_file(_sample, max_bytes=_sample.stat().st_size)

# What is loaded stays: workers need not look through it for garbage again, and look through what they make less often,
# for a page alone is some ten thousand objects.
gc.collect()
gc.freeze()
gc.set_threshold(_BETWEEN_COLLECTIONS)
