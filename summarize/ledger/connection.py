"""How a ledger file is opened: its settings, its tables, and what is said where it cannot be used."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summarize.errors import LedgerError

VERSION = 1  # of schema.sql
BUSY_SECONDS = 60.0  # two processes may share a ledger: one waits for the other's commit


def connect(path: Path) -> sqlite3.Connection:
    """A connection with the ledger's settings; the tables are made if the file is new.

    Raises:
        LedgerError: the file is a ledger of a newer program.
        sqlite3.Error: it is no database, or cannot be written.
    """
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("BEGIN IMMEDIATE")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == 0:
        for statement in _statements():
            connection.execute(statement)
    connection.execute("COMMIT")
    if version > VERSION:
        raise LedgerError(
            f"The ledger {path} was written by a newer summarize (version {version} of its tables).",
            advice="Update summarize, or name another file with --ledger.",
        )
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk say into one sentence."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise LedgerError(
            f"The ledger {path} cannot be used: {error}.", advice="Make room, or name another file with --ledger."
        ) from None


def _statements() -> list[str]:
    text = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
    code = "\n".join(line.partition("--")[0] for line in text.splitlines())
    return [statement for statement in code.split(";") if statement.strip()]
