"""The date of a sentence that other words count from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.article import Article
from summarize.grounding.dates.clock import is_live
from summarize.grounding.dates.days import one_day
from summarize.grounding.dates.frame import Frame
from summarize.grounding.dates.registry import RULES
from summarize.grounding.dates.result import UNRESOLVED, ResolvedDate
from summarize.grounding.dates.words import canonical_sentence
from summarize.schema.vocabulary import DatePrecision

_REACH = 2  # sentences before, for a sentence that itself says "that day"
_SPOKEN = re.compile(r"\b(?:said|told|announced|reported|added|confirmed|speaking)(?: \w+){0,2} ?$")
_TOLD_YEAR = re.compile(r"\b(?:that|same) year\b")
_FINE = (DatePrecision.DAY, DatePrecision.DAY_WITHOUT_YEAR, DatePrecision.RANGE)


def sentence_date(article: Article, number: int, reach: int = _REACH) -> ResolvedDate:
    """What a sentence's own date words resolve to; unresolved if it has none or several that differ.

    Args:
        article: the article.
        number: the sentence's number; one that does not exist has no date.
        reach: how many sentences further back the words may count from in turn.

    A sentence of a live blog without date words is of the day of publication.
    """
    sentence = article.sentence(number)
    if sentence is None:
        return UNRESOLVED
    text = canonical_sentence(article.words(sentence))
    dates = list(_dates(text, Frame(article), anchored=False))
    if dates and not _TOLD_YEAR.search(text):
        return _chosen(dates)
    before = sentence_date(article, number - 1, reach - 1) if reach else UNRESOLVED
    if before.days:
        return _chosen(list(_dates(text, Frame(article, before), anchored=True)))
    if dates or not article.published or not is_live(article.text):
        return _chosen(dates)
    return Frame(article).from_publication(one_day(article.published), DatePrecision.DAY)


def _chosen(dates: list[ResolvedDate]) -> ResolvedDate:
    """The one date, days before months and years; unresolved if several are as fine and differ."""
    fine = [each for each in dates if each.precision in _FINE] or dates
    return fine[0] if len(set(fine)) == 1 else UNRESOLVED


def _dates(text: str, frame: Frame, *, anchored: bool) -> Iterator[ResolvedDate]:
    """The dates of a sentence in canonical words, those behind "said" left out."""
    taken: list[tuple[int, int]] = []
    for rule in RULES:
        if rule.needs_anchor and not anchored:
            continue
        for match in rule.pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            result = rule.read(match, frame)
            taken.append(match.span())
            if result != UNRESOLVED and not _SPOKEN.search(text, 0, match.start()):
                yield result
