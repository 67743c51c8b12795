"""Refusals for haste since the pace was last pulled back: are they more than a server's habit?

A server with a limit refuses nothing while the pace is below it, and so nothing right after a pull; one that refuses a
few whatever the pace refuses some right then too. Of the first hardly any refusal is taken, so that the pace is pulled
soon; of the second up to five in a hundred change nothing.
"""

from __future__ import annotations

import math
from collections import deque

HEARD = 40  # requests after a pull that tell the two servers apart
REMEMBERED = 200  # requests by which the share is measured, at most
HABIT = 0.05  # share of refusals that is taken from a server that refuses whatever the pace
LIMIT = 0.02  # from one that refused nothing right after the pull


class Refusals:
    """Counts refusals among the requests that left since the last pull.

    A refusal comes at once where an answer takes seconds. So the share is taken of all that left up to the one that was
    refused last: had another of them been refused, it would have been said by now.
    """

    def __init__(self) -> None:
        self._left: deque[float] = deque(maxlen=REMEMBERED)  # seconds by the pacer's clock
        self._refused: deque[float] = deque(maxlen=REMEMBERED)  # when what was refused had left
        self._first: float | None = None  # when the last of the first HEARD left
        self._habitual = False  # some of the first were refused
        self._lag = 0.0  # seconds that a refusal takes

    def leaves(self, now: float) -> None:
        """A request leaves."""
        self._left.append(now)
        if self._first is None and len(self._left) == HEARD:
            self._first = now

    def add(self, left: float, now: float) -> None:
        """The request that left then was refused."""
        self._refused.append(left)
        self._lag = now - left
        self._habitual |= self._first is None or left <= self._first

    def clear(self) -> None:
        """The pace was pulled."""
        self._left.clear()
        self._refused.clear()
        self._first = None
        self._habitual = False

    def heard(self, now: float) -> bool:
        """Whether it is known of enough requests since the pull whether they were refused."""
        return self._first is not None and now >= self._first + self._lag

    @property
    def share(self) -> float:
        """The share of refusals, 0 to 1."""
        return self._counts()[0] / max(1, self._counts()[1])

    @property
    def too_many(self) -> bool:
        """More than chance brings at the share that is taken: two beyond it, or one beyond a limit's."""
        refused, requests = self._counts()
        if not self._habitual:
            return refused > LIMIT * requests + 1
        expected = HABIT * requests
        return refused > expected + math.sqrt(expected) + 2

    def _counts(self) -> tuple[int, int]:
        """Refusals, and the requests among which they are counted."""
        if not (self._refused and self._left):
            return 0, 0
        refused = sum(left >= self._left[0] for left in self._refused)
        last = max(self._refused)
        return refused, sum(left <= last for left in self._left)
