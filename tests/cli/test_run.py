"""`summarize run` as a person uses it: real processes, real files, real terminals."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarize.schema.report import Report

TEXT = "Two rockets hit the base near Erbil on Monday, the army said. No one was hurt.\n"
COMMAND = [sys.executable, "-m", "summarize"]


def run(*arguments: str | Path, cwd: Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """The command with its output caught."""
    env = {**os.environ, **environment}
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], cwd=cwd, env=env, input=stdin, capture_output=True, text=True, check=False
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article that has an incident."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_pipe_gets_json_lines_and_nothing_else(article: Path) -> None:
    """Not on a terminal the output is a report a line; standard error is quiet about what went well."""
    done = run(article.name, cwd=article.parent)
    assert done.returncode == 0
    reports = [Report.model_validate_json(line) for line in done.stdout.splitlines()]
    assert [report.article.id for report in reports] == ["a.txt"]
    assert done.stderr == ""


def test_run_is_the_default_command(article: Path) -> None:
    """`summarize FILE` and `summarize run FILE` are the same, flags before or behind."""
    plain = run(article.name, cwd=article.parent)
    for arguments in (["run", article.name], ["--format", "jsonl", article.name], [article.name, "--format", "jsonl"]):
        assert run(*arguments, cwd=article.parent).stdout == plain.stdout


def test_a_failed_article_is_one_line_and_the_others_go_on(article: Path) -> None:
    """Exit code 1, the report on standard output, one line on standard error."""
    done = run("gone.txt", article.name, cwd=article.parent)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert len(done.stderr.splitlines()) == 1
    assert "gone.txt" in done.stderr


def test_error_rows_go_beside_the_output(article: Path) -> None:
    """`-o F` writes F and F.errors.jsonl; a later run without failures takes the stale one away."""
    folder = article.parent
    assert run("gone.txt", article.name, "-o", "out.jsonl", cwd=folder).returncode == 1
    rows = [json.loads(line) for line in (folder / "out.jsonl.errors.jsonl").read_text().splitlines()]
    assert [(row["article"], row["kind"]) for row in rows] == [("gone.txt", "not_found")]
    assert rows[0]["advice"]
    assert run(article.name, "-o", "out.jsonl", cwd=folder).returncode == 0
    assert not (folder / "out.jsonl.errors.jsonl").exists()


@pytest.mark.parametrize(
    ("name", "begins"),
    [("o.json", "["), ("o.jsonl", "{"), ("o.csv", "article,"), ("o.md", "# "), ("o.html", "<!doctype html>")],
)
def test_the_suffix_of_the_output_names_the_format(article: Path, name: str, begins: str) -> None:
    """Each suffix gives its format."""
    assert run(article.name, "-o", name, cwd=article.parent).returncode == 0
    assert (article.parent / name).read_text(encoding="utf-8").lower().startswith(begins)


def test_an_output_file_is_written_whole_or_not_at_all(article: Path) -> None:
    """A run that is killed leaves the old file as it was, and no half of a new one under its name."""
    folder = article.parent
    (folder / "out.jsonl").write_text("old\n")
    os.mkfifo(folder / "slow.txt")  # reading it hangs until somebody writes
    process = subprocess.Popen([*COMMAND, article.name, "slow.txt", "-o", "out.jsonl"], cwd=folder)
    time.sleep(2)
    process.kill()
    process.wait()
    assert (folder / "out.jsonl").read_text() == "old\n"


def test_a_full_disk_is_one_sentence(article: Path) -> None:
    """Standard output and an output file on a full disk end with exit code 2 and no traceback."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, article.name], cwd=article.parent, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "No space left" in done.stderr
    done = run(article.name, "-o", "/dev/full", cwd=article.parent)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_missing_output_folder_is_one_sentence(article: Path) -> None:
    """The message names the file and what to do."""
    done = run(article.name, "-o", "no/such/out.csv", cwd=article.parent)
    assert done.returncode == 2
    assert "out.csv" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_closed_pipe_ends_quietly(article: Path) -> None:
    """`| head -1` gets its line; nothing is said."""
    many = article.parent / "many.jsonl"
    many.write_text("".join(json.dumps({"text": f"{TEXT} {number}"}) + "\n" for number in range(2000)))
    shell = f"set -o pipefail; {sys.executable} -m summarize many.jsonl | head -1"
    done = subprocess.run(["bash", "-c", shell], cwd=article.parent, capture_output=True, text=True, check=False)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""
    assert done.returncode == 0  # of a pipe that fails where any of its commands does


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("a.txt >&-", 2, "Standard output cannot be written"),
        ("schema report >&-", 2, "Standard output cannot be written"),
        ("schema report >/dev/full", 2, "Standard output cannot be written"),
        ("a.txt 2>&-", 0, ""),
        ("- <&-", 1, "Standard input is closed"),
    ],
)
def test_closed_streams_are_no_traceback(article: Path, command: str, code: int, said: str) -> None:
    """A shell may close any of them: what cannot be said is not said elsewhere, what cannot be done is one sentence."""
    shell = f"{sys.executable} -m summarize {command}"
    done = subprocess.run(["bash", "-c", shell], cwd=article.parent, capture_output=True, text=True, check=False)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert len(done.stderr.splitlines()) == (1 if said else 0)


def test_an_unknown_suffix_of_the_output_asks_for_the_format(article: Path) -> None:
    """Nobody gets JSON Lines in a file named .docx."""
    done = run(article.name, "-o", "out.docx", cwd=article.parent)
    assert done.returncode == 2
    assert "--format" in done.stderr
    assert not (article.parent / "out.docx").exists()
    assert run(article.name, "-o", "out.docx", "--format", "html", cwd=article.parent).returncode == 0


def test_the_bar_goes_and_comes_only_for_what_is_printed_there(article: Path) -> None:
    """With -o FILE it is wiped away once, at the end; an error row stands on a line of its own."""
    (article.parent / "many").mkdir()
    for number in range(30):
        (article.parent / "many" / f"{number}.txt").write_text(f"{TEXT} It was attack {number}.", encoding="utf-8")
    shown = _on_a_terminal("many", "-o", "out.csv", cwd=article.parent).decode()
    assert "30/30" in shown
    assert shown.count("\x1b[?25h") == 1  # the cursor is shown again
    shown = _on_a_terminal("gone.txt", "many", "-o", "out.csv", cwd=article.parent).decode()
    assert "\r\x1b[1A\x1b[2Ksummarize: gone.txt: There is no such file. Check the path.\r\n" in shown


def test_interrupting_ends_with_130(article: Path) -> None:
    """Ctrl-C says so in one line."""
    os.mkfifo(article.parent / "slow.txt")
    process = subprocess.Popen(
        [*COMMAND, "slow.txt"], cwd=article.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert errors.splitlines()[-1] == "summarize: Interrupted."
    assert "Traceback" not in errors


def test_what_the_output_cannot_encode_is_escaped(tmp_path: Path) -> None:
    """An ASCII pipe gets every report."""
    (tmp_path / "a.txt").write_text(
        "Two “rockets” hit Ain\u00a0al-Asad on Monday, said Cpl. Núñez.\n", encoding="utf-8"
    )
    done = run("a.txt", "--format", "text", cwd=tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert "\\u201c" in done.stdout


def _on_a_terminal(*arguments: str, cwd: Path) -> bytes:
    """What the command writes to a real (pseudo) terminal."""
    leader, follower = pty.openpty()
    process = subprocess.Popen([*COMMAND, *arguments], cwd=cwd, stdout=follower, stderr=follower, stdin=follower)
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # Linux says EIO when the other side has gone
            break
        if not piece:
            break
        shown += piece
    process.wait()
    os.close(leader)
    return shown


def test_escape_sequences_of_an_article_never_reach_the_terminal(tmp_path: Path) -> None:
    """Clearing the screen, setting the title, colours, the eight-bit CSI, bidi overrides: shown, not obeyed."""
    evil = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202e"
    text = f'---\ntitle: "x\\e[2J"\n---\nTwo rockets hit Erbil on Monday.\nIt was late{evil}.\n'
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    for style in ("text", "jsonl", "markdown", "csv"):
        shown = _on_a_terminal("a.md", "gone\x1b[2J.txt", "--format", style, cwd=tmp_path).decode()
        assert "\x1b[2J" not in shown.replace("\x1b[2K", "")
        assert "\x1b]0;" not in shown
        assert "\x9b" not in shown
        assert "\u202e" not in shown or style in {"jsonl", "csv"}
        assert "rockets" in shown


def test_a_terminal_gets_text_to_read(article: Path) -> None:
    """Headings and quotes instead of JSON."""
    shown = _on_a_terminal(article.name, cwd=article.parent).decode()
    assert "NEWS" in shown
    assert "“Two rockets”" in shown
    assert '{"schema_version"' not in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "jsonl"),
        ("a.txt", "--format", "nonsense"),
        ("a.txt", "--model", "nonsense"),
        ("a.txt", "--published", "yesterday"),
        ("a.txt", "--no-such-flag"),
    ],
)
def test_wrong_usage_is_exit_code_2(article: Path, arguments: tuple[str, ...]) -> None:
    """Each is told on standard error without a traceback, and nothing is printed."""
    done = run(*arguments, cwd=article.parent)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_standard_input_and_lists_of_files_are_read(article: Path) -> None:
    """`-` reads the article, `--files-from -` its inputs."""
    folder = article.parent
    assert json.loads(run("-", cwd=folder, stdin=TEXT).stdout)["article"]["id"] == "-"
    assert json.loads(run("--files-from", "-", cwd=folder, stdin="a.txt\n").stdout)["article"]["id"] == "a.txt"


def test_given_values_reach_the_report(article: Path) -> None:
    """--published, --title and --source fill what a bare text does not say, and the day is resolved by them."""
    arguments = ["--published", "2024-04-23", "--title", "A title", "--source", "A wire"]
    report = Report.model_validate_json(run(article.name, *arguments, cwd=article.parent).stdout)
    assert (report.article.title, report.article.source) == ("A title", "A wire")
    assert str(report.article.published) == "2024-04-23"
    assert report.article.published_basis == "given"


def test_quiet_says_only_what_failed_and_verbose_names_the_model(article: Path) -> None:
    """-q leaves the error line, -v says which model ran."""
    quiet = run("-q", article.name, "gone.txt", "-o", "o.jsonl", cwd=article.parent)
    assert len(quiet.stderr.splitlines()) == 1
    assert "model: rules" in run("-v", article.name, cwd=article.parent).stderr


def test_half_a_character_costs_no_run(tmp_path: Path) -> None:
    """A lone surrogate in a line of JSON is U+FFFD in the report, where its text, title, id and source stand."""
    half = "\ud83d"
    row = {"text": f"{half} {TEXT}", "title": f"A title {half}", "id": f"a{half}", "source": half}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="ascii")
    done = run("a.jsonl", cwd=tmp_path)
    (report,) = [Report.model_validate_json(line) for line in done.stdout.splitlines()]
    found = report.article
    assert (found.text[:5], found.title, found.id, found.source) == (
        "\ufffd Two",
        "A title \ufffd",
        "a\ufffd",
        "\ufffd",
    )
