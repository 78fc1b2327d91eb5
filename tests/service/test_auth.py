from pathlib import Path

import pytest
from fastapi import FastAPI
from tests.service.client import call

from ctassist.application.app import create_app
from ctassist.application.server import check_address, listen
from ctassist.errors import CtassistError, NotAllowed, UsageError
from ctassist.service.addresses import is_loopback
from ctassist.service.auth import caller_of
from ctassist.settings import Settings


@pytest.fixture(scope="module")
def guarded(indexed: Settings) -> FastAPI:
    return create_app(indexed.model_copy(update={"api_keys": "first, second"}))


@pytest.mark.parametrize(
    "headers",
    [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic first"}, {"Authorization": "Bearer "}],
)
def test_without_a_valid_key_nothing_is_read(guarded: FastAPI, headers: dict[str, str]) -> None:
    for path in ("/v1/documents", "/v1/status", "/v1/activities", "/documents/x", "/v1/conversations"):
        response = call(guarded, "GET", path, headers=headers)
        assert (response.status_code, response.headers["www-authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize("key", ["first", "second"])
def test_each_key_opens_the_archive(guarded: FastAPI, key: str) -> None:
    response = call(guarded, "GET", "/v1/documents", headers={"Authorization": f"bearer {key}"})
    assert response.status_code == 200


def test_the_page_and_the_health_of_the_service_need_no_key(guarded: FastAPI) -> None:
    assert [call(guarded, "GET", path).status_code for path in ("/", "/healthz", "/docs")] == [200] * 3


def test_a_key_typed_into_the_page_is_kept_out_of_reach_of_scripts(guarded: FastAPI) -> None:
    assert call(guarded, "POST", "/session", json={"key": "wrong"}).status_code == 401
    response = call(guarded, "POST", "/session", json={"key": "second"})
    cookie = response.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    signed_in = call(guarded, "GET", "/v1/documents", headers={"Cookie": cookie.split(";")[0]})
    assert signed_in.status_code == 200


def test_callers_with_different_keys_are_different_subjects() -> None:
    keys = frozenset({"one", "two"})
    assert caller_of("one", keys).subject != caller_of("two", keys).subject
    with pytest.raises(NotAllowed):
        caller_of("", keys)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "::1", "[::1]"])
def test_loopback_needs_no_key(host: str) -> None:
    assert is_loopback(host)
    check_address(Settings(host=host))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "archive.example"])
def test_other_addresses_are_refused_without_keys(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UsageError, match="no keys are set"):
        check_address(Settings(host=host))
    check_address(Settings(host=host, api_keys="k"))
    assert capsys.readouterr().err == ""
    check_address(Settings(host=host, allow_anonymous=True))
    assert "anyone" in capsys.readouterr().err


def test_a_port_in_use_is_one_sentence(tmp_path: Path) -> None:
    with listen(Settings(port=0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CtassistError, match=f"Port {port} on 127.0.0.1 is already in use"):
            listen(Settings(port=port))


def test_an_address_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(CtassistError, match="--host"):
        listen(Settings(host="nowhere.invalid"))
