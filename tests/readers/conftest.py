"""What the tests of the readers share: reading to the end, and a real HTTP server on loopback."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest

from summarize.article import Article
from summarize.errors import ArticleError
from summarize.readers import read_inputs

Row = Article | ArticleError
Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def read_all(*inputs: str, **options: Any) -> list[Row]:
    """All rows that the inputs give."""

    async def run() -> list[Row]:
        return [row async for row in read_inputs(list(inputs), **options)]

    return asyncio.run(run())


def articles(rows: Iterable[Row]) -> list[Article]:
    """The rows, none of which may be an error."""
    found = []
    for row in rows:
        assert isinstance(row, Article), row
        found.append(row)
    return found


def errors(rows: Iterable[Row]) -> list[ArticleError]:
    """The rows, all of which must be errors."""
    found = []
    for row in rows:
        assert isinstance(row, ArticleError), row
        found.append(row)
    return found


class HttpServer:
    """A server that speaks bytes: a test says for each path what is sent, and how slowly."""

    def __init__(self) -> None:
        self.answers: dict[str, Handler] = {}
        self.requests: list[str] = []
        self.headers: list[str] = []
        self.sent = 0
        self.address = ""

    def answer(self, path: str, body: bytes, *headers: str, status: str = "200 OK") -> str:
        """Answer a path with a whole body; returns its address."""

        async def handler(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "Connection: close", "", ""]
            await self.send(writer, "\r\n".join(lines).encode() + body)

        return self.handle(path, handler)

    def handle(self, path: str, handler: Handler) -> str:
        """Answer a path with whatever the handler sends; returns its address."""
        self.answers[path] = handler
        return self.address + path

    async def send(self, writer: asyncio.StreamWriter, data: bytes) -> None:
        """Send and count."""
        writer.write(data)
        self.sent += len(data)
        await writer.drain()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, one request."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            path = head.split(" ")[1]
            self.requests.append(path)
            self.headers.append(head)
            await self.answers[path](reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return
        finally:
            writer.close()


@asynccontextmanager
async def http_server(host: str = "127.0.0.1") -> AsyncIterator[HttpServer]:
    """A server on a free port of a loopback address."""
    server = HttpServer()
    async with AsyncExitStack() as stack:
        listening = await stack.enter_async_context(await asyncio.start_server(server.serve, host, 0))
        port = listening.sockets[0].getsockname()[1]
        server.address = f"http://{host}:{port}"
        yield server


@pytest.fixture
async def server() -> AsyncIterator[HttpServer]:
    """A real HTTP server on 127.0.0.1."""
    async with http_server() as running:
        yield running


def answer_lookups(monkeypatch: pytest.MonkeyPatch, answers: Callable[[str], str]) -> None:
    """Put a double in the place of the system's resolver: every name is what `answers` says at that moment."""

    def getaddrinfo(host: str, port: Any, *_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers(str(host)), port))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
