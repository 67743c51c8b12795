"""An event loop whose clock jumps to the next thing that is due: a minute of pacing passes in a moment."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class VirtualClock(selectors.SelectSelector):
    """Counts the seconds that a loop would have slept."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Look for events without waiting; what would have been waited has passed."""
        self.now += max(0.0, timeout or 0.0)
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop whose `time` is virtual; for code that waits for nothing but time and its own tasks."""

    def __init__(self) -> None:
        self._clock = VirtualClock()
        super().__init__(self._clock)

    def time(self) -> float:
        """Virtual seconds since it was made."""
        return self._clock.now


def run_virtually(main: Coroutine[Any, Any, T]) -> T:
    """The coroutine's result, in a loop of its own."""
    loop = VirtualLoop()
    try:
        return loop.run_until_complete(main)
    finally:
        loop.close()
