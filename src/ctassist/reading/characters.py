"""Characters: bytes made into text that holds only what a reader can see."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from ctassist.errors import UnreadableFile

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings that documents are found in; among all that exist, short texts fit too many.
_ENCODINGS = (
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 koi8_r mac_roman iso8859_5 cp874"
    " cp932 euc_jp gb18030 big5 cp949"
)
_CENTRAL_EUROPEAN = ("cp1250", "cp1257")
_WESTERN = re.compile("[\x00-\x7f\xa0§©«®°·»À-ÖØ-öø-ÿŒœŠšŽžŸ–—‘’“”„•…€]*")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f"))
_SAMPLE = 1 << 16
_MOSTLY = 0.3
# Soft hyphens, zero-width spaces, byte-order marks and direction marks are in the file, but no reader sees them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SPACES = re.compile("[\xa0\u2000-\u200a\u202f\u205f\u3000]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and what a person should know about how it was decoded."""

    text: str
    warnings: tuple[str, ...] = ()


def is_binary(data: bytes) -> bool:
    """Says whether ``data`` cannot be text: it has NUL bytes, or control characters make up much of its start."""
    if any(data.startswith(bom) for bom, _ in _BOMS):
        return False
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\0" in data or controls > _MOSTLY * len(sample)


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """Decodes a text file.

    Args:
        data: The file's bytes.
        name: The file's name, for what is said about it.
        declared: The encoding that the file itself declares, if it does.

    Raises:
        UnreadableFile: If no encoding fits.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_losses(data, name, encoding)
    try:
        return Decoded(clean(data.decode("utf-8")))
    except UnicodeDecodeError as problem:
        first_odd = problem.start
    if declared and (text := _strictly(data, declared)) is not None:
        return Decoded(clean(text))
    return _damaged_utf8(data, name) or _guessed(data, name, first_odd)


def clean(text: str) -> str:
    """Returns ``text`` with one kind of newline and one kind of space, and nothing else that is invisible."""
    if text.isascii() and text.isprintable():
        return text  # As nearly all words of a PDF are, each of which is cleaned.
    return _INVISIBLE.sub("", _SPACES.sub(" ", _BREAKS.sub("\n", text)))


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _with_losses(data: bytes, name: str, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if not lost:
        return Decoded(clean(text))
    warning = f"{name} has {lost} places that are not valid {encoding.upper()}; they are shown as \ufffd."
    return Decoded(clean(text), (warning,))


def _damaged_utf8(data: bytes, name: str) -> Decoded | None:
    """UTF-8 with a few broken places, such as a file cut in the middle of a letter, rather than another encoding."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    letters = sum(character > "\x7f" for character in text) - broken
    return _with_losses(data, name, "utf-8") if letters >= 4 * broken else None


def _guessed(data: bytes, name: str, first_odd: int) -> Decoded:
    # Around the first byte that tells encodings apart: the start of a long file may be plain ASCII.
    sample = data[max(0, first_odd - _SAMPLE // 2) : first_odd + _SAMPLE // 2]
    best = from_bytes(sample, cp_isolation=_ENCODINGS.split()).best()
    if best is None:
        raise UnreadableFile(f"{name} is not text in any known encoding; save it again as UTF-8.")
    encoding = best.encoding
    western = _strictly(sample, "cp1252")
    if encoding in _CENTRAL_EUROPEAN and western and _WESTERN.fullmatch(western):
        # A few accents fit several code pages equally well; by far most such files are Western.
        encoding = "cp1252"
    text = data.decode(encoding, errors="replace")
    warning = f"{name} does not say its encoding and was read as {encoding}; save it as UTF-8 if letters look wrong."
    return Decoded(clean(text), (warning,))
