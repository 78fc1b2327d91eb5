"""The app's manifest, from which Slack makes the app: what it may do, what it is told, where it is reached."""

from typing import Any

import yaml

PATH = "/channels/slack/events"
COMMAND = "/ctassist"
CHECK = "check"
SHORTCUT = "Check in the archive"

_SCOPES = (
    "app_mentions:read",
    "assistant:write",
    "channels:history",
    "chat:write",
    "commands",
    "groups:history",
    "im:history",
    "mpim:history",
)
_EVENTS = (
    "app_mention",
    "assistant_thread_context_changed",
    "assistant_thread_started",
    "message.channels",
    "message.groups",
    "message.im",
    "message.mpim",
)


def manifest(public_url: str | None) -> dict[str, Any]:
    """Returns the manifest of an app that Slack reaches at ``public_url``, or over Socket Mode where that is None."""
    address = f"{public_url.rstrip('/')}{PATH}" if public_url else None
    at = {"request_url": address} if address else {}
    command: dict[str, Any] = {
        "command": COMMAND,
        **({"url": address} if address else {}),
        "description": "Ask the archive; you alone see the answer",
        "usage_hint": "Who chairs the working group?",
        "should_escape": False,
    }
    return {
        "display_information": {
            "name": "ctassist",
            "description": "Answers from the archive, cited to the letter",
            "background_color": "#1f3a4d",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": False,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "assistant_view": {"assistant_description": "Answers from the archive, each with its sources."},
            "bot_user": {"display_name": "ctassist", "always_online": True},
            "shortcuts": [
                {
                    "name": SHORTCUT,
                    "type": "message",
                    "callback_id": CHECK,
                    "description": "Looks up what a message says",
                }
            ],
            "slash_commands": [command],
        },
        "oauth_config": {"scopes": {"bot": list(_SCOPES)}},
        "settings": {
            "event_subscriptions": {**at, "bot_events": list(_EVENTS)},
            "interactivity": {"is_enabled": True, **at},
            "org_deploy_enabled": False,
            "socket_mode_enabled": address is None,
            "token_rotation_enabled": False,
        },
    }


def manifest_yaml(public_url: str | None) -> str:
    """Returns the manifest as text to paste."""
    return yaml.safe_dump(manifest(public_url), sort_keys=False, allow_unicode=True)
