"""Tests of JSON Lines: an article a line, and an error row for a line that is none."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from summarize.article import Basis
from summarize.errors import ArticleError, ErrorKind
from summarize.readers.jsonl import looks_like_jsonl
from tests.readers.conftest import articles, errors, read_all

PAGE = (
    "<html><head><title>Ship seized</title><meta property='article:published_time' content='2024-04-20'></head>"
    "<body><article><h1>Ship seized</h1><p>A ship was seized in the strait on Friday by armed men in boats, its"
    " owner said in a long statement.</p><p>The crew of twenty is safe, and nobody was hurt when the men came on"
    " board near the island.</p></article></body></html>"
)


def write(folder: Path, *rows: object) -> str:
    path = folder / "a.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def test_fields_of_a_line(tmp_path: Path) -> None:
    """All fields are read, others are not looked at, and the text is the article's."""
    row = {
        "id": 17,
        "text": "\ufeffOne.\r\nTwo “é”.",
        "title": "T",
        "published": "2024-04-22T10:00:00Z",
        "source": "S",
        "url": "https://a.example",
        "score": 0.3,
    }
    (article,) = articles(read_all(write(tmp_path, row)))
    assert article.text == "One.\nTwo “é”."
    assert (article.id, article.title, article.source, article.url) == ("17", "T", "S", "https://a.example")
    assert (article.published, article.published_basis) == (date(2024, 4, 22), Basis.GIVEN)
    assert article.raw_starts == ()


def test_a_line_of_html(tmp_path: Path) -> None:
    """HTML is read as a page, and its markup gives what the line does not."""
    first, second = articles(
        read_all(write(tmp_path, {"html": PAGE}, {"html": PAGE, "published": "2024-01-01", "title": "Given"}))
    )
    assert "armed men in boats" in first.text
    assert (first.title, first.published, first.published_basis) == ("Ship seized", date(2024, 4, 20), Basis.MARKUP)
    assert (second.title, second.published, second.published_basis) == ("Given", date(2024, 1, 1), Basis.GIVEN)


def test_lines_without_id_are_numbered(tmp_path: Path) -> None:
    """The id is the path and the line's number in the file, blank lines counted."""
    path = write(tmp_path, {"text": "a"}, "", {"text": "b", "id": None}, "   ", {"text": "c", "id": ""})
    assert [article.id for article in articles(read_all(path))] == [f"{path}:{n}" for n in (1, 3, 5)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not valid JSON"),
        ('{"text": "a"} trailing', "not valid JSON"),
        ("[1, 2]", "not a JSON object"),
        ('"text"', "not a JSON object"),
        ("{}", "neither text nor html"),
        ('{"text": 5}', "text that is not a text"),
        ('{"html": ["a"]}', "html that is not a text"),
        ('{"text": "a", "published": "April 2024"}', "published value 'April 2024'"),
        ('{"text": "a", "published": 2024}', "published value '2024'"),
        ('{"text": "a", "title": {}}', "title that is not a text"),
        ("[" * 100_000, "not JSON that can be read"),
        ('{"text": "a", "n": ' + "9" * 5000 + "}", "not JSON that can be read"),
    ],
)
def test_broken_lines_do_not_stop_the_others(tmp_path: Path, line: str, said: str) -> None:
    """A line that is no article is an error row that says why, and the next line is read."""
    path = write(tmp_path, {"text": "first"}, line, {"text": "last"})
    first, error, last = read_all(path)
    assert isinstance(error, ArticleError)
    assert (error.kind, error.article) == (ErrorKind.BROKEN_LINE, f"{path}:2")
    assert said in error.message
    assert [article.text for article in articles([first, last])] == ["first", "last"]


def test_a_line_that_is_not_utf8(tmp_path: Path) -> None:
    """Bytes of another encoding are an error row of their line."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "caf\xe9"}\n{"text": "ok"}\n')
    error, article = read_all(str(path))
    assert isinstance(error, ArticleError)
    assert "not UTF-8 at byte 13" in error.message
    assert articles([article])[0].text == "ok"


def test_empty_texts_and_files_are_errors(tmp_path: Path) -> None:
    """A line without words is EMPTY, as is a file without lines."""
    (error,) = errors(read_all(write(tmp_path, {"text": " \n"})))
    assert (error.kind, error.article[-2:]) == (ErrorKind.EMPTY, ":1")
    (error,) = errors(read_all(write(tmp_path, "", " ")))
    assert error.kind is ErrorKind.EMPTY


def test_half_characters_are_replaced(tmp_path: Path) -> None:
    """An escape in JSON can name half a character, which no report could be written with; ids stay unique."""
    rows = [
        r'{"text": "a \ud83d b", "title": "\udc00"}',
        r'{"text": "a", "id": "\ud831"}',
        r'{"text": "a", "id": "\ud832"}',
    ]
    first, *others = articles(read_all(write(tmp_path, *rows)))
    assert (first.text, first.title) == ("a \ufffd b", "\ufffd")
    assert [article.id for article in others] == ["\ufffd", "\ufffd#2"]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (b'{"text": "a"}', True),
        (b'\xef\xbb\xbf {"html": ""}', True),
        (b'{"body": "a"}', False),
        (b"{", False),
        (b"A text {", False),
        (b"[]", False),
    ],
)
def test_recognising_a_first_line(line: bytes, answer: bool) -> None:
    """What standard input and files of other suffixes are read as rests on this."""
    assert looks_like_jsonl(line) is answer
