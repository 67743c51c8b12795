"""A process that writes calls into a ledger and says which were committed: `python -m … PATH PREFIX COUNT`."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from summarize.ledger import Ledger
from tests.ledger.conftest import made_call

LANES = 8  # calls that wait for a commit at once


async def _lane(ledger: Ledger, prefix: str, numbers: range) -> None:
    for number in numbers:
        name = f"{prefix}-{number}"
        await ledger.record(made_call(name, name.encode() * 200))
        print(name, flush=True)  # noqa: T201 - the test reads it


async def _main(path: Path, prefix: str, count: int) -> None:
    async with Ledger(path) as ledger:
        await asyncio.gather(*(_lane(ledger, prefix, range(lane, count, LANES)) for lane in range(LANES)))


if __name__ == "__main__":
    asyncio.run(_main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
