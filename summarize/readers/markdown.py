"""Markdown: text, with an optional YAML header that says title, published, source, url and id."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarize.errors import ArticleError, ErrorKind
from summarize.readers.decoding import as_article_text, decode
from summarize.readers.document import Document, Parsed
from summarize.readers.metadata import FIELDS, NOTHING, FieldError, Metadata, read_metadata

_LONGEST_HEADER = 65_536  # characters
_LINE_END = r"[ \t]*(?:\r\n|\r|\n)"
_OPENING = re.compile(rf"\ufeff?---{_LINE_END}")
_LINE_START = r"(?:^|(?<=\r))"  # `^` alone does not see the line ends of old Macs
_CLOSING = re.compile(_LINE_START + r"(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_KNOWN_KEY = re.compile(rf"{_LINE_START}(?:{'|'.join(FIELDS)})[ \t]*:(?:[ \t\r]|$)", re.MULTILINE)
_NULLS = ("~", "null")  # as YAML writes them; the loader leaves every value a string
_ADVICE = "Mend the lines between the two ---, or remove them."


def parse_markdown(document: Document) -> Parsed:
    """The text after the header's closing line, and what the header says.

    A header stands at the very start and holds one of the known keys; else `---` is a thematic break of the text.

    Raises:
        ArticleError: BINARY, ENCODING, or BROKEN_HEADER with the field's name.
    """
    original = decode(document, document.origin.charset)
    header, start = _split_header(document.name, original)
    text, raw_starts = as_article_text(original, start)
    given = NOTHING if header is None else _read_header(document.name, header)
    return Parsed(text=text, given=given, raw_starts=raw_starts)


def has_header(head: str) -> bool:
    """Whether the text begins with a YAML header that holds a known key."""
    opening = _OPENING.match(head)
    if opening is None:
        return False
    closing = _CLOSING.search(head, opening.end())
    end = closing.start() if closing else len(head)
    return _KNOWN_KEY.search(head, opening.end(), end) is not None


def _split_header(name: str, original: str) -> tuple[str | None, int]:
    """The header's YAML, and where the text begins."""
    head = original[:_LONGEST_HEADER]
    opening = _OPENING.match(head)
    if opening is None:
        return None, 0
    closing = _CLOSING.search(head, opening.end())
    if closing is not None:
        yaml = head[opening.end() : closing.start()]
        return (yaml, closing.end()) if _KNOWN_KEY.search(yaml) else (None, 0)
    if _KNOWN_KEY.match(head, opening.end()):
        raise ArticleError(name, ErrorKind.BROKEN_HEADER, "The YAML header has no closing line ---.", advice=_ADVICE)
    return None, 0


def _read_header(name: str, yaml: str) -> Metadata:
    try:
        return read_metadata(_load(yaml))
    except FieldError as error:
        raise ArticleError(name, ErrorKind.BROKEN_HEADER, f"The YAML header {error}.", advice=_ADVICE) from None


def _load(header: str) -> Mapping[object, object]:
    """The header with every value as the text that is written: no date is moved, no `no` made false."""
    import yaml

    try:
        # libyaml's loader is twelve times as fast, where PyYAML was built with it.
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        fields = yaml.load(header, Loader=loader)  # noqa: S506 - it makes strings, lists and dicts only
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f" at line {mark.line + 2}" if mark else ""  # the opening line is line 1, and marks count from 0
        raise FieldError(f"is not valid YAML{place}") from None
    if not isinstance(fields, Mapping):
        raise FieldError("does not consist of keys and values")
    return {key: None if value in _NULLS else value for key, value in fields.items()}
