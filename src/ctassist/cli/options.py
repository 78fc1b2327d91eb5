"""What all commands share: where the index is, and the archive in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ctassist.indexing.archive import Archive
    from ctassist.settings import Settings


@dataclass(frozen=True, slots=True)
class Common:
    """The options before the command."""

    index_dir: Path | None = None

    def settings(self, **overrides: Any) -> "Settings":
        """Returns the settings in force. Raises UsageError when one is not valid."""
        from ctassist.service.logs import configure_logs
        from ctassist.settings import load_settings

        configure_logs()
        return load_settings(index_dir=self.index_dir, **overrides)

    @contextmanager
    def archive(self) -> "Iterator[Archive]":
        """Opens the archive and closes it at the end. Raises IndexMissing or IndexUnusable."""
        from ctassist.indexing.archive import Archive

        archive = Archive.open(self.settings())
        try:
            yield archive
        finally:
            archive.close()
