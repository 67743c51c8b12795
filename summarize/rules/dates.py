"""Date words: the expressions of a sentence that say when, from weekdays to "last year"."""

from __future__ import annotations

from typing import Literal, NamedTuple

from summarize.grounding.clause import Clause
from summarize.rules.mentions import Mention, Passage

_BEFORE = frozenset(
    {"on", "early", "late", "last", "this", "the", "morning", "night", "evening", "afternoon", "of", "shortly",
     "before", "midnight", "dawn", "around", "noon", "at", "after"}
)  # fmt: skip
_BEHIND = frozenset({"morning", "afternoon", "evening", "night", "midday", "noon"})
_REACH = 5  # words before a weekday that can belong to it


class When(NamedTuple):
    """A date expression: its tokens, what it names, and a key that is equal for the same words for a time."""

    first: int
    stop: int
    grain: Literal["day", "date", "span", "past", "month"]
    key: str

    @property
    def is_past(self) -> bool:
        """Whether the words place it before the news: a month or a year gone by."""
        return self.grain in ("past", "month")


def dates(passage: Passage) -> list[When]:
    """The date expressions of a sentence, in order."""
    return [when for mention in passage.of("time") if (when := _expression(passage.clause, mention))]


def relative_to(when: When) -> Literal["publication"] | None:
    """What the words count from: a calendar date from nothing, everything else from the publication."""
    return None if when.grain == "date" else "publication"


def _expression(clause: Clause, mention: Mention) -> When | None:
    key = clause.key(mention.first)
    if mention.value == "weekday":
        return _day(clause, mention, key)
    if mention.value == "month":
        return _month(clause, mention, key)
    if mention.value == "past":
        return When(mention.first, mention.stop, "past", key)
    return When(mention.first, mention.stop, "day" if mention.value == "day" else "span", key)


def _day(clause: Clause, mention: Mention, key: str) -> When:
    first, stop = mention.first, mention.stop
    while first > max(clause.first, mention.first - _REACH) and clause.key(first - 1) in _BEFORE:
        first -= 1
    if clause.key(stop) in _BEHIND:
        stop += 1
    return When(first, stop, "day", key)


def _month(clause: Clause, mention: Mention, key: str) -> When | None:
    """As "May 19", "19 May 2024", "in January"; a capital letter tells May from may."""
    if not clause.is_capitalised(mention.first):
        return None
    first, stop = mention.first, mention.stop
    if clause.key(stop) == ".":
        stop += 1
    if _is_day_number(clause.key(stop)):
        return When(first, _with_year(clause, stop + 1), "date", f"{key} {clause.key(stop)}")
    if _is_day_number(clause.key(first - 1)):
        return When(first - 1, _with_year(clause, stop), "date", f"{key} {clause.key(first - 1)}")
    return When(first, _with_year(clause, mention.stop), "month", key)


def _is_day_number(key: str) -> bool:
    return key.isdigit() and 0 < int(key) <= 31  # noqa: PLR2004 - days of a month


def _with_year(clause: Clause, stop: int) -> int:
    """The token behind the year, if one follows."""
    year = stop + 1 if clause.key(stop) == "," else stop
    return year + 1 if clause.key(year).isdigit() and len(clause.key(year)) == 4 else stop  # noqa: PLR2004 - digits of a year
