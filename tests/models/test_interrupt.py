"""Ctrl-C and budgets at the command: what is in flight comes back, and the same command goes on from there."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

from summarize.testing.server import Asked, Reply, ScriptedServer, answer


def articles(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(f"Article {number}. Two men fled from the port, the army said.")


async def start(folder: Path, server: ScriptedServer, *arguments: str) -> asyncio.subprocess.Process:
    command = [sys.executable, "-m", "summarize", "--model", "openai/x", "--base-url", server.base_url]
    command += ["--ledger", "l.sqlite", *arguments]
    return await asyncio.create_subprocess_exec(*command, cwd=folder, stdout=-1, stderr=-1)


async def test_an_interrupted_run_goes_on_where_it_was(tmp_path: Path) -> None:
    """The calls in flight come back and are recorded, exit code 130, and the second run asks only for the rest."""
    articles(tmp_path, 30)
    full, released = asyncio.Event(), asyncio.Event()

    async def script(asked: Asked) -> Reply:
        if asked.number == 11:
            full.set()
        if asked.number >= 4:
            await released.wait()
        return answer()

    async with ScriptedServer(script) as server:
        process = await start(tmp_path, server, "--concurrency", "8", "-o", "out.jsonl", "[0-9]*.txt")
        await full.wait()
        process.send_signal(signal.SIGINT)
        await asyncio.sleep(0.3)
        released.set()
        _, errors = await process.communicate()
        assert process.returncode == 130
        assert b"paid call(s)" in errors
        assert b"Run the same command again to go on" in errors
        assert b"Traceback" not in errors
        assert not (tmp_path / "out.jsonl").exists()
        assert len(server.asked) == 12
        process = await start(tmp_path, server, "-o", "out.jsonl", "[0-9]*.txt")
        await process.communicate()
    assert process.returncode == 0
    assert len(server.asked) == 30
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 30


async def test_a_second_interrupt_stops_at_once(tmp_path: Path) -> None:
    """Nobody has to wait for a server that hangs."""
    articles(tmp_path, 3)
    hanging = asyncio.Event()

    def script(asked: Asked) -> Reply:
        if asked.number == 2:
            hanging.set()
        return answer(delay=60)

    async with ScriptedServer(script) as server:
        process = await start(tmp_path, server, "[0-9]*.txt")
        await hanging.wait()
        process.send_signal(signal.SIGINT)
        await asyncio.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, errors = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 130
    assert b"Traceback" not in errors


async def test_a_spent_budget_ends_with_exit_code_3(tmp_path: Path) -> None:
    """The line says what was spent and how to go on."""
    articles(tmp_path, 5)
    async with ScriptedServer(lambda _asked: answer(tokens=(5000, 500))) as server:
        process = await start(tmp_path, server, "--price", "1,10", "--budget", "0.13", "[0-9]*.txt")
        _, errors = await process.communicate()
    assert process.returncode == 3
    assert b"larger --budget" in errors
    assert b"calls, " in errors
