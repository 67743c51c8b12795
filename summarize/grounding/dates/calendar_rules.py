"""Rules for calendar dates: days, months and years that the words name."""

from __future__ import annotations

import re
from datetime import date

from summarize.grounding.dates.days import Days, day_in, one_day, year_days
from summarize.grounding.dates.frame import Frame
from summarize.grounding.dates.numeric import numeric_day
from summarize.grounding.dates.result import UNRESOLVED, ResolvedDate, found
from summarize.grounding.dates.rule import DateRule, rule
from summarize.grounding.dates.spelling import COUNT, DAY, MONTH, UNIT, YEAR, number
from summarize.grounding.dates.units import shifted
from summarize.grounding.dates.years import dated_day, dated_month
from summarize.schema.vocabulary import DatePrecision, DateResolution


def _numeric(match: re.Match[str], frame: Frame) -> ResolvedDate:
    day = numeric_day(match[0], frame.article)
    return found(one_day(day), DatePrecision.DAY, DateResolution.STATED) if day else UNRESOLVED


def _bound(_: re.Match[str], __: Frame) -> ResolvedDate:
    """Before or after a day is no day."""
    return UNRESOLVED


def _day_month(match: re.Match[str], frame: Frame) -> ResolvedDate:
    result = dated_day(match, frame, int(match["month"]), int(match["day"]))
    weekday = match["weekday"] or match["weekday_behind"]
    is_other_day = weekday and result.start and result.start.weekday() != int(weekday)
    return UNRESOLVED if is_other_day else result


def _offset(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """As "two days before 25 December 2015"."""
    base = dated_day(match, frame, int(match["month"]), int(match["day"]))
    sign = 1 if match["direction"] == "after" else -1
    return shifted(base, sign * number(match, "count"), match["unit"], frame)


def _month(match: re.Match[str], frame: Frame) -> ResolvedDate:
    return dated_month(match, frame, int(match["month"]))


def _year(match: re.Match[str], _: Frame) -> ResolvedDate:
    return found(year_days(int(match["year"])), DatePrecision.YEAR, DateResolution.STATED)


def _anniversary(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """The day of this year or the last on which a dated event comes round."""
    if frame.published is None or not match["month"]:
        return UNRESOLVED
    month, day = int(match["month"]), int(match["day"])
    rounds = (day_in(year, month, day) for year in (frame.published.year, frame.published.year - 1))
    past: list[date] = [each for each in rounds if each and each <= frame.published]
    return frame.from_publication(Days(past[0], past[0]), DatePrecision.DAY) if past else UNRESOLVED


_DATE = rf"{DAY} {MONTH}{YEAR}"
CALENDAR_RULES: tuple[DateRule, ...] = (
    rule("numeric", r"\b\d{1,2}/\d{1,2}/\d{4}\b", _numeric),
    rule("anniversary", rf"\banniversary\b(?:.*?\b{DAY} {MONTH})?", _anniversary),
    rule("offset from a date", rf"\b{COUNT} {UNIT} (?P<direction>before|after) {_DATE}", _offset),
    rule("bound", r"(?:^|^shortly |^just |^some time )(?:before|after|until) (?:the )?(?:W\d|\d{1,2} M|M\d)", _bound),
    rule("day and month", rf"(?:\bW(?P<weekday>\d) )?(?:the )?\b{_DATE}(?: W(?P<weekday_behind>\d))?", _day_month),
)
MONTH_RULES: tuple[DateRule, ...] = (
    rule("month", rf"\b{MONTH}{YEAR}", _month),
    rule("year", r"(?<![\d-])(?P<year>(?:19|20)\d\d)(?![\ds])", _year),
)
