"""Worker: a process beside this one that does pieces of work, one after the other, as they come through its input."""

from __future__ import annotations

import asyncio
import gc
import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self, cast

_LENGTH = 8  # bytes before each piece of work and each answer that say how long it is, the lowest first
_BUFFER = 2**19  # bytes of answers that wait for this process while it is busy; a report takes some 40,000
_COMMAND = "import sys; sys.path[:] = sys.argv[1:]; from summarize.worker import serve; serve()"


class WorkerError(Exception):
    """A worker that is gone, or work that could not be sent to it or back."""


class Worker(asyncio.Protocol):
    """This process's end of another; what comes through the other's output is received as answers."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        """An end that is not connected yet; see `start`."""
        self._process = process
        self._waiting: deque[asyncio.Future[bytes]] = deque()
        self._received = bytearray()
        self._pipes: list[asyncio.BaseTransport] = []
        self.lives = True

    @classmethod
    async def start(cls) -> Self:
        """A process of the same Python with the same path; it is in no terminal's reach, so that Ctrl-C is not for it.

        asyncio's own processes are not used: a loop that ends while one of them starts waits for ever.

        Raises:
            OSError, NotImplementedError: there can be no more processes, or this event loop connects to none.
        """
        if sys.platform == "win32":
            raise NotImplementedError("Event loops on Windows connect to no such pipes.")
        command, pipe = (sys.executable, "-c", _COMMAND, *sys.path), subprocess.PIPE
        worker = cls(subprocess.Popen(command, stdin=pipe, stdout=pipe, start_new_session=True))  # noqa: ASYNC220, S603 - takes milliseconds; the program is our own
        try:
            await worker._connect()
        except BaseException:
            worker.close()
            raise
        return worker

    async def _connect(self) -> None:
        loop, process = asyncio.get_running_loop(), self._process
        _widen(process.stdout)
        for connect, protocol, pipe in (
            (loop.connect_read_pipe, lambda: self, process.stdout),
            (loop.connect_write_pipe, asyncio.Protocol, process.stdin),
        ):
            transport, _ = await connect(protocol, pipe)
            self._pipes.append(transport)

    @property
    def ahead(self) -> int:
        """Pieces of work that it was given and has not answered."""
        return len(self._waiting)

    async def do(self, work: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """What a function of a module makes of these arguments there.

        Raises:
            WorkerError: the worker is gone, or the work, its answer or its error cannot be pickled.
            Exception: what the function raises.
        """
        answer = await self._answer(_pickled((work, given, named)))
        error, made = _unpickled(answer)
        if error is not None:
            raise error
        return made

    def close(self) -> None:
        """End the process, whatever it is at."""
        self.connection_lost(None)
        for pipe in self._pipes:
            if not pipe.is_closing():
                getattr(pipe, "abort", pipe.close)()  # what was not sent yet is not sent any more
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                cast("Any", stream).close()

    def data_received(self, data: bytes) -> None:
        """Hand each whole answer to the one who waits for it, in the order of asking."""
        self._received += data
        while len(self._received) >= _LENGTH:
            end = _LENGTH + int.from_bytes(self._received[:_LENGTH], "little")
            if len(self._received) < end:
                return
            answer = bytes(self._received[_LENGTH:end])
            del self._received[:end]
            waiting = self._waiting.popleft()
            if not waiting.done():  # or nobody waits any more
                waiting.set_result(answer)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - as asyncio calls it
        """The process is gone: whoever waits is told."""
        self.lives = False
        while self._waiting:
            waiting = self._waiting.popleft()
            if not waiting.done():
                waiting.set_exception(WorkerError("The worker has ended."))
                waiting.exception()  # looked at: whoever waited may have been cancelled

    def _answer(self, piece: bytes) -> asyncio.Future[bytes]:
        if not self.lives:
            raise WorkerError("The worker has ended.")
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._waiting.append(answer)
        cast("asyncio.WriteTransport", self._pipes[1]).write(len(piece).to_bytes(_LENGTH, "little") + piece)
        return answer


def serve() -> None:
    """In the process itself: answer one piece of work after the other, until the input ends."""
    try:
        os.fstat(2)
    except OSError:  # there is no standard error; this takes its number, the first that is free
        os.open(os.devnull, os.O_WRONLY)
    pieces, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the work prints is no answer
    while length := pieces.read(_LENGTH):
        answer = _done(pieces.read(int.from_bytes(length, "little")))
        try:
            answers.write(len(answer).to_bytes(_LENGTH, "little") + answer)
            answers.flush()
        except OSError:  # nobody waits for it any more
            os._exit(0)


def begin(threshold: tuple[int, int, int], prepare: Callable[[], object]) -> None:
    """The first piece of work: this program's ways with memory, and whatever else goes before."""
    gc.set_threshold(*threshold)
    prepare()


def _done(piece: bytes) -> bytes:
    """The error or what was made, pickled; what cannot be sent is an error of the sending, not of the work."""
    try:
        work, given, named = _unpickled(piece)
        try:
            outcome: tuple[Exception | None, Any] = (None, work(*given, **named))
        except Exception as error:  # noqa: BLE001 - it is raised where the work was given out
            outcome = (error, None)
        return _pickled(outcome)
    except WorkerError as unsent:
        return _pickled((unsent, None))


def _pickled(value: object) -> bytes:
    try:
        return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - an object's own ways with pickle can raise anything
        raise WorkerError(str(error)) from None


def _unpickled(value: bytes) -> Any:
    try:
        return pickle.loads(value)  # noqa: S301 - the bytes of our own processes
    except Exception as error:  # noqa: BLE001 - as above
        raise WorkerError(str(error)) from None


def _widen(pipe: Any) -> None:
    """Let a pipe hold more, where the system can and allows it."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl
    except ImportError:
        return
    with suppress(OSError):
        fcntl(pipe.fileno(), F_SETPIPE_SZ, _BUFFER)
