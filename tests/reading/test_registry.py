"""Files: what is read, and the one sentence for each that cannot be."""

import os
from pathlib import Path

import pytest
from tests.unprivileged import unprivileged

from ctassist.errors import UnreadableFile
from ctassist.reading import SUFFIXES, read_bytes, read_file


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "a.txt", "is empty"),
        (b" \n\n", "a.txt", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.txt", "binary file .image/png."),
        (b"words\0words", "a.md", "binary file"),
        (bytes(range(1, 9)) * 50, "a.txt", "binary file"),
        (b"{}", "a.json", "is in a format that cannot be read"),
        (b"--- \n ... \n", "a.txt", "no words"),
        (b"<html><body><script>x</script></body></html>", "a.html", "no words"),
        (b"<div>" * 3000 + b"word", "a.html", "nested too deeply"),
        (b">" * 3000 + b" word", "a.md", "nested too deeply"),
        (b"no pdf", "a.pdf", "damaged or not a PDF"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, name: str, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence) as caught:
        read_bytes(data, name)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200 << 20)
    with pytest.raises(UnreadableFile, match="more than the limit of 1,000"):
        read_file(path, 1000)


def test_paths_that_are_no_readable_files_say_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path, sentence in [(tmp_path / "no.txt", "does not exist"), (tmp_path, "is not a file")]:
        with pytest.raises(UnreadableFile, match=sentence):
            read_file(path, 1000)
    with pytest.raises(UnreadableFile, match="is not a file"):
        read_file(tmp_path / "pipe.txt", 1000)


def test_a_file_without_permission_says_so() -> None:
    with unprivileged() as folder:
        path = folder / "a.txt"
        path.write_text("words")
        assert read_file(path, 1000).text == "words"
        path.chmod(0)
        with pytest.raises(UnreadableFile, match="may not be read"):
            read_file(path, 1000)


def test_a_file_is_read_by_its_suffix_and_content(tmp_path: Path) -> None:
    for name, media_type in {"a.TXT": "text/plain", "b.md": "text/markdown", "c.htm": "text/html"}.items():
        (tmp_path / name).write_text("some words")
        assert read_file(tmp_path / name, 1000).media_type == media_type
    assert read_bytes(b"<!doctype html><p>words", "page.txt").media_type == "text/html"
    assert read_bytes(b"some words", "README").media_type == "text/plain"
    assert {".txt", ".md", ".html", ".pdf"} <= SUFFIXES


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp1251"])
def test_text_in_other_encodings_is_decoded_and_guesses_are_warned_of(encoding: str) -> None:
    words = "Рабочая группа собралась в Москве" if encoding == "cp1251" else "The café in Malé was “full” – too full"
    reading = read_bytes(words.encode(encoding), "a.txt")
    assert reading.text == words
    assert bool(reading.warnings) == encoding.startswith("cp")


def test_a_broken_letter_in_utf8_does_not_make_it_another_encoding() -> None:
    reading = read_bytes("Рабочая группа собралась в Москве".encode()[:-1], "a.txt")
    assert reading.text == "Рабочая группа собралась в Москв\ufffd"
    assert "1 places" in reading.warnings[0]


def test_newlines_spaces_and_invisible_characters_are_made_plain() -> None:
    data = "One\r\ntwo\xa0three\x07 fo\u00adur\u200b\r\r\u202egnat\u2009wo".encode()
    assert read_bytes(data, "a.txt").text == "One two three four\n\ngnat wo"
