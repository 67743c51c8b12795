"""Scenes: sentences that belong together, an act and what is told right before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from summarize.rules.telling import Telling


@dataclass(frozen=True)
class Scene:
    """Sentences that belong together: an act and what is told right before it of its place and day."""

    tellings: tuple[Telling, ...]

    @property
    def last(self) -> Telling:
        """The sentence with the act."""
        return self.tellings[-1]

    @cached_property
    def days(self) -> frozenset[str]:
        """The days named. For membership alone."""
        return _union(telling.days for telling in self.tellings)

    @cached_property
    def past(self) -> frozenset[str]:
        """The times gone by. For membership alone."""
        return _union(telling.past for telling in self.tellings)

    @cached_property
    def sites(self) -> frozenset[str]:
        """The places named. For membership alone."""
        return _union(telling.site_keys for telling in self.tellings)

    @property
    def has_dates(self) -> bool:
        """Whether any time is named."""
        return any(telling.dates for telling in self.tellings)

    @property
    def is_anchored(self) -> bool:
        """Whether its day counts from another sentence."""
        return any(telling.is_anchored for telling in self.tellings)

    def turns(self, *values: str) -> bool:
        """Whether it turns to another incident, to history, to an answer."""
        return any(telling.turns(*values) for telling in self.tellings)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)
