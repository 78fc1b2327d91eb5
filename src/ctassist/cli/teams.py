"""``ctassist teams package``: the app that is uploaded to Microsoft Teams."""

from pathlib import Path

from ctassist.cli.options import Common
from ctassist.cli.words import printable
from ctassist.errors import CtassistError, UsageError


def run(common: Common, *, output: Path, name: str, developer: str, version: str, force: bool) -> None:
    """Writes the package. Raises UsageError for settings that are missing, and for what Teams would not take."""
    settings = common.settings()
    if not settings.teams_client_id:
        raise UsageError("CTASSIST_TEAMS_CLIENT_ID is not set: give the application id of the bot (docs/teams.md).")
    if settings.public_url is None or settings.public_url.scheme != "https":
        raise UsageError("CTASSIST_PUBLIC_URL must be the https address at which people reach this service.")
    if output.exists() and not force:
        raise UsageError(f"{output} exists: give --force to replace it, or another name.")
    from ctassist.channels.teams.manifest import manifest
    from ctassist.channels.teams.package import package

    client_id = settings.teams_client_id.strip()
    made = manifest(client_id, str(settings.public_url), name=name, developer=developer, version=version)
    try:
        output.write_bytes(package(made))
    except OSError as error:
        raise CtassistError(f"{output} cannot be written: {error.strerror}.") from None
    print(f"{printable(str(output))}: {made.name.short} {made.version}, to be uploaded in Teams (docs/teams.md)")
