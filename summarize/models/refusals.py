"""Refusals for haste since the pace was last pulled back: are they more than a server's habit?

A server with a limit refuses nothing while the pace is below it, and so nothing right after a pull; one that refuses a
few whatever the pace refuses some right then too. Of the first hardly any refusal is taken, so that the pace is pulled
soon; of the second up to five in a hundred change nothing.
"""

from __future__ import annotations

import math
from collections import deque

HEARD = 40  # outcomes after a pull that tell the two servers apart
REMEMBERED = 200  # outcomes by which the share is measured, at most
HABIT = 0.05  # share of refusals that is taken from a server that refuses whatever the pace
LIMIT = 0.02  # from one that refused nothing right after the pull


class Refusals:
    """Counts what became of the requests that left since the last pull."""

    def __init__(self) -> None:
        self._outcomes: deque[bool] = deque(maxlen=REMEMBERED)  # True for a refusal
        self._heard = 0
        self._habitual = False  # some of the first were refused

    def add(self, *, refused: bool) -> None:
        """One more request was answered, or refused."""
        self._outcomes.append(refused)
        self._heard += 1
        self._habitual |= refused and self._heard <= HEARD

    def clear(self) -> None:
        """The pace was pulled."""
        self._outcomes.clear()
        self._heard = 0
        self._habitual = False

    @property
    def heard(self) -> int:
        """Outcomes since the last pull."""
        return self._heard

    @property
    def share(self) -> float:
        """The share of refusals, 0 to 1."""
        return sum(self._outcomes) / max(1, len(self._outcomes))

    @property
    def too_many(self) -> bool:
        """More than chance brings at the share that is taken: two beyond it, or one beyond a limit's."""
        refused, outcomes = sum(self._outcomes), len(self._outcomes)
        if not self._habitual:
            return refused > LIMIT * outcomes + 1
        expected = HABIT * outcomes
        return refused > expected + math.sqrt(expected) + 2
