"""`summarize eval`, `compare` and `gold` as a maintainer uses them: real processes, real files, exit codes."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from summarize.article import Article
from summarize.errors import ArticleError
from summarize.evaluation.gold import load_gold
from summarize.pipeline import stream
from summarize.testing import DegradedGold, FaultRates

GOLD = Path(__file__).parents[1] / "data" / "gold"
COMMAND = [sys.executable, "-m", "summarize"]


def run(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command with its output caught."""
    everything = [*COMMAND, *map(str, arguments)]
    env = {**os.environ, **environment}
    return subprocess.run(everything, cwd=cwd, env=env, capture_output=True, text=True, check=False)


def save_reports(path: Path, rates: FaultRates) -> None:
    """Reports on the small gold as `summarize run -o` saves them, by a model of known faults."""
    gold = load_gold(GOLD).articles

    async def articles() -> AsyncIterator[Article | ArticleError]:
        for labelled in gold:
            yield labelled.article

    async def lines() -> list[str]:
        results = stream(articles(), DegradedGold(gold, rates, seed=1), window=2)
        return [result.model_dump_json() async for result in results if not isinstance(result, ArticleError)]

    path.write_text("\n".join(asyncio.run(lines())) + "\n", "utf-8")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with good and bad reports, a run of each, and a baseline made from the good ones."""
    folder = tmp_path_factory.mktemp("eval")
    save_reports(folder / "good.jsonl", FaultRates())
    save_reports(folder / "bad.jsonl", FaultRates(missed=1.0))
    scored = ("eval", "--gold", GOLD, "--split", "all")
    made = run(*scored, "--reports", "good.jsonl", "-o", "good.json", "--gate", "base.json", "--update", cwd=folder)
    assert made.returncode == 0, made.stderr
    assert "holds 8 floors on 3 articles" in made.stderr
    return folder


def scored(folder: Path, reports: str, *more: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return run("eval", "--gold", GOLD, "--split", "all", "--reports", reports, *more, cwd=folder, **environment)


def test_good_reports_pass_the_gate(saved: Path) -> None:
    """The tables on standard output, and exit code 0."""
    done = scored(saved, "good.jsonl", "--gate", "base.json")
    assert done.returncode == 0
    for line in ("micro F1, over all", "first_sentence", "smallest drop detectable"):
        assert line in done.stdout
    assert "below its floor" not in done.stdout


def test_bad_reports_close_the_gate(saved: Path) -> None:
    """Exit code 1, the floors and the articles that moved; on GitHub a summary and an annotation for each metric."""
    summary = saved / "summary.md"
    done = scored(saved, "bad.jsonl", "-o", "bad.json", "--gate", "base.json", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1
    assert "below its floor" in done.stdout
    assert "kareh-pier-drones" in done.stdout
    error = "::error title=Eval gate::micro F1, over all is .255, below its floor (baseline 1.000, floor 1.000)"
    assert error in done.stdout.splitlines()
    assert "summarize: The gate is closed: " in done.stderr
    assert "### gate" in summary.read_text("utf-8")
    assert json.loads((saved / "bad.json").read_text("utf-8"))["run"]["model"] == "degraded-gold"


def test_a_floor_is_not_lowered_without_leave(saved: Path) -> None:
    """--update refuses a run below the floors and leaves the baseline as it is; --allow-regression writes it."""
    before = (saved / "base.json").read_bytes()
    refused = scored(saved, "bad.jsonl", "--gate", "base.json", "--update")
    assert refused.returncode == 4
    assert "--allow-regression" in refused.stderr
    assert (saved / "base.json").read_bytes() == before
    (saved / "other.json").write_bytes(before)
    allowed = scored(saved, "bad.jsonl", "--gate", "other.json", "--update", "--allow-regression")
    assert allowed.returncode == 0
    assert (saved / "other.json").read_bytes() != before


def test_other_gold_cannot_be_gated_or_compared(saved: Path) -> None:
    """Exit code 4 for a baseline or a run of other articles."""
    done = scored(saved, "good.jsonl", "--only", "tarim-drill", "--gate", "base.json", "-o", "one.json")
    assert done.returncode == 4
    assert "different gold" in done.stderr
    assert not (saved / "one.json").exists()
    assert scored(saved, "good.jsonl", "--only", "tarim-drill", "-o", "one.json").returncode == 0
    assert run("compare", "good.json", "one.json", cwd=saved).returncode == 4


def test_only_what_failed_is_scored_again(saved: Path) -> None:
    """--failing scores the articles that lost points in a saved run; where none did it says so."""
    assert scored(saved, "bad.jsonl", "-o", "bad.json").returncode == 0
    again = scored(saved, "bad.jsonl", "--failing", "bad.json", "-o", "again.json")
    assert again.returncode == 0
    articles = json.loads((saved / "again.json").read_text("utf-8"))["articles"]
    assert [article["id"] for article in articles] == ["kareh-pier-drones", "kareh-pier-update"]
    none = scored(saved, "good.jsonl", "--failing", "good.json")
    assert (none.returncode, "lost points" in none.stderr) == (2, True)


def test_wrong_usage_is_one_line(saved: Path) -> None:
    """What is no report, an unknown output or suite, and flags at odds: exit code 2 and a line, no traceback."""
    (saved / "no.jsonl").write_text("{}\n", "utf-8")
    for arguments, said in (
        (("--reports", "no.jsonl"), "no.jsonl:1 is no report"),
        (("--reports", "good.jsonl", "-o", "run.docx"), "run.docx"),
        (("--reports", "good.jsonl", "--update"), "--gate"),
        (("nosuch",), "There is no suite nosuch"),
        (("--epochs", "2", "--offline"), "--epochs asks anew"),
    ):
        done = run("eval", "--gold", GOLD, "--split", "all", *arguments, cwd=saved)
        assert done.returncode == 2, done.stderr
        assert said in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_comparing_finds_what_is_worse(saved: Path) -> None:
    """Two runs of the same gold: three articles are too few to find anything, and a run equals itself."""
    assert scored(saved, "bad.jsonl", "-o", "bad.json").returncode == 0
    done = run("compare", "good.json", "bad.json", cwd=saved)
    assert done.returncode == 0
    assert "moved, worse" in done.stdout
    assert done.stderr == "summarize: No difference is beyond chance.\n"
    assert run("compare", "good.json", "gone.json", cwd=saved).returncode == 2


def test_gold_is_checked_and_counted(tmp_path: Path) -> None:
    """Exit code 0 for sound gold, 1 with file, line and field of each slip; stats print the fingerprint."""
    assert run("gold", "check", "--folder", GOLD, cwd=tmp_path).returncode == 0
    assert load_gold(GOLD).fingerprint in run("gold", "stats", "--folder", GOLD, cwd=tmp_path).stdout
    for source in GOLD.glob("*/*"):
        target = tmp_path / "gold" / source.parent.name / source.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(source.read_text("utf-8").replace('{q: "fuel pier"', '{q: "fuel depot"'), "utf-8")
    done = run("gold", "check", "--folder", tmp_path / "gold", "--only", "kareh-pier-drones", cwd=tmp_path)
    assert done.returncode == 1
    assert "kareh-pier-drones/labels.yaml:26: incidents[0].targets[0].q: " in done.stdout
