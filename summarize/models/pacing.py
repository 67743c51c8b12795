"""Pacing: how many requests a server gets, and how fast, learnt from how it answers.

Intake starts small and grows by one for every answer, so that it doubles each round trip, until the first 429 says
that there is a limit. From then on requests leave at an even pace. When too many are refused (see `refusals`), the
pace is pulled back to the rate at which requests were being answered; otherwise it creeps up, more slowly after each
pull, so that it settles at the limit. (Halving what is in flight on every 429, as congestion control does, uses half
to three quarters of a rate-limited server.) What the server's rate-limit headers say is left is spread over the time
until it is renewed (see `lane`).
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from summarize.models.lane import Lane
from summarize.models.quota import Quotas
from summarize.models.refusals import Refusals

FIRST_IN_FLIGHT = 16  # requests; five doublings reach 512
SHORTEST_WINDOW = 4.0  # seconds over which the answered rate is measured, at least
FEW = 8  # answers; fewer say nothing about a rate
PULL = 0.97  # of the answered rate: lets a drained bucket fill a little
DEEPEST_PULL, SHALLOWEST_PULL = 0.5, 0.85  # of the pace: where what was answered, late by the latency, says less
FIRST_GROWTH, SLOWEST_GROWTH = 0.3, 0.01  # shares by which the pace grows in a second
LISTENING = 5.0  # seconds after a pull, at most, in which the pace stays as it is
QUIET = 20.0  # seconds without a pull after which it grows faster again
SLOWEST = 0.05  # requests a second: a server that refuses all is still asked
IN_A_ROW = 4  # refusals without an answer between them, after which nothing leaves until the server's own time


class Pacer:
    """Lets requests go at a pace that the server answers.

    Use `async with pacer.turn() as left:` around each attempt, then `answered(left)` or `refused(left)`.
    """

    def __init__(
        self,
        concurrency: int,
        *,
        requests_per_minute: float | None = None,
        tokens_per_minute: float | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start without knowledge of the server.

        Args:
            concurrency: requests in flight at most.
            requests_per_minute: a ceiling that the user gives.
            tokens_per_minute: likewise.
            clock: seconds; another one in simulations.
        """
        self._clock = clock
        self._concurrency = concurrency
        self._limit = min(concurrency, FIRST_IN_FLIGHT)
        self._in_flight = 0
        self._free = asyncio.Condition()
        self._gate = asyncio.Lock()  # one request at a time waits for its moment, so that a new pace holds at once
        self._ceiling = requests_per_minute / 60 if requests_per_minute else None
        self._requests = Lane(self._ceiling)
        self._tokens = Lane(tokens_per_minute / 60 if tokens_per_minute else None)
        self._growth = FIRST_GROWTH
        self._changed = 0.0  # when the pace was last changed
        self._pulled: float | None = None  # when it was last pulled back
        self._slowed = 0.0  # when its growth was last changed
        self._latency = 1.0  # seconds, of the latest answer
        self._answers: deque[float] = deque()
        self._refusals = Refusals()
        self._in_a_row = 0

    @property
    def rate(self) -> float | None:
        """Requests a second that may leave; None while no limit is known."""
        return self._requests.rate

    @asynccontextmanager
    async def turn(self, tokens: float = 0.0) -> AsyncIterator[float]:
        """Wait until a request of that many tokens may leave; yields when it did, by the clock."""
        async with self._free:
            await self._free.wait_for(lambda: self._in_flight < self._limit)
            self._in_flight += 1
        try:
            async with self._gate:
                if (delay := self._delay()) > 0:
                    await asyncio.sleep(delay)
                left = self._leave(tokens)
            yield left
        finally:
            async with self._free:
                self._in_flight -= 1
                self._free.notify(2)  # the limit may have grown by one meanwhile

    def answered(self, left: float) -> None:
        """The request that left then was answered."""
        now = self._clock()
        self._latency = now - left
        self._in_a_row = 0
        self._answers.append(now)
        while len(self._answers) > FEW and self._answers[0] < now - max(SHORTEST_WINDOW, 2 * self._latency):
            self._answers.popleft()
        self._limit = min(self._concurrency, self._limit + 1)
        self._grow(now)

    def refused(self, left: float, wait: float | None = None) -> None:
        """The request that left then was answered 429; what left before the last pull tells nothing new.

        Args:
            left: when it left.
            wait: seconds that the server asks to wait; a bucket refuses a few with every breath, so that this counts
                for all requests only where nothing is answered any more.
        """
        now = self._clock()
        self._in_a_row += 1
        if wait is not None and self._in_a_row >= IN_A_ROW:
            self._requests.hold(now, wait)
        if self._pulled is None:
            self._pull(now, 1.0)
        elif left >= self._pulled:
            self._refusals.add(left, now)
            if self._refusals.too_many:
                self._growth = max(SLOWEST_GROWTH, self._growth / 2)
                self._pull(now, self._refusals.share)

    def told(self, quotas: Quotas) -> None:
        """The server's headers say what is left of its limits."""
        now = self._clock()
        if quotas.requests is not None:
            self._requests.tell(now, quotas.requests)
        if quotas.tokens is not None:
            self._tokens.tell(now, quotas.tokens)

    def _pull(self, now: float, share: float) -> None:
        """Back to the rate that is being answered, but no deeper than that share of refusals calls for."""
        pace = self.rate if self.rate is not None else self._limit / max(self._latency, 0.05)
        deepest = min(SHALLOWEST_PULL, max(DEEPEST_PULL, 1 - 2 * share))
        rate = max(min(pace, self._answered_rate(now) * PULL), pace * deepest)
        self._requests.repace(now, self._bounded(rate))
        self._pulled = self._changed = self._slowed = now
        self._refusals.clear()

    def _answered_rate(self, now: float) -> float:
        """Answers a second over the measured window, or since its first answer if that is shorter."""
        if len(self._answers) < FEW:
            return 0.0
        return (len(self._answers) - 1) / max(now - self._answers[0], 0.05)

    def _grow(self, now: float) -> None:
        """Creep up by the time that has passed, once it is heard what the pull brought; after a quiet while, faster."""
        rate, since, self._changed = self.rate, self._changed, now
        if rate is None or self._pulled is None:
            return
        if not self._refusals.heard(now) and now - self._pulled < LISTENING:
            return
        if now - self._slowed > QUIET + 2 * self._latency:
            self._growth = min(FIRST_GROWTH, self._growth * 2)
            self._slowed = now
        self._requests.rate = self._bounded(rate * (1 + self._growth * (now - since)))

    def _bounded(self, rate: float) -> float:
        return max(SLOWEST, rate if self._ceiling is None else min(rate, self._ceiling))

    def _delay(self) -> float:
        """Seconds until the next request may leave."""
        now = self._clock()
        return max(self._requests.delay(now), self._tokens.delay(now))

    def _leave(self, tokens: float) -> float:
        """A request leaves; returns the moment."""
        now = self._clock()
        self._requests.leave(now, 1)
        self._tokens.leave(now, tokens)
        self._refusals.leaves(now)
        return now
