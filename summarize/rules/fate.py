"""Fates: what became of the weapons of an incident, how many were stopped and how many got through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarize.grounding.clause import Clause
from summarize.rules.incidents import Found
from summarize.rules.lexicon import word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage

_ONE = frozenset({"one", "first", "second", "third", "it", "other"})
_ALL = frozenset({"all", "both", "them", "every", "they"})
_PARTS = word_set("fate", "parts")
_DOWN = word_set("fate", "down")
_THROUGH = word_set("fate", "through") | {"got", "went"}


@dataclass(frozen=True, slots=True)
class Fate:
    """What is said of the weapons of an incident.

    Attributes:
        stopped: numbers said to be stopped; -1 for all of them.
        through: numbers said to have got through; -1 for all.
        is_stopped: whether any was stopped.
        is_through: whether any got through.
    """

    stopped: tuple[int, ...]
    through: tuple[int, ...]
    is_stopped: bool
    is_through: bool

    def counts(self, low: int | None, high: int | None) -> tuple[int | None, int | None]:
        """How many of `low` to `high` hit, and how many were intercepted; None where it is not said."""
        whole = low if low == high else None
        stopped = next((number for number in self.stopped if number > 0 and (high is None or number <= high)), None)
        if stopped is None and self.is_stopped and not self.is_through:
            stopped = whole
        through = next((number for number in self.through if number > 0 and (high is None or number <= high)), None)
        if whole is None or not self.is_stopped:
            return None, stopped if whole is not None else None
        if stopped is not None and through is not None and stopped + through > whole:
            through = None
        if stopped == whole and self.is_through:
            stopped = None  # another one was stopped than the one that is counted
        return through if self.is_through and self.is_stopped else None, stopped


def fate_of(incident: Found) -> Fate:
    """What became of the weapons."""
    stopped: list[int] = []
    through: list[int] = []
    is_stopped = is_through = False
    for telling in incident.tellings:
        passage = telling.passage
        for mention in telling.acts:
            if mention.label == "act" and mention.value == "down":
                is_stopped = True
                stopped += _numbers(passage, mention)
            elif (
                mention.label == "act"
                and mention.value in ("strike", "land")
                and passage.clause.key(mention.first) in _THROUGH
            ):
                is_through = True
                through += _numbers(passage, mention)
    return Fate(tuple(stopped), tuple(through), is_stopped, is_through)


def _numbers(passage: Passage, mention: Mention) -> Iterator[int]:
    """The numbers in the same clause as a verb: "two were brought down", "the second one hit"."""
    clause = passage.clause
    first, stop = _part(clause, mention)
    for amount in passage.amounts:
        if first <= amount.first < stop and amount.is_count:
            value = amount.readings[0].low
            if value is not None and value == amount.readings[0].high:
                yield value
    if any(clause.key(index) in _ONE and clause.key(index + 1) != "of" for index in range(first, mention.first)):
        yield 1


def _part(clause: Clause, mention: Mention) -> tuple[int, int]:
    first, stop = mention.first, mention.stop
    while first > clause.first and clause.key(first - 1) not in _PARTS:
        first -= 1
    while stop < clause.stop and clause.key(stop) not in _PARTS:
        stop += 1
    return first, stop
