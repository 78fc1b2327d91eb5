"""What the settings say about the bot: who it is, whom it answers, and the cloud that it lives in."""

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from microsoft_teams.api.auth.cloud_environment import CloudEnvironment, from_name
from pydantic import SecretStr

from ctassist.channels.links import base_of
from ctassist.errors import UsageError
from ctassist.model.caller import OPEN
from ctassist.settings import Settings

SERVICE_HOSTS = {
    "public": ("smba.trafficmanager.net", "*.infra.gcc.teams.microsoft.com", "*.botframework.com"),
    "usgov": ("*.infra.gov.teams.microsoft.us", "*.botframework.azure.us"),
    "usgovdod": ("*.infra.dod.teams.microsoft.us", "*.botframework.azure.us"),
    "china": ("*.botframework.azure.cn", "*.msteams.azure.cn"),
}
"""Where each cloud takes messages; nothing is ever sent to a host that is not named here or in the settings."""
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Bot:
    """The bot of one registration. ``issuer`` None takes the issuer that the metadata names."""

    client_id: str
    client_secret: SecretStr
    tenant_id: str
    tenants: frozenset[str]
    labels: Mapping[str, frozenset[str]]
    login_url: str
    scope: str
    metadata_url: str
    issuer: str | None
    service_hosts: tuple[str, ...]
    public_url: str | None

    @classmethod
    def configured(cls, settings: Settings) -> "Bot":
        """Reads the settings. Raises UsageError for what the bot cannot work with, naming the variable."""
        cloud: CloudEnvironment = from_name(settings.teams_cloud)
        client_id = _guid("CTASSIST_TEAMS_CLIENT_ID", settings.teams_client_id)
        tenant_id = _guid("CTASSIST_TEAMS_TENANT_ID", settings.teams_tenant_id)
        if not settings.teams_client_secret.get_secret_value():
            raise UsageError("CTASSIST_TEAMS_CLIENT_SECRET is not set: give the secret of the bot's registration.")
        tenants = [_guid("CTASSIST_TEAMS_TENANTS", name) for name in _names(settings.teams_tenants)]
        metadata_url = settings.teams_metadata_url
        login_url = str(settings.teams_login_url or cloud.login_endpoint)
        return cls(
            client_id=client_id,
            client_secret=settings.teams_client_secret,
            tenant_id=tenant_id,
            tenants=frozenset(tenants or [tenant_id]),
            labels={place.lower(): frozenset(labels) for place, labels in settings.teams_access.items()},
            login_url=_secure("CTASSIST_TEAMS_LOGIN_URL", login_url.rstrip("/")),
            scope=cloud.bot_scope,
            metadata_url=_secure("CTASSIST_TEAMS_METADATA_URL", str(metadata_url or cloud.openid_metadata_url)),
            issuer=None if metadata_url else cloud.token_issuer,
            service_hosts=tuple(_names(settings.teams_service_hosts)) or SERVICE_HOSTS[settings.teams_cloud],
            public_url=base_of(settings) or None,
        )

    def may_send_to(self, service_url: str) -> bool:
        """Tells whether an address is one of the cloud's, and safe to send the bot's token to."""
        parts = urlsplit(service_url)
        host = (parts.hostname or "").lower()
        if parts.username or parts.query or parts.fragment or not is_secure(service_url):
            return False
        return any(fnmatchcase(host, pattern.lower()) for pattern in self.service_hosts)

    def access(self, tenant: str, *places: str) -> frozenset[str]:
        """Returns the labels of the most specific of ``places`` that the settings name, else those of the tenant."""
        named = [f"{tenant}/{place}".lower() for place in places if place]
        found = (self.labels[name] for name in [*named, tenant] if name in self.labels)
        return next(found, frozenset({OPEN}))


def is_secure(url: str) -> bool:
    """Tells whether what is sent to an address is encrypted, or stays on this machine."""
    parts = urlsplit(url)
    if parts.scheme == "https":
        return bool(parts.hostname)
    return parts.scheme == "http" and _is_loopback(parts.hostname or "")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _secure(variable: str, url: str) -> str:
    if not is_secure(url):
        raise UsageError(f"{variable} must begin with https:// (secrets and keys travel there).")
    return url


def _guid(variable: str, value: str) -> str:
    found = value.strip().lower()
    if not _GUID.fullmatch(found):
        raise UsageError(
            f"{variable} is not an id such as 11111111-2222-3333-4444-555555555555: copy it from the Azure portal."
        )
    return found


def _names(listed: str) -> list[str]:
    return [name.strip() for name in listed.split(",") if name.strip()]
