"""Tests of streams: what wins where several say a thing, limits, and memory."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from summarize.article import Article, Basis
from summarize.errors import ArticleError, ErrorKind
from summarize.readers.document import Document, Origin, Parsed
from summarize.readers.formats import Format
from summarize.readers.jsonl import parse_line
from summarize.readers.options import Defaults, ReadOptions
from summarize.readers.stream import Reading, read_stream
from tests.readers.conftest import articles, errors, read_all

SMALL = ReadOptions(max_bytes=100)


async def test_a_stream_of_lines_is_never_held() -> None:
    """The first article is there after the first chunk, however many follow."""
    asked = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal asked
        while True:
            asked += 1
            yield b'{"text": "A drone hit the harbour."}\n'

    rows = read_stream(endless(), Origin("-"), Reading())
    first = await anext(rows)
    second = await anext(rows)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, second.id, asked) == ("-:1", "-:2", 2)


def test_what_the_file_says_goes_first(tmp_path: Path) -> None:
    """A header beats the command line, which beats the markup; each date has its basis."""
    given = Defaults(date(2020, 1, 1), "Default", "Outlet")
    (tmp_path / "a.md").write_text("---\npublished: 2024-04-22\ntitle: Own\n---\nText")
    (tmp_path / "b.txt").write_text("Text")
    page = "<html><head><title>Page</title><meta name=date content=2023-01-01></head><body><article>"
    words = "<p>A drone hit the harbour of the town on Sunday, the port authority said in a statement.</p>"
    (tmp_path / "c.html").write_text(page + words + "</article></body></html>")
    rows = articles(read_all(str(tmp_path), defaults=given))
    assert [(row.title, row.published, row.published_basis, row.source) for row in rows] == [
        ("Own", date(2024, 4, 22), Basis.GIVEN, "Outlet"),
        ("Default", date(2020, 1, 1), Basis.GIVEN, "Outlet"),
        ("Default", date(2020, 1, 1), Basis.GIVEN, "Outlet"),
    ]
    (page_alone,) = articles(read_all(str(tmp_path / "c.html")))
    assert (page_alone.title, page_alone.published_basis) == ("Page", Basis.MARKUP)


def test_a_document_over_the_limit(tmp_path: Path) -> None:
    """It is an error that names the limit; what is as large as the limit is read."""
    (tmp_path / "a.txt").write_bytes(b"x" * 100)
    (tmp_path / "b.txt").write_bytes(b"x" * 101)
    row, error = read_all(str(tmp_path), options=SMALL)
    assert isinstance(row, Article)
    assert isinstance(error, ArticleError)
    assert error.kind is ErrorKind.TOO_LARGE
    assert "0.0001 MB" in error.message


def test_a_twenty_megabyte_file_is_too_large_by_default(tmp_path: Path) -> None:
    """Nobody's article is that long."""
    (tmp_path / "a.txt").write_bytes(b"word " * 4_000_000)
    (error,) = errors(read_all(str(tmp_path / "a.txt")))
    assert error.kind is ErrorKind.TOO_LARGE


def test_a_device_without_end() -> None:
    """/dev/zero ends at the limit."""
    (error,) = errors(read_all("/dev/zero"))
    assert (error.kind, error.article) == (ErrorKind.TOO_LARGE, "/dev/zero")


def test_a_line_over_the_limit_is_one_error(tmp_path: Path) -> None:
    """The file may be of any size, and the lines after the long one are read."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "a"}\n{"text": "%s"}\n{"text": "b"}\n' % (b"x" * 200))
    first, error, last = read_all(str(path), options=SMALL)
    assert isinstance(error, ArticleError)
    assert (error.kind, error.article) == (ErrorKind.TOO_LARGE, f"{path}:2")
    assert [row.text for row in articles([first, last])] == ["a", "b"]


@pytest.mark.parametrize("data", [b"", b"\n \r\n\t", b"\xef\xbb\xbf", b"---\ntitle: A\n---\n\n"])
def test_files_without_text(tmp_path: Path, data: bytes) -> None:
    """Nothing, white space, a mark, and a header without a body are EMPTY."""
    path = tmp_path / "a.md"
    path.write_bytes(data)
    (error,) = errors(read_all(str(path)))
    assert (error.kind, error.article) == (ErrorKind.EMPTY, str(path))


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b'\n\n{"text": "one"}\n{"text": "two"}', ["one", "two"]),
        (b'{"text": "only"}', ["only"]),
        (b"{ is no article\nbut text", ["{ is no article\nbut text"]),
        (b"Plain\ntext", ["Plain\ntext"]),
        (b"---\nid: x\n---\nBody", ["Body"]),
    ],
)
def test_standard_input_by_content(data: bytes, texts: list[str]) -> None:
    """JSON Lines, Markdown with a header and text are told apart without a suffix."""
    rows = read_all("-", stdin=io.BytesIO(data))
    assert [row.text for row in articles(rows)] == texts


def test_surprises_are_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure that nobody foresaw is the error row of its input, and the others go on."""

    def parse(document: Document) -> Parsed:
        if document.name.endswith("b.txt"):
            raise ArithmeticError("surprise\x1b[2J")
        return Parsed(document.data.decode())

    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(name)
    odd = Format("odd", frozenset(), frozenset(), parse)
    monkeypatch.setattr("summarize.readers.stream.choose_format", lambda _: odd)
    first, error, last = read_all(str(tmp_path))
    assert isinstance(error, ArticleError)
    assert error.kind is ErrorKind.INTERNAL
    assert r"ArithmeticError: surprise\x1b[2J" in error.message
    assert [row.text for row in articles([first, last])] == ["a", "c"]


def test_a_surprise_in_a_line_is_that_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line's surprise does not lose the lines after it."""

    def parse(line: bytes, origin: Origin) -> Parsed:
        if b"odd" in line:
            raise ZeroDivisionError
        return parse_line(line, origin)

    monkeypatch.setattr("summarize.readers.jsonl.parse_line", parse)
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "odd"}\n{"text": "b"}\n')
    error, row = read_all(str(path))
    assert isinstance(error, ArticleError)
    assert (error.kind, error.article) == (ErrorKind.INTERNAL, f"{path}:1")
    assert articles([row])[0].text == "b"


def test_slow_formats_leave_the_loop_free(tmp_path: Path) -> None:
    """While a page is parsed, other tasks of the loop get their turns."""
    page = "<html><body><article>" + "<p>The harbour was hit by a drone on Sunday, officials said.</p>" * 2000
    (tmp_path / "a.html").write_text(page)

    async def run() -> int:
        turns = 0

        async def others() -> None:
            nonlocal turns
            while True:
                await asyncio.sleep(0)
                turns += 1

        task = asyncio.create_task(others())
        data = (tmp_path / "a.html").read_bytes()

        async def chunks() -> AsyncIterator[bytes]:
            yield data

        [_ async for _ in read_stream(chunks(), Origin("a.html", ".html"), Reading())]
        task.cancel()
        return turns

    assert asyncio.run(run()) > 10
