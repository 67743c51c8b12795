"""A ledger that cannot be used says why in one sentence, and says what to do."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.errors import LedgerError
from summarize.ledger import Ledger
from tests.conftest import ROOT
from tests.ledger.conftest import made_call

_NOBODY = 65_534  # the user "nobody": for root no file is read-only
_READ_ONLY = """
import asyncio, os, sys
from pathlib import Path
from summarize.errors import LedgerError
from summarize.ledger import Ledger
if os.geteuid() == 0:
    os.setuid(int(sys.argv[2]))
try:
    Ledger(Path(sys.argv[1]))
except LedgerError as error:
    print(error)
"""


def _refused(path: Path) -> str:
    with pytest.raises(LedgerError) as caught:
        Ledger(path)
    assert "\n" not in str(caught.value)
    assert str(path) in caught.value.message
    assert caught.value.advice
    return str(caught.value)


def test_no_database(tmp_path: Path) -> None:
    """A text file is no ledger, and stays as it was."""
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes. " * 100)
    assert "not a database" in _refused(path)
    assert path.read_text() == "These are my notes. " * 100


def test_another_programs_database(tmp_path: Path) -> None:
    """Another program's database is refused and stays as it was, byte for byte."""
    path = tmp_path / "other.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE call (id INTEGER PRIMARY KEY)")
    other.commit()
    other.close()
    before = path.read_bytes()
    assert "another program's database" in _refused(path)
    assert path.read_bytes() == before


def test_a_newer_ledger(path: Path) -> None:
    """A ledger of a newer program is left alone; the advice is to update."""
    Ledger(path)
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    assert "version 99" in _refused(path)


def test_no_folder_can_be_made(tmp_path: Path) -> None:
    """A path below a file cannot be a ledger."""
    (tmp_path / "file").write_text("")
    assert "cannot be used" in _refused(tmp_path / "file" / "ledger.sqlite")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_read_only(open_folder: Path) -> None:
    """A ledger that may be read only is refused when it is opened, before anything is paid."""
    path = open_folder / "ledger.sqlite"
    Ledger(path)
    path.chmod(0o444)
    command = [sys.executable, "-c", _READ_ONLY, str(path), str(_NOBODY)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert f"The ledger {path} cannot be used" in done.stdout
    assert "--ledger" in done.stdout


def test_a_full_disk(path: Path) -> None:
    """Where the file cannot grow, the write that fails says so, and what was committed before is kept."""
    command = [sys.executable, "-m", "tests.ledger.writing_process", str(path), "full", "100000"]
    limit = 300_000  # bytes that a file may have
    done = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    committed = done.stdout.split()
    assert f"LedgerError: The ledger {path} cannot be used: disk I/O error." in done.stderr
    assert len(committed) > 10
    ledger = Ledger(path)
    assert all(ledger.find(made_call(name).request.key) is not None for name in committed)
