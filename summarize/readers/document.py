"""A document: the bytes of one article with what is known of them, and what a format makes of it."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.readers.metadata import NOTHING, Metadata


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes come from.

    Attributes:
        name: the path as the user wrote it, the address, or "-"; the article's id where none is given.
        suffix: of the file, lower case, with its dot; empty where there is none.
        content_type: the media type that a server states, lower case, without parameters.
        charset: the encoding that a server states.
        url: the address, for what came from one.
    """

    name: str
    suffix: str = ""
    content_type: str = ""
    charset: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one article and where they come from."""

    data: bytes
    origin: Origin

    @property
    def name(self) -> str:
        """What errors call it."""
        return self.origin.name


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a format makes of a document.

    Attributes:
        text: the article's text.
        given: what the file itself says (YAML header, JSON line).
        markup: what the page's markup states.
        raw_starts: as in `Article.raw_starts`.
    """

    text: str
    given: Metadata = NOTHING
    markup: Metadata = NOTHING
    raw_starts: tuple[tuple[int, int], ...] = ()
