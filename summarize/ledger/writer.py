"""The ledger's writer: one thread that commits whatever waits in one transaction, before anyone counts on it."""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from summarize.ledger.connection import connect, explained

Work = Callable[[sqlite3.Connection], int]
_GROUP = 256  # rows in one transaction at most, so that nobody waits long for a commit


@dataclass(frozen=True, slots=True)
class _Job:
    work: Work
    done: asyncio.Future[int]
    loop: asyncio.AbstractEventLoop


class Writer:
    """Writes in the order in which it is asked; see `write`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="ledger", daemon=True)

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def stop(self) -> None:
        """Write what waits, and end."""
        self._jobs.put(None)
        self._thread.join()

    async def write(self, work: Work) -> int:
        """Do the work in a transaction; returns what it returned, once that is on the disk.

        Raises:
            LedgerError: the disk is full, the file is read-only, or another process holds it.
        """
        loop = asyncio.get_running_loop()
        done: asyncio.Future[int] = loop.create_future()
        self._jobs.put(_Job(work, done, loop))
        # Shielded: a call that was answered is kept even if the article that asked for it is given up.
        return await asyncio.shield(done)

    def _run(self) -> None:
        connection: sqlite3.Connection | None = None
        ended = False
        while not ended:
            jobs, ended = self._waiting()
            try:
                with explained(self._path):
                    connection = connection or connect(self._path)
                    results = _commit(connection, jobs)
            except Exception as error:  # noqa: BLE001 - whoever waits must hear of it, and the thread must live
                _tell(jobs, error)
            else:
                _tell(jobs, results)
        if connection is not None:
            connection.close()

    def _waiting(self) -> tuple[list[_Job], bool]:
        """The jobs that wait, at least one unless the end has come; and whether it has."""
        jobs: list[_Job] = []
        job = self._jobs.get()
        while job is not None:
            jobs.append(job)
            if len(jobs) == _GROUP or self._jobs.empty():
                return jobs, False
            job = self._jobs.get()
        return jobs, True


def _commit(connection: sqlite3.Connection, jobs: list[_Job]) -> list[int]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        results = [job.work(connection) for job in jobs]
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return results


def _tell(jobs: list[_Job], results: list[int] | Exception) -> None:
    """Hand each job its result, in the loop that waits for it; a loop that has gone wants none."""
    for index, job in enumerate(jobs):
        outcome = results if isinstance(results, Exception) else results[index]
        try:
            job.loop.call_soon_threadsafe(_settle, job.done, outcome)
        except RuntimeError:
            continue


def _settle(done: asyncio.Future[int], outcome: int | Exception) -> None:
    if done.cancelled():
        return
    if isinstance(outcome, Exception):
        done.set_exception(outcome)
        done.exception()  # looked at: whoever waited may have been cancelled, and the loop would print a traceback
    else:
        done.set_result(outcome)
