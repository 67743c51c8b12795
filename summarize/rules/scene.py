"""Scenes: sentences that belong together, an act and what is told right before it."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.lazy import lazy
from summarize.rules.telling import Telling


class Scene:
    """Sentences that belong together: an act and what is told right before it of its place and day.

    Attributes:
        tellings: the sentences; at least one.
        last: the sentence with the act.
        days: the days named. For membership alone.
        past: the times gone by. For membership alone.
    """

    def __init__(self, tellings: Sequence[Telling]) -> None:
        """The scene of some sentences."""
        self.tellings, self.last = tellings, tellings[-1]
        self.days, self.past = self.last.days, self.last.past
        if len(tellings) > 1:
            self.days = _union([each.days for each in tellings])
            self.past = _union([each.past for each in tellings])

    @lazy
    def sites(self) -> frozenset[str]:
        """The places named. For membership alone."""
        tellings = self.tellings
        return _union([each.site_keys for each in tellings]) if len(tellings) > 1 else tellings[0].site_keys

    @property
    def has_dates(self) -> bool:
        """Whether any time is named."""
        for telling in self.tellings:
            if telling.dates:
                return True
        return False

    @property
    def is_anchored(self) -> bool:
        """Whether its day counts from another sentence."""
        return any(telling.is_anchored for telling in self.tellings)

    def turns(self, *values: str) -> bool:
        """Whether it turns to another incident, to history, to an answer."""
        for telling in self.tellings:
            if "turn" in telling.passage.found and telling.turns(*values):
                return True
        return False


def _union(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    return sets[0].union(*sets[1:])
