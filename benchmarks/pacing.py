"""The pacer against token buckets over loopback HTTP: how much of the allowed rate is used, how much is refused.

Run from the project's root: `python -m benchmarks.pacing`; it takes 80 seconds. The six servers run at once, in one
process with their clients. Nothing tells a client the rate: it learns it from answers and refusals.
"""

from __future__ import annotations

import asyncio
import sys
import time
from dataclasses import dataclass, replace

from summarize.models.openai import Client
from summarize.models.pacing import Pacer
from summarize.retry import Patience, TransportError, retrying
from summarize.testing.bucket import TokenBucket, limited
from summarize.testing.server import ScriptedServer, answer

RATE = 20.0  # requests a second that each server allows
WARM_UP, MEASURED = 15.0, 60.0  # seconds
LATENCIES = (0.2, 1.0, 3.0)  # seconds of an answer; a refusal comes at once
CAPACITIES = (0.1, 1.0)  # seconds of the allowed rate that a bucket holds
IN_FLIGHT = 128  # twice what the slowest server needs
LEAST_USED, MOST_REFUSED = 0.9, 0.05
_TICK = 0.01  # seconds
_REQUEST = {"model": "scripted", "messages": [{"role": "user", "content": "Two men fled."}]}


@dataclass(frozen=True)
class Cell:
    """One server, and what became of it: the share of its rate that was used, and of the requests it refused."""

    latency: float
    capacity: float
    used: float = 0.0
    refused: float = 0.0

    @property
    def holds(self) -> bool:
        """It is within the bounds."""
        return self.used >= LEAST_USED and self.refused <= MOST_REFUSED


async def measured(cell: Cell) -> Cell:
    """The cell, after the warm-up and a minute."""
    bucket = TokenBucket(RATE, cell.capacity * RATE)
    async with ScriptedServer(limited(bucket, lambda _asked: answer(delay=cell.latency))) as server:
        client, pacer = Client(server.base_url, None, concurrency=IN_FLIGHT), Pacer(IN_FLIGHT)
        callers = [asyncio.create_task(_call(client, pacer)) for _ in range(IN_FLIGHT)]
        await asyncio.sleep(WARM_UP)
        taken, refused = bucket.taken, bucket.refused
        began = time.monotonic()
        await asyncio.sleep(MEASURED)
        seconds = time.monotonic() - began
        taken, refused = bucket.taken - taken, bucket.refused - refused
        for caller in callers:
            caller.cancel()
        await asyncio.gather(*callers, return_exceptions=True)
        await client.aclose()
    return replace(cell, used=taken / seconds / RATE, refused=refused / (taken + refused))


async def _call(client: Client, pacer: Pacer) -> None:
    """Article after article, each tried again as in a run."""
    while True:
        async for attempt in retrying(Patience()):
            with attempt:
                await _attempt(client, pacer)


async def _attempt(client: Client, pacer: Pacer) -> None:
    async with pacer.turn() as left:
        try:
            received = await client.send(_REQUEST, 30)
        except TransportError as error:
            pacer.refused(left, error.wait)
            raise
        pacer.answered(left)
        pacer.told(received.quotas)


async def _stood_still() -> float:
    """Seconds in which this process did not run: what a bucket of 0.1 s overflows by meanwhile, no pace brings back."""
    lost, ends = 0.0, time.monotonic() + WARM_UP + MEASURED
    while (now := time.monotonic()) < ends:
        await asyncio.sleep(_TICK)
        lost += max(0.0, time.monotonic() - now - 2 * _TICK)
    return lost


async def _all() -> tuple[float, list[Cell]]:
    lost = asyncio.create_task(_stood_still())
    cells = await asyncio.gather(*(measured(Cell(late, held)) for late in LATENCIES for held in CAPACITIES))
    return await lost, cells


def main() -> int:
    """Print the table; exit 1 if a cell is out of its bounds."""
    lost, cells = asyncio.run(_all())
    print(f"{RATE:.0f} requests/s allowed; used at least {LEAST_USED:.0%}, refused at most {MOST_REFUSED:.0%}")
    print(f"{'latency':>8}{'bucket':>8}{'used':>8}{'refused':>9}")
    for cell in cells:
        print(f"{cell.latency:>7} s{cell.capacity:>6} s{cell.used:>8.1%}{cell.refused:>9.1%}")
    print(f"the machine stood still for {lost:.1f} s of {WARM_UP + MEASURED:.0f}: more than 1 s, and it was too busy")
    return int(not all(cell.holds for cell in cells))


if __name__ == "__main__":
    sys.exit(main())
