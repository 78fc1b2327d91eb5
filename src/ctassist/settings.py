"""Typed settings from ``CTASSIST_*`` variables, a ``.env`` file or ``ctassist.toml``, in this order."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, HttpUrl, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from ctassist.errors import UsageError


class Settings(BaseSettings):
    """Everything that can be configured; each field is the variable ``CTASSIST_<NAME>``."""

    model_config = SettingsConfigDict(
        env_prefix="CTASSIST_",
        env_file=".env",
        env_ignore_empty=True,
        toml_file="ctassist.toml",
        extra="ignore",
        frozen=True,
    )

    index_dir: Path = Field(default=Path("index"), description="folder of the index")
    database_url: str | None = Field(default=None, description="SQLAlchemy URL; default: SQLite in the index folder")
    host: str = Field(default="127.0.0.1", description="address to listen on")
    port: int = Field(default=8000, ge=0, le=65535, description="port to listen on; 0 takes a free one")
    workers: int = Field(default=1, ge=1, le=64, description="service processes")
    max_file_mb: int = Field(default=64, ge=1, description="largest file to read, in megabytes")
    file_seconds: float = Field(default=300, gt=0, le=86_400, description="longest time to read one file, in seconds")
    file_memory_mb: int = Field(default=4096, ge=512, description="memory that reading one file may take, in megabytes")
    ocr: Literal["auto", "off"] = Field(
        default="auto", description="read pages that are pictures, if Tesseract is here"
    )
    ocr_languages: str = Field(default="eng", description="languages of such pages, as Tesseract names them, with +")
    public_url: HttpUrl | None = Field(
        default=None, description="address at which people reach this service; links in other programs lead there"
    )
    api_keys: str = Field(default="", description="comma-separated keys that callers must present; empty: none")
    allow_anonymous: bool = Field(default=False, description="serve other addresses than loopback without keys")

    llm_base_url: str | None = Field(
        default=None,
        description="OpenAI-compatible endpoint of a language model that may word answers, up to /v1; none: no model",
    )
    llm_model: str = Field(default="", description="name of the model, or of Azure's deployment")
    llm_api_key: SecretStr = Field(default=SecretStr(""), description="key of the endpoint")
    llm_api_version: str | None = Field(default=None, description="Azure's api-version; with it Azure's paths are used")
    llm_seconds: float = Field(default=20, gt=0, le=600, description="longest that the model may take for an answer")
    llm_concurrency: int = Field(default=4, ge=1, le=256, description="calls to the model at once, in one process")

    teams_client_id: str = Field(default="", description="application id of the Teams bot; empty: no bot")
    teams_client_secret: SecretStr = Field(default=SecretStr(""), description="secret of that application")
    teams_tenant_id: str = Field(default="", description="tenant in which the bot is registered")
    teams_tenants: str = Field(default="", description="comma-separated tenants that are answered; empty: that one")
    teams_access: dict[str, list[str]] = Field(
        default_factory=dict,
        description="labels that may be read, by tenant, or by tenant/ID of a team, group, channel, chat or user",
    )
    teams_cloud: Literal["public", "usgov", "usgovdod", "china"] = Field(
        default="public", description="Microsoft's cloud that the bot is in"
    )
    teams_login_url: HttpUrl | None = Field(default=None, description="where tokens are given; default: the cloud's")
    teams_metadata_url: HttpUrl | None = Field(
        default=None, description="OpenID metadata of what signs Teams' requests; default: the cloud's"
    )
    teams_service_hosts: str = Field(
        default="", description="comma-separated hosts that take messages, with *; empty: the cloud's"
    )
    slack_bot_token: SecretStr = Field(default=SecretStr(""), description="Slack's bot token; with it Slack is served")
    slack_signing_secret: SecretStr = Field(
        default=SecretStr(""), description="secret with which Slack signs what it posts to this service"
    )
    slack_app_token: SecretStr = Field(
        default=SecretStr(""), description="Slack's app token, for Socket Mode: no address of ours is needed then"
    )
    slack_access: dict[str, list[str]] = Field(
        default_factory=dict,
        description="access labels by Slack team, or channel or user of one, as JSON; empty: every team reads open",
    )
    slack_api_url: HttpUrl = Field(
        default=HttpUrl("https://slack.com/api/"), description="Slack's Web API; another one for GovSlack"
    )

    @property
    def keys(self) -> frozenset[str]:
        """The API keys, without blanks."""
        return frozenset(key.strip() for key in self.api_keys.split(",") if key.strip())

    def as_environment(self) -> dict[str, str]:
        """Returns the variables from which another process reads these settings, secrets included."""
        written: dict[str, str] = {}
        for name, value in self:
            if isinstance(value, SecretStr):
                value = value.get_secret_value()
            if value is not None:
                variable = f"CTASSIST_{name.upper()}"
                written[variable] = json.dumps(value) if isinstance(value, dict) else str(value)
        return written

    @property
    def database(self) -> str:
        """The database URL in force."""
        return self.database_url or f"sqlite:///{self.index_dir / 'ctassist.db'}"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Puts the TOML file last."""
        return init_settings, env_settings, dotenv_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(**overrides: Any) -> Settings:
    """Reads the settings; ``overrides`` that are None do not count.

    Raises UsageError naming each variable that does not hold a valid value, or the file that cannot be read.
    """
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})
    except ValidationError as error:
        faults = "; ".join(f"CTASSIST_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors())
        raise UsageError(f"A setting is not valid: {faults}.") from None
    except SettingsError as error:
        # Its sentence names the field; what the field holds is not shown.
        field = re.search(r'field "(\w+)"', str(error))
        name = f"CTASSIST_{field[1].upper()}" if field else "A setting"
        raise UsageError(f'{name} is not JSON: write it like {{"T0123": ["open"]}}.') from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"ctassist.toml is not valid TOML ({error}): correct or remove it.") from None
    except UnicodeDecodeError:
        raise UsageError("ctassist.toml or .env is not UTF-8 text: save it again as UTF-8, or remove it.") from None
    except OSError as error:
        raise UsageError(f"{error.filename} cannot be read ({error.strerror}): correct or remove it.") from None
