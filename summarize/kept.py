"""Kept: a table of what has been worked out of words, which repeat from article to article."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

_LONGEST = 200  # characters of a word that is held: a text may have words of megabytes


class Kept(dict[K, V]):
    """A table that works out what it does not hold yet.

    It answers in half the time of `functools.lru_cache`, because a word that it holds costs one look into a
    dictionary. When it is full it forgets everything: that is rare, and soon made good. Very long words are not held.
    """

    __slots__ = ("_size", "_work")

    def __init__(self, work: Callable[[K], V], size: int) -> None:
        """An empty table.

        Args:
            work: what is worked out, a function of the key alone.
            size: how many keys are held.
        """
        super().__init__()
        self._work, self._size = work, size

    def __missing__(self, key: K) -> V:
        """What the function says of a key that is not held."""
        if isinstance(key, str) and len(key) > _LONGEST:
            return self._work(key)
        if len(self) >= self._size:
            self.clear()
        value = self[key] = self._work(key)
        return value
