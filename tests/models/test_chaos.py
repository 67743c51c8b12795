"""Chaos: a server that goes wrong in every way it can costs no article, and each row says what the server did."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from summarize import ArticleError, Report
from summarize.models.openai import LARGEST_BODY
from summarize.testing.misbehaviour import MEGABYTE, MISBEHAVIOURS, Chaos, expected_kind
from summarize.testing.server import ScriptedServer, Served

from .conftest import IMPATIENT, Bench

ARTICLES = 1000
BUFFERS = 24 * MEGABYTE  # what a server can send before it notices that nobody reads: buffers of kernel and client


def text(number: int) -> str:
    return f"Article {number:04} came. Two men fled from the port on Tuesday, the army said."


def number_of(row: Served) -> int:
    return int(row.article.split()[1])


@pytest.mark.slow
async def test_chaos_gives_a_report_or_the_right_error_for_every_article(bench: Bench) -> None:
    """Three in ten requests go wrong: no article is lost or doubled, and its row is what the server's log says."""
    async with ScriptedServer(Chaos()) as server:
        model = await bench.model(server, concurrency=64)
        results = await bench.through(model, *(text(number) for number in range(ARTICLES)), window=ARTICLES)
    done: defaultdict[int, list[str]] = defaultdict(list)
    for row in server.log:
        done[number_of(row)].append(row.name)
    assert [_article(result) for result in results] == [f"a{number}" for number in range(ARTICLES)]
    assert [_kind(result) for result in results] == [expected_kind(done[number]) for number in range(ARTICLES)]
    assert all(_given_up_in_time(names) for names in done.values())
    _is_chaos(server.log)


def _is_chaos(log: list[Served]) -> None:
    """Every way was met, as last words too, in three of ten requests; no huge body was read to its end."""
    wrong = [row for row in log if row.name in MISBEHAVIOURS]
    assert {row.name for row in wrong} == set(MISBEHAVIOURS)
    assert 0.25 < len(wrong) / len(log) < 0.35
    assert max(row.sent for row in log) < LARGEST_BODY + BUFFERS


def _given_up_in_time(names: list[str]) -> bool:
    """What may pass was tried as often as patience allows, and no request follows a last word."""
    last = MISBEHAVIOURS.get(names[-1])
    tries = [name in MISBEHAVIOURS and MISBEHAVIOURS[name].passes for name in names]
    if last is None or not last.passes:
        return True
    return tries[-IMPATIENT.attempts :] == [True] * IMPATIENT.attempts


def _article(result: Report | ArticleError) -> str:
    return result.article.id if isinstance(result, Report) else result.article


def _kind(result: Report | ArticleError) -> str | None:
    return None if isinstance(result, Report) else result.kind


@pytest.mark.parametrize(("status", "kind"), [(200, "bad_response"), (502, "server_error")])
async def test_a_body_of_300_megabytes_is_left_at_eight(bench: Bench, status: int, kind: str) -> None:
    """The blanks before the answer are legal JSON: only the limit ends the reading, by the server's own count."""
    huge = replace(MISBEHAVIOURS["300 MB"].reply, status=status)
    async with ScriptedServer(lambda _asked: huge) as server:
        (row,) = await bench.run(server)
    assert isinstance(row, ArticleError)
    assert row.kind == kind
    assert [served.sent < LARGEST_BODY + BUFFERS for served in server.log] == [True] * IMPATIENT.attempts
