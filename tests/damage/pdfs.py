"""PDFs damaged by chance, in the ways of bad disks, bad programs and bad intentions."""

import base64
import random
import re
import zlib
from collections.abc import Callable

from tests.newsletters.invention import invent
from tests.newsletters.layouts import LAYOUTS, shown_in
from tests.newsletters.typesetting import ORDERS, Manner, drawn

_STREAM = re.compile(
    rb"/Filter \[ /ASCII85Decode /FlateDecode \] /Length \d+\s*>>\s*stream\r?\n(.*?)endstream", re.DOTALL
)
_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_REFERENCE = re.compile(rb"\b\d+ 0 R\b")
_OBJECT = re.compile(rb"\b(\d+) 0 obj\b")
_NAME = re.compile(rb"/[A-Z][A-Za-z]+\d*")
_NUMBERS = (b"-1", b"0", b"1", b"65536", b"2147483647", b"-2147483648", b"4294967296", b"1e30", b"99999999999999999999")
_FILTERS = (b"/LZWDecode", b"/DCTDecode", b"/CCITTFaxDecode", b"/JBIG2Decode", b"/JPXDecode", b"/RunLengthDecode")
_WORDS = (b"endobj", b"endstream", b"stream", b"xref", b"trailer", b"startxref", b"obj", b"<<", b">>", b"BT", b"ET")
_INFLATED = 40_000_000

Damage = Callable[[bytes, random.Random], bytes]


def sound(seed: int) -> bytes:
    """An invented newsletter of one to three pages; the same seed draws the same."""
    layout = LAYOUTS[seed % len(LAYOUTS)]
    return drawn(layout(shown_in(layout, invent(seed)), Manner.of(seed)), ORDERS[seed % len(ORDERS)], seed)


def damaged(seed: int) -> bytes:
    """A newsletter with one to three kinds of damage; the same seed does the same."""
    chance = random.Random(seed)
    data = sound(seed)
    if chance.random() < 0.7:
        data = opened(data)
    for damage in chance.sample(DAMAGES, chance.choice((1, 1, 2, 3))):
        data = damage(data, chance)
    return data


def opened(data: bytes) -> bytes:
    """The same PDF with its streams unpacked, so that damage reaches what they say."""

    def plain(stream: re.Match[bytes]) -> bytes:
        packed = stream[1].strip().removesuffix(b"~>")
        content = zlib.decompress(base64.a85decode(packed))
        return b"/Length %d >>\nstream\n%s\nendstream" % (len(content), content)

    return _STREAM.sub(plain, data)


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Some bytes are others."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 5, 50, 500))):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def zeroed(data: bytes, chance: random.Random) -> bytes:
    """A stretch is empty, as on a disk that failed."""
    start, end = _stretch(data, chance)
    return data[:start] + bytes(end - start) + data[end:]


def truncated(data: bytes, chance: random.Random) -> bytes:
    """The end is missing, as of a download that broke off."""
    return data[: chance.randrange(len(data))]


def cut(data: bytes, chance: random.Random) -> bytes:
    """A stretch is missing."""
    start, end = _stretch(data, chance)
    return data[:start] + data[end:]


def spliced(data: bytes, chance: random.Random) -> bytes:
    """A stretch comes from another PDF."""
    other = sound(chance.randrange(1000))
    (start, end), (left, right) = _stretch(data, chance), _stretch(other, chance)
    return data[:start] + other[left:right] + data[end:]


def repeated(data: bytes, chance: random.Random) -> bytes:
    """A stretch stands there many times."""
    start, end = _stretch(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 10, 100)) + data[end:]


def miscounted(data: bytes, chance: random.Random) -> bytes:
    """Lengths, places and numbers of objects, sizes and coordinates are huge, negative or nonsense."""
    share = chance.choice((0.002, 0.02, 0.2))
    return _NUMBER.sub(lambda number: chance.choice(_NUMBERS) if chance.random() < share else number[0], data)


def entangled(data: bytes, chance: random.Random) -> bytes:
    """Objects refer to others than they should, themselves among them."""
    known = [number[1] for number in _OBJECT.finditer(data)] or [b"1"]
    share = chance.choice((0.05, 0.3, 1.0))
    return _REFERENCE.sub(
        lambda reference: chance.choice(known) + b" 0 R" if chance.random() < share else reference[0], data
    )


def renumbered(data: bytes, chance: random.Random) -> bytes:
    """Several objects have one number."""
    return _OBJECT.sub(lambda number: b"%d 0 obj" % chance.randint(1, 12) if chance.random() < 0.3 else number[0], data)


def misfiltered(data: bytes, chance: random.Random) -> bytes:
    """Streams are said to be packed in other ways than they are."""
    wrong = b"/Filter [ %s /FlateDecode ] /DecodeParms << /Predictor 15 /Columns 2147483647 >> /Length"
    return data.replace(b"/Length", wrong % chance.choice(_FILTERS)).replace(
        b"/ASCII85Decode", chance.choice(_FILTERS), chance.randint(0, 3)
    )


def misnamed(data: bytes, chance: random.Random) -> bytes:
    """Keys and types stand where others belong."""
    names = sorted({name[0] for name in _NAME.finditer(data)}) or [b"/Type"]
    return _NAME.sub(lambda name: chance.choice(names) if chance.random() < 0.05 else name[0], data)


def unworded(data: bytes, chance: random.Random) -> bytes:
    """Words that hold a PDF together are gone or doubled."""
    word = chance.choice(_WORDS)
    return data.replace(word, chance.choice((b"", word * 2, word[::-1])), chance.choice((1, 3, -1)))


def inflated(data: bytes, chance: random.Random) -> bytes:
    """A stream unpacks to many times what it was."""
    unit = chance.choice((b"\x00", b"q ", b"0 0 m 9 9 l S ", b"BT /F1 9 Tf (tide) Tj ET ", b"[", b"<<", b"("))
    packed = zlib.compress(unit * (chance.choice((100_000, 4_000_000, _INFLATED)) // len(unit)), 9)
    start = data.find(b"stream")
    end = data.find(b"endstream")
    if not 0 <= start < end:
        return data
    head = data[:start].rstrip().removesuffix(b">>")
    return head + b" /Filter /FlateDecode /Length %d >>\nstream\n%s\n" % (len(packed), packed) + data[end:]


def nested(data: bytes, chance: random.Random) -> bytes:
    """Arrays, dictionaries or the tree of pages are thousands deep."""
    depth = chance.choice((100, 5_000, 100_000))
    opening, closing = chance.choice(((b"[", b"]"), (b"<< /Kids ", b">>"), (b"(", b")")))
    at = data.find(b"/Kids")
    if at < 0:
        return data
    return data[:at] + b"/Deep " + opening * depth + b"0 " + closing * depth + b" " + data[at:]


DAMAGES: tuple[Damage, ...] = (
    *(flipped, zeroed, truncated, cut, spliced, repeated, miscounted, entangled),
    *(renumbered, misfiltered, misnamed, unworded, inflated, nested),
)


def _stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data))
    return start, min(len(data), start + chance.choice((1, 16, 200, 3000)))
