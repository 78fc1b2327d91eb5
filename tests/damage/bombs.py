"""Small files that ask for much: more memory, time or depth than any document needs."""

import base64
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence

MEGABYTE = 1 << 20
_PARAGRAPH = "<w:p><w:r><w:t>Ten hives swarmed in Ghent.</w:t></w:r></w:p>"
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
_ENTITIES = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "tide">{_LAUGHS}]>'


def pdf(
    content: bytes, filters: str = "", box: str = "0 0 595 842", resources: str = "", more: Sequence[str] = ()
) -> bytes:
    """A PDF of one page with a content stream; ``more`` are objects from number 6 on."""
    used = f"<< /Font << /F1 5 0 R >> {resources} >>"
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R /Resources {used} >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page.encode(),
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), filters.encode(), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *(text.encode() for text in more),
    ]
    return of_objects(objects)


def of_objects(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalog."""
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, text in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, text))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def inflating(unit: bytes, size: int) -> bytes:
    """Bytes that unpack (zlib) to ``size`` bytes of ``unit`` over and over, made without unpacking them."""
    chunk = unit * (MEGABYTE // len(unit))
    packer = zlib.compressobj(9)
    first = packer.compress(chunk) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(chunk) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + again * (size // len(chunk)) + packer.flush()


def pdf_of_pages(count: int) -> bytes:
    """A PDF of many pages with one word each."""
    kids = " ".join(f"{number} 0 R" for number in range(5, 5 + count))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    content = b"BT /F1 12 Tf 72 700 Td (Tides) Tj ET"
    return of_objects(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} /Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            *[page] * count,
        ]
    )


def pdf_of_deep_pages(depth: int) -> bytes:
    """A PDF whose tree of pages has one branch, that deep; the last of it leads back to the first."""
    branches = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1) for number in range(2, 2 + depth)]
    return of_objects([b"<< /Type /Catalog /Pages 2 0 R >>", *branches, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"])


def pdf_of_forms(levels: int, each: int) -> bytes:
    """A PDF whose page draws a form that draws the next one several times, and so on."""
    forms = []
    for level in range(levels):
        words = "/X Do " * each if level + 1 < levels else "BT /F1 9 Tf 72 700 Td (Tides) Tj ET"
        inner = f"/XObject << /X {7 + level} 0 R >>" if level + 1 < levels else ""
        forms.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> {inner} >>"
            f" /Length {len(words)} >>\nstream\n{words}\nendstream"
        )
    return pdf(b"/X Do", resources="/XObject << /X 6 0 R >>", more=forms)


def office(folder: str, part: str, content: str | bytes, media: dict[str, bytes] | None = None) -> bytes:
    """A Word document or presentation with the least that makes it one, and this as its main part."""
    kind = "wordprocessingml.document" if folder == "word" else "presentationml.presentation"
    main = f"application/vnd.openxmlformats-officedocument.{kind}.main+xml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{folder}/{part}" ContentType="{main}"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        f'Target="{folder}/{part}"/></Relationships>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", relations)
        package.writestr(f"{folder}/{part}", content)
        for name, data in (media or {}).items():
            package.writestr(name, data)
    return file.getvalue()


def word(body: str, before: str = "") -> bytes:
    """A Word document of these paragraphs."""
    return office("word", "document.xml", f"{before}<w:document {_WORD}><w:body>{body}</w:body></w:document>")


def said_to_have(data: bytes, name: str, size: int) -> bytes:
    """A ZIP in which a member is said to unpack to another size than it does."""
    made = bytearray(data)
    at = made.rfind(b"PK\x01\x02", 0, made.rfind(name.encode()))
    made[at + 24 : at + 28] = size.to_bytes(4, "little")
    return bytes(made)


def zip_of(members: dict[str, bytes]) -> bytes:
    """A ZIP of these files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return file.getvalue()


def overlapping(count: int, size: int, name: str = "t") -> bytes:
    """A ZIP whose members are all the same stretch of it; there are up to 65,535."""
    data = zip_of({f"{name}00000.txt": b"tide " * (size // 5)})
    start, end = data.index(b"PK\x01\x02"), data.rindex(b"PK\x05\x06")
    entry = data[start:end]
    entries = b"".join(entry.replace(b"00000.txt", b"%05d.txt" % number) for number in range(count))
    tail = bytearray(data[end:])
    tail[8:10] = tail[10:12] = count.to_bytes(2, "little")
    tail[12:16] = len(entries).to_bytes(4, "little")
    return data[:start] + entries + bytes(tail)


def png(width: int, height: int) -> bytes:
    """A picture that says it is that large."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    body = inflating(b"\x00", MEGABYTE)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
        for name, data in ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    )


def mail(kind: str, body: str) -> bytes:
    """A message."""
    return f"Subject: Tides\nMIME-Version: 1.0\nContent-Type: {kind}\n\n{body}".encode()


def _nested_mail(depth: int) -> bytes:
    opening = "".join(f"--b{at}\nContent-Type: multipart/mixed; boundary=b{at + 1}\n\n" for at in range(depth))
    return mail("multipart/mixed; boundary=b0", f"{opening}--b{depth}\nContent-Type: text/plain\n\nTides came in.\n")


BOMBS: dict[str, Callable[[], bytes]] = {
    "flate_to_2_gb.pdf": lambda: pdf(inflating(b"\x00", 2000 * MEGABYTE), "/Filter /FlateDecode"),
    "flate_twice.pdf": lambda: pdf(
        zlib.compress(inflating(b" ", 2000 * MEGABYTE)), "/Filter [/FlateDecode /FlateDecode]"
    ),
    "million_words.pdf": lambda: pdf(
        zlib.compress(b"BT /F1 9 Tf 50 700 Td " + b"(tide) Tj 1 0.1 Td " * 1_000_000 + b"ET"), "/Filter /FlateDecode"
    ),
    "million_paths.pdf": lambda: pdf(
        zlib.compress(b"BT /F1 9 Tf 50 700 Td (tide) Tj ET " + b"10 10 m 90 91 l S 20 20 5 5 re f " * 1_000_000),
        "/Filter /FlateDecode",
    ),
    "hundred_thousand_columns.pdf": lambda: pdf(
        b"BT /F1 2 Tf "
        + b"".join(b"1 0 0 1 %d %d Tm (tide) Tj " % (at % 580, at // 580 * 3) for at in range(100_000))
        + b"ET"
    ),
    "endless_page.pdf": lambda: pdf(b"BT /F1 9 Tf 50 700 Td (Ten hives swarmed) Tj ET", box="0 0 1e9 1e9"),
    "backward_page.pdf": lambda: pdf(b"BT /F1 9 Tf 50 700 Td (Ten hives swarmed) Tj ET", box="1e30 9 -1e30 -5"),
    "huge_letters.pdf": lambda: pdf(b"BT /F1 1e12 Tf 50 700 Td (Ten hives swarmed) Tj 1e38 -1e38 Td (in Ghent) Tj ET"),
    "thousands_of_pages.pdf": lambda: pdf_of_pages(20_000),
    "deep_pages.pdf": lambda: pdf_of_deep_pages(50_000),
    "forms_that_laugh.pdf": lambda: pdf_of_forms(9, 10),
    "form_in_itself.pdf": lambda: pdf(
        b"/X Do",
        resources="/XObject << /X 6 0 R >>",
        more=[
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 11 >>"
            "\nstream\n/X Do /X Do\nendstream"
        ],
    ),
    "deep_array.pdf": lambda: pdf(b"[" * 2_000_000),
    "repeated_paragraph.docx": lambda: said_to_have(
        zip_of({"word/document.xml": _PARAGRAPH.encode() * 5_000_000}), "word/document.xml", 1000
    ),
    "many_paragraphs.docx": lambda: word(_PARAGRAPH * 2_000_000),
    "gigabyte.docx": lambda: office("word", "document.xml", _PARAGRAPH * 6_000_000),
    "laughs.docx": lambda: word("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", _ENTITIES),
    "deep_tables.docx": lambda: word("<w:tbl><w:tr><w:tc>" * 100_000),
    "wide_cells.docx": lambda: word(
        "<w:tbl>"
        + '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc></w:tr>' * 10_000
        + "</w:tbl>"
    ),
    "picture.docx": lambda: office(
        "word",
        "document.xml",
        f"<w:document {_WORD}><w:body>{_PARAGRAPH}</w:body></w:document>",
        {"word/media/a.png": png(2**31 - 1, 2**31 - 1)},
    ),
    "laughs.pptx": lambda: office("ppt", "presentation.xml", f"{_ENTITIES}<p>&l9;</p>"),
    "deep.html": lambda: b"<html><body>" + b"<div>" * 100_000 + b"Ten hives swarmed.",
    "deep_lists.html": lambda: b"<html><body>" + b"<ul><li>hive " * 20_000,
    "deep_inline.html": lambda: b"<html><body><p>" + b"<b><i><span>hive " * 50_000,
    "huge_attribute.html": lambda: b'<html><body><p title="' + b"tide " * 10_000_000 + b'">Ten hives swarmed.',
    "million_attributes.html": lambda: (
        b"<html><body><p " + b"".join(b"a%d=1 " % at for at in range(300_000)) + b">Ten hives."
    ),
    "wide_table.html": lambda: b"<html><body><table>" + b"<tr><td colspan=99999 rowspan=99999>hive<td>x</tr>" * 20_000,
    "many_cells.html": lambda: b"<html><body><table><tr>" + b"<td>hive" * 1_000_000,
    "many_dates.txt": lambda: b"A hive swarmed (3 May) and (4-9 May, 1 Jan 2020 to 8 Feb 2021). " * 30_000,
    "laughs.xhtml": lambda: f"{_ENTITIES}<html><body><p>&l9;</p></body></html>".encode(),
    "nested.eml": lambda: _nested_mail(20_000),
    "many_parts.eml": lambda: mail(
        "multipart/mixed; boundary=b", "--b\nContent-Type: text/plain\n\nTides came in.\n" * 200_000
    ),
    "long_header.eml": lambda: b"Subject: " + b"=?utf-8?q?tide?= " * 500_000 + b"\n\nTides came in.",
    "packed.eml": lambda: mail(
        "text/html; charset=utf-8\nContent-Transfer-Encoding: base64",
        base64.encodebytes(b"<p>Ten hives swarmed." * 1_500_000).decode(),
    ),
    "deep_quote.md": lambda: b"> " * 200_000 + b"hive",
    "deep_list.md": lambda: b"".join(b" " * at + b"- hive\n" for at in range(3_000)),
    "brackets.md": lambda: b"[" * 500_000 + b"hive",
    "stars.md": lambda: b"*a_ **b " * 300_000,
    "wide_table.md": lambda: b"|hive" * 50_000 + b"\n" + b"|-" * 50_000 + b"\n" + b"|1" * 50_000,
    "one_line.txt": lambda: b"hive " * 4_000_000,
    "one_word.txt": lambda: b"hive" * 5_000_000,
    "empty_lines.txt": lambda: b"hive" + b"\n" * 30_000_000 + b"hive",
    "items.txt": lambda: b"".join(b"- Hive %d swarmed in Ghent (3 May)\n" % at for at in range(400_000)),
    "pages.txt": lambda: b"hive\f" * 1_000_000,
    "in_columns.txt": lambda: b"".join(b"hive %d          tide %d       moon\n" % (at, at) for at in range(200_000)),
}
"""Files by their names, each of which must cost itself alone."""


def bombs(names: Sequence[str] = tuple(BOMBS)) -> Iterator[tuple[str, bytes]]:
    """Makes the bombs of these names, one after another."""
    for name in names:
        yield name, BOMBS[name]()
