"""Unique ids: the second article that asks for an id gets it with #2."""

from __future__ import annotations

from hashlib import blake2b

from summarize.scratch import scratch_database
from summarize.surrogates import without_surrogates

_DIGEST_BYTES = 8  # SQLite's integers have no more


class UniqueIds:
    """The ids of a run.

    Of each id a digest of 8 bytes is kept, in a scratch database. That two ids of ten million share a digest has
    a chance of 3 in a million, and would only add a needless #2.
    """

    def __init__(self) -> None:
        self._taken = scratch_database(self, "CREATE TABLE taken (digest INTEGER PRIMARY KEY)")

    def take(self, wanted: str) -> str:
        """The id itself, or with the first free #2, #3, … behind it."""
        wanted = without_surrogates(wanted)
        name, count = wanted, 1
        while not self._is_free(name):
            count += 1
            name = f"{wanted}#{count}"
        return name

    def _is_free(self, name: str) -> bool:
        """Whether nobody has that id, which is taken now."""
        added = self._taken.execute("INSERT OR IGNORE INTO taken VALUES (?)", (_digest(name),))
        return added.rowcount > 0


def _digest(name: str) -> int:
    digest = blake2b(name.encode(), digest_size=_DIGEST_BYTES).digest()
    return int.from_bytes(digest, "big", signed=True)
