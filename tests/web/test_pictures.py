"""The pictures of the page, for those who have not seen it."""

import re

from tests.web.screenshots import FOLDER, LOOKS

from ctassist.service.pages import WEB

MOST_BYTES = 2_000_000


def test_every_view_has_its_pictures_and_its_place_among_them() -> None:
    table = (WEB / "src" / "views" / "views.ts").read_text("utf-8").partition("export const VIEWS = {")[2]
    names = ["chat", *re.findall(r"^  (\w+): \{ title:", table, re.MULTILINE)]
    told = (FOLDER.parent / "web-chat.md").read_text("utf-8")
    assert {"timeline", "documents", "briefing"} <= set(names)
    for name in names:
        assert f"](screenshots/{name}-light.webp)" in told, "Tell of the view in docs/web-chat.md."
        for look in LOOKS:
            assert (FOLDER / f"{name}-{look}.webp").is_file(), "Run make screenshots."
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < MOST_BYTES
