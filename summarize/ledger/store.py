"""The ledger itself: calls are found in microseconds and are committed before their results count."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import TracebackType
from typing import Self

from summarize.ledger.calls import newest_answer, now, put_call, rowid
from summarize.ledger.connection import connect, explained
from summarize.ledger.experience import Experience, experience
from summarize.ledger.record import CallRecord, Completion
from summarize.ledger.writer import Writer


class Ledger:
    """An open ledger; use it as an async context manager.

    Reads go through a connection of the caller's thread, writes through a thread that commits whatever waits in
    one transaction (WAL, synchronous=FULL).
    """

    def __init__(self, path: Path) -> None:
        """Open the file, make it if it is missing.

        Raises:
            LedgerError: it cannot be opened, is no ledger, or is of a newer program.
        """
        self.path = path
        self.run: int | None = None
        with explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._reader = connect(path)
        self._writer = Writer(path)

    async def __aenter__(self) -> Self:
        self._writer.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self._writer.stop)
        self._reader.close()

    def find(self, key: str) -> Completion | None:
        """The newest whole answer to that request, None if there is none."""
        with explained(self.path):
            return newest_answer(self._reader, key)

    def newest(self) -> int:
        """The id of the newest call, 0 if there is none."""
        with explained(self.path):
            return int(self._reader.execute("SELECT coalesce(max(id), 0) FROM call").fetchone()[0])

    def experience(self, model: str, base_url: str) -> Experience | None:
        """What is known of that model there, for estimates; None if nothing is."""
        with explained(self.path):
            return experience(self._reader, model, base_url)

    async def record(self, call: CallRecord) -> int:
        """Keep a call; returns its id once it is committed to the disk.

        Raises:
            LedgerError: it cannot be written; nothing may be built on the answer.
        """
        return await self._writer.write(lambda connection: put_call(connection, self.run, call))

    async def start_run(self, *, model: str, base_url: str, prompt: str) -> int:
        """Begin a run, to which the calls from now on belong."""
        values = (now(), model, base_url, prompt)
        statement = "INSERT INTO run (started, model, base_url, prompt) VALUES (?, ?, ?, ?)"
        self.run = await self._writer.write(lambda connection: rowid(connection.execute(statement, values)))
        return self.run
