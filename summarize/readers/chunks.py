"""Chunks: the bytes of files and standard input as they come, without holding up the event loop."""

from __future__ import annotations

import asyncio
import os
import stat
import sys
import threading
from collections.abc import AsyncGenerator, Callable
from functools import partial
from io import FileIO
from typing import Protocol, TypeVar

from summarize.errors import ArticleError, ErrorKind

T = TypeVar("T")
_CHUNK_BYTES = 65_536


class Readable(Protocol):
    """A binary file, as `open(…, "rb")` or `sys.stdin.buffer` gives it."""

    def read(self, size: int, /) -> bytes | None:
        """At most so many bytes, empty at the end."""
        ...


async def file_chunks(path: str, name: str) -> AsyncGenerator[bytes]:
    """The bytes of a file.

    A regular file is read at once, as that costs less than handing it to a thread. A pipe or a device may keep
    us waiting for ever, so a thread waits for it.

    Raises:
        ArticleError: NOT_FOUND or UNREADABLE, under that name.
    """
    try:
        waits = not stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 - a str path with surrogates, and no object
        file = await in_thread(partial(_open, path)) if waits else _open(path)
        with file:
            async for chunk in _read(file, waits=waits):
                yield chunk
    except (OSError, ValueError) as error:
        raise file_error(name, error) from None


async def stdin_chunks(stdin: Readable | None = None) -> AsyncGenerator[bytes]:
    """The bytes of standard input, or of the file that stands for it.

    Raises:
        ArticleError: UNREADABLE.
    """
    if stdin is None and sys.stdin is None:  # the shell closed it (`<&-`)
        raise ArticleError("-", ErrorKind.UNREADABLE, "Standard input is closed.", advice="Pipe an article into it.")
    stream = stdin or sys.stdin.buffer
    # The raw file has no lock that a waiting thread would hold while the interpreter ends.
    raw: Readable = getattr(stream, "raw", stream)
    try:
        async for chunk in _read(raw, waits=True):
            yield chunk
    except (OSError, ValueError) as error:
        raise file_error("-", error) from None


async def all_at_once(data: bytes) -> AsyncGenerator[bytes]:
    """Bytes that are there already, as a stream of one chunk."""
    yield data


async def in_thread(function: Callable[[], T]) -> T:
    """The function's result, waited for in a thread that does not keep the program from ending.

    Unlike a thread of `asyncio.to_thread`, which is joined at the end: Ctrl-C would wait for a silent pipe.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(set_outcome: Callable[[T], None] | Callable[[BaseException], None], outcome: object) -> None:
        if not future.done():
            set_outcome(outcome)  # type: ignore[arg-type]  # each setter is called with what it takes

    def work() -> None:
        try:
            outcome = function()
        except BaseException as error:  # noqa: BLE001 - it is raised where the result is awaited
            _call_back(loop, partial(settle, future.set_exception, error))
        else:
            _call_back(loop, partial(settle, future.set_result, outcome))

    threading.Thread(target=work, daemon=True, name="summarize-read").start()
    return await future


def file_error(name: str, error: OSError | ValueError) -> ArticleError:
    """The error row of a file that cannot be opened or read."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ArticleError(name, ErrorKind.NOT_FOUND, "There is no such file.", advice="Check the path.")
    if isinstance(error, ValueError):  # a NUL in the path
        return ArticleError(name, ErrorKind.NOT_FOUND, "No file can have that name.", advice="Check the path.")
    reason = os.strerror(error.errno) if error.errno else type(error).__name__
    return ArticleError(
        name,
        ErrorKind.UNREADABLE,
        f"The file cannot be read: {reason}.",
        advice="Check the path and who may read it.",
    )


def _open(path: str) -> FileIO:
    return FileIO(path, "rb")


async def _read(file: Readable, *, waits: bool) -> AsyncGenerator[bytes]:
    reading = partial(file.read, _CHUNK_BYTES)
    while chunk := await in_thread(reading) if waits else reading():
        yield chunk


def _call_back(loop: asyncio.AbstractEventLoop, settle: Callable[[], None]) -> None:
    try:
        loop.call_soon_threadsafe(settle)
    except RuntimeError:  # the loop was closed while we waited: nobody wants the result
        return
