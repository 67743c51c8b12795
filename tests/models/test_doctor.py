"""The doctor finds what is wrong with a server before a run does, and says what to set."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from summarize.testing.server import Asked, Reply, ScriptedServer, answer, error


async def doctor(folder: Path, base_url: str, model: str = "openai/scripted") -> tuple[int | None, str]:
    """Exit code and output of the command."""
    command = [sys.executable, "-m", "summarize", "doctor", "--model", model, "--base-url", base_url]
    process = await asyncio.create_subprocess_exec(*command, cwd=folder, stdout=-1, stderr=-1)
    output, errors = await process.communicate()
    assert b"Traceback" not in errors
    return process.returncode, output.decode()


async def test_a_good_server_needs_nothing(tmp_path: Path) -> None:
    """Every mode is tried; the one a run uses works."""
    async with ScriptedServer(lambda asked: answer(tool="tools" in asked.body)) as server:
        code, output = await doctor(tmp_path, server.base_url)
    assert code == 0
    assert len(server.asked) == 3
    assert "lists scripted" in output
    assert "nothing to set" in output


async def test_the_mode_that_works_is_named(tmp_path: Path) -> None:
    """A server that fails on json_schema and ignores tools is asked for JSON objects."""

    def script(asked: Asked) -> Reply:
        kind = asked.body.get("response_format", {}).get("type")
        return error(500, "unsupported") if kind == "json_schema" else answer() if kind else answer("Hello!")

    async with ScriptedServer(script) as server:
        code, output = await doctor(tmp_path, server.base_url)
    assert code == 0
    assert "set --mode json_object" in output


@pytest.mark.parametrize(
    ("reply", "words"), [(error(401, "bad key"), "refuses the key"), (answer("nonsense"), "no mode gives a valid")]
)
async def test_a_server_that_does_not_work_ends_with_1(tmp_path: Path, reply: Reply, words: str) -> None:
    """It says what is wrong."""
    async with ScriptedServer(lambda _asked: reply, models=("other",)) as server:
        code, output = await doctor(tmp_path, server.base_url)
    assert code == 1
    assert words in output
    assert "does not list scripted; it lists: other" in output


async def test_nobody_there_is_said(tmp_path: Path) -> None:
    """A wrong address is no traceback."""
    code, output = await doctor(tmp_path, "http://127.0.0.1:9/v1")
    assert code == 1
    assert "The connection to http://127.0.0.1:9/v1 failed" in output
