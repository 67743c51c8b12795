"""A lane: when the next request may leave, by a rate of requests or of tokens and by what the server says is left."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.models.quota import Quota

LONGEST_HOLD = 60.0  # seconds; a server whose quota comes back tomorrow is asked again before that


@dataclass(slots=True)
class Lane:
    """Spaces what leaves.

    Attributes:
        rate: requests or tokens a second; None while no bound is known.
    """

    rate: float | None = None
    _next: float = 0.0  # when the next request may leave by the rate
    _held: float = 0.0  # nothing leaves before then
    _spread: float | None = None  # requests or tokens a second by the server's quota; holds until _renewed
    _renewed: float = 0.0

    def delay(self, now: float) -> float:
        """Seconds until the next request may leave; not above 0 if it may at once."""
        return max(self._next, self._held) - now

    def leave(self, now: float, units: float) -> None:
        """A request of that many units leaves; the next one is put behind it."""
        rates = [rate for rate in (self.rate, self._spread if now < self._renewed else None) if rate is not None]
        if rates:
            self._next = max(now, self._next) + units / min(rates)

    def repace(self, now: float, rate: float) -> None:
        """From now on the rate is another one."""
        self.rate = rate
        self._next = now + 1 / rate

    def hold(self, now: float, seconds: float) -> None:
        """Nothing leaves for so long."""
        self._held = max(self._held, now + min(seconds, LONGEST_HOLD))

    def tell(self, now: float, quota: Quota) -> None:
        """Spread what is left over the time until it is renewed.

        For a fixed window that is an even use of its rest. For a token bucket, whose reset is the time until it is
        full, the pace settles at the bucket's own rate with the bucket half full.
        """
        self._renewed = now + quota.seconds
        self._spread = quota.left / quota.seconds if quota.left and quota.seconds else None
        if not quota.left:
            self.hold(now, quota.seconds)
