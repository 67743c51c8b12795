"""What the ledger's answers are used for: offline runs, fresh ones, and a second chance for what failed."""

from __future__ import annotations

import pytest

from summarize import ArticleError, Report
from summarize.errors import ErrorKind
from summarize.testing.server import Reply, ScriptedServer, answer

from .conftest import TEXT, Bench, always, good_draft


async def test_offline_answers_from_the_ledger_alone(bench: Bench) -> None:
    """A seen article is a report, an unseen one an error row, and no request leaves."""
    seen, unseen = "Two men fled. The army said so.", "Three men fled. The army said so."
    async with ScriptedServer() as server:
        await bench.run(server, seen)
        report, row = await bench.run(server, seen, unseen, offline=True)
        assert len(server.asked) == 1
    assert isinstance(report, Report)
    assert isinstance(row, ArticleError)
    assert row.kind is ErrorKind.NOT_RECORDED


async def test_refresh_asks_anew_and_once(bench: Bench) -> None:
    """What earlier runs recorded does not count, what this run recorded does."""
    async with ScriptedServer(always(answer(), answer(good_draft()))) as server:
        await bench.run(server)
        first, second = await bench.run(server, TEXT, TEXT, refresh=True)
        asked = len(server.asked)
    assert asked == 2
    assert isinstance(first, Report)
    assert isinstance(second, Report)


@pytest.mark.parametrize("failed", [answer(refusal="No."), answer("nonsense"), answer(finish="content_filter")])
async def test_retry_failed_asks_anew_for_failures_only(bench: Bench, failed: Reply) -> None:
    """The failed article is asked again, the newest answer wins from then on, and the others are replayed."""
    async with ScriptedServer(lambda asked: failed if "Three" in asked.text or asked.attempt else answer()) as server:
        texts = ("Two men fled. The army said so.", "Three men fled. The army said so.")
        await bench.run(server, *texts, reasks=0)
        assert len(server.asked) == 2
    async with ScriptedServer(port=server.port) as server:
        results = await bench.run(server, *texts, reasks=0, retry_failed=True)
        again = await bench.run(server, *texts, reasks=0)
        assert len(server.asked) == 1
    assert all(isinstance(result, Report) for result in (*results, *again))
