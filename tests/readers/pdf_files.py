"""Small PDF files, written object by object, so that a test sees every byte of what it reads."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

Placed = tuple[str, float, float, float]
"""Words, x, y and font size."""


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A compressed stream object."""
    packed = zlib.compress(data)
    return b"<<%s/Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (entries, len(packed), packed)


def lines_stream(lines: Iterable[Placed]) -> bytes:
    """A page's content that shows each line at its place."""
    shown = []
    for text, x, y, size in lines:
        words = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        shown.append(b"BT /F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET" % (size, x, y, words))
    return b"\n".join(shown)


def pdf(contents: Sequence[bytes], info: bytes = b"<<>>", forms: Sequence[bytes] = ()) -> bytes:
    """A PDF with one page for each content; the forms are its XObjects /X0, /X1 and so on."""
    first = 5
    pages = range(first, first + 2 * len(contents), 2)
    form_numbers = range(first + 2 * len(contents), first + 2 * len(contents) + len(forms))
    named = b"".join(b"/X%d %d 0 R" % (index, number) for index, number in enumerate(form_numbers))
    resources = b"<</Font<</F1 3 0 R>>/XObject<<%s>>>>" % named
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), b" ".join(b"%d 0 R" % number for number in pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        info,
    ]
    for number, content in zip(pages, contents, strict=True):
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources %s>>"
        objects += [page % (number + 1, resources), stream(content)]
    kind = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources %s" % resources
    objects += [stream(form, kind) for form in forms]
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
