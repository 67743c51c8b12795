"""Workers: processes beside the one that reads, asks and writes, for work that keeps a core busy."""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from pickle import PicklingError
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

WORTHWHILE = 200  # pieces of work after which processes are started: it takes as long as to do some 200
_MOST = 3  # processes, unless more are asked for: the one that reads, asks and writes keeps no more busy
_AHEAD = 16  # pieces of work given to each process at once: answers come in waves, and must not all be read here


class Workers:
    """Does pieces of work in other processes where there are any, and here else; what comes of it is the same.

    A short run never starts one. While all are busy the work is done here, so that this core has some too. If they
    die (the system may kill them for want of memory), all further work is done here.
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
        self._pool: ProcessPoolExecutor | None = None
        self._ready: list[Future[object]] = []
        self._out: list[Future[Any]] = []

    async def run(self, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """What a function of a module makes of these arguments; all of it can be pickled.

        Raises:
            Exception: what the function raises.
        """
        pool = self._with_room()
        if pool is None:
            return work(*given, **named)
        try:
            self._out.append(pool.submit(work, *given, **named))
            return await asyncio.wrap_future(self._out[-1])
        except BrokenProcessPool:
            self._give_up()
            return work(*given, **named)
        except (PicklingError, RecursionError):  # it is nested deeper than can be sent
            return work(*given, **named)

    def close(self) -> None:
        """End the processes, once they have done what they are at."""
        if self._pool is not None:
            self._pool.shutdown()  # not cancel_futures: it waits for ever where a piece of work could not be pickled
            self._pool = None

    def _with_room(self) -> ProcessPoolExecutor | None:
        """The processes, if they are there and one is free soon; they are started when enough was done here."""
        if not self._count:
            return None
        if self._after > 0:
            self._after -= 1
            return None
        try:
            self._pool = self._pool or self._started()
        except OSError:  # the system gives no more processes
            self._count = 0
            return None
        self._out = [future for future in self._out if not future.done()]  # also those that no task has seen yet
        is_free = len(self._out) < self._count * _AHEAD and all(ready.done() for ready in self._ready)
        return self._pool if is_free else None

    def _started(self) -> ProcessPoolExecutor:
        """Processes that have begun to import what they need."""
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self._count, context, initializer=_begin, initargs=(gc.get_threshold(),))
        with _uninterrupted():
            self._ready = [pool.submit(self._prepare) for _ in range(self._count)]
        return pool

    def _give_up(self) -> None:
        self._count = 0
        self.close()


def spare_cores() -> int:
    """How many processes are worth while on this machine, beside this one."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(_MOST, cores - 1)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes that are started here get no Ctrl-C, not even while they start: it is meant for this one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(threshold: tuple[int, int, int]) -> None:
    """In a process that begins: no Ctrl-C, this program's ways with memory, and an end when its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*threshold)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)  # a parent that was killed reads no answer, and nobody else would end this process
