"""Unique ids: the second article that asks for an id gets it with #2."""

from __future__ import annotations

from hashlib import blake2b

_DIGEST_BYTES = 8


class UniqueIds:
    """The ids of a run.

    Of each id a digest of 8 bytes is kept, about 80 bytes in memory: 80 MB for a million articles. That two ids
    of ten million share a digest has a chance of 3 in a million, and would only add a needless #2.
    """

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def take(self, wanted: str) -> str:
        """The id itself, or with the first free #2, #3, … behind it."""
        name, count = wanted, 1
        while (digest := _digest(name)) in self._taken:
            count += 1
            name = f"{wanted}#{count}"
        self._taken.add(digest)
        return name


def _digest(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).digest(), "big")
