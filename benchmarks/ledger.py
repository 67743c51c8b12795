"""The ledger against bare SQLite: calls committed together and one by one, answers found, and bytes a call.

Bare SQLite inserts the same rows, with the same settings and the same commits, in a plain loop. Both take turns in
small rounds, so that a disk that is slow for a while is slow for both, and the median round counts: what is left is
what the ledger's queue, thread and futures cost. Run from the project's root: `python -m benchmarks.ledger`.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from summarize.evaluation.gold import load_gold
from summarize.ledger import CallRecord, CallRequest, Ledger
from summarize.ledger.calls import put_call
from summarize.ledger.connection import connect
from summarize.models.structured import StructuredMode, request_text

_ROUNDS = 9
_TOGETHER, _ALONE = 512, 32  # calls a round
_GROUP = 256  # rows in one commit of bare SQLite; as many as the ledger commits together at most
_LEAST = {"together": 0.5, "one by one": 0.4}  # of bare SQLite's calls a second
_SYSTEM = "You read news articles. " * 800  # as long as a prompt with its examples


def calls(count: int) -> list[CallRecord]:
    """Calls on gold articles, with answers of some 6 kB."""
    texts = [gold.article.text for gold in load_gold().articles]
    schema = request_text(StructuredMode.JSON_SCHEMA)
    made = []
    for number in range(count):
        text = texts[number % len(texts)]
        messages = ({"role": "system", "content": _SYSTEM}, {"role": "user", "content": f"{number} {text}"})
        facts = [{"q": word, "s": at} for at, word in enumerate((text * 3).split()[:180])]
        body = json.dumps({"choices": [{"message": {"content": json.dumps(facts)}}]}).encode()
        request = CallRequest("openai", "http://127.0.0.1/v1", "small", messages, schema, {"temperature": 0})
        made.append(CallRecord(request, str(number), body, "complete"))
    return made


def bare(connection: sqlite3.Connection, made: list[CallRecord], group: int) -> float:
    """Seconds to insert the calls with a commit for each group."""
    start = time.perf_counter()
    for first in range(0, len(made), group):
        connection.execute("BEGIN IMMEDIATE")
        for call in made[first : first + group]:
            put_call(connection, None, call)
        connection.execute("COMMIT")
    return time.perf_counter() - start


async def together(ledger: Ledger, made: list[CallRecord]) -> float:
    """Seconds until the ledger has committed all of them, handed over at once."""
    start = time.perf_counter()
    await asyncio.gather(*map(ledger.record, made))
    return time.perf_counter() - start


async def one_by_one(ledger: Ledger, made: list[CallRecord]) -> float:
    """Seconds until the ledger has committed each before the next is handed over."""
    start = time.perf_counter()
    for call in made:
        await ledger.record(call)
    return time.perf_counter() - start


def looked_up(ledger: Ledger, made: list[CallRecord]) -> float:
    """Microseconds to find an answer.

    Raises:
        LookupError: one that was committed is not found.
    """
    start = time.perf_counter()
    found = [ledger.find(call.request.key) for call in made]
    seconds = time.perf_counter() - start
    if not all(found):
        raise LookupError("a committed answer is not found")
    return seconds / len(made) * 1e6


async def measure(folder: Path) -> tuple[dict[str, list[float]], float]:
    """Shares of bare SQLite's rate, one a round; and microseconds of a look-up."""
    shares: dict[str, list[float]] = {"together": [], "one by one": []}
    made = calls(_ROUNDS * (_TOGETHER + _ALONE))
    assert len({call.request.key for call in made}) == len(made)  # computed here once, for both
    connection = connect(folder / "bare.sqlite")
    async with Ledger(folder / "ledger.sqlite") as ledger:
        for first in range(0, len(made), _TOGETHER + _ALONE):
            many = made[first : first + _TOGETHER]
            few = made[first + _TOGETHER : first + _TOGETHER + _ALONE]
            shares["together"].append(bare(connection, many, _GROUP) / await together(ledger, many))
            shares["one by one"].append(bare(connection, few, 1) / await one_by_one(ledger, few))
        found = looked_up(ledger, made)
    connection.close()
    return shares, found


def main() -> int:
    """Print the figures; exit 1 if the ledger is too slow beside bare SQLite."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:  # a temporary folder may be memory, not a disk
        shares, found = asyncio.run(measure(Path(folder)))
        size = (Path(folder) / "ledger.sqlite").stat().st_size / (_ROUNDS * (_TOGETHER + _ALONE))
    middle = {name: median(values) for name, values in shares.items()}
    for name, share in middle.items():
        print(f"{name:<12}{share:>6.2f} of bare SQLite's rate (at least {_LEAST[name]})")
    print(f"{'look-up':<12}{found:>6.0f} µs\n{'size':<12}{size:>6.0f} bytes a call")
    return int(any(share < _LEAST[name] for name, share in middle.items()))


if __name__ == "__main__":
    sys.exit(main())
