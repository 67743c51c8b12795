"""A loopback server in a process of its own that gives every chat request the canned answer after a while.

It reads no more of a request than its length, so that it is not what is measured. With HOLD it keeps the answer to
every HOLD-th copy of the article back until the HOLD - 1 copies behind it have been asked for: there is always one
article that is stuck, and a window of HOLD articles is always full.

Run as `python -m benchmarks._server SECONDS HOLD`; prints its port, and ends when standard input does.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from benchmarks._canned import NUMBERED, completion

_LENGTH = b"content-length:"


@contextmanager
def canned_server(seconds: float, *, hold: int = 0) -> Iterator[str]:
    """The base address of a server that answers after that many seconds; see above for `hold`."""
    command = [sys.executable, "-m", "benchmarks._server", str(seconds), str(hold)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}/v1"


class Stuck:
    """The answers that are kept back: that to each multiple of `hold`, until the last number before the next."""

    def __init__(self, hold: int) -> None:
        self._hold = hold
        self._seen: dict[int, int] = {}
        self._kept: dict[int, asyncio.Future[None]] = {}

    async def passed(self, body: bytes) -> None:
        """Return when the answer to this request may be given."""
        if not self._hold:
            return
        start = body.rindex(NUMBERED.encode()) + len(NUMBERED)
        group, place = divmod(int(body[start : body.index(b".", start)]), self._hold)
        released = self._kept.setdefault(group, asyncio.get_running_loop().create_future())
        self._seen[group] = self._seen.get(group, 0) + 1
        if self._seen[group] == self._hold:
            released.set_result(None)
        if place == 0:
            await released
            del self._kept[group], self._seen[group]


class Wire(asyncio.Protocol):
    """One connection; requests come one after the other."""

    def __init__(self, seconds: float, stuck: Stuck, answer: bytes) -> None:
        self._seconds, self._stuck, self._answer = seconds, stuck, answer
        self._buffer = bytearray()
        self._transport: asyncio.Transport | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep where to write."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer as soon as a request is whole."""
        self._buffer += data
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = bytes(self._buffer[:end]).lower()
        length = int(head.partition(_LENGTH)[2].partition(b"\r\n")[0])
        if len(self._buffer) < end + 4 + length:
            return
        task = asyncio.ensure_future(self._reply(bytes(self._buffer[end + 4 :])))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        self._buffer.clear()

    async def _reply(self, body: bytes) -> None:
        await asyncio.sleep(self._seconds)
        await self._stuck.passed(body)
        assert self._transport is not None
        self._transport.write(self._answer)


async def serve(seconds: float, hold: int) -> None:
    """Serve until standard input ends."""
    body = completion()
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    loop, stuck = asyncio.get_running_loop(), Stuck(hold)
    wire = partial(Wire, seconds, stuck, head.encode() + body)
    server = await loop.create_server(wire, "127.0.0.1", 0, backlog=2048)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1]), int(sys.argv[2])))
