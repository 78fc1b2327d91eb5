"""``ctassist webhooks``: who is told of newly indexed documents."""

import json
import sys
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from ctassist.cli.words import plural, printable
from ctassist.errors import CtassistError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctassist.indexing.webhooks import LogRow, Webhook, Webhooks
    from ctassist.settings import Settings

TEST = "webhook.test"
_SECONDS = 60.0
"""Longest time that an ingest stays to tell webhooks; what is left, services tell, or the next ingest."""

app = typer.Typer(help="Tell other programs of newly indexed documents.", no_args_is_help=True)


@app.command()
def add(
    context: typer.Context,
    url: Annotated[str, typer.Argument(metavar="URL", help="Where events are sent.")],
    secret: Annotated[
        str | None, typer.Option("--secret", help="Sign with this (whsec_...); - reads it. By default one is made.")
    ] = None,
    access: Annotated[
        list[str] | None, typer.Option("--access", metavar="LABEL", help="Labels of documents to tell of.  [open]")
    ] = None,
    allow_http: Annotated[bool, typer.Option("--allow-http", help="Send unencrypted, too.")] = False,
) -> None:
    """Tell an address of each document that is newly indexed from now on."""
    from ctassist.channels.webhooks.registering import checked_secret, checked_url, new_secret
    from ctassist.model.caller import OPEN

    address = checked_url(url, allow_http=allow_http)
    given = sys.stdin.readline().strip() if secret == "-" else secret
    labels = [label.strip() for label in access or [OPEN]]
    if not all(labels):
        raise UsageError("A label is empty: name one, or leave --access out.")
    with _of(context.obj.settings(), create=True) as webhooks:
        kept = webhooks.add(address, made := checked_secret(given) if given is not None else new_secret(), labels)
    print(f"Webhook {kept.id} is told of documents labelled {printable(', '.join(kept.access))}.")
    if given is None:
        print(f"Its secret, which is not shown again: {made}")


@app.command("list")
def show(context: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Show the webhooks, and how many events wait for each."""
    with _of(context.obj.settings()) as webhooks:
        found = webhooks.list()
    if as_json:
        print(json.dumps([asdict(hook) for hook in found], ensure_ascii=False, indent=2, default=datetime.isoformat))
    else:
        print("\n".join(map(_line, found)) or "There are no webhooks; ctassist webhooks add URL makes one.")


@app.command()
def remove(context: typer.Context, webhook_id: Annotated[str, typer.Argument(metavar="ID", help="As listed.")]) -> None:
    """Tell a webhook nothing any more, and forget it."""
    with _of(context.obj.settings()) as webhooks:
        webhooks.remove(webhook_id)
    print(f"Webhook {printable(webhook_id)} is forgotten.")


@app.command("test")
def try_out(
    context: typer.Context, webhook_id: Annotated[str, typer.Argument(metavar="ID", help="As listed.")]
) -> None:
    """Send a signed event of the type webhook.test, and show what the receiver answers."""
    import asyncio

    with _of(context.obj.settings()) as webhooks:
        hook = webhooks.opened(webhook_id)
    from ctassist.channels.webhooks.sending import Sending
    from ctassist.indexing.announcing import event_body, event_name
    from ctassist.indexing.webhooks import Announcement, Attempt, Verdict

    async def send() -> Attempt:
        sending = Sending(waits=())
        try:
            body = event_body(TEST, {"webhook_id": hook.id}, datetime.now(UTC))
            return await sending.send(hook, Announcement(0, event_name(), body, 0))
        finally:
            await sending.close()

    attempt = asyncio.run(send())
    if attempt.verdict is not Verdict.DELIVERED:
        raise CtassistError(f"The webhook did not take the event. {attempt.problem}")
    print(f"The webhook took the event ({attempt.status}).")


@app.command()
def log(
    context: typer.Context,
    webhook_id: Annotated[str | None, typer.Argument(metavar="[ID]", help="Of this one alone.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="The latest so many.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show what became of the latest events, the latest first."""
    with _of(context.obj.settings()) as webhooks:
        found = webhooks.log(limit, webhook_id)
    if as_json:
        print(json.dumps([asdict(row) for row in found], ensure_ascii=False, indent=2, default=datetime.isoformat))
    else:
        print("\n".join(map(_log_line, found)) or "Nothing has been announced yet.")


def tell(settings: "Settings") -> str:
    """Tells webhooks what is due, and returns a line on it; nothing where nothing was due."""
    with _of(settings) as webhooks:
        if not webhooks.is_due():
            return ""
        import asyncio

        from ctassist.channels.webhooks.rounds import Rounds

        told = asyncio.run(Rounds(lambda: webhooks.engine).once(_SECONDS))
        waiting = sum(hook.waiting for hook in webhooks.list())
    left = f", {waiting} to come (ctassist webhooks log shows why)" if waiting else ""
    return f"Webhooks: {plural(told.delivered, 'event')} delivered{left}"


@contextmanager
def _of(settings: "Settings", *, create: bool = False) -> "Iterator[Webhooks]":
    """Opens the webhooks of an index, which ``create`` makes ready where nothing is indexed yet."""
    from ctassist.indexing.database import open_database
    from ctassist.indexing.webhooks import Webhooks

    if create:
        try:
            settings.index_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CtassistError(f"The index folder {settings.index_dir} cannot be made: {error.strerror}.") from None
    engine = open_database(settings.database, create=create)
    try:
        yield Webhooks(engine)
    finally:
        engine.dispose()


def _line(hook: "Webhook") -> str:
    state = f"{plural(hook.waiting, 'event')} to come" if hook.waiting else "nothing to come"
    if hook.disabled_at:
        state = f"disabled on {hook.disabled_at:%Y-%m-%d}: {hook.disabled_because}"
    return printable(f"{hook.id}  {hook.url}  ({', '.join(hook.access)})  since {hook.created_at:%Y-%m-%d}, {state}")


def _log_line(row: "LogRow") -> str:
    tries = plural(row.attempts, "attempt")
    if row.delivered:
        became = f"delivered, {tries}"
    elif row.done_at:
        became = f"given up after {tries}: {row.problem}"
    elif row.attempts:
        became = f"{tries}, next on {row.due_at:%Y-%m-%d %H:%M} UTC: {row.problem}"
    else:
        became = "to come"
    return printable(f"{row.made_at:%Y-%m-%d %H:%M}  {row.webhook_id}  {row.type}  {row.name}  {became}")
