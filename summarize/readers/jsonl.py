"""JSON Lines: an article a line, an object with `text` or `html` and the fields of a header."""

from __future__ import annotations

import json

from summarize.errors import ArticleError, ErrorKind
from summarize.readers.decoding import as_article_text
from summarize.readers.document import Document, Origin, Parsed
from summarize.readers.html import parse_html
from summarize.readers.metadata import FieldError, read_metadata

SUFFIXES = frozenset({".jsonl", ".ndjson"})
CONTENT_TYPES = frozenset(
    {"application/jsonl", "application/x-ndjson", "application/jsonlines", "application/x-jsonlines"}
)
_ADVICE = 'Write one object a line, as in {"id": "a1", "text": "…", "published": "2024-04-22"}.'


def looks_like_jsonl(line: bytes) -> bool:
    """Whether a first line is an article: a JSON object with `text` or `html`."""
    if not line.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    try:
        row = _load(line)
    except FieldError:
        return False
    return "text" in row or "html" in row


def holds_html(line: bytes) -> bool:
    """Whether reading the line may take milliseconds."""
    return b'"html"' in line


def parse_line(line: bytes, origin: Origin) -> Parsed:
    """The article of one line.

    Args:
        line: the line's bytes, UTF-8.
        origin: the line's name ("path:LINE").

    Raises:
        ArticleError: BROKEN_LINE with what is wrong, or what reading its `html` raises.
    """
    try:
        row = _load(line)
        given = read_metadata(row)
        name, content = _content(row)
    except FieldError as error:
        raise ArticleError(origin.name, ErrorKind.BROKEN_LINE, f"The line {error}.", advice=_ADVICE) from None
    if name == "text":
        return Parsed(text=as_article_text(content)[0], given=given)
    page = parse_html(Document(content.encode("utf-8", "replace"), Origin(origin.name, charset="utf-8")))
    return Parsed(text=page.text, given=given, markup=page.markup)


def _load(line: bytes) -> dict[object, object]:
    """The line's object.

    Raises:
        FieldError: it is not UTF-8, not JSON, or not an object.
    """
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FieldError(f"is not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise FieldError(f"is not valid JSON: {error.msg} at character {error.pos + 1}") from None
    except (RecursionError, ValueError):  # nested a thousand deep, or a number of thousands of digits
        raise FieldError("is not JSON that can be read") from None
    if not isinstance(row, dict):
        raise FieldError("is not a JSON object")
    return row


def _content(row: dict[object, object]) -> tuple[str, str]:
    """The name and value of `text`, else of `html`.

    Raises:
        FieldError: the line has neither, or it is not a text.
    """
    for name in ("text", "html"):
        value = row.get(name)
        if isinstance(value, str):
            return name, value
        if value is not None:
            raise FieldError(f"has a {name} that is not a text")
    raise FieldError("has neither text nor html")
