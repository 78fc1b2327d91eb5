"""The app package that is uploaded to Teams: its manifest, and two icons that are drawn here."""

import io
import json
import zipfile

from PIL import Image, ImageDraw

from ctassist.channels.teams.manifest import ACCENT, COLOR_ICON, OUTLINE_ICON, Manifest

COLOR_SIZE, OUTLINE_SIZE = 192, 32
_SAFE = 120
"""Teams may cut off what lies outside the middle of the colour icon."""
_FINE = 8
"""Icons are drawn so many times larger, and then made small, so that their edges are smooth."""
_WHITE = (255, 255, 255, 255)
_MARK = (255, 209, 102, 255)
_EPOCH = (1980, 1, 1, 0, 0, 0)


def package(manifest: Manifest) -> bytes:
    """Returns the ZIP; always the same for the same manifest."""
    files = {
        "manifest.json": json.dumps(manifest.written(), indent=2, ensure_ascii=False).encode("utf-8") + b"\n",
        COLOR_ICON: _png(color_icon()),
        OUTLINE_ICON: _png(outline_icon()),
    }
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def color_icon() -> Image.Image:
    """Draws the icon of the store: full colour, without transparency, its sign in the safe middle."""
    side = COLOR_SIZE * _FINE
    icon = Image.new("RGBA", (side, side), ACCENT)
    _sign(icon, (COLOR_SIZE - _SAFE) / 2 * _FINE, _SAFE * _FINE, _MARK)
    return icon.resize((COLOR_SIZE, COLOR_SIZE), Image.Resampling.LANCZOS).convert("RGB")


def outline_icon() -> Image.Image:
    """Draws the icon of the bar at the side: white on nothing."""
    side = OUTLINE_SIZE * _FINE
    icon = Image.new("RGBA", (side, side), (255, 255, 255, 0))
    _sign(icon, 0, side, _WHITE)
    alpha = icon.getchannel("A").resize((OUTLINE_SIZE, OUTLINE_SIZE), Image.Resampling.LANCZOS)
    white = Image.new("RGBA", (OUTLINE_SIZE, OUTLINE_SIZE), _WHITE)
    white.putalpha(alpha)
    return white


def _sign(icon: Image.Image, start: float, side: float, mark: tuple[int, int, int, int]) -> None:
    """Draws three lines of text and the dot that marks one of them; lengths are parts of 16 of the side."""
    draw = ImageDraw.Draw(icon)
    unit = side / 16

    def line(x: float, y: float, length: float) -> None:
        box = (start + x * unit, start + (y - 0.9) * unit, start + (x + length) * unit, start + (y + 0.9) * unit)
        draw.rounded_rectangle(box, radius=0.9 * unit, fill=_WHITE)

    line(2, 4, 12)
    line(2, 8, 7)
    line(2, 12, 5)
    center, radius = (start + 11.6 * unit, start + 10.8 * unit), 2.4 * unit
    draw.ellipse((center[0] - radius, center[1] - radius, center[0] + radius, center[1] + radius), fill=mark)


def _png(icon: Image.Image) -> bytes:
    written = io.BytesIO()
    icon.save(written, "PNG", optimize=True)
    return written.getvalue()
