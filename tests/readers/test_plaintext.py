"""Tests of plain text: the file is the article."""

from __future__ import annotations

from summarize.readers.document import Document, Origin
from summarize.readers.plaintext import parse_text


def test_nothing_is_taken_away() -> None:
    """No-break spaces, curly quotes, decomposed letters and trailing blanks stay; only line ends change."""
    source = "  “Quoted”\u00a0cafe\u0301\t \r\n\r\nEnd  "
    parsed = parse_text(Document(source.encode(), Origin("a.txt")))
    assert parsed.text == "  “Quoted”\u00a0cafe\u0301\t \n\nEnd  "
    assert parsed.raw_starts == ((0, 0), (18, 19), (19, 21))


def test_a_header_is_only_read_in_markdown() -> None:
    """A .txt that begins like a YAML header keeps it as text."""
    source = "---\ntitle: A\n---\nText"
    assert parse_text(Document(source.encode(), Origin("a.txt"))).text == source
