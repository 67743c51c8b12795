"""Tests of formats: content beats names where it is unmistakable, and every suffix has a sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.errors import ArticleError, ErrorKind
from summarize.readers.document import Document, Origin
from summarize.readers.formats import HTML, MARKDOWN, PDF, SUFFIXES, TEXT, Format, choose_format
from tests.readers.conftest import articles, read_all

SAMPLES = Path(__file__).parent.parent / "data" / "readers"


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_every_suffix_has_a_sample(suffix: str) -> None:
    """The sample is read by its suffix, and its sentence is in the text."""
    (article,) = articles(read_all(str(SAMPLES / f"sample{suffix}")))
    assert "Two rockets landed in a field near the airport of Larnwick on Sunday" in article.text
    assert "Nobody was hurt" in article.text


@pytest.mark.parametrize(
    ("data", "suffix", "content_type", "chosen"),
    [
        (b"words", ".txt", "", TEXT),
        (b"words", ".md", "", MARKDOWN),
        (b"words", "", "", TEXT),
        (b"words", ".unknown", "", TEXT),
        (b"%PDF-1.7 \x00", ".txt", "", PDF),
        (b"\n%PDF-1.7 \x00", ".html", "text/html", PDF),
        (b"<!DOCTYPE html><p>a", ".txt", "", HTML),
        (b"\xef\xbb\xbf <!-- a --> <HTML lang=en>", ".md", "", HTML),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', ".pdf", "", HTML),
        ("<html>".encode("utf-16"), ".txt", "", HTML),
        (b"<p>A fragment</p>", ".txt", "", HTML),
        (b"<div align=center>Markdown may hold HTML</div>\n\nText", ".md", "", MARKDOWN),
        (b"<p>A fragment</p>", "", "", HTML),
        (b"<3 is no tag", "", "", TEXT),
        (b"---\ntitle: A\n---\nText", "", "", MARKDOWN),
        (b"---\ntitle: A\n---\nText", ".txt", "", TEXT),
        (b"words", ".html", "", HTML),
        (b"words", ".pdf", "", PDF),
        (b"words", "", "text/html", HTML),
        (b"words", ".md", "text/plain", MARKDOWN),
        (b"words", ".php", "text/plain", TEXT),
        (b"words", ".txt", "application/pdf", PDF),
        (b"words", "", "image/png", TEXT),
    ],
)
def test_choice(data: bytes, suffix: str, content_type: str, chosen: Format) -> None:
    """Unmistakable content, then what a server says, then the suffix, then likely content."""
    assert choose_format(Document(data, Origin("a", suffix, content_type))) is chosen


@pytest.mark.parametrize(("suffix", "content_type"), [(".json", ""), ("", "application/json")])
def test_json_that_is_not_json_lines(suffix: str, content_type: str) -> None:
    """A JSON document is refused with the way to make lines of it, not read as prose."""
    with pytest.raises(ArticleError) as caught:
        choose_format(Document(b'[\n{"text": "a"}]', Origin("a.json", suffix, content_type)))
    assert caught.value.kind is ErrorKind.UNKNOWN_FORMAT
    assert "jq" in caught.value.advice
