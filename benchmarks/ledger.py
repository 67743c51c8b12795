"""The ledger: calls committed together and one by one, answers found, and bytes a call.

Run from the project's root: `python -m benchmarks.ledger`.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path

from summarize.evaluation.gold import load_gold
from summarize.ledger import CallRecord, CallRequest, Ledger
from summarize.models.structured import StructuredMode, request_text

_TOGETHER, _ALONE = 4000, 200
_LEAST_GAIN = 2.0  # of commits together over commits one by one
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


async def measure(path: Path) -> dict[str, float]:
    """Rates per second, and microseconds of a look-up."""
    together, alone = calls(_TOGETHER), calls(_ALONE)
    async with Ledger(path) as ledger:
        start = time.perf_counter()
        await asyncio.gather(*map(ledger.record, together))
        middle = time.perf_counter()
        for call in alone:
            await ledger.record(call)
        end = time.perf_counter()
        found = [ledger.find(call.request.key) for call in together]
        looked = time.perf_counter() - end
    assert all(found)
    return {
        "together, calls/s": _TOGETHER / (middle - start),
        "one by one, calls/s": _ALONE / (end - middle),
        "look-up, µs": looked / _TOGETHER * 1e6,
    }


def main() -> int:
    """Print the figures; exit 1 if commits together gain too little."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:  # a temporary folder may be memory, not a disk
        path = Path(folder) / "ledger.sqlite"
        figures = asyncio.run(measure(path))
        figures["bytes a call"] = path.stat().st_size / (_TOGETHER + _ALONE)
    for name, value in figures.items():
        print(f"{name:<22}{value:>8.0f}")
    gain = figures["together, calls/s"] / figures["one by one, calls/s"]
    print(f"{'together / one by one':<22}{gain:>8.1f}    (at least {_LEAST_GAIN})")
    return int(gain < _LEAST_GAIN)


if __name__ == "__main__":
    sys.exit(main())
