"""PDF: the text layer of a document, put back into paragraphs."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from summarize.errors import ArticleError, ErrorKind
from summarize.readers.document import Document, Parsed
from summarize.readers.metadata import Metadata
from summarize.readers.pdf_lines import Line, LineCollector
from summarize.readers.pdf_paragraphs import join_pages

if TYPE_CHECKING:  # pypdf is only imported when a PDF is read
    from pypdf import PageObject, PdfReader

# An article has a few pages. A page that is drawn by a million operators, or forms that draw each other for
# ever, would keep us busy: pypdf takes about ten seconds for so many.
_MOST_PAGES = 100
_MOST_CONTENT_BYTES = 5_000_000  # of all pages, decompressed
_MOST_OPERATORS = 200_000
_TITLE_NEAR_START = 500  # characters in which a title of the metadata must stand, to be the article's

# What happened, and what to do next.
_MESSAGES = {
    ErrorKind.BROKEN_PDF: (
        "The PDF is broken: {}.",
        "Open it in a reader and print it to a new PDF, or save its text.",
    ),
    ErrorKind.ENCRYPTED_PDF: ("The PDF is encrypted with a password.", "Save a copy without the password."),
    ErrorKind.SCANNED_PDF: (
        "The PDF has no text layer, only pictures of pages.",
        "Run character recognition on it first, for example with ocrmypdf.",
    ),
    ErrorKind.TOO_LARGE: (
        f"The PDF has more than {_MOST_PAGES} pages, or more on them than can be read in bounded time.",
        "Give the pages of one article.",
    ),
}


class _TooMuchError(Exception):
    """The document would take too long to read."""


def parse_pdf(document: Document) -> Parsed:
    """The text as a reader of the PDF sees it, one paragraph a line.

    Lines that run over the page's head or foot on several pages are dropped, words divided at line ends are put
    together, and ligatures are written as letters. The date in the file is that of the file, not of publication,
    and is not read; its title is only taken if the text begins with it.

    Raises:
        ArticleError: BROKEN_PDF, ENCRYPTED_PDF, SCANNED_PDF or TOO_LARGE.
    """
    with _quiet_pypdf():
        pages, title = _read_safely(document)
    text = join_pages(pages)
    if not text.strip():
        raise _error(document, ErrorKind.SCANNED_PDF)
    return Parsed(text=text, markup=Metadata(title=title if title and _begins_with(text, title) else None))


def _read_safely(document: Document) -> tuple[list[list[Line]], str | None]:
    """The lines of each page and the file's title; whatever pypdf raises becomes an error of the article."""
    try:
        return _read(document)
    except ArticleError:
        raise
    except _TooMuchError:
        raise _error(document, ErrorKind.TOO_LARGE) from None
    except Exception as error:  # noqa: BLE001 - pypdf raises KeyError, AttributeError, RecursionError and more
        raise _error(document, ErrorKind.BROKEN_PDF, type(error).__name__) from None


def _read(document: Document) -> tuple[list[list[Line]], str | None]:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(document.data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _error(document, ErrorKind.ENCRYPTED_PDF)
    if len(reader.pages) > _MOST_PAGES:
        raise _TooMuchError
    collector = LineCollector(_MOST_OPERATORS, _TooMuchError)
    return [collector.page(page) for page in _affordable(reader)], _title(reader)


def _affordable(reader: PdfReader) -> Iterator[PageObject]:
    """The pages, as long as their content is not too much."""
    from pypdf.errors import LimitReachedError

    left = _MOST_CONTENT_BYTES
    for page in reader.pages:
        try:
            contents = page.get_contents()
            left -= len(contents.get_data()) if contents is not None else 0
        except LimitReachedError:
            raise _TooMuchError from None
        if left < 0:
            raise _TooMuchError
        yield page


def _error(document: Document, kind: ErrorKind, detail: str = "") -> ArticleError:
    message, advice = _MESSAGES[kind]
    return ArticleError(document.name, kind, message.format(detail), advice=advice)


def _title(reader: PdfReader) -> str | None:
    title: Any = reader.metadata.title if reader.metadata else None
    return " ".join(title.split()) or None if isinstance(title, str) else None


def _begins_with(text: str, title: str) -> bool:
    """A title such as "Microsoft Word - draft3.docx" is nobody's headline."""
    return title.casefold() in " ".join(text[:_TITLE_NEAR_START].split()).casefold()


@contextmanager
def _quiet_pypdf() -> Iterator[None]:
    """Pypdf's complaints about files it can read all the same are nobody's business."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
