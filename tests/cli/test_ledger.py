"""`summarize ledger` as a person uses it."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

from summarize.ledger import Ledger
from tests.conftest import ROOT
from tests.ledger.conftest import made_call


def _ledger(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "summarize", "ledger", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


async def _fill(path: Path) -> None:
    async with Ledger(path) as ledger:
        await ledger.start_run(model="openai/small", base_url="http://127.0.0.1:1/v1", prompt="0" * 64)
        await ledger.record(made_call("a"))
        await ledger.record(made_call("b", None, "timeout"))


def test_runs_and_spending_are_listed(tmp_path: Path) -> None:
    """A run is a line with its calls, failures, tokens and cost; the last line sums up."""
    path = tmp_path / "ledger.sqlite"
    asyncio.run(_fill(path))
    done = _ledger("--ledger", path)
    assert done.returncode == 0, done.stderr
    _, line, total = done.stdout.splitlines()
    assert line.split()[2:] == ["openai/small", "2", "1", "2,000", "400", "0.5000"]
    assert total == "Runs: 1; calls: 2; 0.5000 USD."


async def _begin(path: Path, runs: int) -> None:
    async with Ledger(path) as ledger:
        for number in range(runs):
            await ledger.start_run(model=f"openai/m{number}", base_url="http://127.0.0.1:1/v1", prompt="0" * 64)
            await ledger.record(made_call(f"a{number}"))


def test_the_newest_runs_come_first_and_older_ones_are_counted(tmp_path: Path) -> None:
    """`--limit` bounds the list; the last lines say how many runs it leaves out, and what all of them cost."""
    path = tmp_path / "ledger.sqlite"
    asyncio.run(_begin(path, 23))
    _, *runs, more, total = _ledger("--ledger", path).stdout.splitlines()
    assert [line.split()[2] for line in runs] == [f"openai/m{number}" for number in range(22, 2, -1)]
    assert more == "Older runs that are not listed: 3; --limit N lists more."
    assert total == "Runs: 23; calls: 23; 5.7500 USD."
    assert len(_ledger("--ledger", path, "--limit", "23").stdout.splitlines()) == 25


def test_a_call_is_shown_and_an_unknown_one_is_an_error(tmp_path: Path) -> None:
    """`show` prints the request and the answer as JSON; an unknown number is one sentence and exit code 2."""
    path = tmp_path / "ledger.sqlite"
    asyncio.run(_fill(path))
    shown = json.loads(_ledger("--ledger", path, "show", 1).stdout)
    assert shown["request"]["messages"][1]["content"] == "Article a: a ship was hit."
    assert shown["body"] == {"choices": []}
    missing = _ledger("--ledger", path, "show", 99)
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "has no call 99" in missing.stderr


def test_a_ledger_goes_through_a_file(tmp_path: Path) -> None:
    """What `export` writes, `import` takes into a new ledger once; both say what they did."""
    first, second, file = tmp_path / "first.sqlite", tmp_path / "new" / "second.sqlite", tmp_path / "recording.jsonl"
    asyncio.run(_fill(first))
    exported = _ledger("--ledger", first, "export", file)
    assert "whole articles" in exported.stderr
    assert "1 of 1 answers were new" in _ledger("--ledger", second, "import", file).stderr
    assert "0 of 1 answers were new" in _ledger("--ledger", second, "import", file).stderr
    assert Ledger(second).find(made_call("a").request.key) is not None


def test_no_ledger_is_said(tmp_path: Path) -> None:
    """To list a ledger that is not there makes none."""
    done = _ledger("--ledger", tmp_path / "none.sqlite")
    assert done.returncode == 2
    assert "There is no ledger at" in done.stderr
    assert list(tmp_path.iterdir()) == []
