"""Plain text: the file is the article."""

from __future__ import annotations

from summarize.readers.decoding import as_article_text, decode
from summarize.readers.document import Document, Parsed


def parse_text(document: Document) -> Parsed:
    """The decoded text and nothing else.

    Raises:
        ArticleError: BINARY or ENCODING.
    """
    text, raw_starts = as_article_text(decode(document, document.origin.charset))
    return Parsed(text=text, raw_starts=raw_starts)
