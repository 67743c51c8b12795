"""The pacer against token buckets and stubborn servers, in virtual time; and the server's own words over HTTP."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import pytest

from summarize import Report
from summarize.models.lane import Lane
from summarize.models.pacing import Pacer
from summarize.models.quota import Quota, Quotas, quotas
from summarize.models.refusals import Refusals
from summarize.testing.bucket import TokenBucket
from summarize.testing.server import Asked, Reply, ScriptedServer, answer, error

from .conftest import Bench
from .virtual_time import run_virtually

WARM_UP, MEASURED = 15.0, 60.0  # virtual seconds
HASTE = 0.005  # seconds that a refusal takes


@dataclass
class Tally:
    """What a server did after the warm-up."""

    answered: int = 0
    refused: int = 0

    @property
    def share(self) -> float:
        """Of the requests, refused."""
        return self.refused / (self.answered + self.refused)


async def drive(pacer: Pacer, takes: Callable[[], bool], latency: float, callers: int) -> Tally:
    """Let callers ask through the pacer, again and again, and count what comes after the warm-up."""
    loop, tally, chance = asyncio.get_running_loop(), Tally(), random.Random(1)  # noqa: S311 - jitter, not secrets

    async def ask() -> None:
        while True:
            async with pacer.turn() as left:
                taken = takes()
                if loop.time() >= WARM_UP:
                    tally.answered += taken
                    tally.refused += not taken
                await asyncio.sleep(latency if taken else HASTE)
                pacer.answered(left) if taken else pacer.refused(left)
            if not taken:
                await asyncio.sleep(chance.random())

    tasks = [asyncio.ensure_future(ask()) for _ in range(callers)]
    await asyncio.sleep(WARM_UP + MEASURED)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return tally


@pytest.mark.parametrize("capacity", [0.1, 1.0])
@pytest.mark.parametrize("latency", [0.2, 1.0, 3.0])
def test_a_buckets_rate_is_found_and_kept(latency: float, capacity: float) -> None:
    """Nine tenths of the allowed rate are used, and at most one request in twenty is refused."""

    async def main() -> Tally:
        clock = asyncio.get_running_loop().time
        return await drive(Pacer(128, clock=clock), TokenBucket(20, 20 * capacity, clock=clock).take, latency, 128)

    tally = run_virtually(main())
    assert tally.answered >= 0.9 * 20 * MEASURED
    assert tally.share <= 0.05


@pytest.mark.parametrize("share", [0.02, 0.03])
def test_a_server_that_refuses_a_few_whatever_the_pace_is_used_to_the_full(share: float) -> None:
    """Refusals that the pace has nothing to do with leave it alone: all that may be in flight is."""

    async def main() -> Tally:
        chance = random.Random(2)  # noqa: S311 - a server's whims, not secrets
        pacer = Pacer(64, clock=asyncio.get_running_loop().time)
        return await drive(pacer, lambda: chance.random() >= share, 1.0, 128)

    assert run_virtually(main()).answered >= 0.9 * 64 * MEASURED


def test_without_refusals_intake_doubles_to_the_concurrency() -> None:
    """16 requests in flight, then 32, then 64: three round trips fill the bound, and it is never passed."""

    async def main() -> list[int]:
        pacer, flying, seen = Pacer(64, clock=asyncio.get_running_loop().time), 0, []

        async def ask() -> None:
            nonlocal flying
            async with pacer.turn() as left:
                flying += 1
                await asyncio.sleep(1)
                pacer.answered(left)
                flying -= 1

        tasks = [asyncio.ensure_future(ask()) for _ in range(300)]
        for _ in range(4):
            await asyncio.sleep(0.5)
            seen.append(flying)
            await asyncio.sleep(0.5)
        await asyncio.gather(*tasks)
        return seen

    assert run_virtually(main()) == [16, 32, 64, 64]


def test_requests_and_tokens_a_minute_are_kept() -> None:
    """`--rpm 60` and `--tpm 6000` at 200 tokens each: the narrower one decides, which lets 30 a minute leave."""

    async def main() -> list[float]:
        clock = asyncio.get_running_loop().time
        pacer, left = Pacer(8, requests_per_minute=60, tokens_per_minute=6000, clock=clock), []
        for _ in range(5):
            async with pacer.turn(200) as moment:
                left.append(moment)
        return left

    assert run_virtually(main()) == pytest.approx([0, 2, 4, 6, 8])


def test_refusals_in_a_row_with_a_time_stop_all_until_then() -> None:
    """A server whose window is used up is left alone until it said that it opens again."""

    async def main() -> float:
        pacer = Pacer(8, clock=asyncio.get_running_loop().time)
        for _ in range(4):
            async with pacer.turn() as left:
                pacer.refused(left, 20.0)
        began = asyncio.get_running_loop().time()
        async with pacer.turn() as left:
            return left - began

    assert run_virtually(main()) == pytest.approx(20.0)


def test_what_is_left_of_a_window_is_spread_over_it() -> None:
    """Ten requests in five seconds leave every half second, and none before the window's end once none is left."""
    lane = Lane()
    lane.tell(0.0, Quota(10, 5.0))
    lane.leave(0.0, 1)
    assert lane.delay(0.0) == pytest.approx(0.5)
    lane.tell(0.1, Quota(0, 4.9))
    assert lane.delay(0.1) == pytest.approx(4.9)
    lane.leave(5.0, 1)
    assert lane.delay(5.0) <= 0


def test_a_quota_that_comes_back_tomorrow_is_asked_for_in_a_minute() -> None:
    """A run does not hang for a day without a word."""
    lane = Lane()
    lane.tell(0.0, Quota(0, 86_400.0))
    assert lane.delay(0.0) == 60.0


def test_a_bucket_that_says_what_is_left_refuses_next_to_nothing() -> None:
    """With the headers of every answer the pace settles at the bucket's own rate, and it never overflows."""

    async def main() -> tuple[TokenBucket, float]:
        clock = asyncio.get_running_loop().time
        bucket, pacer = TokenBucket(20, 40, clock=clock), Pacer(64, clock=clock)

        async def ask() -> None:
            while True:
                async with pacer.turn() as left:
                    taken, said = bucket.take(), quotas(bucket.headers)
                    await asyncio.sleep(0.5 if taken else HASTE)
                    pacer.answered(left) if taken else pacer.refused(left)
                    pacer.told(said)

        tasks = [asyncio.ensure_future(ask()) for _ in range(64)]
        await asyncio.sleep(60)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return bucket, bucket.taken / 60

    bucket, rate = run_virtually(main())
    assert rate >= 0.9 * 20
    assert bucket.refused <= 0.01 * bucket.taken


@pytest.mark.parametrize(
    ("reset", "seconds"), [("1s", 1.0), ("6m0s", 360.0), ("120ms", 0.12), ("1.5", 1.5), ("1h2m3s", 3723.0)]
)
def test_quotas_are_read_from_headers(reset: str, seconds: float) -> None:
    """Requests and tokens that are left, and when they are renewed, in the spellings of the providers."""
    headers = {
        "x-ratelimit-remaining-requests": "7",
        "x-ratelimit-reset-requests": reset,
        "x-ratelimit-remaining-tokens": "0",
        "x-ratelimit-reset-tokens": reset,
    }
    assert quotas(headers) == Quotas(Quota(7, seconds), Quota(0, seconds))


@pytest.mark.parametrize("left", ["", "many", "-1", "²"])
def test_strange_headers_say_nothing(left: str) -> None:
    """A number that is none, or a time that is none, is no quota."""
    assert quotas({"x-ratelimit-remaining-requests": left, "x-ratelimit-reset-requests": "1s"}) == Quotas()
    assert quotas({"x-ratelimit-remaining-requests": "1", "x-ratelimit-reset-requests": "soon"}) == Quotas()


def test_refusals_right_after_a_pull_are_a_habit_and_later_ones_a_limit() -> None:
    """One in twenty is taken from a server that begins so; from one that refused nothing at first, two are too many."""
    habit, limit = Refusals(), Refusals()
    for number in range(200):
        habit.leaves(number)
        limit.leaves(number)
        if number % 20 == 0:
            habit.add(number, number + 0.1)
    assert not habit.too_many
    for number in range(194, 200):
        limit.add(number, number + 0.1)
    assert limit.too_many


def test_refusals_that_come_before_the_answers_are_counted_among_all_that_left() -> None:
    """The second of a hundred requests in flight is refused at once: that is one in two until the others could be."""
    refusals = Refusals()
    for number in range(100):
        refusals.leaves(number)
    refusals.add(1, 1.5)
    assert refusals.share == pytest.approx(1 / 2)
    refusals.add(99, 99.5)
    assert refusals.share == pytest.approx(2 / 100)


async def test_the_headers_of_good_answers_slow_the_run_down(bench: Bench) -> None:
    """A server that says after each answer that nothing is left for 150 ms is asked no sooner, and refuses nobody."""
    moments: list[float] = []

    def script(_asked: Asked) -> Reply:
        moments.append(asyncio.get_running_loop().time())
        headers = {"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "150ms"}
        return Reply(body=answer().body, headers=headers)

    async with ScriptedServer(script) as server:
        results = await bench.run(server, *(f"Text {n}. Two men fled." for n in range(4)), concurrency=1)
    assert all(isinstance(result, Report) for result in results)
    assert all(later - earlier >= 0.15 for earlier, later in pairwise(moments))


@pytest.mark.parametrize(
    "headers", [{"retry-after": "0.2"}, {"x-ratelimit-reset-tokens": "200ms", "x-ratelimit-reset-requests": "10ms"}]
)
async def test_the_time_that_a_refusal_names_is_waited(bench: Bench, headers: dict[str, str]) -> None:
    """Retry-After, else the later of the two resets, passes before the request comes again."""
    from summarize.retry import Patience

    moments: list[float] = []

    def script(asked: Asked) -> Reply:
        moments.append(asyncio.get_running_loop().time())
        return answer() if asked.attempt else error(429, "Slow down", headers=headers)

    async with ScriptedServer(script) as server:
        (report,) = await bench.run(server, patience=Patience(attempts=2, first_wait=0.01, longest_wait=5))
    assert isinstance(report, Report)
    assert moments[1] - moments[0] >= 0.2
