"""The progress bar on standard error: articles done, articles a second, time left; nothing where no person looks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, Self


class Progress(Protocol):
    """Tells a person how far the run is."""

    def advance(self) -> None:
        """One more article is done."""
        ...

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Out of the way while something else is printed on the same terminal."""
        ...


class _Silent:
    def advance(self) -> None:
        """Nobody looks."""

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Nothing is in the way."""
        yield


class _Bar:
    def __init__(self, total: int | None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        rate = TextColumn("{task.fields[rate]}")
        self._bar = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            rate,
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("articles", total=total, rate="")

    def advance(self) -> None:
        """Move the bar and work out the rate."""
        self._bar.advance(self._task)
        speed = self._bar.tasks[0].finished_speed or self._bar.tasks[0].speed
        self._bar.update(self._task, rate=f"{speed:.1f} articles/s" if speed else "")

    @contextmanager
    def paused(self) -> Iterator[None]:
        """The bar is wiped away and drawn again."""
        self._bar.stop()
        try:
            yield
        finally:
            self._bar.start()

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


@contextmanager
def progress(total: int | None, *, quiet: bool) -> Iterator[Progress]:
    """A bar if standard error is a terminal and the user wants to hear of it."""
    if quiet or not sys.stderr.isatty():
        yield _Silent()
        return
    with _Bar(total) as bar:
        yield bar
