"""How a ledger file is opened: its settings, its tables, and what is said where it cannot be used."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summarize.errors import LedgerError

VERSION = 1  # of schema.sql
APPLICATION = 1_398_099_282  # "SUMR", the application_id of schema.sql
BUSY_SECONDS = 60.0  # two processes may share a ledger: one waits for the other's commit

_ADVICE = {
    sqlite3.SQLITE_FULL: "Make room on its disk, then run the same command again: what was answered is kept.",
    sqlite3.SQLITE_BUSY: "Wait for the other process that writes it, then run the same command again.",
    sqlite3.SQLITE_CORRUPT: "Restore it from a copy, or name another file with --ledger.",
    sqlite3.SQLITE_NOTADB: "Name another file with --ledger.",
}
_ELSEWHERE = "Name a file that can be written with --ledger."
_PRIMARY = 0xFF  # the part of an extended result code that names its class


def connect(path: Path) -> sqlite3.Connection:
    """A connection with the ledger's settings; the tables are made if the file is new.

    Raises:
        LedgerError: the file is another program's database, or a ledger of a newer program.
        sqlite3.Error: it is no database, or cannot be written.
    """
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("BEGIN IMMEDIATE")
        if _is_new(connection):
            for statement in _statements():
                connection.execute(statement)
        _check(connection, path)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def existing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a ledger that is there already, closed at the end.

    Raises:
        LedgerError: it is not there, or cannot be used.
    """
    if not path.exists():
        raise LedgerError(
            f"There is no ledger at {path}.",
            advice="A run with --model openai/NAME begins one; --ledger PATH names another.",
        )
    with explained(path):
        connection = connect(path)
        try:
            yield connection
        finally:
            connection.close()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk say into one sentence."""
    try:
        yield
    except sqlite3.Error as error:
        advice = _ADVICE.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY, _ELSEWHERE)
        raise LedgerError(f"The ledger {path} cannot be used: {error}.", advice=advice) from None
    except OSError as error:
        raise LedgerError(f"The ledger {path} cannot be used: {error.strerror}.", advice=_ELSEWHERE) from None


def _is_new(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Is it a ledger, and one that this program can read?"""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        raise LedgerError(f"{path} is another program's database.", advice="Name another file with --ledger.")
    if version > VERSION:
        raise LedgerError(
            f"The ledger {path} was written by a newer summarize (version {version} of its tables).",
            advice="Update summarize, or name another file with --ledger.",
        )


def _statements() -> list[str]:
    text = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
    code = "\n".join(line.partition("--")[0] for line in text.splitlines())
    return [statement for statement in code.split(";") if statement.strip()]
