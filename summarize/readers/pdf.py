"""PDF: to come."""

from summarize.readers.document import Document, Parsed


def parse_pdf(document: Document) -> Parsed:
    """To come."""
    raise NotImplementedError(document.name)
