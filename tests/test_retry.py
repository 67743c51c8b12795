"""The retry policy: which times of a server are understood, and how long it is waited."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from summarize.errors import ErrorKind
from summarize.retry import Patience, TransportError, asked_wait, retrying

NOW = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)


async def _waits(patience: Patience, error: TransportError) -> list[float]:
    """How long it is waited between attempts that all end in that error."""
    waited: list[float] = []

    async def count(seconds: float) -> None:
        waited.append(seconds)

    async def fail() -> None:
        raise error

    with pytest.raises(TransportError):
        await retrying(patience).copy(sleep=count)(fail)
    return waited


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": "Sun, 01 Mar 2026 12:00:30 GMT"}, 30.0),
        ({"retry-after": "Sun, 01 Mar 2026 13:00:30 +0100"}, 30.0),
        ({"retry-after": "Sun, 01 Mar 2026 11:00:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "2", "x-ratelimit-reset-requests": "9s"}, 2.0),
        ({"x-ratelimit-reset-requests": "6m0s"}, 360.0),
        ({"x-ratelimit-reset-requests": "120ms", "x-ratelimit-reset-tokens": "1s"}, 1.0),
        ({"x-ratelimit-reset-tokens": "1m30.5s"}, 90.5),
        ({"x-ratelimit-reset-tokens": "s1"}, None),
        ({}, None),
    ],
)
def test_the_servers_time_is_read(headers: dict[str, str], seconds: float | None) -> None:
    """Retry-After in seconds or as a date (RFC 9110), else the later reset; nonsense is no time."""
    assert asked_wait(headers, NOW) == seconds


@pytest.mark.parametrize(("wait", "least", "most"), [(0.02, 0.02, 0.03), (3600.0, 0.05, 0.06)])
async def test_the_servers_time_is_waited_within_bounds(wait: float, least: float, most: float) -> None:
    """What it asks is the least that is waited, and its day-long wait is cut to the longest that we take."""
    error = TransportError(ErrorKind.RATE_LIMITED, "Slow down.", again=True, wait=wait)
    waited = await _waits(Patience(attempts=3, first_wait=0.001, longest_wait=0.05), error)
    assert len(waited) == 2
    assert all(least <= seconds <= most for seconds in waited)


async def test_what_cannot_pass_is_tried_once() -> None:
    """An error that will be the same each time ends the loop at once."""
    assert await _waits(Patience(), TransportError(ErrorKind.SERVER_ERROR, "Gone.", again=False)) == []
