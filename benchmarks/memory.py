"""Peak memory over 1,000 and over 20,000 articles of JSON Lines, one of them stuck: the two must be alike.

The first article hangs for as long as the run can go on without it: until intake has stopped at the window. Then it
is let go, and the rest of the run follows.
"""

from __future__ import annotations

import asyncio
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.throughput import write_jsonl
from summarize.article import Article
from summarize.models.base import Answer, ModelId
from summarize.pipeline import stream
from summarize.readers import read_inputs
from summarize.render import open_renderer
from summarize.rules.model import RulesModel

SIZES = (1_000, 20_000)
CEILING = 1.10  # of the smaller run's peak


class StuckFirst:
    """The rules model, but the first article gets no answer while another one is still being asked about."""

    def __init__(self) -> None:
        self._rules = RulesModel()
        self._asked = 0

    @property
    def identity(self) -> ModelId:
        """That of the rules model."""
        return self._rules.identity

    async def draft(self, article: Article) -> Answer:
        """Wait, if it is the first, until nothing was asked for a while."""
        self._asked += 1
        if self._asked == 1:
            before = 0
            while before != self._asked:
                before = self._asked
                await asyncio.sleep(1)
        return await self._rules.draft(article)

    async def aclose(self) -> None:
        """Nothing is open."""


async def _run(path: str) -> None:
    renderer = open_renderer("jsonl")
    async for result in stream(read_inputs([path]), StuckFirst(), window=64):
        renderer.report(result)  # type: ignore[arg-type]  # none of these articles fails


def _child(path: str) -> None:
    asyncio.run(_run(path))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def main() -> None:
    """Print the peaks; exit 1 if the larger is more than a tenth above the smaller."""
    if len(sys.argv) > 1:
        _child(sys.argv[1])
        return
    peaks = []
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            path = Path(folder) / f"{size}.jsonl"
            write_jsonl(path, size)
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.memory", str(path)], check=True, capture_output=True, text=True
            )
            peaks.append(int(done.stdout) / 1024)
            print(f"{size:7,} articles   peak {peaks[-1]:6.1f} MiB")
    ratio = peaks[1] / peaks[0]
    print(f"ratio             {ratio:11.3f}   (ceiling {CEILING})")
    sys.exit(ratio > CEILING)


if __name__ == "__main__":
    main()
