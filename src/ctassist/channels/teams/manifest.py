"""The manifest of the Teams app, with the limits of Microsoft's schema 1.24: what breaks one is refused here."""

from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from ctassist.channels.teams.words import HELP, NEW, QUERY, SEARCH
from ctassist.errors import UsageError

SCHEMA = "https://developer.microsoft.com/json-schemas/teams/v1.24/MicrosoftTeams.schema.json"
COLOR_ICON, OUTLINE_ICON = "color.png", "outline.png"
ACCENT = "#1B5E8C"

Guid = Annotated[str, Field(pattern=r"^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$")]
HttpsUrl = Annotated[str, Field(pattern=r"^https://", max_length=2048)]
Domain = Annotated[str, Field(pattern=r"^(\*\.)?[\w-]+(\.[\w-]+)*(:\d+)?$", max_length=2048)]
Scope = Literal["team", "personal", "groupChat"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=to_camel, populate_by_name=True, frozen=True)


class Developer(_Part):
    """Who offers the app."""

    name: str = Field(min_length=1, max_length=32)
    website_url: HttpsUrl
    privacy_url: HttpsUrl
    terms_of_use_url: HttpsUrl


class Name(_Part):
    """What the app is called."""

    short: str = Field(min_length=1, max_length=30)
    full: str = Field(min_length=1, max_length=100)


class Description(_Part):
    """What the app does."""

    short: str = Field(min_length=1, max_length=80)
    full: str = Field(min_length=1, max_length=4000)


class Icons(_Part):
    """The files of the icons within the package."""

    outline: str = OUTLINE_ICON
    color: str = COLOR_ICON


class Command(_Part):
    """A command that the bot offers above the place to type."""

    title: str = Field(max_length=128)
    description: str = Field(max_length=4000)


class CommandList(_Part):
    """The commands of some scopes."""

    scopes: tuple[Scope, ...] = Field(min_length=1, max_length=4)
    commands: tuple[Command, ...] = Field(max_length=12)


class BotPart(_Part):
    """The bot of the app."""

    bot_id: Guid
    scopes: tuple[Scope, ...] = ("personal", "team", "groupChat")
    is_notification_only: bool = False
    supports_files: bool = False
    command_lists: tuple[CommandList, ...] = Field(max_length=3)


class Parameter(_Part):
    """What somebody types into the search."""

    name: str = Field(max_length=64)
    title: str = Field(max_length=32)
    description: str = Field(max_length=128)
    input_type: Literal["text"] = "text"


class SearchCommand(_Part):
    """The search of the message extension."""

    id: str = Field(max_length=64)
    type: Literal["query"] = "query"
    title: str = Field(max_length=32)
    description: str = Field(max_length=128)
    initial_run: bool = True
    context: tuple[Literal["compose", "commandBox"], ...] = ("compose", "commandBox")
    parameters: tuple[Parameter, ...] = Field(min_length=1, max_length=5)


class ComposeExtension(_Part):
    """The message extension of the app."""

    bot_id: Guid
    commands: tuple[SearchCommand, ...] = Field(min_length=1, max_length=10)


class Manifest(_Part):
    """The whole manifest."""

    schema_url: str = Field(default=SCHEMA, alias="$schema")
    manifest_version: Literal["1.24"] = "1.24"
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$", max_length=256)
    id: Guid
    developer: Developer
    name: Name
    description: Description
    icons: Icons = Icons()
    accent_color: str = Field(default=ACCENT, pattern=r"^#[0-9A-Fa-f]{6}$")
    bots: tuple[BotPart, ...] = Field(max_length=1)
    compose_extensions: tuple[ComposeExtension, ...] = Field(max_length=1)
    permissions: tuple[Literal["identity", "messageTeamMembers"], ...] = ("identity", "messageTeamMembers")
    valid_domains: tuple[Domain, ...] = Field(max_length=16)
    default_install_scope: Scope = "personal"

    def written(self) -> dict[str, Any]:
        """Returns the JSON of the manifest."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


def manifest(client_id: str, public_url: str, *, name: str, developer: str, version: str) -> Manifest:
    """Returns the manifest of a bot.

    Args:
        client_id: the application id of the bot's registration; also names the app, so that a new package updates it.
        public_url: address at which people reach this service, with https.
        name: what the app is called in Teams.
        developer: who offers it.
        version: of the app, such as ``1.0.0``; each new package of an app that is installed needs a higher one.

    Raises UsageError for what Teams would not take.
    """
    site = public_url.rstrip("/") + "/"
    try:
        return Manifest(
            version=version,
            id=client_id,
            developer=Developer(name=developer, website_url=site, privacy_url=site, terms_of_use_url=site),
            name=Name(short=name, full=f"{name}: cited answers from the archive"[:100]),
            description=Description(short=_SHORT, full=_FULL),
            bots=(BotPart(bot_id=client_id, command_lists=(CommandList(scopes=_SCOPES, commands=_COMMANDS),)),),
            compose_extensions=(ComposeExtension(bot_id=client_id, commands=(_SEARCH,)),),
            valid_domains=(urlsplit(site).netloc,),
        )
    except ValidationError as error:
        faults = "; ".join(f"{_place(fault['loc'])}: {fault['msg']}" for fault in error.errors())
        raise UsageError(f"Teams would not take this app. {faults}.") from None


def _place(path: tuple[int | str, ...]) -> str:
    return ".".join(map(str, path))


_SCOPES: tuple[Scope, ...] = ("personal", "team", "groupChat")
_SHORT = "Ask the archive of reviews: every answer is cited to the letter."
_FULL = (
    "Ask in your own words who chairs what, what happened when and where, how many, who said what. Every line of an "
    "answer has a number that shows the very words it comes from and leads to their page; a list is complete or says "
    "what it leaves out; what the archive does not say is not answered. Mention the app in a channel or a chat, talk "
    "to it alone, or search it while you write a message and insert a line with its source."
)
_COMMANDS = (
    Command(title=HELP.capitalize(), description="What can be asked, with examples"),
    Command(title=NEW.capitalize(), description="Forget what was asked before"),
)
_SEARCH = SearchCommand(
    id=SEARCH,
    title="Search the archive",
    description="Find a line and insert it with its source",
    parameters=(Parameter(name=QUERY, title="Question", description="A question, or what you look for"),),
)
