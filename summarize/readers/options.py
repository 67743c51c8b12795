"""What a caller may say about reading: values for articles that give none, and limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a person says of articles that do not say it themselves (`--published`, `--title`, `--source`).

    What an article's own header or line gives goes first, then these, then what a page's markup states.
    """

    published: date | None = None
    title: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Limits of reading.

    Attributes:
        allow_private: fetch addresses of private networks and of this machine too.
        max_bytes: the largest document, or line of JSON Lines, that is read.
        timeout_seconds: for one address, from the first look-up to the last byte, redirects included.
        max_redirects: how often one address may send us on.
    """

    allow_private: bool = False
    max_bytes: int = 10_000_000
    timeout_seconds: float = 60.0
    max_redirects: int = 5
