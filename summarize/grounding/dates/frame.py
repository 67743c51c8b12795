"""The frame of date words: what they may count from."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from summarize.article import Article
from summarize.grounding.dates.days import Days
from summarize.grounding.dates.result import UNRESOLVED, ResolvedDate, found
from summarize.schema.vocabulary import DatePrecision, DateResolution


class Frame(NamedTuple):
    """What date words may count from.

    Attributes:
        article: the article; its publication day counts if it has one.
        anchor: the date of the sentence that the words count from, None if they count from no sentence.
        future: whether the words may lie after the publication: an act that is threatened or announced.
    """

    article: Article
    anchor: ResolvedDate | None = None
    future: bool = False

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.article.published

    def from_publication(self, days: Days, precision: DatePrecision) -> ResolvedDate:
        """An interval counted from the publication: nothing lies after it, unless it is announced."""
        published = self.article.published
        if published is None:
            return UNRESOLVED
        if not self.future and days.end > published:
            if days.start > published:
                return UNRESOLVED
            days = Days(days.start, published)
        return found(days, precision, DateResolution.RELATIVE_TO_PUBLICATION)

    def from_anchor(self, days: Days, precision: DatePrecision) -> ResolvedDate:
        """An interval counted from another sentence: nothing lies after publication, unless it is announced."""
        if self.published and not self.future and days.start > self.published:
            return UNRESOLVED
        return found(days, precision, DateResolution.COMPUTED_FROM_TEXT)
