"""What date words resolve to: an interval, how fine it is, and how it was found."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from summarize.grounding.dates.days import Days
from summarize.schema.vocabulary import DatePrecision, DateResolution


class ResolvedDate(NamedTuple):
    """An interval of days.

    Attributes:
        start: first day, None if unresolved.
        end: last day, inclusive; None if unresolved.
        month_day: "MM-DD", or "MM", where a day or month is stated without a year.
        precision: how fine the words are.
        resolution: how the interval was found.
    """

    start: date | None = None
    end: date | None = None
    month_day: str | None = None
    precision: DatePrecision = DatePrecision.UNRESOLVED
    resolution: DateResolution = DateResolution.NOT_RESOLVABLE

    @property
    def days(self) -> Days | None:
        """The interval, None if unresolved."""
        return Days(self.start, self.end) if self.start and self.end else None


UNRESOLVED = ResolvedDate()


def found(days: Days, precision: DatePrecision, resolution: DateResolution) -> ResolvedDate:
    """A resolved interval."""
    return ResolvedDate(days.start, days.end, None, precision, resolution)


def without_year(
    month: int, day: int | None = None, resolution: DateResolution = DateResolution.STATED_WITHOUT_YEAR
) -> ResolvedDate:
    """A month, or a day of it, whose year the article does not give."""
    if day is None:
        return ResolvedDate(None, None, f"{month:02}", DatePrecision.MONTH, resolution)
    return ResolvedDate(None, None, f"{month:02}-{day:02}", DatePrecision.DAY_WITHOUT_YEAR, resolution)
