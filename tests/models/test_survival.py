"""Runs that survive: killed at any moment, nothing is lost, and nothing that was committed is paid twice."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from summarize.schema.draft import ArticleDraft
from summarize.testing.server import Asked, Reply, ScriptedServer, answer

KILLS = 10
ARTICLES = 500
IN_FLIGHT = 32
REFUSED, REASKED = 7, 9  # of every fifty articles, the one that is refused and the one that is asked again

Step = tuple[int, bool]
"""An article's number, and whether the request is its re-ask."""


def text(number: int) -> str:
    return f"Article {number:04} came. Two men fled from the port on Tuesday, the army said."


def step_of(asked: Asked) -> Step:
    return int(asked.article.split()[1]), asked.is_reask


def reply(asked: Asked) -> Reply:
    """Every article has an answer of its own; some are refused, some answered wrongly first."""
    number, is_reask = step_of(asked)
    if number % 50 == REFUSED:
        return answer(refusal="No.", delay=0.02)
    if number % 50 == REASKED and not is_reask:
        return answer("nonsense", delay=0.02)
    said = {"text": f"Article {number:04} came.", "s": [1]}
    return answer(
        ArticleDraft.model_validate({"summary": [said], "incidents": [], "aggregates": [], "no_incident": None}),
        delay=0.02,
    )


def committed(ledger: Path) -> set[Step]:
    """The requests whose answers the ledger holds; an article's re-ask follows its first request."""
    if not ledger.exists():
        return set()
    query = "SELECT article, count(DISTINCT key) FROM call WHERE outcome = 'complete' GROUP BY article"
    with closing(sqlite3.connect(ledger)) as connection:
        counts = connection.execute(query).fetchall()
    return {(int(article[1:]), bool(step)) for article, count in counts for step in range(count)}


async def start(folder: Path, server: ScriptedServer) -> asyncio.subprocess.Process:
    """The command that is killed and run again."""
    options = ["--ledger", "l.sqlite", "--concurrency", str(IN_FLIGHT), "-o", "out.jsonl", "--model", "openai/x"]
    command = [sys.executable, "-m", "summarize", *options, "--base-url", server.base_url, "in.jsonl"]
    return await asyncio.create_subprocess_exec(*command, cwd=folder, stdout=-1, stderr=-1)


async def finished(folder: Path, server: ScriptedServer) -> tuple[bytes, bytes]:
    """Reports and error rows of a run that nobody disturbs."""
    process = await start(folder, server)
    await process.communicate()
    assert process.returncode == 1  # some articles are refused
    return (folder / "out.jsonl").read_bytes(), (folder / "out.jsonl.errors.jsonl").read_bytes()


async def kill_one(folder: Path, server: ScriptedServer, moments: random.Random) -> None:
    """Start a run and kill it somewhere on its way."""
    process = await start(folder, server)
    target = len(server.asked) + moments.randrange(5, ARTICLES // KILLS)
    await asyncio.wait_for(server.arrived(target), 60)
    await asyncio.sleep(moments.random() * 0.05)
    process.kill()
    await process.communicate()
    assert process.returncode == -9
    assert not (folder / "out.jsonl").exists()


@pytest.mark.slow
async def test_a_killed_run_loses_and_repeats_nothing(tmp_path: Path) -> None:
    """SIGKILL at ten moments: no committed answer is asked for again, and the output is that of an undisturbed run."""
    rows = "".join(json.dumps({"id": f"a{number}", "text": text(number)}) + "\n" for number in range(ARTICLES))
    (tmp_path / "in.jsonl").write_text(rows)
    moments = random.Random(4)  # noqa: S311 - moments, not secrets
    kept: list[tuple[int, set[Step]]] = []
    async with ScriptedServer(reply) as server:
        for _ in range(KILLS):
            await kill_one(tmp_path, server, moments)
            kept.append((len(server.asked), committed(tmp_path / "l.sqlite")))
        disturbed = await finished(tmp_path, server)
        asked = [step_of(request) for request in server.asked]
        (tmp_path / "l.sqlite").unlink()
        (tmp_path / "out.jsonl.errors.jsonl").unlink()
        assert await finished(tmp_path, server) == disturbed
    assert kept[0][1]
    assert [there & set(asked[since:]) for since, there in kept] == [set()] * KILLS
    assert len(asked) - len(set(asked)) <= KILLS * IN_FLIGHT
    _is_complete(*disturbed)


def _is_complete(reports: bytes, errors: bytes) -> None:
    """Every article has its own report or its error row, in order."""
    refused = [number for number in range(ARTICLES) if number % 50 == REFUSED]
    answered = [number for number in range(ARTICLES) if number % 50 != REFUSED]
    summaries = [json.loads(line)["summary"][0]["text"] for line in reports.splitlines()]
    assert summaries == [f"Article {number:04} came." for number in answered]
    assert [json.loads(line)["article"] for line in errors.splitlines()] == [f"a{number}" for number in refused]
