"""Peak memory over 1,000 and over 50,000 articles of 48 facts through a language model, one of them always stuck.

The server keeps the answer to one article back until the whole window behind it has been asked for, and then that of
the next window's first article: what can wait in memory waits there for the whole run. The two peaks must be alike.
The larger run takes a quarter of an hour; other sizes can be given as arguments.
"""

from __future__ import annotations

import asyncio
import resource
import subprocess
import sys
import tempfile
from contextlib import aclosing
from pathlib import Path

from benchmarks._canned import write_jsonl
from benchmarks._server import canned_server
from summarize.cli.collector import collect_rarely
from summarize.settings import Settings, load_settings

SIZES = (1_000, 50_000)
WINDOW = 256  # articles; that of 64 requests in flight, the default
CEILING = 1.10  # of the smaller run's peak
CHILD = "--in"


async def work(folder: Path, address: str) -> None:
    """From the file of articles to a file of reports, with a ledger."""
    from summarize.api import run
    from summarize.readers import read_inputs
    from summarize.render import open_renderer
    from summarize.schema.report import Report

    renderer, settings = open_renderer("jsonl"), _settings(folder, address)
    with (folder / "reports.jsonl").open("w", encoding="utf-8") as file:
        async with aclosing(run(read_inputs([str(folder / "articles.jsonl")]), settings)) as results:
            async for result in results:
                assert isinstance(result, Report), result
                file.write(renderer.report(result))


def _settings(folder: Path, address: str) -> Settings:
    options = {"model": "openai/canned", "base_url": address, "window": WINDOW, "ledger": folder / "ledger.sqlite"}
    return load_settings(options, folder=folder, environ={})


def peak(size: int) -> float:
    """MiB of a process of its own that does so many articles."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder, canned_server(0, hold=WINDOW) as address:
        write_jsonl(Path(folder) / "articles.jsonl", _whole_windows(size))
        command = [sys.executable, "-m", "benchmarks.memory_models", CHILD, folder, address]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024


def _whole_windows(size: int) -> int:
    """The article that is kept back in the last window is let go only by a whole one."""
    return -(-size // WINDOW) * WINDOW


def main() -> int:
    """Print the peaks; 1 if the larger is more than a tenth above the smaller."""
    if sys.argv[1:2] == [CHILD]:
        collect_rarely()
        asyncio.run(work(Path(sys.argv[2]), sys.argv[3]))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return 0
    peaks = []
    for size in tuple(map(int, sys.argv[1:])) or SIZES:
        peaks.append(peak(size))
        print(f"{size:7,} articles   peak {peaks[-1]:6.1f} MiB", flush=True)
    ratio = peaks[-1] / peaks[0]
    print(f"ratio             {ratio:11.3f}   (ceiling {CEILING})")
    return int(ratio > CEILING)


if __name__ == "__main__":
    sys.exit(main())
