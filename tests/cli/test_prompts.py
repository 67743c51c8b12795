"""`summarize prompts` lists what is shipped, and shows what would be sent."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from summarize.article import Article
from summarize.prompt import load_prompt


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command's end."""
    command = [sys.executable, "-m", "summarize", "prompts", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_prompts_are_listed_with_their_hashes(tmp_path: Path) -> None:
    """A report's prompt can be found by its hash."""
    assert f"incident/v1  {load_prompt('incident/v1').sha256}" in run(cwd=tmp_path).stdout


def test_what_would_be_sent_is_shown(tmp_path: Path) -> None:
    """The messages as a run sends them, and their size on standard error."""
    text = "Two men fled from the port on Tuesday. The army said so."
    (tmp_path / "a.txt").write_text(text)
    shown = run("show", "incident", "--article", "a.txt", cwd=tmp_path)
    system, user = load_prompt().render(Article(text))
    assert shown.stdout == f"--- system\n{system['content']}\n--- user\n{user['content']}\n"
    assert "tokens" in shown.stderr


def test_an_unknown_prompt_is_one_line(tmp_path: Path) -> None:
    """It names those that there are."""
    (tmp_path / "a.txt").write_text("Two men fled.")
    shown = run("show", "nothing", "--article", "a.txt", cwd=tmp_path)
    assert shown.returncode == 2
    assert "incident/v1" in shown.stderr
