"""``ctassist brief``: a cited briefing on a period, as a file or on the terminal."""

from collections.abc import Callable
from pathlib import Path

from ctassist.cli.options import Common
from ctassist.cli.words import plural, printable
from ctassist.errors import CtassistError, UsageError
from ctassist.model.briefing import Briefing, BriefRequest
from ctassist.model.caller import ANYONE
from ctassist.service.days import first_day, last_day

STDOUT = "-"

Writer = Callable[[Briefing], bytes]


def run(
    common: Common,
    *,
    start: str,
    end: str,
    entity: str | None,
    place: str | None,
    output: str,
    force: bool,
) -> None:
    """Writes the briefing. Raises UsageError for a period, name or file that cannot be one."""
    request = BriefRequest(first_day(start), last_day(end), entity, place)
    write = _writer(output)
    path = Path(output)
    if output != STDOUT:
        _check(path, force)
    from ctassist.answering.assistant import Assistant

    with common.archive() as archive:
        briefing = Assistant(archive).brief(request, ANYONE)
    content = write(briefing)
    if output == STDOUT:
        print(content.decode("utf-8"), end="")
        return
    _save(path, content, force)
    print(f"{printable(output.encode(errors='replace').decode())}: {_summary(briefing)}")


def _summary(briefing: Briefing) -> str:
    if not briefing.sections:
        return briefing.searched
    lines = sum(len(section.lines) for section in briefing.sections)
    return ", ".join(
        (
            plural(lines, "line"),
            plural(briefing.coverage.shown, "activities"),
            plural(len(briefing.citations), "source"),
        )
    )


def _writer(output: str) -> Writer:
    """What makes the file, by the ending of its name."""
    ending = ".md" if output == STDOUT else Path(output).suffix.lower()
    if ending == ".md":
        from ctassist.answering.briefing.markdown import markdown

        return lambda briefing: markdown(briefing).encode("utf-8")
    if ending == ".docx":
        from ctassist.answering.briefing.word import word

        return word
    raise UsageError(f"{output} is no name for a briefing: let it end in .md or .docx, or give - for the terminal.")


def _check(path: Path, force: bool) -> None:
    """Says before the work what would be in the way after it."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder: name a file in it.")
    if path.exists() and not force:
        raise UsageError(f"{path} exists: give --force to replace it, or another name.")
    if not path.parent.is_dir():
        raise CtassistError(f"{path} cannot be written: there is no folder {path.parent}.")


def _save(path: Path, content: bytes, force: bool) -> None:
    try:
        with path.open("wb" if force else "xb") as file:
            file.write(content)
    except FileExistsError:
        raise UsageError(f"{path} exists: give --force to replace it, or another name.") from None
    except OSError as error:
        raise CtassistError(f"{path} cannot be written: {error.strerror}.") from None
