"""Metadata: what a file, a person or a page's markup says of an article apart from its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

FIELDS = ("title", "published", "source", "url", "id")

# ISO 8601: a calendar date, alone or with a time and a zone; the time is not looked at.
_ISO_DATE = re.compile(
    r"(\d{4}-\d{2}-\d{2})"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII | re.IGNORECASE,
)


class FieldError(ValueError):
    """A field has a value that it cannot have; the message ends a sentence, as in "has a title that is not a text"."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The five things that a header, a line or a page may say; None where it does not."""

    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    id: str | None = None


NOTHING = Metadata()


def parse_day(text: str) -> date | None:
    """The calendar date of an ISO 8601 date or date-time as it is written: no time zone moves it.

    None for anything else ("April 2024", "04/05/2024").
    """
    match = _ISO_DATE.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return date.fromisoformat(match.group(1))
    except ValueError:
        return None


def read_metadata(fields: Mapping[object, object]) -> Metadata:
    """The known fields of a header or a line; others are not looked at, and null or blank is absent.

    Raises:
        FieldError: a value is a list or an object, or `published` is not a date.
    """
    values = {name: _text_of(name, fields.get(name)) for name in FIELDS}
    return Metadata(
        title=values["title"],
        published=_day_of(values["published"]),
        source=values["source"],
        url=values["url"],
        id=values["id"],
    )


def _text_of(name: str, value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise FieldError(f"has a {name} that is not a text")
    return str(value).strip() or None


def _day_of(value: str | None) -> date | None:
    if value is None:
        return None
    day = parse_day(value)
    if day is None:
        raise FieldError(f"has the published value {value[:60]!r}, which is not a date such as 2024-04-22")
    return day
