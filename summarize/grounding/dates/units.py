"""Counting in days, weeks, months and years from a date: as fine as the unit, no finer."""

from __future__ import annotations

from datetime import date, timedelta

from summarize.grounding.dates.days import DAYS_IN_WEEK, Days, day_in, month_days, week_days, year_days
from summarize.grounding.dates.frame import Frame
from summarize.grounding.dates.result import UNRESOLVED, ResolvedDate, without_year
from summarize.schema.vocabulary import DatePrecision, DateResolution

_COMMON_YEAR = 2023  # a day without a year is counted in it,
_LEAP_YEAR = 2024  # and in this one; where they differ, 29 February decides and the day stays open
_BLURRED = (DatePrecision.MONTH, DatePrecision.YEAR)


def unit_away(day: date, count: int, unit: str) -> tuple[Days, DatePrecision]:
    """The day, week, month or year that lies so many units after a day, before it if negative."""
    if unit in ("day", "night"):
        moved = day + timedelta(count)
        return Days(moved, moved), DatePrecision.DAY
    if unit == "week":
        return week_days(day + timedelta(DAYS_IN_WEEK * count)), DatePrecision.WEEK
    if unit == "month":
        return month_days(day.year, day.month + count), DatePrecision.MONTH
    return year_days(day.year + count), DatePrecision.YEAR


def shifted(base: ResolvedDate, count: int, unit: str, frame: Frame) -> ResolvedDate:
    """The date that lies so many units after another.

    From a month nobody can count days, nor from a year months.
    """
    if base.month_day and base.precision is DatePrecision.DAY_WITHOUT_YEAR and unit in ("day", "night"):
        return _shifted_without_year(base.month_day, count)
    days = base.days
    is_finer = base.precision in _BLURRED and unit in ("day", "night", "week")
    if days is None or is_finer or (base.precision is DatePrecision.YEAR and unit == "month"):
        return UNRESOLVED
    first, precision = unit_away(days.start, count, unit)
    last, _ = unit_away(days.end, count, unit) if base.precision is not DatePrecision.WEEK else (first, precision)
    if first != last:
        precision = DatePrecision.RANGE
    return frame.from_anchor(Days(first.start, last.end), precision)


def _shifted_without_year(month_day: str, count: int) -> ResolvedDate:
    month, day = map(int, month_day.split("-"))
    bases = (day_in(year, month, day) for year in (_COMMON_YEAR, _LEAP_YEAR))
    days = [base + timedelta(count) for base in bases if base]
    moved = {(each.month, each.day) for each in days}
    if len(moved) != 1:
        return UNRESOLVED
    return without_year(*moved.pop(), resolution=DateResolution.COMPUTED_FROM_TEXT)
