"""Milliseconds of CPU an article for each stage on the way through a language model, one stage after the other.

The article and the answer are those of `benchmarks.client`; the server is a process of its own and is not counted.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from benchmarks._canned import completion, exchange, write_jsonl
from benchmarks._server import canned_server
from summarize.article import Article
from summarize.cli.collector import collect_rarely
from summarize.grounding import ground_draft
from summarize.ledger import CallRecord, CallRequest, Ledger
from summarize.models.answers import whole_answer
from summarize.models.base import ModelId, provenance
from summarize.models.openai import Client, parse
from summarize.models.structured import StructuredMode, request_part, request_text
from summarize.prompt import load_prompt
from summarize.readers import read_inputs
from summarize.render import open_renderer

ARTICLES, WARM = 300, 20
MODE = StructuredMode.JSON_SCHEMA

Given = TypeVar("Given")
Made = TypeVar("Made")
Costs = dict[str, float]


async def stage(
    costs: Costs, name: str, items: Iterable[Given], work: Callable[[Given], Awaitable[Made]]
) -> list[Made]:
    """Do the work for each item and note what an item cost, once warm."""
    done: list[Made] = []
    start = 0.0
    for item in items:
        if len(done) == WARM:
            start = time.process_time()
        done.append(await work(item))
    costs[name] = (time.process_time() - start) / (len(done) - WARM) * 1000
    return done


async def read(costs: Costs, folder: Path) -> list[Article]:
    """Articles of a file of JSON Lines, and then their sentences and languages."""
    path = folder / "articles.jsonl"
    write_jsonl(path, ARTICLES)
    start = time.process_time()
    articles = [article async for article in read_inputs([str(path)]) if isinstance(article, Article)]
    costs["read"] = (time.process_time() - start) / ARTICLES * 1000

    async def split(article: Article) -> tuple[object, object]:
        return article.sentences, article.language

    await stage(costs, "split, mark, language", articles, split)
    return articles


async def call(costs: Costs, articles: list[Article], address: str) -> None:
    """From the prompt to the whole body of the answer."""
    prompt = load_prompt()

    async def rendered(article: Article) -> dict[str, Any]:
        return {"model": "canned", "messages": prompt.render(article), **request_part(MODE)}

    requests = await stage(costs, "render the prompt", articles, rendered)
    client = Client(address, None, concurrency=1)
    await stage(costs, "call", requests, lambda request: client.send(request, 60))
    await client.aclose()


async def keep(costs: Costs, articles: list[Article], folder: Path) -> None:
    """Look a request up in the ledger, and record its answer; the calls of a run are committed together."""
    prompt, body, schema = load_prompt(), completion(), request_text(MODE)
    given = [tuple(dict(message) for message in prompt.render(article)) for article in articles]
    async with Ledger(folder / "ledger.sqlite") as ledger:
        start = time.process_time()
        requests = [CallRequest("openai", "http://127.0.0.1/v1", "canned", messages, schema, {}) for messages in given]
        assert not any(ledger.find(request.key) for request in requests)
        await asyncio.gather(*(ledger.record(CallRecord(request, "a", body, "complete")) for request in requests))
        costs["ledger"] = (time.process_time() - start) / ARTICLES * 1000


async def check(costs: Costs, articles: list[Article], folder: Path) -> None:
    """Validate, ground and write."""
    identity, renderer, draft = ModelId("openai/canned"), open_renderer("jsonl"), exchange().draft

    async def validated(body: bytes) -> object:
        return parse(whole_answer(body), MODE)

    async def grounded(article: Article) -> Any:
        return ground_draft(draft, article, provenance(article, identity))

    await stage(costs, "validate", [completion()] * ARTICLES, validated)
    reports = await stage(costs, "ground", articles, grounded)
    with (folder / "reports.jsonl").open("w", encoding="utf-8") as file:

        async def written(report: Any) -> int:
            return file.write(renderer.report(report))

        await stage(costs, "write", reports, written)


async def measure() -> Costs:
    """Milliseconds of CPU by stage."""
    costs: Costs = {}
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name, canned_server(0) as address:
        folder = Path(name)
        articles = await read(costs, folder)
        await call(costs, articles, address)
        await keep(costs, articles, folder)
        await check(costs, articles, folder)
    return costs


def main() -> None:
    """Print the table."""
    collect_rarely()
    costs = asyncio.run(measure())
    whole = sum(costs.values())
    for name, cost in costs.items():
        print(f"{name:24}{cost:7.2f} ms{cost / whole:8.0%}")
    print(f"{'all':24}{whole:7.2f} ms")


if __name__ == "__main__":
    main()
