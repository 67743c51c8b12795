"""Scratch databases: what they hold is there for as long as their owner, in memory that does not grow with it."""

from __future__ import annotations

import gc
import resource
import sqlite3

import pytest

from summarize.scratch import scratch_database


class Owner:
    """Whoever remembers something."""


def test_what_is_remembered_goes_with_its_owner() -> None:
    """The database is closed then, and two owners share nothing."""
    owner, other = Owner(), Owner()
    database = scratch_database(owner, "CREATE TABLE seen (number INTEGER)")
    scratch_database(other, "CREATE TABLE seen (number INTEGER)")
    database.execute("INSERT INTO seen VALUES (1)")
    assert database.execute("SELECT number FROM seen").fetchall() == [(1,)]
    del owner
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError):
        database.execute("SELECT number FROM seen")


def test_many_rows_take_no_more_memory_than_few() -> None:
    """Some 20 MB of rows lie on disk: the database holds all of them, and its memory is that of its pages in use."""
    owner = Owner()
    database = scratch_database(owner, "CREATE TABLE seen (words BLOB)")
    before = _peak()
    database.executemany("INSERT INTO seen VALUES (?)", ((bytes(1000),) for _ in range(20_000)))
    assert database.execute("SELECT count(*) FROM seen").fetchone() == (20_000,)
    assert _peak() - before < 10_000_000


def _peak() -> int:
    """Bytes that the process has had at most, SQLite's pages included."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
