"""A scratch database: what a run must remember of every article, in bounded memory and on disk beyond it."""

from __future__ import annotations

import sqlite3
import weakref

_CACHE = 2000  # KiB of memory; what is more lies in a temporary file that only this process sees


def scratch_database(owner: object, schema: str) -> sqlite3.Connection:
    """An empty private SQLite database, which is gone with its owner.

    Args:
        owner: what uses it.
        schema: the SQL that makes its tables.
    """
    database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    weakref.finalize(owner, database.close)
    pragmas = ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", f"cache_size = -{_CACHE}")
    database.executescript("".join(f"PRAGMA {pragma};" for pragma in pragmas) + schema)
    return database
