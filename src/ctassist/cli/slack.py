"""``ctassist slack``: what Slack asks for when the app is set up there."""

from urllib.parse import urlsplit

from ctassist.cli.options import Common
from ctassist.errors import UsageError


def run(common: Common, *, url: str | None, socket: bool) -> None:
    """Prints the manifest. Raises UsageError where no address is known, or Slack would not take it."""
    from ctassist.channels.slack.manifest import manifest_yaml

    if socket:
        print(manifest_yaml(None), end="")
        return
    public = common.settings().public_url
    address = url or (str(public) if public else "")
    if not address:
        raise UsageError(
            "Slack needs an address to reach the service: give --url https://…, set CTASSIST_PUBLIC_URL, or use "
            "--socket for Socket Mode, which needs none."
        )
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.netloc:
        raise UsageError(f"Slack posts to https:// addresses only, not to {address}: give another with --url.")
    print(manifest_yaml(address), end="")
