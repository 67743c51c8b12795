"""Workers: processes beside the one that reads, asks and writes, for work that keeps a core busy."""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import Callable
from operator import attrgetter
from typing import ParamSpec, TypeVar

from summarize.worker import Worker, WorkerError, begin

P = ParamSpec("P")
T = TypeVar("T")

WORTHWHILE = 200  # pieces of work after which processes are started: it takes as long as to do some 200
_MOST = 3  # processes, unless more are asked for: the one that reads, asks and writes keeps no more busy
_AHEAD = 16  # pieces of work given to each process at once: answers come in waves, and must not all be read here


class Workers:
    """Does pieces of work in other processes where there are any, and here else; what comes of it is the same.

    A short run never starts one. While all are busy the work is done here, so that this core has some too. If one
    dies (the system may kill it for want of memory), what it was at and all its further work is done here.
    """

    def __init__(self, count: int = 0, *, after: int = WORTHWHILE, prepare: Callable[[], object] = object) -> None:
        """Nothing is started yet.

        Args:
            count: how many processes; 0 for none.
            after: pieces of work that are done here before.
            prepare: what a process does first: importing what the work needs, say; it can be pickled.
        """
        self._count = count
        self._prepare = prepare
        self._after = after
        self._starting: list[asyncio.Task[None]] = []
        self._started: list[Worker] = []
        self._ready: list[Worker] = []

    async def run(self, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """What a function of a module makes of these arguments.

        Raises:
            Exception: what the function raises.
        """
        worker = self._with_room()
        if worker is None:
            return work(*given, **named)
        try:
            made: T = await worker.do(work, *given, **named)
        except WorkerError:
            return work(*given, **named)
        return made

    async def close(self) -> None:
        """End the processes, whatever they are at."""
        for worker in self._started:
            worker.close()
        for task in self._starting:
            task.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)

    def _with_room(self) -> Worker | None:
        """The process that has least to do, if one is free soon; they are started when enough was done here."""
        if not self._count:
            return None
        if self._after > 0:
            self._after -= 1
            return None
        if not self._starting:
            self._starting = [asyncio.ensure_future(self._start()) for _ in range(self._count)]
        free = [worker for worker in self._ready if worker.lives and worker.ahead < _AHEAD]
        return min(free, key=attrgetter("ahead"), default=None)

    async def _start(self) -> None:
        """One more process; what it would have done is done here until it is ready, and if there can be none."""
        try:
            worker = await Worker.start()
            self._started.append(worker)
            await worker.do(begin, gc.get_threshold(), self._prepare)
            self._ready.append(worker)
        except Exception:  # noqa: BLE001 - whatever keeps a process from beginning, nobody has to miss it
            return


def spare_cores() -> int:
    """How many processes are worth while on this machine, beside this one."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(_MOST, cores - 1)
