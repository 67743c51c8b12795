"""Answers read by other processes: the same reports, the same errors, the same questions asked again."""

from __future__ import annotations

import asyncio
import dataclasses
import os
from pathlib import Path

from summarize import ArticleError, Report
from summarize.models.reading import prepare
from summarize.testing.server import Asked, Reply, ScriptedServer, answer
from summarize.workers import Workers

from .conftest import TEXT, Bench, good_draft

ARTICLES = [f"{TEXT} The report came from desk {number}." for number in range(24)]


def _reply(asked: Asked) -> Reply:
    """By article: a good answer, one with an invented place, one that is no JSON, one that breaks the schema."""
    number = int(asked.raw.rpartition(b"from desk ")[2].split(b".")[0])
    good = good_draft().model_dump_json()
    replies = [good, good.replace("Larnaca", "Limassol"), "Sorry.", good.replace("drone_attack", "storm")]
    return answer(replies[number % len(replies)])


async def _results(ledger: Path, workers: Workers) -> tuple[list[str], list[str]]:
    """The results, and the requests as they were sent, sorted."""
    bench = Bench(ledger.parent)
    async with ScriptedServer(_reply) as server:
        model = dataclasses.replace(await bench.model(server, ledger=ledger), workers=workers)
        results = await bench.through(model, *ARTICLES)
    shown = [result.model_dump_json() if isinstance(result, Report) else repr(result) for result in results]
    assert {type(result) for result in results} == {Report, ArticleError}
    return shown, sorted(asked.text for asked in server.asked)


async def test_an_answer_is_the_same_wherever_it_is_read(tmp_path: Path) -> None:
    """Reports, error rows and re-asks are those of one process."""
    workers = Workers(1, after=0, prepare=prepare)
    while await workers.run(os.getpid) == os.getpid():  # noqa: ASYNC110 - the workers set no event
        await asyncio.sleep(0.01)
    assert await _results(tmp_path / "there", workers) == await _results(tmp_path / "here", Workers())
