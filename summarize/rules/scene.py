"""Scenes: sentences that belong together, an act and what is told right before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from summarize.lazy import lazy
from summarize.rules.telling import Telling

_DATES, _IS_ANCHORED = attrgetter("dates"), attrgetter("is_anchored")


@dataclass(eq=False)
class Scene:
    """Sentences that belong together: an act and what is told right before it of its place and day.

    Attributes:
        tellings: the sentences; at least one.
        last: the sentence with the act.
    """

    tellings: tuple[Telling, ...]
    last: Telling = field(init=False)

    def __post_init__(self) -> None:
        """Find the last one."""
        self.last = self.tellings[-1]

    @lazy
    def days(self) -> frozenset[str]:
        """The days named. For membership alone."""
        return _union([telling.days for telling in self.tellings])

    @lazy
    def past(self) -> frozenset[str]:
        """The times gone by. For membership alone."""
        return _union([telling.past for telling in self.tellings])

    @lazy
    def sites(self) -> frozenset[str]:
        """The places named. For membership alone."""
        return _union([telling.site_keys for telling in self.tellings])

    @property
    def has_dates(self) -> bool:
        """Whether any time is named."""
        return any(map(_DATES, self.tellings))

    @property
    def is_anchored(self) -> bool:
        """Whether its day counts from another sentence."""
        return any(map(_IS_ANCHORED, self.tellings))

    def turns(self, *values: str) -> bool:
        """Whether it turns to another incident, to history, to an answer."""
        return bool([telling for telling in self.tellings if telling.turns(*values)])


def _union(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    return sets[0].union(*sets[1:])
