"""Once: what functions say of an object, worked out when they are first asked, and kept as long as the object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self, TypeVar

T = TypeVar("T")


class Once:
    """An object that keeps what functions of it alone have said; `_done` is its own to make."""

    __slots__ = ()

    _done: Any

    def once(self, work: Callable[[Self], T]) -> T:
        """What a function of this object alone says of it, worked out once."""
        done: dict[Callable[[Self], Any], Any] = self._done
        if work not in done:
            done[work] = work(self)
        found: T = done[work]
        return found
