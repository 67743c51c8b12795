"""One visible policy for calls that fail on the way: what is tried again, how long it waits, when it gives up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from summarize.errors import ErrorKind

if TYPE_CHECKING:
    from tenacity import AsyncRetrying, RetryCallState

ATTEMPTS = 6
FIRST_WAIT = 0.5  # seconds; doubled at each further attempt
LONGEST_WAIT = 60.0  # seconds; also the longest that a server's Retry-After is waited for
DEADLINE = 600.0  # seconds a call may be in the air, all its attempts together
RETRIED_STATUS = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529})


class TransportError(Exception):
    """A call that did not bring a whole answer.

    Attributes:
        kind: what an error row says if it is the last attempt.
        again: whether another attempt may help.
        wait: seconds that the server asks to wait, None if it does not say.
        status: the HTTP status, None if there was none.
        arrived: whether the request may have reached the server, which may then have charged it.
    """

    def __init__(
        self,
        kind: ErrorKind,
        message: str,
        *,
        again: bool,
        wait: float | None = None,
        status: int | None = None,
        arrived: bool = True,
        advice: str = "",
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.again = again
        self.arrived = arrived
        self.wait = wait
        self.status = status
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a call may take.

    Attributes:
        attempts: how often it is sent at most.
        first_wait: seconds before the second attempt; doubled at each further one, with jitter.
        longest_wait: seconds between two attempts at most.
        deadline: seconds that a call may be in the air, all its attempts together; waits in between do not count.
    """

    attempts: int = ATTEMPTS
    first_wait: float = FIRST_WAIT
    longest_wait: float = LONGEST_WAIT
    deadline: float = DEADLINE


def retrying(patience: Patience) -> AsyncRetrying:
    """Tenacity's loop over attempts: transport errors that may pass are tried again, the last one is raised."""
    from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt, wait_random_exponential

    backoff = wait_random_exponential(multiplier=patience.first_wait, max=patience.longest_wait)

    def wait(state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.wait if isinstance(error, TransportError) else None
        # A server's own word is the least that is waited; the jitter on top keeps a crowd from coming back at once.
        return backoff(state) if asked is None else min(asked, patience.longest_wait) + backoff(state) / 4

    return AsyncRetrying(
        retry=retry_if_exception(lambda error: isinstance(error, TransportError) and error.again),
        stop=stop_after_attempt(patience.attempts),
        wait=wait,
        reraise=True,
    )


def asked_wait(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds that a server asks to wait: Retry-After (seconds or date, RFC 9110), else x-ratelimit-reset-*."""
    if (value := headers.get("retry-after")) is not None:
        return _retry_after(value.strip(), now or datetime.now(UTC))
    resets = [
        seconds
        for name in ("x-ratelimit-reset-requests", "x-ratelimit-reset-tokens")
        if (seconds := duration(headers.get(name, ""))) is not None
    ]
    return max(resets, default=None)


def _retry_after(value: str, now: datetime) -> float | None:
    if value.replace(".", "", 1).isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())


_UNITS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}


def duration(value: str) -> float | None:
    """A duration as OpenAI's rate-limit headers write it ("6m0s", "120ms", "1.5"), in seconds."""
    import re

    value = value.strip()
    if re.fullmatch(r"\d+(\.\d+)?", value):
        return float(value)
    pieces = re.findall(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)", value)
    if not pieces or "".join(number + unit for number, unit in pieces) != value:
        return None
    return sum(float(number) * _UNITS[unit] for number, unit in pieces)
