"""The parts that the patterns of several date rules share, in canonical spelling (see `words`)."""

from __future__ import annotations

import re

DAY = r"(?P<day>\d{1,2})"
MONTH = r"M(?P<month>\d\d)"
# The year behind a day or month: stated, or told from the publication or another sentence.
YEAR = r"(?:(?: of| in)? (?P<year>(?:19|20)\d\d)\b(?!-\d\d\b)|(?: of)?(?: the)? (?P<which>last|this|that|same) year)?"
WEEKDAY = r"W(?P<weekday>\d)"
COUNT = r"(?P<count>\d{1,3}|an?)"
UNIT = r"(?P<unit>day|night|week|month|year)s?"
PART = r"(?P<part>early|mid|middle|late|beginning|start|(?:1th|opening) days|end|last days)"


def number(match: re.Match[str], group: str) -> int:
    """A group's number; "a" is 1."""
    return int(match[group]) if match[group].isdigit() else 1


def year_of(match: re.Match[str]) -> int | None:
    """The year that is stated."""
    return int(match["year"]) if match["year"] else None
