"""The setting: what an article is about when it is not an attack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarize.rules.mentions import Passage
from summarize.schema.vocabulary import NoIncident

_LEAST_EXERCISE = 3  # words of an exercise in the running text; one alone may be an aside


def quiet_setting(passages: Sequence[Passage]) -> NoIncident | None:
    """Why an article that speaks of attacks tells of none; None if it may tell of one.

    Args:
        passages: all sentences of the article.
    """
    told = [mention.value for passage in passages if passage.mark is None for mention in passage.of("setting")]
    return NoIncident.EXERCISE if told.count(NoIncident.EXERCISE) >= _LEAST_EXERCISE else None


def likeliest_setting(passages: Sequence[Passage]) -> NoIncident:
    """The reason that the words of an article without incident speak for."""
    said = Counter(NoIncident(mention.value) for passage in passages for mention in passage.of("setting"))
    return max(NoIncident, key=lambda reason: (said[reason], reason is NoIncident.UNRELATED))
