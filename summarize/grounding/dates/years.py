"""The year of a day or month: stated, told from another sentence or the publication, or not given."""

from __future__ import annotations

import re
from datetime import date

from summarize.grounding.dates.days import Days, day_in, latest_day, month_days, one_day, years_with
from summarize.grounding.dates.frame import Frame
from summarize.grounding.dates.result import UNRESOLVED, ResolvedDate, found, without_year
from summarize.grounding.dates.spelling import year_of
from summarize.schema.vocabulary import DatePrecision, DateResolution

_DAY, _MONTH = DatePrecision.DAY, DatePrecision.MONTH
_LEAP_YEAR = 2024  # any leap year: whether a day exists in some year


def dated_day(match: re.Match[str], frame: Frame, month: int, day: int) -> ResolvedDate:
    """A day of a month with the year its words give, or the latest such day not after publication."""
    if day_in(_LEAP_YEAR, month, day) is None:
        return UNRESOLVED
    if year := year_of(match):
        stated = day_in(year, month, day)
        return found(one_day(stated), _DAY, DateResolution.STATED) if stated else UNRESOLVED
    if match["which"]:
        year = told_year(match["which"], frame)
        known = day_in(year, month, day) if year else None
        return _counted(match["which"], frame, one_day(known), _DAY) if known else without_year(month, day)
    return _nearest_day(frame, month, day)


def dated_month(match: re.Match[str], frame: Frame, month: int) -> ResolvedDate:
    """A month with the year its words give, or the latest such month that has begun by publication."""
    if year := year_of(match):
        return found(month_days(year, month), _MONTH, DateResolution.STATED)
    if match["which"]:
        year = told_year(match["which"], frame)
        return _counted(match["which"], frame, month_days(year, month), _MONTH) if year else without_year(month)
    days = frame.anchor.days if frame.anchor else None
    if days:
        return frame.from_anchor(_nearest_month(days.start, month), _MONTH)
    if frame.published is None:
        return without_year(month)
    return frame.from_publication(latest_month(frame.published, month), _MONTH)


def latest_month(published: date, month: int) -> Days:
    """The latest such month that has begun by a day."""
    return month_days(published.year - (month > published.month), month)


def told_year(which: str, frame: Frame) -> int | None:
    """The year of "last year", "this year", "that year", "the same year"; None if it counts from nothing known."""
    if which in ("that", "same"):
        days = frame.anchor.days if frame.anchor else None
        return days.start.year if days else None
    return frame.published.year - (which == "last") if frame.published else None


def _counted(which: str, frame: Frame, days: Days, precision: DatePrecision) -> ResolvedDate:
    count = frame.from_anchor if which in ("that", "same") else frame.from_publication
    return count(days, precision)


def _nearest_day(frame: Frame, month: int, day: int) -> ResolvedDate:
    if frame.anchor and frame.anchor.days:
        base = frame.anchor.days.start
        nearest = min(years_with(month, day, base.year), key=lambda each: abs((each - base).days))
        return frame.from_anchor(one_day(nearest), _DAY)
    published = frame.published
    if published is None:
        return without_year(month, day)
    if frame.future:
        chosen = min(years_with(month, day, published.year), key=lambda each: abs((each - published).days))
    else:
        chosen = latest_day(month, day, published)
    return frame.from_publication(one_day(chosen), _DAY)


def _nearest_month(base: date, month: int) -> Days:
    years = (month_days(year, month) for year in (base.year - 1, base.year, base.year + 1))
    return min(years, key=lambda days: abs((days.start - base.replace(day=1)).days))
