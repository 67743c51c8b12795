"""Ctrl-C: the first one lets the calls in flight come back for a while; the second one, or its end, stops all."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing, contextmanager, suppress
from dataclasses import dataclass
from typing import Protocol, TypeVar

from summarize.cli.exits import INTERRUPTED, complain
from summarize.errors import SummarizeError

T = TypeVar("T")
GRACE = 30.0  # seconds for the calls in flight


class Paid(Protocol):
    """A model whose calls are paid, and so worth waiting for."""

    @property
    def in_flight(self) -> int:
        """How many calls wait for their answers."""
        ...

    def stop(self) -> None:
        """Let what is in flight come back, and nothing leave any more."""
        ...

    async def drained(self) -> None:
        """Wait until nothing is in flight."""
        ...


class InterruptedRunError(SummarizeError):
    """A person stopped the run."""

    exit_code = INTERRUPTED

    def __init__(self, done: int) -> None:
        """Say how far the run is."""
        super().__init__(
            f"Interrupted; {done} article(s) are done, the others are not.",
            advice="Run the same command again to go on: what was answered is in the ledger, and is not asked again.",
        )


@dataclass
class _Interruption:
    """Whether the run was interrupted."""

    happened: bool = False


async def until_interrupted(results: AsyncGenerator[T], model: Paid) -> AsyncGenerator[T]:
    """The results, until Ctrl-C; what is in flight then has GRACE seconds to come back and be recorded.

    Raises:
        InterruptedRunError: after that.
    """
    done = 0
    with _handled(model) as interruption:
        try:
            async with aclosing(results):
                async for result in results:
                    if interruption.happened:
                        await model.drained()
                        break
                    yield result
                    done += 1
        except asyncio.CancelledError:
            if not interruption.happened:
                raise
    if interruption.happened:
        raise InterruptedRunError(done)


@contextmanager
def _handled(model: Paid) -> Iterator[_Interruption]:
    """The first Ctrl-C lets nothing leave any more; the second, or GRACE seconds, cancel the task."""
    loop, task, interruption = asyncio.get_running_loop(), asyncio.current_task(), _Interruption()
    if task is None:
        raise RuntimeError("there is no task to interrupt")

    def first() -> None:
        interruption.happened = True
        model.stop()
        loop.add_signal_handler(signal.SIGINT, task.cancel)
        loop.call_later(GRACE if model.in_flight else 0, task.cancel)
        if model.in_flight:
            complain(f"Waiting up to {GRACE:.0f} s for {model.in_flight} paid call(s); Ctrl-C again stops at once.")

    with suppress(NotImplementedError):  # where loops have no signal handlers Ctrl-C stops at once
        loop.add_signal_handler(signal.SIGINT, first)
    try:
        yield interruption
    finally:
        with suppress(NotImplementedError):
            loop.remove_signal_handler(signal.SIGINT)
