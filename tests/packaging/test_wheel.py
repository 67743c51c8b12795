"""The wheel holds the program and all of its content, and the command that it installs works alone."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.package, pytest.mark.enable_socket]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def _tracked(*folders: str) -> set[str]:
    listed = subprocess.run(["git", "ls-files", *folders], cwd=ROOT, check=True, capture_output=True, text=True)
    return set(listed.stdout.split("\n")) - {""}


def test_the_wheel_holds_what_git_holds(wheel: Path) -> None:
    """Every tracked file of prompts, schemas, evals and the package is in the wheel, and nothing untracked is."""
    names = set(zipfile.ZipFile(wheel).namelist())
    content = {f"summarize/_content/{name}" for name in _tracked("prompts", "schemas", "evals")}
    package = _tracked("summarize")
    assert content | package == {name for name in names if name.startswith("summarize/")}
    assert len(content) > 50


def test_no_other_package_is_shadowed(wheel: Path) -> None:
    """The wheel installs one top-level package; `schemas` and `evals` would break their users' own modules."""
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"summarize"}


def test_the_installed_command_works_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """A fresh environment with the wheel prints the schema and reports on an article, far from the checkout."""
    place = tmp_path / "venv"
    venv.create(place, system_site_packages=False, with_pip=True)
    python = place / "bin" / "python"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    # Dependencies come from the environment that runs the tests: what is tried here is our own wheel.
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", wheel], check=True, env=environment)
    environment["PYTHONPATH"] = str(Path(pytest.__file__).parents[1])
    article = tmp_path / "a.txt"
    article.write_text("Two rockets hit the base near Erbil on Monday, the army said. No one was hurt.\n")
    run = [str(place / "bin" / "summarize"), "--format", "jsonl", str(article)]
    done = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") == 1
    where = "import summarize.content as c; print(c.content_path('schemas', 'draft.v1.json'))"
    shown = subprocess.check_output([python, "-c", where], cwd=tmp_path, env=environment, text=True)
    assert str(place) in shown
