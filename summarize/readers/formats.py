"""The registry of document formats: which one a document is in, by what is in it and by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from summarize.errors import ArticleError, ErrorKind
from summarize.readers import jsonl
from summarize.readers.decoding import marked_encoding
from summarize.readers.document import Document, Parsed
from summarize.readers.html import parse_html
from summarize.readers.markdown import has_header, parse_markdown
from summarize.readers.pdf import parse_pdf
from summarize.readers.plaintext import parse_text

_LOOKED_AT = 1024  # bytes of a document that tell its format
_WHOLE_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FRAGMENT = re.compile(
    r"\s*<(?:meta|title|script|style|link|article|section|main|header|div|h[1-6]|p|table|ul|ol|blockquote)\b[^>]*>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Format:
    """One input format.

    Attributes:
        name: as in `docs/inputs.md`.
        suffixes: of files, lower case, with the dot.
        content_types: as servers state them.
        parse: makes text and metadata of a document; raises ArticleError.
        slow: it takes milliseconds, so it happens in a thread and the loop goes on.
    """

    name: str
    suffixes: frozenset[str]
    content_types: frozenset[str]
    parse: Callable[[Document], Parsed]
    slow: bool = False


TEXT = Format("text", frozenset({".txt"}), frozenset({"text/plain"}), parse_text)
MARKDOWN = Format(
    "markdown", frozenset({".md", ".markdown"}), frozenset({"text/markdown", "text/x-markdown"}), parse_markdown
)
HTML = Format(
    "html",
    frozenset({".html", ".htm", ".xhtml"}),
    frozenset({"text/html", "application/xhtml+xml"}),
    parse_html,
    slow=True,
)
PDF = Format("pdf", frozenset({".pdf"}), frozenset({"application/pdf", "application/x-pdf"}), parse_pdf, slow=True)

FORMATS = (TEXT, MARKDOWN, HTML, PDF)
SUFFIXES = jsonl.SUFFIXES.union(*(each.suffixes for each in FORMATS))
"""The suffixes that are read in folders."""


def choose_format(document: Document) -> Format:
    """The format of a document: by unmistakable content, else by what the server says, by suffix, by content.

    Raises:
        ArticleError: it is JSON, but not JSON Lines (UNKNOWN_FORMAT).
    """
    head = _head(document.data)
    return _by_certain_content(head) or _by_name(document) or _by_likely_content(document, head)


def _by_certain_content(head: str) -> Format | None:
    if head.lstrip("\ufeff \t\r\n").startswith("%PDF-"):
        return PDF
    return HTML if _WHOLE_PAGE.match(head.removeprefix("\ufeff")) else None


def _by_name(document: Document) -> Format | None:
    origin = document.origin
    stated = next((each for each in FORMATS if origin.content_type in each.content_types), None)
    named = next((each for each in FORMATS if origin.suffix in each.suffixes), None)
    chosen = named if stated in (None, TEXT) and named else stated  # servers call every file text/plain
    if chosen is TEXT and _FRAGMENT.match(_head(document.data).removeprefix("\ufeff")):
        return HTML
    return chosen


def _by_likely_content(document: Document, head: str) -> Format:
    if document.origin.suffix == ".json" or document.origin.content_type == "application/json":
        raise ArticleError(
            document.name,
            ErrorKind.UNKNOWN_FORMAT,
            "The file is JSON, but not an article a line with text or html.",
            advice="Make JSON Lines of it, for example with `jq -c`.",
        )
    if _FRAGMENT.match(head.removeprefix("\ufeff")):
        return HTML
    return MARKDOWN if has_header(head) else TEXT


def _head(data: bytes) -> str:
    encoding = marked_encoding(data) or "latin-1"  # in which every byte is a character
    return data[:_LOOKED_AT].decode(encoding, "replace")
