"""Links from other programs to this service."""


def absolute(public_url: str | None, path: str) -> str | None:
    """Returns the address of a page of this service, None where it has no public one: no link beats a broken one."""
    return f"{public_url.rstrip('/')}/{path.lstrip('/')}" if public_url else None
