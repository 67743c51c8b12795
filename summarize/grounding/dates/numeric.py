"""Dates in digits alone, as 13/7/2025: day or month first is settled by the article or stays open."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from summarize.article import Article
from summarize.grounding.dates.days import MONTHS_IN_YEAR, day_in

_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")


def numeric_day(words: str, article: Article) -> date | None:
    """The day, None if it may be read in two ways.

    What settles the order: a number above 12 in it or in another such date of the article, or a reading that lies
    after the publication.
    """
    parts = _NUMERIC.search(words)
    if parts is None:
        return None
    first, second, year = map(int, parts.groups())
    readings = {
        order: day_in(year, *pair) for order, pair in {"day": (second, first), "month": (first, second)}.items()
    }
    if (order := _order(article.text)) and readings[order]:
        return readings[order]
    limit = article.published or date.max
    possible = {day for day in readings.values() if day and day <= limit}
    return possible.pop() if len(possible) == 1 else None


@lru_cache(maxsize=8)  # the articles in hand
def _order(text: str) -> str | None:
    """What such dates of an article begin with, "day" or "month"; None if none of them tells or they differ."""
    orders = set()
    for first, second, _ in _NUMERIC.findall(text):
        orders |= {"day"} if int(first) > MONTHS_IN_YEAR else set()
        orders |= {"month"} if int(second) > MONTHS_IN_YEAR else set()
    return orders.pop() if len(orders) == 1 else None
