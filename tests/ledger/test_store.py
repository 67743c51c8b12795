"""The ledger: what was committed is found, by whomever, after whatever."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from summarize import Article, Report
from summarize.api import run
from summarize.ledger import Ledger
from summarize.ledger.calls import stored_call
from summarize.ledger.connection import connect
from summarize.settings import load_settings
from summarize.testing.server import ScriptedServer, answer
from tests.conftest import ROOT
from tests.ledger.conftest import SYSTEM, made_call

WRITER = [sys.executable, "-m", "tests.ledger.writing_process"]


def _body(name: str) -> bytes:
    return name.encode() * 200


async def test_a_call_comes_back_as_it_went_in(path: Path) -> None:
    """The request, answer, tokens, cost, latency and attempts are the same after the file was closed."""
    call = made_call("a", b'{"answer": "\xc3\xa4"}')
    async with Ledger(path) as ledger:
        number = await ledger.record(call)
    async with Ledger(path) as ledger:
        found = ledger.find(call.request.key)
    assert found is not None
    assert (found.id, found.body, found.usage, found.cost) == (number, call.body, call.usage, call.cost)
    connection = connect(path)
    stored = stored_call(connection, number)
    connection.close()
    assert stored is not None
    assert stored.call == call


async def test_the_newest_whole_answer_counts(path: Path) -> None:
    """A later failure hides no answer; a later answer replaces an earlier one; an unseen request has none."""
    first, failed, second = made_call("a", b"1"), made_call("a", None, "timeout"), made_call("a", b"2")
    async with Ledger(path) as ledger:
        assert ledger.find(first.request.key) is None
        await ledger.record(first)
        await ledger.record(failed)
        after_failure = ledger.find(first.request.key)
        await ledger.record(second)
        newest = ledger.find(first.request.key)
        assert ledger.find(made_call("b").request.key) is None
    assert after_failure is not None
    assert newest is not None
    assert (after_failure.body, newest.body) == (b"1", b"2")


async def test_shared_texts_are_kept_once(path: Path) -> None:
    """A hundred calls with one system message and one schema keep two shared texts, and whole requests come back."""
    calls = [made_call(str(number)) for number in range(100)]
    async with Ledger(path) as ledger:
        numbers = await asyncio.gather(*(ledger.record(call) for call in calls))
    connection = connect(path)
    assert connection.execute("SELECT count(*) FROM constant").fetchone() == (2,)
    stored = [stored_call(connection, number) for number in numbers]
    connection.close()
    assert [call.call.request.messages[0]["content"] for call in stored if call] == [SYSTEM] * 100


async def test_strange_values_are_kept(path: Path) -> None:
    """A file's name that is no UTF-8, a lone surrogate in the text and an absurd token count stop no run."""
    call = made_call("caf\udce9 \ud800")
    absurd = type(call.usage)(prompt=10**30)
    strange = type(call)(call.request, call.article, call.body, call.outcome, absurd)
    async with Ledger(path) as ledger:
        await ledger.record(strange)
        found = ledger.find(call.request.key)
    assert found is not None
    assert found.body == call.body
    assert found.usage.prompt == 2**63 - 1


def test_a_killed_writer_loses_no_committed_answer(path: Path) -> None:
    """After kill -9, again and again on one file, every answer that was reported committed is there, whole."""
    committed: list[str] = []
    for turn in range(5):
        command = [*WRITER, str(path), f"t{turn}", "100000"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
            assert process.stdout is not None
            committed += [process.stdout.readline().strip() for _ in range(10 + 17 * turn)]
            process.kill()
            committed += [line.strip() for line in process.stdout.read().splitlines(keepends=True) if line[-1] == "\n"]
    ledger = Ledger(path)
    for name in committed:
        found = ledger.find(made_call(name).request.key)
        assert found is not None, name
        assert found.body == _body(name)
    connection = connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_two_processes_share_a_ledger(path: Path) -> None:
    """Two processes that begin and fill one file at once both end well, and all their answers are there."""
    names = ("left", "right")
    processes = [
        subprocess.Popen([*WRITER, str(path), name, "150"], stdout=subprocess.DEVNULL, cwd=ROOT) for name in names
    ]
    assert [process.wait(timeout=60) for process in processes] == [0, 0]
    ledger = Ledger(path)
    keys = [made_call(f"{name}-{number}").request.key for name in names for number in range(150)]
    assert all(ledger.find(key) is not None for key in keys)


async def test_no_key_and_no_header_is_in_it(path: Path) -> None:
    """After a run with a key, neither the key nor the header's name is in the files or in what they hold."""
    key = "sk-canary-4711"
    async with ScriptedServer(lambda _: answer()) as server:
        flags = {"model": "openai/small", "base_url": server.base_url, "ledger": path}
        settings = load_settings(flags, folder=path.parent, environ={"SUMMARIZE_API_KEY": key})
        results = [result async for result in run(_one("A ship was hit near Aden on Monday."), settings)]
        asked = server.asked[0].headers["authorization"]
    assert [type(result) for result in results] == [Report]
    assert key in asked
    connection = connect(path)
    held = repr(stored_call(connection, 1)) + "\n".join(connection.iterdump())
    connection.close()
    raw = b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()))
    assert "A ship was hit near Aden" in held
    assert key not in held
    assert key.encode() not in raw
    assert "authorization" not in held.lower()


async def _one(text: str) -> AsyncIterator[Article]:
    yield Article(text, id="one")


def test_a_new_ledger_is_in_wal_mode(path: Path) -> None:
    """Readers do not wait for writers, and a commit is on the disk before it is reported."""
    ledger = Ledger(path)
    connection = connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    connection.close()
    assert ledger.newest() == 0


@pytest.mark.parametrize("count", [1, 3])
async def test_numbers_grow(path: Path, count: int) -> None:
    """The newest call's number is the one that the last record was given."""
    async with Ledger(path) as ledger:
        numbers = [await ledger.record(made_call(str(number))) for number in range(count)]
        assert ledger.newest() == max(numbers) == numbers[-1]
    assert sqlite3.connect(path).execute("SELECT count(*) FROM call").fetchone() == (count,)
