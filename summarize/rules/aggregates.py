"""Aggregates: sums of many acts over a time, which are no incidents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarize.grounding.number_words import ordinal_value
from summarize.grounding.numbers import Interval, amounts
from summarize.rules.mentions import Mention, Passage
from summarize.schema.draft import DraftAggregate

_REACH = 4  # tokens between a number and the acts it counts
_PERIOD_REACH = 14  # tokens between the acts and their time
_LONGEST = 6  # tokens of a time that begins with "since"
_BORDERS = frozenset({",", ".", ";", ":", "“", "”", '"', ")", "—", "and", "but"})
_LEAST = 3  # acts that make a sum; two strikes may be two incidents


class _Sum(NamedTuple):
    """A counted noun: its tokens and its number."""

    first: int
    stop: int
    number: Interval


def aggregates(passages: Sequence[Passage]) -> list[DraftAggregate]:
    """The sums of an article, in order, at most one in a sentence."""
    return [fact for passage in passages if passage.mark is None for fact in _of(passage)]


def is_sum(passage: Passage) -> bool:
    """Whether a sentence sums up many acts."""
    return next(_of(passage), None) is not None


def _of(passage: Passage) -> Iterator[DraftAggregate]:
    mentions = passage.of("sum")
    times = [mention for mention in mentions if mention.value == "period"]
    for each in (found for mention in mentions if (found := _counted(passage, mention))):
        time = next((time for time in times if 0 <= time.first - each.stop < _PERIOD_REACH), None)
        if time is not None:
            yield _fact(passage, each, (time.first, _end(passage, time)))
            return


def _counted(passage: Passage, mention: Mention) -> _Sum | None:
    clause = passage.clause
    if mention.value == "single":
        numbers = ((index, ordinal_value(clause.key(index))) for index in range(mention.first - _REACH, mention.first))
        return next((_Sum(at, mention.stop, Interval(n, n)) for at, n in numbers if n and n >= _LEAST), None)
    if mention.value != "act":
        return None
    near = [a for a in amounts(clause) if a.is_count and 0 <= mention.first - a.stop < _REACH]
    if not near or (near[-1].readings[0].low or 0) < _LEAST:
        return None
    return _Sum(near[-1].first, mention.stop, near[-1].readings[0])


def _end(passage: Passage, time: Mention) -> int:
    if passage.clause.key(time.first) != "since":
        return time.stop
    stop = time.stop
    while stop < min(passage.clause.stop, time.stop + _LONGEST) and passage.clause.key(stop) not in _BORDERS:
        stop += 1
    return stop


def _fact(passage: Passage, each: _Sum, period: tuple[int, int]) -> DraftAggregate:
    return DraftAggregate(
        q=passage.words(each.first, period[1]),
        s=passage.number,
        label=passage.words(each.first, each.stop),
        actor=None, status=None, by=None, motive=None,
        min=each.number.low,
        max=each.number.high,
        period=passage.words(*period),
        place=None,
    )  # fmt: skip
