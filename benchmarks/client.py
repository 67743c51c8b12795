"""Articles a second through a language model: the whole pipeline, every check and the ledger on, and its neighbours.

All get the same messages and the same canned answer (4 incidents, 48 cited facts, 7 kB) from a server in a process of
its own, take turns in one run, and are timed once their connections are warm. The neighbours only validate the answer.
Ours checks answers in a process for each spare core, as the command does.
"""

from __future__ import annotations

import asyncio
import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks._canned import messages, write_jsonl
from benchmarks._server import canned_server
from summarize.cli.collector import collect_rarely
from summarize.models.structured import StructuredMode, request_part
from summarize.prompt import load_prompt
from summarize.schema.draft import ArticleDraft

ROUNDS = 3
_numbers = itertools.count()


@dataclass(frozen=True, slots=True)
class Load:
    """How hard the server is asked.

    Attributes:
        latency: seconds until it answers.
        in_flight: requests at once.
        warm: answers that are not timed, at least as many as it takes until so many are in flight and workers at hand.
        timed: answers that are; whole rounds of those in flight, since the first of them come back in waves.
    """

    latency: float
    in_flight: int
    warm: int
    timed: int

    @property
    def count(self) -> int:
        """All answers."""
        return self.warm + self.timed


Contestant = Callable[[str, Load], AsyncGenerator[object]]
"""Yields something for each article that is done."""


async def pipeline(address: str, load: Load) -> AsyncGenerator[object]:
    """Ours, from a file of articles to a file of reports."""
    from summarize.api import run
    from summarize.readers import read_inputs
    from summarize.render import open_renderer
    from summarize.schema.report import Report
    from summarize.settings import load_settings
    from summarize.workers import spare_cores

    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:  # a temporary folder may be memory, not a disk
        source, ledger = Path(folder) / "articles.jsonl", Path(folder) / "ledger.sqlite"
        write_jsonl(source, load.count, first=next(_numbers) * load.count)
        options: dict[str, Any] = {"model": "openai/canned", "base_url": address, "concurrency": load.in_flight}
        options |= {"ledger": ledger, "workers": spare_cores()}  # as the command takes them
        settings, renderer = load_settings(options, folder=Path(folder), environ={}), open_renderer("jsonl")
        with (Path(folder) / "reports.jsonl").open("w", encoding="utf-8") as file:
            async with aclosing(run(read_inputs([str(source)]), settings)) as results:
                async for result in results:
                    assert isinstance(result, Report), result
                    assert not result.rejected
                    file.write(renderer.report(result))
                    yield result


async def plain_instructor(address: str, load: Load) -> AsyncGenerator[object]:
    """Instructor's documented way: one `create` an article, in the mode that is its fastest here."""
    import instructor
    from openai import AsyncOpenAI

    async with AsyncOpenAI(base_url=address, api_key="none") as openai:
        client = instructor.from_openai(openai, mode=instructor.Mode.JSON_SCHEMA)

        async def ask(said: Any) -> object:
            return await client.chat.completions.create(model="canned", response_model=ArticleDraft, messages=said)

        async for done in _each(ask, load):
            yield done


async def bare_openai(address: str, load: Load) -> AsyncGenerator[object]:
    """The openai client as it comes, on httpx2, and pydantic."""
    async for done in _bare(address, load, None):
        yield done


async def bare_openai_on_aiohttp(address: str, load: Load) -> AsyncGenerator[object]:
    """The openai client on aiohttp, and pydantic."""
    import httpx2
    from openai import DefaultAioHttpClient

    limits = httpx2.Limits(max_connections=load.in_flight, max_keepalive_connections=load.in_flight)
    async for done in _bare(address, load, DefaultAioHttpClient(limits=limits)):
        yield done


async def _bare(address: str, load: Load, transport: Any) -> AsyncGenerator[object]:
    from openai import AsyncOpenAI

    part = request_part(StructuredMode.JSON_SCHEMA)
    async with AsyncOpenAI(base_url=address, api_key="none", http_client=transport) as client:

        async def ask(said: Any) -> object:
            answer = await client.chat.completions.create(model="canned", messages=said, **part)
            return ArticleDraft.model_validate_json(answer.choices[0].message.content or "")

        async for done in _each(ask, load):
            yield done


async def _each(ask: Callable[[Any], Awaitable[object]], load: Load) -> AsyncGenerator[object]:
    """Ask about every article, so many at once."""
    prompt = load_prompt()
    prepared = iter([messages(prompt, number) for number in range(load.count)])
    done: asyncio.Queue[object] = asyncio.Queue()

    async def worker() -> None:
        for said in prepared:
            done.put_nowait(await ask(said))

    workers = [asyncio.ensure_future(worker()) for _ in range(load.in_flight)]
    for _ in range(load.count):
        yield await done.get()
    await asyncio.gather(*workers)


async def measure(contestant: Contestant, address: str, load: Load) -> tuple[float, float]:
    """Answers a second, and milliseconds of this process's CPU an answer, once warm."""
    count, began, cpu = 0, 0.0, 0.0
    async with aclosing(contestant(address, load)) as results:
        async for _ in results:
            count += 1
            if count == load.warm:
                began, cpu = time.perf_counter(), time.process_time()
    wall, cpu = time.perf_counter() - began, time.process_time() - cpu
    return load.timed / wall, cpu / load.timed * 1000


def compare(load: Load, contestants: list[Contestant]) -> dict[Contestant, float]:
    """Median answers a second of each, printed with their CPU; they take turns."""
    found: dict[Contestant, list[tuple[float, float]]] = {contestant: [] for contestant in contestants}
    with canned_server(load.latency) as address:
        for _ in range(ROUNDS):
            for contestant in contestants:
                found[contestant].append(asyncio.run(measure(contestant, address, load)))
    print(f"{load.latency} s latency, {load.in_flight} in flight")
    medians = {}
    for contestant, values in found.items():
        medians[contestant] = statistics.median(rate for rate, _ in values)
        cpu = statistics.median(cpu for _, cpu in values)
        print(f"  {contestant.__name__:24}{medians[contestant]:8.0f} answers/s {cpu:8.2f} ms of CPU an answer, here")
    return medians


FLOORS: list[tuple[Load, dict[Contestant, float]]] = [
    (
        Load(latency=0.1, in_flight=64, warm=640, timed=640),
        {plain_instructor: 3.0, bare_openai: 0.5, bare_openai_on_aiohttp: 0.0},
    ),
    (Load(latency=1.0, in_flight=512, warm=1024, timed=2048), {bare_openai: 0.0, bare_openai_on_aiohttp: 0.5}),
]
"""The pipeline's rate must be at least so many times each neighbour's."""


def main() -> int:
    """Print the tables; 1 below a floor. All profit alike from the collector's settings of the command."""
    collect_rarely()
    missed = 0
    for load, floors in FLOORS:
        medians = compare(load, [pipeline, *floors])
        for neighbour, floor in floors.items():
            ratio = medians[pipeline] / medians[neighbour]
            missed += ratio < floor
            print(f"  pipeline / {neighbour.__name__:24}{ratio:6.2f}" + (f"    (floor {floor})" if floor else ""))
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
