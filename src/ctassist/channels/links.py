"""Links to what an answer cites, for places that are not pages of the service itself."""

from typing import Any

from ctassist.settings import Settings


def base_of(settings: Settings) -> str:
    """Returns the address under which people reach the service, without a slash at its end; empty where none is set."""
    return str(settings.public_url).rstrip("/") if settings.public_url else ""


def with_addresses(told: Any, base: str) -> Any:
    """Returns JSON of the service with whole addresses where it has those that are relative to the service.

    Where ``base`` is empty, or an address leads elsewhere, it stays as it is.
    """
    if isinstance(told, list):
        return [with_addresses(part, base) for part in told]
    if not isinstance(told, dict):
        return told
    whole = {name: with_addresses(value, base) for name, value in told.items()}
    if isinstance(address := whole.get("url"), str) and address.startswith("/"):
        whole["url"] = base + address
    return whole


def absolute(base: str | None, path: str) -> str | None:
    """Returns the address of a page of the service, None where none reaches it: no link is better than a broken one."""
    return f"{base.rstrip('/')}/{path.lstrip('/')}" if base else None
