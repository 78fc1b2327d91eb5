import asyncio
import gzip
import re
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from tests.service.client import call

from ctassist.application.app import create_app
from ctassist.service import chat
from ctassist.settings import Settings

# What the first load of the page may weigh, compressed.
FIRST_LOAD = 250_000
LOCAL = re.compile(r'(?:href|src)="([^"#]+)"')


def loaded(app: FastAPI) -> list[str]:
    """The addresses of the files that the page names."""
    return LOCAL.findall(call(app, "GET", "/").text)


def test_the_page_is_checked_anew_and_what_it_loads_is_kept(empty_app: FastAPI) -> None:
    page = call(empty_app, "GET", "/")
    assert (page.status_code, page.headers["cache-control"]) == (200, "private, no-cache")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    scripts = [address for address in loaded(empty_app) if address.endswith(".js")]
    assert scripts
    for address in scripts:
        response = call(empty_app, "GET", f"/{address}")
        assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert response.headers["content-type"].startswith("text/javascript")
        assert response.headers["content-encoding"] == "gzip"
    assert call(empty_app, "GET", "/assets/nothing.js").status_code == 404


def test_the_first_load_of_scripts_is_light(empty_app: FastAPI) -> None:
    scripts = [address for address in loaded(empty_app) if address.endswith(".js")]
    packed = sum(len(gzip.compress(call(empty_app, "GET", f"/{address}").content)) for address in scripts)
    assert 0 < packed <= FIRST_LOAD


@pytest.mark.parametrize("path", ["/", "/docs"])
def test_a_page_holds_no_inline_script_or_style_and_nothing_from_elsewhere(empty_app: FastAPI, path: str) -> None:
    page = call(empty_app, "GET", path).text
    assert "style=" not in page
    assert "<style" not in page
    assert page.count("<script") == len(re.findall(r'<script type="module"[^>]* src="[^"]+"></script>', page))
    assert not [address for address in LOCAL.findall(page) if address.startswith(("/", "http:", "https:"))]


def test_scripts_may_come_from_the_service_alone_and_evaluate_nothing(empty_app: FastAPI) -> None:
    policy = call(empty_app, "GET", "/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("path", ["/", "/docs", "/documents/{}"])
def test_pages_work_under_a_path_of_a_proxy(app: FastAPI, path: str) -> None:
    id_ = call(app, "GET", "/v1/documents").json()["documents"][0]["document_id"]
    page = httpx.URL("http://proxy.example/archive" + path.format(id_))
    transport = httpx.ASGITransport(app=app, root_path="/archive")

    async def get(url: httpx.URL) -> httpx.Response:
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.get(url)

    found = asyncio.run(get(page))
    assert found.status_code == 200
    for address in LOCAL.findall(found.text):
        if not address.startswith(("http:", "https:", "mailto:")):
            linked = page.join(address)
            assert linked.path.startswith("/archive/")
            assert asyncio.run(get(linked)).status_code == 200, address


def test_where_the_page_is_not_built_the_service_says_how_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat, "BUILT", tmp_path / "nothing")
    app = create_app(Settings(index_dir=tmp_path / "index"))
    page = call(app, "GET", "/")
    assert (page.status_code, page.text.count("\n")) == (200, 1)
    assert "make install" in page.text
    assert call(app, "GET", "/healthz").status_code == 200
