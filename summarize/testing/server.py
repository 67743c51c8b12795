"""A scripted OpenAI-compatible server on loopback: it answers, and misbehaves, as a test wants it to."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Self

from summarize.testing.reply import Reply, answer, error
from summarize.testing.request import Asked

__all__ = ["Asked", "Reply", "Script", "ScriptedServer", "Served", "answer", "error"]

Script = Callable[[Asked], Reply | Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class Served:
    """One row of the server's log: what was done to a request.

    Attributes:
        number: the request's, from 0 in the order of arrival.
        attempt: from 0, counted over requests with the same messages.
        article: the article's first sentence.
        name: what was done, as the reply calls it.
        status: the HTTP status; 0 where the connection was dropped first.
        sent: bytes of the body that the server could send before the client, or the script, ended it.
    """

    number: int
    attempt: int
    article: str
    name: str
    status: int
    sent: int


class ScriptedServer:
    """A server for the test's own loop; use it as an async context manager.

    Attributes:
        asked: every chat request, in the order of arrival.
        models: the names that `/v1/models` lists.
        port: where it listens, once it runs.
    """

    def __init__(
        self,
        script: Script = lambda _asked: answer(),
        *,
        models: tuple[str, ...] = ("scripted",),
        port: int = 0,
        record: Callable[[Served], object] | None = None,
    ) -> None:
        """Set the script.

        Args:
            script: says what is done with each chat request.
            models: the names that `/v1/models` lists.
            port: on loopback; 0 for a free one.
            record: takes each row of the log; the server itself then remembers neither rows nor requests, which
                under load would fill the memory.
        """
        self.port = port
        self._script = script
        self.models = models
        self.asked: list[Asked] = []
        self._log: list[Served] = []
        self._remembers = record is None
        self._record: Callable[[Served], object] = record or self._log.append
        self._arrived = 0
        self._seen: dict[bytes, int] = {}
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[Any]] = set()
        self._news = asyncio.Condition()

    @property
    def base_url(self) -> str:
        """Its address, as `--base-url` takes it."""
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def log(self) -> list[Served]:
        """What was done to each request, in the order of arrival; complete once the server has ended."""
        return sorted(self._log, key=lambda row: row.number)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connection, "127.0.0.1", self.port, backlog=2048)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.close()
        for connection in list(self._connections):
            connection.cancel()
        await asyncio.gather(*self._connections)

    async def arrived(self, count: int) -> None:
        """Wait until that many chat requests have come."""
        async with self._news:
            await self._news.wait_for(lambda: self._arrived >= count)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None, "a connection is served by a task"  # noqa: S101 - so it is started
        self._connections.add(task)
        try:
            while await self._request(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the client has gone, or the server ends
        finally:
            self._connections.discard(task)
            writer.close()

    async def _request(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Serve one request; False where the connection ends."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = dict(_header(line) for line in head[1:] if line)
        raw = await reader.readexactly(int(headers.get("content-length", "0")))
        if not head[0].startswith("POST /v1/chat/completions "):
            await _Sending(self._listed(head[0]), writer).done()
            return True
        asked = await self._noted(raw, headers)
        reply = self._script(asked)
        return await self._served(asked, reply if isinstance(reply, Reply) else await reply, writer)

    async def _noted(self, raw: bytes, headers: dict[str, str]) -> Asked:
        """The request, counted and told to those who wait for it."""
        body = json.loads(raw)
        same = sha256(repr(body["messages"]).encode()).digest()
        attempt = self._seen[same] = self._seen.get(same, -1) + 1
        asked = Asked(self._arrived, attempt, body, headers, raw)
        self._arrived += 1
        if self._remembers:
            self.asked.append(asked)
        async with self._news:
            self._news.notify_all()
        return asked

    async def _served(self, asked: Asked, reply: Reply, writer: asyncio.StreamWriter) -> bool:
        """Do to a request what the script says, and write it down; False where the connection ends."""
        sending = _Sending(reply, writer)
        try:
            await sending.done()
        finally:
            row = Served(asked.number, asked.attempt, asked.article, reply.name, reply.status, sending.sent)
            self._record(row)
        return reply.is_whole

    def _listed(self, line: str) -> Reply:
        if not line.startswith("GET /v1/models "):
            return error(404, "There are /v1/chat/completions and /v1/models.")
        return Reply(body=json.dumps({"object": "list", "data": [{"id": name} for name in self.models]}).encode())


class _Sending:
    """A reply on its way.

    Attributes:
        sent: bytes of the body so far.
    """

    def __init__(self, reply: Reply, writer: asyncio.StreamWriter) -> None:
        self._reply = reply
        self._writer = writer
        self.sent = 0

    async def done(self) -> None:
        """Send it; a connection that is to be dropped is dropped."""
        await asyncio.sleep(self._reply.delay)
        if self._reply.status:
            head = self._reply.head()
            for piece in self._reply.pieces():
                self._writer.write(head + piece)
                head = b""
                await self._writer.drain()
                self.sent += len(piece)
                if self._reply.drip is not None:
                    await asyncio.sleep(self._reply.drip)
        if not self._reply.is_whole:
            self._writer.transport.abort()


def _header(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.lower(), value.strip()
