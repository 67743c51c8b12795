"""Rules for words that count from the date of another sentence: "the same day", "two days later", "within hours"."""

from __future__ import annotations

import re

from summarize.grounding.dates.clock import is_live
from summarize.grounding.dates.days import Days, days_after, month_days, one_day, year_days
from summarize.grounding.dates.frame import Frame
from summarize.grounding.dates.result import UNRESOLVED, ResolvedDate
from summarize.grounding.dates.rule import DateRule, rule
from summarize.grounding.dates.spelling import COUNT, UNIT, number
from summarize.grounding.dates.units import shifted
from summarize.schema.vocabulary import DatePrecision, DateResolution

_HALF_OF_DAY = r"(?:day|date|night|evening|morning|afternoon|dawn|noon)"
_BACK = ("earlier", "before", "previously", "prior")


def _same_day(_: re.Match[str], frame: Frame) -> ResolvedDate:
    return _as_anchor(frame)


def _same_unit(match: re.Match[str], frame: Frame) -> ResolvedDate:
    days = frame.anchor.days if frame.anchor else None
    if days is None:
        return UNRESOLVED
    if match["unit"] == "year":
        return frame.from_anchor(year_days(days.start.year), DatePrecision.YEAR)
    return frame.from_anchor(month_days(days.start.year, days.start.month), DatePrecision.MONTH)


def _neighbour(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """As "the next day", "the night before"."""
    if frame.anchor is None:
        return UNRESOLVED
    return shifted(frame.anchor, -1 if match["back"] else 1, "day", frame)


def _units_away(match: re.Match[str], frame: Frame) -> ResolvedDate:
    if frame.anchor is None:
        return UNRESOLVED
    sign = -1 if match["direction"] in _BACK else 1
    return shifted(frame.anchor, sign * number(match, "count"), match["unit"], frame)


def _hours_away(match: re.Match[str], frame: Frame) -> ResolvedDate:
    """Hours and minutes may cross midnight: both days."""
    days = frame.anchor.days if frame.anchor else None
    if days is None or days.start != days.end:
        return _as_anchor(frame)
    ends = (days_after(days.start, -1), days) if match["back"] else (days, days_after(days.start, 1))
    reached = Days(ends[0].start, ends[1].end)
    if frame.published and not frame.future:
        reached = Days(reached.start, min(reached.end, max(frame.published, reached.start)))
    return frame.from_anchor(reached, DatePrecision.RANGE)


def _hour_of_day(_: re.Match[str], frame: Frame) -> ResolvedDate:
    """A bare time of day: that of the sentence it counts from; in a live blog, of the day of publication."""
    if frame.anchor:
        return _as_anchor(frame)
    if frame.published and is_live(frame.article.text):
        return frame.from_publication(one_day(frame.published), DatePrecision.DAY)
    return UNRESOLVED


def _as_anchor(frame: Frame) -> ResolvedDate:
    anchor = frame.anchor
    if anchor and anchor.days:
        return frame.from_anchor(anchor.days, anchor.precision)
    if anchor and anchor.month_day:
        return anchor._replace(resolution=DateResolution.COMPUTED_FROM_TEXT)
    return UNRESOLVED


_HOUR = (
    r"T|dawn|daybreak|sunrise|sunset|dusk|noon|midday|midnight|nightfall|1th light|last light|lunch|lunchtime|rush hour"
    r"|breakfast|morning|afternoon|evening|night|(?:at|around|about|towards|after|before|past|since) \d{1,2}|all day"
)
_FILLER = (
    r"at|about|around|shortly|just|soon|after|before|by|since|from|until|towards|in|the|this|same|much|hour|early|late|later|of"
    r"|half|quarter|past|to|on|between|and|that|not|yet|\d{1,2}|local|time|small hours"
)
ANCHORED_RULES: tuple[DateRule, ...] = (
    rule("same unit", r"\b(?:the same|that|same) (?P<unit>month|year)\b", _same_unit, needs_anchor=True),
    rule(
        "units away",
        rf"\b{COUNT} {UNIT} (?P<direction>later|after|afterwards|on|earlier|before|previously|prior)\b",
        _units_away,
        needs_anchor=True,
    ),
    rule(
        "neighbouring day",
        rf"\b(?:(?P<back>(?:previous|preceding|prior) {_HALF_OF_DAY}|{_HALF_OF_DAY} before)"
        rf"|(?:next|following) {_HALF_OF_DAY}|(?:day|night|morning) after)\b",
        _neighbour,
        needs_anchor=True,
    ),
    rule(
        "same day",
        rf"\b(?:the same|that same|the very same|that|same|the very) {_HALF_OF_DAY}\b|\bsame (?:hour|time)\b",
        _same_day,
        needs_anchor=True,
    ),
    rule(
        "hours away",
        r"\b(?:hours?|minutes?|moments) (?:later|after|afterwards|(?P<back>earlier|before))\b"
        r"|\b(?:within|after)(?: the| an?)?(?: \d+)? (?:hours?|minutes)\b",
        _hours_away,
        needs_anchor=True,
    ),
    rule(
        "hour of the day",
        rf"^(?:(?:{_FILLER}) )*(?:{_HOUR})(?: (?:{_FILLER}|{_HOUR}))*$",
        _hour_of_day,
        needs_anchor=True,
    ),
)
