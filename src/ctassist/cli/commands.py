"""The commands and what holds for all of them: options, exit codes and one line for an error.

Only what every command needs is imported here, so that ``ctassist --help`` answers at once.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ctassist import __version__
from ctassist.cli import webhooks
from ctassist.cli.options import Common
from ctassist.errors import CtassistError

INTERRUPTED = 130

app = typer.Typer(
    name="ctassist",
    help="Asks an archive of periodical reviews; every answer is cited to the letter.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(webhooks.app, name="webhooks")

teams = typer.Typer(no_args_is_help=True, help="The bot in Microsoft Teams.")
app.add_typer(teams, name="teams")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"ctassist {__version__}")
        raise typer.Exit


@app.callback()
def common(
    context: typer.Context,
    index: Annotated[
        Path | None, typer.Option("--index", metavar="DIR", help="Folder of the index (CTASSIST_INDEX_DIR).")
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Asks an archive of periodical reviews; every answer is cited to the letter."""
    context.obj = Common(index)


@app.command()
def ingest(
    context: typer.Context,
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH...", help="Files and folders.")] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Forget documents whose file is gone.")] = False,
    sample: Annotated[bool, typer.Option("--sample", help="Take in the sample archive.")] = False,
    if_empty: Annotated[bool, typer.Option("--if-empty", help="Do nothing when something is indexed.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Stay, and take in what changes there.")] = False,
) -> None:
    """Add files and folders to the archive, or refresh them; unchanged ones are skipped."""
    from ctassist.cli.ingest import run, stay

    if watch:
        stay(context.obj, paths or [], prune=prune, sample=sample, if_empty=if_empty)
    else:
        run(context.obj, paths or [], prune=prune, sample=sample, if_empty=if_empty)


@app.command()
def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="One question.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the Answer object.")] = False,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="2023-06", help="Answer as the archive stood then.")
    ] = None,
    conversation: Annotated[
        str | None, typer.Option("--conversation", metavar="ID", help="Ask on in an earlier conversation.")
    ] = None,
) -> None:
    """Ask one question; the answer comes with its sources."""
    from ctassist.cli.ask import run

    run(context.obj, question, as_json=as_json, as_of=as_of, conversation=conversation)


@app.command()
def brief(
    context: typer.Context,
    start: Annotated[str, typer.Option("--from", metavar="2024-01", help="First day or month.")],
    end: Annotated[str, typer.Option("--to", metavar="2024-02", help="Last day or month, included.")],
    entity: Annotated[
        str | None, typer.Option("--entity", metavar="NAME", help="Only what names this organisation or person.")
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="NAME", help="Only what was there, or in a place that lies in it.")
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="A .md or .docx file; - prints Markdown.")
    ] = "-",
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
) -> None:
    """Write a cited briefing on a period: figures, roles, all activities, statements, sources."""
    from ctassist.cli.brief import run

    run(context.obj, start=start, end=end, entity=entity, place=place, output=output, force=force)


@app.command()
def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option("--host", help="Address to listen on.  [127.0.0.1]")] = None,
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65535, help="Port; 0 takes a free one.  [8000]")
    ] = None,
    workers: Annotated[int | None, typer.Option("--workers", min=1, max=64, help="Processes.  [1]")] = None,
) -> None:
    """Serve the web page and the HTTP interface."""
    from ctassist.application.server import serve as run

    run(context.obj.settings(host=host, port=port, workers=workers))


@app.command()
def mcp(context: typer.Context) -> None:
    """Serve a program that speaks the Model Context Protocol and has started this command, over standard streams."""
    from ctassist.cli.mcp import run

    run(context.obj)


@app.command()
def status(
    context: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False
) -> None:
    """Show what is indexed: documents, periods and gaps, records, model, size and health."""
    from ctassist.cli.status import run

    run(context.obj, as_json=as_json)


@app.command()
def feedback(
    context: typer.Context,
    limit: Annotated[int, typer.Option("--limit", min=1, help="The latest so many.")] = 100,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show what people think of the answers: thumbs and comments, the latest first."""
    from ctassist.cli.feedback import run

    run(context.obj, limit=limit, as_json=as_json)


@teams.command()
def package(
    context: typer.Context,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The ZIP to write.")] = Path(
        "ctassist-teams.zip"
    ),
    name: Annotated[str, typer.Option("--name", help="What the app is called in Teams.")] = "ctassist",
    developer: Annotated[str, typer.Option("--developer", help="Who offers it.")] = "ctassist",
    app_version: Annotated[
        str, typer.Option("--app-version", metavar="1.0.0", help="Raise it to update an app that is installed.")
    ] = "1.0.0",
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
) -> None:
    """Write the app package that is uploaded to Teams: manifest and icons."""
    from ctassist.cli.teams import run

    run(context.obj, output=output, name=name, developer=developer, version=app_version, force=force)


slack = typer.Typer(help="Set up the bot in Slack.", no_args_is_help=True)
app.add_typer(slack, name="slack")


@slack.command()
def manifest(
    context: typer.Context,
    url: Annotated[
        str | None,
        typer.Option("--url", metavar="https://…", help="Where Slack reaches the service.  [CTASSIST_PUBLIC_URL]"),
    ] = None,
    socket: Annotated[bool, typer.Option("--socket", help="For Socket Mode: Slack reaches no address.")] = False,
) -> None:
    """Print the app's manifest, to paste where Slack asks for one."""
    from ctassist.cli.slack import run

    run(context.obj, url=url, socket=socket)


@app.command("eval")
def evaluate(
    context: typer.Context,
    cases: Annotated[list[Path], typer.Argument(metavar="CASES.jsonl...", help="Question files.")],
    verbose: Annotated[bool, typer.Option("--verbose", help="Show what is wrong with each answer.")] = False,
    report: Annotated[Path | None, typer.Option("--json", metavar="FILE", help="Write all results there.")] = None,
) -> None:
    """Score question files against this archive."""
    from ctassist.cli.evaluate import run

    run(context.obj, cases, verbose=verbose, report=report)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits with its code."""
    given = common_first(list(sys.argv[1:] if arguments is None else arguments))
    sys.exit(_run(given, debug="--debug" in given))


def common_first(arguments: list[str]) -> list[str]:
    """Puts ``--debug`` and ``--index DIR`` before the command, so that they may stand behind it too."""
    first: list[str] = []
    rest: list[str] = []
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            return [*first, *rest, argument, *remaining]
        if argument == "--debug" or argument.startswith("--index="):
            first.append(argument)
        elif argument == "--index":
            first += [argument, *(value for value in [next(remaining, None)] if value is not None)]
        else:
            rest.append(argument)
    return first + rest


def _run(arguments: list[str], *, debug: bool) -> int:
    try:
        code = app(arguments, prog_name="ctassist", standalone_mode=False)
        sys.stdout.flush()
    except CtassistError as error:
        return _fail(str(error), error.exit_code, debug)
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except BrokenPipeError:
        # Nobody reads on; what is still in the buffer must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        # The command line's own errors carry these two; they come from typer or, in older releases, from click.
        message = getattr(error, "format_message", None)
        if message is None and debug:
            raise
        if message is None:
            return _fail(f"Something went wrong ({type(error).__name__}: {error}); --debug shows where.", 1, debug)
        return _fail(f"{message().rstrip('.')}. Try: ctassist --help", 2, debug=False) if message() else 2
    if code == INTERRUPTED:
        return _fail("Stopped before it was done; run the command again.", INTERRUPTED, debug=False)
    return code if isinstance(code, int) else 0


def _fail(sentence: str, code: int, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exc()
    from ctassist.cli.words import printable

    print(f"ctassist: {printable(' '.join(sentence.split()))}", file=sys.stderr)
    return code
