"""Rules for stretches of calendar time: "8-9 November", "from Monday to Wednesday", "late October", "early 2020"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summarize.grounding.dates.days import (
    DAYS_IN_WEEK,
    Days,
    day_in,
    first_weekday,
    latest_weekday,
    month_days,
    year_days,
)
from summarize.grounding.dates.frame import Frame
from summarize.grounding.dates.result import UNRESOLVED, ResolvedDate, found, without_year
from summarize.grounding.dates.rule import DateRule, rule
from summarize.grounding.dates.spelling import MONTH, PART, YEAR, year_of
from summarize.grounding.dates.years import dated_day, dated_month, latest_month
from summarize.schema.vocabulary import DatePrecision, DateResolution

_RANGE = DatePrecision.RANGE
_FIRST_CUT, _SECOND_CUT = 10, 20  # last days of the early and the middle part of a month
_PARTS = {"mid": "mid", "middle": "mid", "late": "late", "end": "late", "last days": "late"}
_YEAR_PARTS = {"early": (1, 3), "mid": (4, 9), "late": (10, 12)}  # first and last month
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}  # first month, north of the equator; winter has two years
_SEASON_MONTHS = 3


def _two_days_of_month(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """As "8-9 November"; without a year only the month can be told, or the night's first day."""
    month, first, last = int(match["month"]), int(match["first"]), int(match["day"])
    end = dated_day(match, frame, month, last)
    if end.month_day:
        return without_year(month, first) if "night" in match.string else without_year(month)
    start = day_in(end.end.year, month, first) if end.end else None
    if start is None or end.end is None or start > end.end:
        return UNRESOLVED
    return found(Days(start, end.end), _RANGE, end.resolution)


def _day_to_day(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """As "from 30 December to 2 January": the second day's year decides."""
    end = dated_day(match, frame, int(match["month"]), int(match["day"]))
    if end.end is None:
        return UNRESOLVED
    years = [int(match["first_year"])] if match["first_year"] else [end.end.year, end.end.year - 1]
    starts = (day_in(year, int(match["first_month"]), int(match["first"])) for year in years)
    start = next((each for each in starts if each and each <= end.end), None)
    return found(Days(start, end.end), _RANGE, end.resolution) if start else UNRESOLVED


def _month_to_month(match: re.Match[str], frame: Frame) -> ResolvedDate:
    end = dated_month(match, frame, int(match["month"]))
    if end.start is None or end.end is None:
        return UNRESOLVED
    start = month_days(end.start.year, int(match["first"])).start
    return found(Days(start, end.end), _RANGE, end.resolution) if start < end.start else UNRESOLVED


def _year_to_year(match: re.Match[str], _: Frame) -> ResolvedDate:
    first, last = year_days(int(match["first"])), year_days(int(match["last"]))
    return found(Days(first.start, last.end), _RANGE, DateResolution.STATED) if first < last else UNRESOLVED


def _weekday_to_weekday(match: re.Match[str], frame: Frame) -> ResolvedDate:
    if frame.published is None:
        return UNRESOLVED
    end = latest_weekday(int(match["last"]), frame.published)
    start = latest_weekday(int(match["first"]), end - timedelta(1))
    return frame.from_publication(Days(start, end), _RANGE)


def _night_to_weekday(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """As "in the night to Thursday": the night that ends on that day."""
    if frame.published is None:
        return UNRESOLVED
    end = latest_weekday(int(match["weekday"]), frame.published)
    return frame.from_publication(Days(end - timedelta(1), end), _RANGE)


def _overnight_weekday(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """As "overnight Monday": the night before or the one after, nobody can tell, so both."""
    if frame.published is None:
        return UNRESOLVED
    day = latest_weekday(int(match["weekday"]), frame.published)
    return frame.from_publication(Days(day - timedelta(1), day + timedelta(1)), _RANGE)


def _part_of_month(match: re.Match[str], frame: Frame) -> ResolvedDate:
    whole = _whole_month(match, frame)
    if whole is None or whole.days is None:
        return UNRESOLVED
    cut = _part_days(whole.days, match["part"])
    if whole.resolution is DateResolution.RELATIVE_TO_PUBLICATION:
        return frame.from_publication(cut, _RANGE)
    return found(cut, _RANGE, whole.resolution)


def _whole_month(match: re.Match[str], frame: Frame) -> ResolvedDate | None:
    """The month that is cut, whole even where publication lies in it."""
    if match["month"] and (year_of(match) or match["which"] or frame.anchor):
        return dated_month(match, frame, int(match["month"]))
    if frame.published is None:
        return None
    if match["month"]:
        days = latest_month(frame.published, int(match["month"]))
    else:
        days = month_days(frame.published.year, frame.published.month - (match["told"] == "last"))
    return found(days, DatePrecision.MONTH, DateResolution.RELATIVE_TO_PUBLICATION)


def _part_days(days: Days, part: str) -> Days:
    start, middle, late = days.start, days.start.replace(day=_FIRST_CUT + 1), days.start.replace(day=_SECOND_CUT + 1)
    parts = {"mid": Days(middle, late - timedelta(1)), "late": Days(late, days.end)}
    return parts.get(_PARTS.get(part, "early"), Days(start, middle - timedelta(1)))


def _week_of_month(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """As "the first week of March": seven days from the 1st, the 8th …, or the last seven."""
    whole = dated_month(match, frame, int(match["month"]))
    if whole.days is None:
        return UNRESOLVED
    start, end = whole.days
    if match["nth"] == "last":
        return found(Days(end - timedelta(DAYS_IN_WEEK - 1), end), _RANGE, whole.resolution)
    first = start + timedelta(DAYS_IN_WEEK * (int(match["nth"]) - 1))
    return found(Days(first, first + timedelta(DAYS_IN_WEEK - 1)), _RANGE, whole.resolution)


def _weekday_of_month(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """As "the last Sunday of last month", "the first Friday of March 2024"."""
    whole = _whole_month(match, frame)
    if whole is None or whole.days is None:
        return UNRESOLVED
    start, end = whole.days
    if match["nth"] == "last":
        day = latest_weekday(int(match["weekday"]), end)
    else:
        day = first_weekday(int(match["weekday"]), start) + timedelta(DAYS_IN_WEEK * (int(match["nth"]) - 1))
    if whole.resolution is DateResolution.RELATIVE_TO_PUBLICATION:
        return frame.from_publication(Days(day, day), DatePrecision.DAY)
    return found(Days(day, day), DatePrecision.DAY, whole.resolution) if day <= end else UNRESOLVED


def _part_of_year(match: re.Match[str], frame: Frame) -> ResolvedDate:
    first, last = _YEAR_PARTS[match["part"]]
    if match["year"]:
        year = int(match["year"])
        return found(_months(year, first, last), _RANGE, DateResolution.STATED)
    if frame.published is None:
        return UNRESOLVED
    return frame.from_publication(_months(frame.published.year - (match["told"] == "last"), first, last), _RANGE)


def _season(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """A season of three months; "last summer" only before this year's has begun, else it may be either."""
    first = _SEASONS[match["season"]]
    last = first + _SEASON_MONTHS - 1
    if match["year"]:
        return found(_months(int(match["year"]), first, last), _RANGE, DateResolution.STATED)
    if match["told"] in ("that", "same", "the same"):
        days = frame.anchor.days if frame.anchor else None
        return frame.from_anchor(_months(days.start.year, first, last), _RANGE) if days else UNRESOLVED
    if frame.published is None:
        return UNRESOLVED
    this_year = _months(frame.published.year, first, last)
    if match["told"] == "last":
        is_clear = this_year.start > frame.published
        return (
            frame.from_publication(_months(this_year.start.year - 1, first, last), _RANGE) if is_clear else UNRESOLVED
        )
    begun = this_year if this_year.start <= frame.published else _months(this_year.start.year - 1, first, last)
    return frame.from_publication(begun, _RANGE)


def _months(year: int, first: int, last: int) -> Days:
    return Days(date(year, first, 1), month_days(year, last).end)


_TO = r"(?: to |-| and | until | through )"
_WEEKDAYS_BETWEEN = (
    r"(?: (?:night|evening|morning|afternoon|T))*(?: to |-| and | until | through | into )(?:again )?(?:on )?"
)
_OF_MONTH = rf"(?:{MONTH}{YEAR}|(?P<told>last|this|the) month)"
SPAN_RULES: tuple[DateRule, ...] = (
    rule("two days of a month", rf"\b(?P<first>\d{{1,2}}){_TO}(?P<day>\d{{1,2}}) {MONTH}{YEAR}", _two_days_of_month),
    rule(
        "day to day",
        rf"\b(?P<first>\d{{1,2}}) M(?P<first_month>\d\d)(?: (?P<first_year>\d{{4}}))?{_TO}"
        rf"(?P<day>\d{{1,2}}) {MONTH}{YEAR}",
        _day_to_day,
    ),
    rule(
        "weekday of a month",
        rf"\b(?:(?P<nth>[1-5]|last)(?:th)?) W(?P<weekday>\d) (?:of|in) {_OF_MONTH}",
        _weekday_of_month,
    ),
    rule("week of a month", rf"\b(?P<nth>[1-4]|last)(?:th)? week (?:of|in) {MONTH}{YEAR}", _week_of_month),
    rule("part of a month", rf"\b{PART}(?: of| in|-)? ?{_OF_MONTH}", _part_of_month),
    rule("month to month", rf"\bM(?P<first>\d\d){_TO}{MONTH}{YEAR}", _month_to_month),
    rule(
        "part of a year",
        r"\b(?P<part>early|mid|late)(?: in|-)? ?(?:(?P<year>(?:19|20)\d\d)\b(?!s)|(?P<told>last|this) year)",
        _part_of_year,
    ),
    rule("year to year", rf"\b(?P<first>(?:19|20)\d\d){_TO}(?P<last>(?:19|20)\d\d)\b", _year_to_year),
    rule(
        "season",
        r"\b(?:(?P<told>last|this|that|same|the same|the|in) )?(?P<season>spring|summer|autumn|fall)"
        r"(?:(?: of| in)? (?P<year>(?:19|20)\d\d))?(?:$| on a )",
        _season,
    ),
    rule("weekday to weekday", rf"\bW(?P<first>\d){_WEEKDAYS_BETWEEN}W(?P<last>\d)", _weekday_to_weekday),
    rule("night to a weekday", r"\b(?:overnight|night)(?: to| into)(?: the)? W(?P<weekday>\d)", _night_to_weekday),
    rule("overnight on a weekday", r"\bovernight(?: on)? W(?P<weekday>\d)|\bW\d overnight", _overnight_weekday),
)
