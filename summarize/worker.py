"""Worker: a process beside this one that does pieces of work, one after the other, as they come through its input."""

from __future__ import annotations

import asyncio
import gc
import os
import pickle
import sys
from asyncio.subprocess import PIPE, Process
from collections import deque
from collections.abc import Callable
from typing import Any, Self, cast

_LENGTH = 8  # bytes before each piece of work and each answer that say how long it is, the lowest first
_BUFFER = 2**19  # bytes of answers that wait for this process while it is busy; a report takes some 40,000
_COMMAND = "import sys; sys.path[:] = sys.argv[1:]; from summarize.worker import serve; serve()"


class WorkerError(Exception):
    """A worker that is gone, or work that could not be sent to it or back."""


class Worker:
    """This process's end of another."""

    def __init__(self, process: Process) -> None:
        """Begin to listen to it; see `start`."""
        self._process = process
        self._input = cast("asyncio.StreamWriter", process.stdin)
        self._waiting: deque[asyncio.Future[bytes]] = deque()
        self._listening = asyncio.ensure_future(self._listen())

    @classmethod
    async def start(cls) -> Self:
        """A process of the same Python with the same path; it is in no terminal's reach, so that Ctrl-C is not for it.

        Raises:
            OSError, NotImplementedError: there can be no more processes, or this event loop has none.
        """
        command = (sys.executable, "-c", _COMMAND, *sys.path)
        pipes: dict[str, Any] = {"stdin": PIPE, "stdout": PIPE, "pipesize": _BUFFER, "limit": _BUFFER}
        return cls(await asyncio.create_subprocess_exec(*command, **pipes, start_new_session=True))

    @property
    def ahead(self) -> int:
        """Pieces of work that it was given and has not answered."""
        return len(self._waiting)

    @property
    def lives(self) -> bool:
        """Whether it has not ended."""
        return not self._listening.done()

    async def do(self, work: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """What a function of a module makes of these arguments there.

        Raises:
            WorkerError: the worker is gone, or the work, its answer or its error cannot be pickled.
            Exception: what the function raises.
        """
        answer = await self._answer(_pickled((work, given, named)))
        try:
            error, made = pickle.loads(answer)  # noqa: S301 - the bytes of our own process
        except Exception as unreadable:  # noqa: BLE001 - an error's own ways with pickle can raise anything
            raise WorkerError(str(unreadable)) from None
        if error is not None:
            raise error
        return made

    async def close(self) -> None:
        """End the process, whatever it is at."""
        self._input.close()
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()
        await self._listening

    def _answer(self, piece: bytes) -> asyncio.Future[bytes]:
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        if not self.lives:
            raise WorkerError("The worker has ended.")
        self._waiting.append(answer)
        self._input.write(len(piece).to_bytes(_LENGTH, "little") + piece)
        return answer

    async def _listen(self) -> None:
        """Hand each answer to the one who waits for it, in the order of asking, until the process is gone."""
        answers = cast("asyncio.StreamReader", self._process.stdout)
        try:
            while True:
                length = int.from_bytes(await answers.readexactly(_LENGTH), "little")
                answer = await answers.readexactly(length)
                _settle(self._waiting.popleft(), answer)
        except (asyncio.IncompleteReadError, OSError):
            while self._waiting:
                _settle(self._waiting.popleft(), WorkerError("The worker has ended."))


def serve() -> None:
    """In the process itself: answer one piece of work after the other, until the input ends."""
    pieces, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the work prints is no answer
    while length := pieces.read(_LENGTH):
        answer = _done(pieces.read(int.from_bytes(length, "little")))
        try:
            answers.write(len(answer).to_bytes(_LENGTH, "little") + answer)
            answers.flush()
        except BrokenPipeError:  # nobody waits for it any more
            os._exit(0)


def begin(threshold: tuple[int, int, int], prepare: Callable[[], object]) -> None:
    """The first piece of work: this program's ways with memory, and whatever else goes before."""
    gc.set_threshold(*threshold)
    prepare()


def _done(piece: bytes) -> bytes:
    """The error or what was made, pickled."""
    try:
        work, given, named = pickle.loads(piece)  # noqa: S301 - the bytes of the process that started this one
        return _pickled((None, work(*given, **named)))
    except Exception as error:  # noqa: BLE001 - it is raised where the work was given out
        try:
            return _pickled((error, None))
        except WorkerError as unsent:
            return _pickled((unsent, None))


def _pickled(value: object) -> bytes:
    try:
        return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, RecursionError, TypeError, AttributeError) as error:  # what pickle says, by kind
        raise WorkerError(str(error)) from None


def _settle(waiting: asyncio.Future[bytes], outcome: bytes | WorkerError) -> None:
    if waiting.done():  # cancelled: the run has ended
        return
    if isinstance(outcome, WorkerError):
        waiting.set_exception(outcome)
    else:
        waiting.set_result(outcome)
