"""Runs that survive: killed at any moment, or at a server that misbehaves, nothing is lost or paid twice."""

from __future__ import annotations

import asyncio
import json
import random
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from summarize import Report
from summarize.errors import ErrorKind
from summarize.models.openai import LARGEST_BODY
from summarize.testing.server import Asked, Reply, ScriptedServer, answer, error

from .conftest import Bench

ASKED_FIRST = 2  # messages of a request that is no re-ask
KILLS = 10
KILLED = 500  # articles of the kill test
CHAOTIC = 1000
SELDOM = 6  # one in so many of the drawn refusals for haste is one; the others are failures
SHARE = 0.3  # of the articles of the chaos test at which the server misbehaves


def text(number: int) -> str:
    return f"Article {number:04}. Two men fled from the port on Tuesday, the army said."


def number_of(asked: Asked) -> int:
    return int(asked.text.split("[1] Article ")[1][:4])


async def start(folder: Path, server: ScriptedServer) -> asyncio.subprocess.Process:
    """The command that is killed and run again."""
    options = ["--ledger", "l.sqlite", "--concurrency", "32", "-o", "out.jsonl", "--model", "openai/x"]
    command = [sys.executable, "-m", "summarize", *options, "--base-url", server.base_url, "in.jsonl"]
    return await asyncio.create_subprocess_exec(*command, cwd=folder, stdout=-1, stderr=-1)


@pytest.mark.slow
async def test_a_killed_run_loses_and_repeats_nothing(tmp_path: Path) -> None:
    """SIGKILL at ten moments: no committed answer is paid twice, and the output is that of an undisturbed run."""
    rows = "".join(json.dumps({"id": f"a{number}", "text": text(number)}) + "\n" for number in range(KILLED))
    (tmp_path / "in.jsonl").write_text(rows)
    moments = random.Random(4)  # noqa: S311 - moments, not secrets
    async with ScriptedServer(lambda _asked: answer(delay=0.02)) as server:
        for kill in range(KILLS):
            process = await start(tmp_path, server)
            target = len(server.asked) + moments.randrange(5, KILLED // KILLS)
            await asyncio.wait_for(server.arrived(target), 30)
            await asyncio.sleep(moments.random() * 0.05)
            process.kill()
            await process.communicate()
            assert not (tmp_path / "out.jsonl").exists(), f"kill {kill}"
        before = _recorded(tmp_path / "l.sqlite")
        asked = len(server.asked)
        process = await start(tmp_path, server)
        await process.communicate()
        assert process.returncode == 0
        assert len(server.asked) - asked == KILLED - before
        assert max(Counter(number_of(request) for request in server.asked).values()) <= KILLS
        assert len(server.asked) - KILLED <= KILLS * 32
        disturbed = (tmp_path / "out.jsonl").read_bytes()
        (tmp_path / "l.sqlite").unlink()
        process = await start(tmp_path, server)
        await process.communicate()
    assert (tmp_path / "out.jsonl").read_bytes() == disturbed
    assert len(disturbed.splitlines()) == KILLED


def _recorded(path: Path) -> int:
    """How many answers were committed."""
    import sqlite3

    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(DISTINCT key) FROM call WHERE outcome = 'complete'").fetchone()[0])
    finally:
        connection.close()


WAYS: dict[str, tuple[Reply, ErrorKind]] = {
    "429": (error(429, "Slow down"), ErrorKind.RATE_LIMITED),
    "429 with Retry-After": (error(429, "Slow down", headers={"retry-after": "0.02"}), ErrorKind.RATE_LIMITED),
    "500": (error(500, "Oops"), ErrorKind.SERVER_ERROR),
    "dropped before": (Reply(0), ErrorKind.UNREACHABLE),
    "dropped mid-body": (Reply(body=answer().body, sent=40), ErrorKind.UNREACHABLE),
    "garbage": (Reply(body=b"\x00\x01\xff"), ErrorKind.BAD_RESPONSE),
    "HTML 200": (Reply(body=b"<html>", headers={"content-type": "text/html"}), ErrorKind.BAD_RESPONSE),
    "truncated JSON": (Reply(body=answer().body[:60]), ErrorKind.BAD_RESPONSE),
    "wrong schema": (answer('{"summary": 1}'), ErrorKind.INVALID_ANSWER),
    "refusal": (answer(refusal="No."), ErrorKind.REFUSED),
    "content filter": (answer(finish="content_filter"), ErrorKind.CONTENT_FILTER),
    "cut off": (answer("{", finish="length"), ErrorKind.TRUNCATED),
    "too long": (error(400, "Too much", code="context_length_exceeded"), ErrorKind.ARTICLE_TOO_LONG),
    "huge": (Reply(body=b" " * (LARGEST_BODY + 1)), ErrorKind.BAD_RESPONSE),
}


def way_of(number: int) -> str | None:
    """How the server misbehaves at an article; the same in every run.

    Refusals for haste are few: each slows the whole run down, as it should.
    """
    drawn = int.from_bytes(sha256(b"%d" % number).digest()[:4]) / 2**32
    way = list(WAYS)[int(drawn / SHARE * len(WAYS))] if drawn < SHARE else None
    return "500" if way and way.startswith("429") and number % SELDOM else way


_IN_THE_ANSWER = {
    ErrorKind.REFUSED,
    ErrorKind.CONTENT_FILTER,
    ErrorKind.TRUNCATED,
    ErrorKind.ARTICLE_TOO_LONG,
}
"""What is not tried again: it lies in the answer, or will be the same each time."""


def expected(number: int) -> ErrorKind | None:
    """The error of an article; None where a report comes of it, at once or in the end.

    At odd articles the server misbehaves once, at even ones for good; it never refuses for haste for good.
    """
    kind = WAYS[way][1] if (way := way_of(number)) else None
    passes = number % 2 == 1 and kind not in _IN_THE_ANSWER
    return None if passes or kind is ErrorKind.RATE_LIMITED else kind


def chaos(asked: Asked) -> Reply:
    """Misbehave as `expected` says."""
    number = int(str(asked.body["messages"][1]["content"]).split("[1] Article ")[1][:4])
    way = way_of(number)
    if way is None or (asked.attempt and expected(number) is None):
        return answer()
    return WAYS[way][0] if len(asked.body["messages"]) == ASKED_FIRST or number % 2 == 0 else answer()


@pytest.mark.slow
async def test_chaos_gives_a_report_or_the_right_error_for_every_article(bench: Bench) -> None:
    """Three in ten articles meet misbehaviour; what the server did to each is what its row says."""
    async with ScriptedServer(chaos) as server:
        results = await bench.run(server, *(text(number) for number in range(CHAOTIC)), concurrency=16)
    kinds = [None if isinstance(result, Report) else result.kind for result in results]
    assert kinds == [expected(number) for number in range(CHAOTIC)]
    assert {way_of(number) for number in range(CHAOTIC)} == {None, *WAYS}
