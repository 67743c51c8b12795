"""Decoding: from bytes to characters, and from them to an article's text; nothing is guessed."""

from __future__ import annotations

import codecs
import re

from summarize.errors import ArticleError, ErrorKind
from summarize.readers.document import Document

# The longest first: UTF-32's mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ADVICE = {
    ErrorKind.BINARY: "Give plain text, Markdown, HTML, PDF or JSON Lines.",
    ErrorKind.ENCODING: "Convert it to UTF-8, for example with `iconv -f WINDOWS-1252 -t UTF-8`.",
}
_LOOKED_AT = 4096  # bytes of a document that tell text from other data
_MOST_CONTROLS = 0.05  # of them; a terminal recording has fewer, compressed data more
# C0 without tab, line feed, form feed, carriage return, backspace and escape, which texts do hold.
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\f\r\b\x1b")


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark states, None without one."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def decode(document: Document, declared: str | None = None) -> str:
    """The document's characters, a byte order mark included as U+FEFF.

    A byte order mark decides, else what is declared, else it is UTF-8.

    Args:
        document: the bytes.
        declared: the encoding that a server or page states, by a label of the WHATWG encoding standard: for
            `iso-8859-1` that is Windows-1252, as in every browser.

    Raises:
        ArticleError: the bytes are not text (BINARY) or not text in that encoding (ENCODING).
    """
    marked = marked_encoding(document.data)
    if marked is None and _looks_binary(document.data):
        raise _error(document, ErrorKind.BINARY, "The file is not text.")
    encoding = marked or "utf-8"
    try:
        if marked is None and declared is not None:
            encoding = _python_name(declared)
        return document.data.decode(encoding)
    except UnicodeDecodeError as error:
        byte = document.data[error.start : error.start + 1].hex().upper()
        said = f"The text is not {encoding.upper()}: byte 0x{byte} at offset {error.start}."
    except LookupError:
        said = f"The encoding is stated as {str(declared)[:40]!r}, which is not known."
    raise _error(document, ErrorKind.ENCODING, said)


def _python_name(label: str) -> str:
    """Python's name of an encoding of the web.

    Raises:
        LookupError: the label is none.
    """
    import webencodings

    known = webencodings.lookup(label)
    if known is None:
        raise LookupError(label)
    return str(known.codec_info.name)


def as_article_text(original: str, start: int = 0) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The original from `start` on with its byte order mark dropped and CRLF and CR made LF, nothing else.

    Returns:
        the text, and its stretches as in `Article.raw_starts`.
    """
    if start == 0 and original.startswith("\ufeff"):
        start = 1
    text = original[start:]
    if "\r" not in text:
        return text, ((0, start),)
    starts = [(0, start)]
    # Every CRLF before a place moves it by one; its LF is the one that stays.
    starts += [
        (match.start() - count, start + match.start() + 1) for count, match in enumerate(re.finditer("\r\n", text))
    ]
    return text.replace("\r\n", "\n").replace("\r", "\n"), tuple(starts)


def _looks_binary(data: bytes) -> bool:
    if b"\0" in data:
        return True
    head = data[:_LOOKED_AT]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > _MOST_CONTROLS * len(head)


def _error(document: Document, kind: ErrorKind, message: str) -> ArticleError:
    return ArticleError(document.name, kind, message, advice=_ADVICE[kind])
