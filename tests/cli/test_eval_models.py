"""`summarize eval` with a language model behind a server: recordings, samples, and what is not recorded."""

from __future__ import annotations

import asyncio
import json
import os
import shlex
import sys
from pathlib import Path

import pytest

from summarize.evaluation.gold import load_gold
from summarize.testing.server import Asked, Reply, ScriptedServer, answer

GOLD = Path(__file__).parents[1] / "data" / "gold"


async def evaluated(folder: Path, url: str, *arguments: str) -> tuple[int, str, str]:
    """The exit code, standard output and standard error of an eval of the server's model on the small gold."""
    everything = ["--gold", str(GOLD), "--split", "all", "--model", "openai/scripted", "--base-url", url, *arguments]
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "summarize", "eval", *everything),
        cwd=folder,
        env={**os.environ, "SUMMARIZE_LEDGER": str(folder / "own.sqlite")},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    return process.returncode or 0, out.decode(), err.decode()


def by_gold(asked: Asked) -> Reply:
    """Gold's own answer to the article in the request."""
    labelled = next(gold for gold in load_gold(GOLD).articles if str(gold.article.title) in asked.text)
    return answer(labelled.draft)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the command runs."""
    return tmp_path


async def test_a_recording_is_written_once_and_gated_offline(folder: Path) -> None:
    """The first eval asks and records; the second, without a server, gives the same run and passes its gate."""
    record = ("--record", "recording.jsonl", "--gate", "base.json")
    async with ScriptedServer(by_gold) as server:
        code, out, err = await evaluated(folder, server.base_url, *record, "--update", "-o", "first.json")
        assert code == 0, err
        assert len(server.asked) == 3
    assert "1.000" in out
    assert (folder / "recording.jsonl").exists()
    before = (folder / "recording.jsonl").read_bytes()
    code, out, err = await evaluated(folder, server.base_url, *record, "--offline", "-o", "second.json")
    assert code == 0, err
    assert (folder / "second.json").read_bytes() == (folder / "first.json").read_bytes()
    assert (folder / "recording.jsonl").read_bytes() == before
    assert not (folder / "own.sqlite").exists()


async def test_what_is_not_recorded_cannot_be_gated(folder: Path) -> None:
    """Offline without the answers: exit code 4, and the command that records them."""
    async with ScriptedServer(by_gold) as server:
        made = await evaluated(folder, server.base_url, "--record", "full.jsonl", "--gate", "base.json", "--update")
        assert made[0] == 0, made[2]
    code, _, err = await evaluated(
        folder, server.base_url, "--record", "empty.jsonl", "--offline", "--gate", "base.json", "-o", "run.json"
    )
    assert code == 4
    assert "Answers are not recorded on 3 of 3 articles" in err
    again = ("--model", "openai/scripted", "--split", "all", "--gold", GOLD, "--base-url", server.base_url)
    assert f"Record them: summarize eval {shlex.join(map(str, again))} --record empty.jsonl" in err
    assert not (folder / "run.json").exists()


async def test_samples_show_their_spread(folder: Path) -> None:
    """Two epochs ask twice for every article, and the table shows how far their figures lie apart."""
    async with ScriptedServer(lambda asked: answer() if asked.attempt else by_gold(asked)) as server:
        code, out, err = await evaluated(folder, server.base_url, "--epochs", "2", "-o", "run.json", "--reasks", "0")
        assert len(server.asked) == 6
    assert code == 0, err
    assert "over 2 samples" in out
    runs = [json.loads(path.read_text("utf-8")) for path in files_in(folder)]
    assert [run["run"]["epoch"] for run in runs] == [1, 2]
    values = {name[-2:]: found["slots.f1"]["value"] for name, found in runs[0]["figures"].items() if "#" in name}
    assert values == {"#1": 1.0, "#2": 0.0}


def files_in(folder: Path) -> list[Path]:
    """The runs of several subjects, a file each."""
    return sorted(folder.glob("run-*.json"))
