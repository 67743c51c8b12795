"""Rules for words that count from the day of publication: weekdays, "yesterday", "last week", "two years ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summarize.grounding.dates.days import (
    DAYS_IN_WEEK,
    Days,
    day_in,
    days_after,
    first_weekday,
    latest_weekday,
    month_days,
    one_day,
    week_days,
    year_days,
)
from summarize.grounding.dates.frame import Frame
from summarize.grounding.dates.result import UNRESOLVED, ResolvedDate
from summarize.grounding.dates.rule import DateRule, rule
from summarize.grounding.dates.spelling import COUNT, DAY, MONTH, UNIT, WEEKDAY, number
from summarize.grounding.dates.units import unit_away
from summarize.schema.vocabulary import DatePrecision

_DAY, _RANGE = DatePrecision.DAY, DatePrecision.RANGE
_SATURDAY = 5
_HOURS_IN_DAY = 24
_FROM_TODAY = {"day before yesterday": -2, "yesterday": -1, "last night": -1, "last evening": -1, "tomorrow": 1}
_TOLD = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def _weekday(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """The latest such day up to publication; beside another sentence's date, the first from there on."""
    weekday = int(match["weekday"])
    days = frame.anchor.days if frame.anchor else None
    if days:
        return frame.from_anchor(one_day(first_weekday(weekday, days.start)), _DAY)
    if frame.published is None:
        return UNRESOLVED
    return frame.from_publication(one_day(latest_weekday(weekday, frame.published)), _DAY)


def _last_weekday(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """Both candidates; on such a weekday itself "last" is the one before."""
    if frame.published is None:
        return UNRESOLVED
    weekday = int(match["weekday"])
    latest = latest_weekday(weekday, frame.published)
    before = latest - timedelta(DAYS_IN_WEEK)
    if latest == frame.published:
        return frame.from_publication(Days(before, before), _DAY)
    return frame.from_publication(Days(before, latest), _RANGE)


def _next_weekday(match: re.Match[str], frame: Frame) -> ResolvedDate:
    if frame.published is None or not frame.future:
        return UNRESOLVED
    first = first_weekday(int(match["weekday"]), frame.published + timedelta(1))
    return frame.from_publication(Days(first, first + timedelta(DAYS_IN_WEEK)), _RANGE)


def _weekday_of_week(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """As "Tuesday of last week", "last week on Friday", "a week ago Monday"."""
    if frame.published is None:
        return UNRESOLVED
    weekday = int(match["weekday"] or match["weekday_behind"])
    if match["ago"]:
        return frame.from_publication(days_after(latest_weekday(weekday, frame.published), -DAYS_IN_WEEK), _DAY)
    weeks = _TOLD[match["told"] or match["told_first"]]
    monday = week_days(frame.published).start
    return frame.from_publication(days_after(monday, DAYS_IN_WEEK * weeks + weekday), _DAY)


def _day_of_month(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """As "the 19th", "Monday the 10th": the latest such day, or the one in another sentence's month."""
    day = int(match["day"])
    days = frame.anchor.days if frame.anchor else None
    if days:
        known = day_in(days.start.year, days.start.month, day)
        result = frame.from_anchor(one_day(known), _DAY) if known else UNRESOLVED
    else:
        result = _latest_day_of_month(day, frame)
    is_other_day = match["weekday"] and result.start and result.start.weekday() != int(match["weekday"])
    return UNRESOLVED if is_other_day else result


def _latest_day_of_month(day: int, frame: Frame) -> ResolvedDate:
    if frame.published is None:
        return UNRESOLVED
    months = (month_days(frame.published.year, frame.published.month - back).start for back in range(3))
    days = (day_in(month.year, month.month, day) for month in months)
    past = [each for each in days if each and each <= frame.published]
    return frame.from_publication(one_day(past[0]), _DAY) if past else UNRESOLVED


def _from_today(match: re.Match[str], frame: Frame) -> ResolvedDate:
    if frame.published is None:
        return UNRESOLVED
    return frame.from_publication(days_after(frame.published, _FROM_TODAY.get(match["when"], 0)), _DAY)


def _overnight(_: re.Match[str], frame: Frame) -> ResolvedDate:
    if frame.published is None:
        return UNRESOLVED
    return frame.from_publication(Days(frame.published - timedelta(1), frame.published), _RANGE)


def _weekend(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """Saturday and Sunday: the latest that has begun; "last" is the one before if this one has."""
    if frame.published is None:
        return UNRESOLVED
    saturday = latest_weekday(_SATURDAY, frame.published)
    if match["told"] == "last" and frame.published.weekday() >= _SATURDAY:
        saturday -= timedelta(DAYS_IN_WEEK)
    return frame.from_publication(Days(saturday, saturday + timedelta(1)), _RANGE)


def _told_unit(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """As "last week", "this month", "last year"."""
    if frame.published is None:
        return UNRESOLVED
    return frame.from_publication(*unit_away(frame.published, _TOLD[match["told"]], match["unit"]))


def _told_month(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """As "last November": the latest such month that was over; "next" is announced."""
    if frame.published is None:
        return UNRESOLVED
    month = int(match["month"])
    year = frame.published.year - (month >= frame.published.month) + (match["told"] == "next")
    if match["told"] == "this":
        year = frame.published.year
    return frame.from_publication(month_days(year, month), DatePrecision.MONTH)


def _ago(match: re.Match[str], frame: Frame) -> ResolvedDate:
    if frame.published is None:
        return UNRESOLVED
    return frame.from_publication(*unit_away(frame.published, -number(match, "count"), match["unit"]))


def _years_ago_from(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """As "five years ago tomorrow", "ten years ago next month"."""
    if frame.published is None:
        return UNRESOLVED
    back = number(match, "count")
    if match["unit"]:
        days, precision = unit_away(frame.published, _TOLD[match["told"]], match["unit"])
        return frame.from_publication(month_days(days.start.year - back, days.start.month), precision)
    day = frame.published + timedelta(_FROM_TODAY.get(match["when"], 0))
    known = day_in(day.year - back, day.month, day.day)
    return frame.from_publication(one_day(known), _DAY) if known else UNRESOLVED


def _past_span(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """As "in the past 24 hours": from so long before publication until publication."""
    if frame.published is None:
        return UNRESOLVED
    count, unit = int(match["count"] or 1), match["unit"]
    return frame.from_publication(Days(_back(frame.published, count, unit), frame.published), _RANGE)


def _back(day: date, count: int, unit: str) -> date:
    if unit == "hour":
        return day - timedelta(-(-count // _HOURS_IN_DAY))
    if unit in ("day", "night", "week"):
        return day - timedelta(count * (DAYS_IN_WEEK if unit == "week" else 1))
    months = month_days(day.year, day.month - count) if unit == "month" else year_days(day.year - count)
    month = months.start.month if unit == "month" else day.month
    last = month_days(months.start.year, month).end
    return last.replace(day=min(day.day, last.day))


_NAMED = (
    r"day before yesterday|yesterday|tomorrow|last night|last evening|today|tonight"
    r"|this (?:morning|afternoon|evening|noon)"
)
_SPAN = r"(?P<unit>hour|day|night|week|month|year)"
PUBLICATION_RULES: tuple[DateRule, ...] = (
    rule(
        "years ago from a day",
        rf"\b{COUNT} years? ago (?:(?P<when>{_NAMED})|(?P<told>last|this|next) (?P<unit>month))",
        _years_ago_from,
    ),
    rule(
        "weekday of a week",
        r"\bW(?P<weekday>\d) (?:of )?(?P<told>last|this|next) week"
        r"|\b(?:(?P<told_first>last|this|next) week|(?P<ago>(?:a|1) week ago))(?: on)? W(?P<weekday_behind>\d)",
        _weekday_of_week,
    ),
    rule("told month", rf"\b(?P<told>last|this|next) {MONTH}(?! \d{{4}})", _told_month),
    rule("day of the month", rf"(?:\b{WEEKDAY} )?\bthe {DAY}th$", _day_of_month),
    rule("last weekday", rf"\blast {WEEKDAY}", _last_weekday),
    rule("next weekday", rf"\b(?:next|coming) {WEEKDAY}", _next_weekday),
    rule("weekday", rf"\b{WEEKDAY}", _weekday),
    rule("day from today", rf"\b(?P<when>{_NAMED})\b", _from_today),
    rule("overnight", r"\bovernight\b", _overnight),
    rule("weekend", r"\b(?:(?P<told>last|this|past) )?weekend\b", _weekend),
    rule(
        "past span",
        rf"\b(?:in|over|during|within|for) the (?:past|last|previous) (?:(?P<count>\d{{1,3}}) )?{_SPAN}(?(count)s?|)\b",
        _past_span,
    ),
    rule("told unit", r"\b(?P<told>last|this|next) (?P<unit>week|month|year)\b", _told_unit),
    rule("ago", rf"(?<!few )\b{COUNT} {UNIT} ago\b", _ago),
)
