"""Tests of looking ahead: pages are fetched side by side, and nobody can tell by the order."""

from __future__ import annotations

import asyncio
import os
from contextlib import aclosing
from pathlib import Path

from summarize.errors import ArticleError
from summarize.readers import read_inputs
from summarize.readers.options import ReadOptions
from tests.readers.conftest import Handler, HttpServer, Row

INTRANET = ReadOptions(allow_private=True, timeout_seconds=20)
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\nConnection: close\r\n\r\nWords"


def name(row: Row) -> str:
    return row.article if isinstance(row, ArticleError) else row.id


def answering_after(server: HttpServer, event: asyncio.Event) -> Handler:
    """A page that arrives when something else has happened."""

    async def handler(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await event.wait()
        await server.send(writer, ANSWER)

    return handler


async def test_a_slow_page_does_not_hold_up_the_fetching_of_the_next(server: HttpServer, tmp_path: Path) -> None:
    """The first page only arrives after the second was asked for; the order is that of the inputs all the same."""
    file, second = tmp_path / "a.txt", asyncio.Event()
    file.write_text("Words of a file")

    async def told(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        second.set()
        await server.send(writer, ANSWER)

    slow, fast = server.handle("/slow", answering_after(server, second)), server.handle("/fast", told)
    missing = server.answer("/missing", b"", status="404 Not Found")
    inputs = [slow, missing, str(file), fast, "nothing.txt"]
    rows = [row async for row in read_inputs(inputs, options=INTRANET)]
    assert [name(row) for row in rows] == inputs


async def test_a_host_is_asked_for_few_pages_at_a_time(server: HttpServer) -> None:
    """Two, although four inputs are looked at; and none is forgotten."""
    open_now, most = 0, 0

    async def handler(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal open_now, most
        open_now += 1
        most = max(most, open_now)
        await asyncio.sleep(0.02)
        open_now -= 1
        await server.send(writer, ANSWER)

    addresses = [server.handle(f"/{number}", handler) for number in range(12)]
    rows = [row async for row in read_inputs(addresses, options=INTRANET)]
    assert [name(row) for row in rows] == addresses
    assert most == 2


async def test_no_more_is_fetched_than_is_soon_read(server: HttpServer) -> None:
    """While nobody asks for the next article, at most four further pages have been asked for."""
    addresses = [server.answer(f"/{number}", b"Words") for number in range(20)]
    async with aclosing(read_inputs(addresses, options=INTRANET)) as rows:  # type: ignore[type-var]  # it is a generator
        await anext(rows)
        await asyncio.sleep(0.2)
        assert len(server.requests) <= 5


async def test_closing_early_stops_what_is_being_fetched(server: HttpServer) -> None:
    """Nothing runs on behind the reader's back."""
    never = answering_after(server, asyncio.Event())
    addresses = [server.answer("/first", b"Words"), *(server.handle(f"/{number}", never) for number in range(4))]
    before = asyncio.all_tasks()
    rows = read_inputs(addresses, options=INTRANET)
    async with aclosing(rows):  # type: ignore[type-var]  # it is a generator
        assert name(await anext(rows)) == addresses[0]
        ours = asyncio.all_tasks() - before
        assert any("fetch" in repr(task) for task in ours)
    assert not any("fetch" in repr(task) for task in asyncio.all_tasks() - before)


async def test_an_input_is_read_before_the_next_is_named(server: HttpServer) -> None:
    """A person who types addresses gets each page when it is typed, not when the next one is."""
    address = server.answer("/a", b"Words")
    reading, writing = os.pipe()
    os.write(writing, f"{address}\n".encode())
    with os.fdopen(reading, "rb") as typed:
        async with aclosing(read_inputs([], files_from="-", stdin=typed, options=INTRANET)) as rows:  # type: ignore[type-var]  # it is a generator
            assert name(await asyncio.wait_for(anext(rows), 20)) == address
            os.close(writing)
            assert [row async for row in rows] == []
