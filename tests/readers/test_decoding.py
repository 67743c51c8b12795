"""Tests of decoding: the text is the file's characters, and every offset leads back to them."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Article, Span
from summarize.errors import ArticleError, ErrorKind
from summarize.readers.decoding import as_article_text, decode
from summarize.readers.document import Document, Origin

ORIGINALS = st.text(alphabet=st.sampled_from("ab\r\n\ufeff é\u00a0“e\u0301😀"), max_size=40)


def decoded(data: bytes, declared: str | None = None) -> str:
    return decode(Document(data, Origin("a.txt")), declared)


def refused(data: bytes, declared: str | None = None) -> ArticleError:
    with pytest.raises(ArticleError) as caught:
        decoded(data, declared)
    return caught.value


@given(original=ORIGINALS, start=st.integers(0, 5))
def test_every_span_leads_back_to_the_original(original: str, start: int) -> None:
    """The original's characters at a span's raw offsets are the span's words, line ends aside."""
    begin = min(start, len(original))
    text, raw_starts = as_article_text(original, begin)
    article = Article(text=text, raw_starts=raw_starts)
    for left in range(len(text)):
        for right in range(left + 1, len(text) + 1):
            raw = article.raw(Span(left, right))
            assert raw is not None
            assert original[raw.start : raw.end].replace("\r\n", "\n").replace("\r", "\n") == text[left:right]


@given(original=ORIGINALS)
def test_only_line_ends_and_the_mark_change(original: str) -> None:
    """BOM dropped, CRLF and CR made LF, and nothing else: not even a second BOM."""
    text, _ = as_article_text(original)
    assert text == original.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_decides(encoding: str) -> None:
    """A text with a byte order mark is read in the encoding that it states, the mark kept for the offsets."""
    assert decoded("Aden’s harbour".encode(encoding)) == "\ufeffAden’s harbour"


def test_mark_beats_what_is_declared() -> None:
    """The mark is part of the bytes; what a server says of them may be wrong."""
    assert decoded(codecs.BOM_UTF8 + "é".encode(), "windows-1252") == "\ufeffé"


def test_declared_encoding_is_used() -> None:
    """Without a mark the declared encoding is it."""
    assert decoded(b"caf\xe9 \x93quoted\x94", "cp1252") == "café “quoted”"


def test_other_encodings_are_refused_with_place_and_remedy() -> None:
    """A Windows text is not guessed at: the error names byte and offset, and says how to convert."""
    error = refused(b"He said \x93no\x94.")
    assert error.kind is ErrorKind.ENCODING
    assert "0x93 at offset 8" in error.message
    assert "iconv" in error.advice


@pytest.mark.parametrize("label", ["unicode_escape", "utf-7", "rot13", "idna"])
def test_codecs_of_python_are_no_encodings(label: str) -> None:
    """A server's label is looked up in the standard of the web, not among Python's transformations."""
    assert refused(b"A drone\\x41", label).kind is ErrorKind.ENCODING


def test_unknown_declared_encoding_is_refused() -> None:
    """A page that names an encoding nobody knows gets an error that names it."""
    error = refused(b"text", "x-klingon")
    assert error.kind is ErrorKind.ENCODING
    assert "x-klingon" in error.message


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04\x14\x00\x06\x00", b"MZ\x90\x00", bytes(range(1, 32)) * 20],
    ids=["png", "zip", "exe", "controls"],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    """A picture, an archive and a program are refused as such, not as an encoding error."""
    assert refused(data).kind is ErrorKind.BINARY


def test_a_text_may_hold_escapes() -> None:
    """A few control characters, such as terminal escapes, make no text binary."""
    assert decoded(b"A drone \x1b[31mhit\x1b[0m the harbour.") == "A drone \x1b[31mhit\x1b[0m the harbour."
