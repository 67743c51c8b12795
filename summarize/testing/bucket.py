"""A token bucket: the rate limit of a real provider, for a scripted server."""

from __future__ import annotations

import time
from collections.abc import Callable

from summarize.testing.reply import Reply, error
from summarize.testing.request import Asked


class TokenBucket:
    """Takes a request while there is a token left; tokens come back at an even rate.

    Attributes:
        taken: requests that got a token.
        refused: those that got none.
    """

    def __init__(self, rate: float, capacity: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        """It is full.

        Args:
            rate: tokens that come back in a second.
            capacity: tokens that it holds, at least 1.
            clock: seconds.
        """
        self.taken = self.refused = 0
        self._rate = rate
        self._capacity = max(1.0, capacity)
        self._clock = clock
        self._tokens = self._capacity
        self._counted = clock()

    def take(self) -> bool:
        """Take a token for a request; False if there is none."""
        self._fill()
        if self._tokens < 1:
            self.refused += 1
            return False
        self._tokens -= 1
        self.taken += 1
        return True

    @property
    def headers(self) -> dict[str, str]:
        """The rate-limit headers of an answer given now, as OpenAI writes them."""
        self._fill()
        full = (self._capacity - self._tokens) / self._rate
        return {
            "x-ratelimit-limit-requests": f"{self._capacity:.0f}",
            "x-ratelimit-remaining-requests": str(int(self._tokens)),
            "x-ratelimit-reset-requests": f"{full * 1000:.0f}ms",
        }

    def _fill(self) -> None:
        now = self._clock()
        self._tokens = min(self._capacity, self._tokens + (now - self._counted) * self._rate)
        self._counted = now


def limited(bucket: TokenBucket, script: Callable[[Asked], Reply]) -> Callable[[Asked], Reply]:
    """The script, behind a bucket: a request without a token is answered 429 at once."""
    too_many = error(429, "Rate limit reached")
    return lambda asked: script(asked) if bucket.take() else too_many
