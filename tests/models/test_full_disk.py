"""A ledger on a full disk: the run stops with a sentence, what was committed stays, and room makes it go on."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.testing.server import ScriptedServer, answer

ARTICLES = 60
SMALL, LARGE = "300k", "30m"  # sizes of the disk; the ledger of the whole run has about a megabyte

# In a namespace of its own the command may mount: a disk of that size, from a folder that outlives it.
WITHIN = 'mount -t tmpfs -o size="$0" disk disk && cp -a kept/. disk/ && "$@"; code=$?; cp -a disk/. kept/; exit $code'


def _can_mount() -> bool:
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    tried = [unshare, "-rm", "mount", "-t", "tmpfs", "disk", "/mnt"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


async def _summarize(folder: Path, server: ScriptedServer, size: str) -> tuple[int | None, str]:
    command = [sys.executable, "-m", "summarize", "--model", "openai/x", "--base-url", server.base_url]
    command += ["--ledger", "disk/ledger.sqlite", "-o", "out.jsonl", "in"]
    process = await asyncio.create_subprocess_exec(
        "unshare", "-rm", "sh", "-c", WITHIN, size, *command, cwd=folder, stdout=-1, stderr=-1
    )
    _, errors = await process.communicate()
    return process.returncode, errors.decode()


def _committed(ledger: Path) -> int:
    connection = sqlite3.connect(ledger)
    try:
        return int(connection.execute("SELECT count(*) FROM call WHERE outcome = 'complete'").fetchone()[0])
    finally:
        connection.close()


@pytest.mark.skipif(not _can_mount(), reason="a disk of a few kilobytes needs `unshare -rm` and a mount")
async def test_a_full_disk_stops_the_run_and_loses_nothing(tmp_path: Path) -> None:
    """Exit code 2, one sentence that says what to do, no traceback, no output; with room only the rest is asked."""
    for name in ("in", "disk", "kept"):
        (tmp_path / name).mkdir()
    for number in range(ARTICLES):
        (tmp_path / "in" / f"{number}.txt").write_text(f"Article {number}. Two men fled, the army said.")
    noise = "".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(4000))  # that does not compress
    async with ScriptedServer(lambda asked: answer(f"{asked.number} {noise}")) as server:
        code, errors = await _summarize(tmp_path, server, SMALL)
        assert code == 2
        stopped = [line for line in errors.splitlines() if "The ledger" in line]
        assert len(stopped) == 1, errors
        assert "database or disk is full. Make room on its disk, then run the same command again" in stopped[0]
        assert "Traceback" not in errors
        assert not (tmp_path / "out.jsonl").exists()
        committed, asked = _committed(tmp_path / "kept" / "ledger.sqlite"), len(server.asked)
        assert 0 < committed < asked
        code, _ = await _summarize(tmp_path, server, LARGE)
        assert code == 1  # the answers are nonsense: error rows
        assert len(server.asked) - asked == 2 * ARTICLES - committed
