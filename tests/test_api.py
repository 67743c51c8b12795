"""The library: a small pinned surface that works from plain code, async code and a running loop."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

import summarize
from summarize import Article, ArticleError, Report, asummarize_many, summarize_many
from summarize.errors import SettingsError

TEXT = "Two rockets hit the base near Erbil on Monday, the army said. No one was hurt."


def test_the_public_surface_is_pinned() -> None:
    """A name is added or taken away on purpose only."""
    assert summarize.__all__ == sorted(
        ["Article", "ArticleError", "Report", "asummarize_many", "ground", "summarize", "summarize_many"]
    )
    assert all(getattr(summarize, name) is not None for name in summarize.__all__)


def test_importing_costs_nothing_heavy() -> None:
    """`import summarize` loads neither pydantic nor a reader nor a model."""
    code = "import sys, summarize; print([m for m in ('pydantic', 'click', 'openai', 'asyncio') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_one_article_gives_one_report() -> None:
    """The report quotes the article's own words."""
    report = summarize.summarize(Article(TEXT))
    assert isinstance(report, Report)
    evidence = report.incidents[0].weapons[0].evidence[0]
    assert TEXT[evidence.start : evidence.end] == evidence.quote == "Two rockets"


def test_a_report_survives_a_round_trip() -> None:
    """JSON and back gives the same report."""
    report = summarize.summarize(Article(TEXT))
    assert Report.model_validate_json(report.model_dump_json()) == report


def test_one_failed_article_raises(tmp_path: Path) -> None:
    """For one article the error row is an exception."""
    with pytest.raises(ArticleError, match=r"nothing\.txt"):
        summarize.summarize(tmp_path / "nothing.txt")


def test_many_give_reports_and_rows_in_order(tmp_path: Path) -> None:
    """Paths, Articles and failures mix."""
    (tmp_path / "a.txt").write_text(TEXT)
    results = list(summarize_many([tmp_path / "a.txt", tmp_path / "gone.txt", Article(TEXT, id="third")]))
    assert [type(result) for result in results] == [Report, ArticleError, Report]


async def test_it_works_inside_a_running_loop() -> None:
    """Jupyter has a loop already: the plain functions work there too."""
    assert asyncio.get_running_loop().is_running()
    assert isinstance(summarize.summarize(Article(TEXT)), Report)
    assert [type(result) async for result in asummarize_many([Article(TEXT)])] == [Report]


async def test_a_single_input_is_no_list_of_letters(tmp_path: Path) -> None:
    """A folder or an Article may stand alone; the letters of a path are not read as paths."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    for one in (str(tmp_path), tmp_path, Article(TEXT)):
        assert [type(result) for result in summarize_many(one)] == [Report]
        assert [type(result) async for result in asummarize_many(one)] == [Report]


def test_stopping_early_ends_the_thread() -> None:
    """A caller that takes one of many leaves no thread behind."""
    import threading

    results = summarize_many(Article(f"{TEXT} {number}", id=str(number)) for number in range(1000))
    next(results)
    results.close()  # type: ignore[attr-defined]  # the iterator is a generator
    assert "summarize" not in {thread.name for thread in threading.enumerate()}


def test_a_wrong_option_is_told_at_the_call() -> None:
    """An unknown option is an error before anything is read."""
    with pytest.raises(SettingsError, match="widow"):
        summarize_many([Article(TEXT)], widow=3)


def test_results_do_not_depend_on_the_surroundings() -> None:
    """Hash seed, time zone and locale change no byte of the reports on real-sized articles, in any of several mixes."""
    root = Path(__file__).parents[1]
    command = [sys.executable, "-m", "summarize", "examples", "evals/gold/[a-c]*/article.md"]
    mixes = [
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Adak", "LC_ALL": "POSIX", "PYTHONUTF8": "1"},
    ]
    runs = [
        subprocess.run(command, cwd=root, env={**os.environ, **mix}, capture_output=True, check=True).stdout
        for mix in mixes
    ]
    assert runs[0].count(b"\n") > 10
    assert runs[1:] == runs[:1] * 2
