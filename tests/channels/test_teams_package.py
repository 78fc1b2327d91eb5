"""The app package against the rules that Microsoft publishes for it."""

import io
import json
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.channels.teams_cloud import BOT
from tests.service.client import RUN

from ctassist.channels.teams.manifest import manifest
from ctassist.channels.teams.package import package
from ctassist.errors import UsageError

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DOCS = Path(__file__).parents[2] / "docs" / "teams.md"
# Members that the schema demands, and the longest that it takes.
REQUIRED = {
    *("$schema", "manifestVersion", "version", "id", "developer", "name", "description", "icons", "accentColor"),
    *("bots", "composeExtensions", "validDomains"),
}
LIMITS = {
    "developer.name": 32,
    "developer.websiteUrl": 2048,
    "name.short": 30,
    "name.full": 100,
    "description.short": 80,
    "description.full": 4000,
    "composeExtensions.0.commands.0.id": 64,
    "composeExtensions.0.commands.0.title": 32,
    "composeExtensions.0.commands.0.description": 128,
    "composeExtensions.0.commands.0.parameters.0.name": 64,
    "composeExtensions.0.commands.0.parameters.0.title": 32,
    "composeExtensions.0.commands.0.parameters.0.description": 128,
    "bots.0.commandLists.0.commands.0.title": 128,
}


def made(**given: str) -> dict[str, bytes]:
    options = {"name": "ctassist", "developer": "ctassist", "version": "1.0.0", **given}
    content = package(manifest(BOT, "https://reviews.example.org", **options))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def at(written: Any, path: str) -> Any:
    for part in path.split("."):
        written = written[int(part)] if part.isdigit() else written[part]
    return written


def test_the_manifest_keeps_the_rules_of_its_schema() -> None:
    written = json.loads(made()["manifest.json"])
    assert set(written) >= REQUIRED
    assert written["$schema"].endswith(f"/v{written['manifestVersion']}/MicrosoftTeams.schema.json")
    for path, longest in LIMITS.items():
        assert 1 <= len(at(written, path)) <= longest, path
    assert GUID.fullmatch(written["id"])
    assert {part["botId"] for part in (*written["bots"], *written["composeExtensions"])} == {BOT}
    assert all(url.startswith("https://") for name, url in written["developer"].items() if name.endswith("Url"))
    assert written["validDomains"] == ["reviews.example.org"]
    assert re.fullmatch(r"#[0-9A-Fa-f]{6}", written["accentColor"])
    assert set(written["bots"][0]["scopes"]) <= {"personal", "team", "groupChat", "copilot"}


def test_the_icons_have_the_sizes_and_colours_that_teams_wants() -> None:
    files = made()
    assert set(files) == {"manifest.json", "color.png", "outline.png"}
    color, outline = (Image.open(io.BytesIO(files[name])) for name in ("color.png", "outline.png"))
    assert (color.format, color.size) == ("PNG", (192, 192))
    assert color.mode == "RGB"
    middle = 120
    edge = (192 - middle) // 2
    corners = color.copy()
    corners.paste(color.getpixel((0, 0)), (edge, edge, edge + middle, edge + middle))  # type: ignore[arg-type]
    assert len(corners.getcolors() or []) == 1, "the sign leaves the part that is always shown"
    assert (outline.format, outline.size, outline.mode) == ("PNG", (32, 32), "RGBA")
    pixels: list[Any] = list(outline.get_flattened_data())
    assert {pixel[:3] for pixel in pixels if pixel[3]} == {(255, 255, 255)}
    assert {pixel[3] for pixel in pixels} >= {0, 255}


def test_what_teams_would_not_take_is_refused_in_a_sentence() -> None:
    for wrong in ({"name": "n" * 31}, {"developer": "d" * 33}, {"version": "1"}, {"name": ""}):
        with pytest.raises(UsageError, match="Teams would not take this app"):
            made(**wrong)
    with pytest.raises(UsageError):
        manifest("no-id", "https://reviews.example.org", name="n", developer="d", version="1.0.0")
    with pytest.raises(UsageError):
        manifest(BOT, "http://reviews.example.org", name="n", developer="d", version="1.0.0")


def test_the_manifest_of_the_docs_is_the_one_that_is_made() -> None:
    found = re.search(r"```json\n(\{.*?\n\})\n```", DOCS.read_text("utf-8"), re.DOTALL)
    assert found
    pasted = found[1].replace("11111111-2222-3333-4444-555555555555", BOT)
    assert json.loads(pasted) == json.loads(made()["manifest.json"])


def test_the_command_writes_the_package_or_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    def run(*options: str) -> "subprocess.CompletedProcess[str]":
        command = [*RUN, "teams", "package", "-o", "app.zip", *options]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert "CTASSIST_TEAMS_CLIENT_ID is not set" in run().stderr
    monkeypatch.setenv("CTASSIST_TEAMS_CLIENT_ID", BOT)
    assert "CTASSIST_PUBLIC_URL" in run().stderr
    monkeypatch.setenv("CTASSIST_PUBLIC_URL", "https://reviews.example.org:8443")
    done = run("--name", "Reviews", "--app-version", "1.2.3")
    assert (done.returncode, done.stderr) == (0, "")
    with zipfile.ZipFile("app.zip") as archive:
        written = json.loads(archive.read("manifest.json"))
    assert (written["name"]["short"], written["version"]) == ("Reviews", "1.2.3")
    again = run()
    assert (again.returncode, "--force" in again.stderr) == (2, True)
    assert run("--force").returncode == 0
