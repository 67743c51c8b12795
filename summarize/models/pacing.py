"""Pacing: how many requests a server gets, and how fast, learnt from how it answers.

Intake starts small and grows by one for every answer, so that it doubles each round trip, until the first 429 says
that there is a limit. From then on requests leave at an even pace. A 429 pulls the pace back to the rate at which
requests were being answered; without one it creeps up, more slowly after each refusal, so that it settles at the
limit. (Halving what is in flight on every 429, as congestion control does, uses half to three quarters of a
rate-limited server.)
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

FIRST_IN_FLIGHT = 16  # requests; five doublings reach 512
SHORTEST_WINDOW = 4.0  # seconds over which the answered rate is measured, at least
FEW = 8  # answers; fewer say nothing about a rate
PULL = 0.985  # of the answered rate, after a refusal: lets a drained bucket fill a little
DEEPEST_PULL = 0.85  # of the pace: what was answered lags behind it by the latency, and may be too low
FIRST_GROWTH, SLOWEST_GROWTH = 0.3, 0.01  # shares by which the pace grows in a second
QUIET = 20.0  # seconds without a refusal after which it grows faster again
SLOWEST = 0.05  # requests a second: a server that refuses all is still asked


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
            requests_per_minute: a ceiling that the user or the server's headers give.
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
        self._tokens = tokens_per_minute / 60 if tokens_per_minute else None
        self._rate = self._ceiling
        self._growth = FIRST_GROWTH
        self._next = 0.0  # when the next request may leave, by requests and by tokens
        self._next_by_tokens = 0.0
        self._changed = 0.0  # when the pace was last changed
        self._refused_at: float | None = None
        self._latency = 1.0  # seconds, of the latest answer
        self._answers: deque[float] = deque()

    @property
    def rate(self) -> float | None:
        """Requests a second that may leave; None while no limit is known."""
        return self._rate

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
        self._answers.append(now)
        while self._answers[0] < now - max(SHORTEST_WINDOW, 2 * self._latency):
            self._answers.popleft()
        self._limit = min(self._concurrency, self._limit + 1)
        self._grow(now)

    def refused(self, left: float) -> None:
        """The request that left then was answered 429; what left before the last pull tells nothing new."""
        now = self._clock()
        if self._refused_at is not None and left < self._refused_at:
            return
        pace = self._rate if self._rate is not None else self._limit / max(self._latency, 0.05)
        self._rate = self._bounded(max(min(pace, self._answered_rate(now) * PULL), pace * DEEPEST_PULL))
        if self._refused_at is not None:
            self._growth = max(SLOWEST_GROWTH, self._growth / 2)
        self._refused_at = self._changed = now
        self._next = now + 1 / self._rate

    def limited(self, requests_per_minute: float) -> None:
        """The server's headers say how many requests it takes in a minute."""
        self._ceiling = min(self._ceiling or requests_per_minute / 60, requests_per_minute / 60)

    def _answered_rate(self, now: float) -> float:
        """Answers a second over the measured window, or since its first answer if that is shorter."""
        if len(self._answers) < FEW:
            return 0.0
        return (len(self._answers) - 1) / max(now - self._answers[0], 0.05)

    def _grow(self, now: float) -> None:
        """Creep up by the time that has passed; after a quiet while, faster again."""
        if self._rate is None or self._refused_at is None:
            return
        if now - self._refused_at > QUIET + 2 * self._latency:
            self._growth = min(FIRST_GROWTH, self._growth * 2)
            self._refused_at = now
        self._rate = self._bounded(self._rate * (1 + self._growth * (now - self._changed)))
        self._changed = now

    def _bounded(self, rate: float) -> float:
        return max(SLOWEST, rate if self._ceiling is None else min(rate, self._ceiling))

    def _delay(self) -> float:
        """Seconds until the next request may leave."""
        return max(self._next, self._next_by_tokens) - self._clock()

    def _leave(self, tokens: float) -> float:
        """A request leaves: the next one is put behind it. Returns the moment."""
        now = self._clock()
        if self._rate is not None:
            self._next = max(now, self._next) + 1 / self._rate
        if self._tokens is not None:
            self._next_by_tokens = max(now, self._next_by_tokens) + tokens / self._tokens
        return now
