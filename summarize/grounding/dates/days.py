"""Days: intervals of calendar days and the arithmetic of months and weeks."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

DAYS_IN_WEEK = 7
MONTHS_IN_YEAR = 12
_CENTURIES_LEAP_GAP = 8  # years between two 29 February around a century that is no leap year


class Days(NamedTuple):
    """An interval of days, both ends inclusive."""

    start: date
    end: date

    def shifted(self, days: int) -> Days:
        """The same interval so many days later."""
        return Days(self.start + timedelta(days), self.end + timedelta(days))


def one_day(day: date) -> Days:
    """A single day."""
    return Days(day, day)


def days_after(day: date, count: int) -> Days:
    """The single day so many days after another, before it if negative."""
    return one_day(day + timedelta(count))


def month_days(year: int, month: int) -> Days:
    """A whole month; months beyond 1-12 run into the neighbouring years."""
    years, index = divmod(month - 1, MONTHS_IN_YEAR)
    year, month = year + years, index + 1
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_days(year: int) -> Days:
    """A whole year."""
    return Days(date(year, 1, 1), date(year, MONTHS_IN_YEAR, 31))


def week_days(day: date) -> Days:
    """The week that holds a day, Monday to Sunday (ISO 8601)."""
    monday = day - timedelta(day.weekday())
    return Days(monday, monday + timedelta(DAYS_IN_WEEK - 1))


def day_in(year: int, month: int, day: int) -> date | None:
    """A calendar day, None if there is no such day."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= MONTHS_IN_YEAR):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def latest_weekday(weekday: int, until: date) -> date:
    """The latest such weekday (Monday is 0) up to and including a day."""
    return until - timedelta((until.weekday() - weekday) % DAYS_IN_WEEK)


def first_weekday(weekday: int, since: date) -> date:
    """The first such weekday from a day on, that day included."""
    return since + timedelta((weekday - since.weekday()) % DAYS_IN_WEEK)


def latest_day(month: int, day: int, until: date) -> date:
    """The latest day with this month and day up to and including a day; ValueError if years have none before it."""
    for year in range(until.year, until.year - _CENTURIES_LEAP_GAP - 1, -1):
        if (found := day_in(year, month, day)) and found <= until:
            return found
    raise ValueError(f"no {month:02}-{day:02} up to {until}")


def years_with(month: int, day: int, around: int) -> list[date]:
    """The days with this month and day in the years around one, in order; 29 February only where there is one."""
    years = range(around - _CENTURIES_LEAP_GAP, around + _CENTURIES_LEAP_GAP + 1)
    return [found for year in years if (found := day_in(year, month, day))]
