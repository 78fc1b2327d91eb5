"""Where a citation leads for people who are not on the service's own pages."""

from ctassist.settings import Settings


class Links:
    """Makes the addresses of citations absolute, where it is known how people reach the service."""

    def __init__(self, settings: Settings) -> None:
        self._base = str(settings.public_url).rstrip("/") if settings.public_url else None

    def absolute(self, url: str) -> str | None:
        """The address of ``url`` for everybody; None where it is not known, as no link is better than a broken one."""
        return f"{self._base}{url}" if self._base else None
