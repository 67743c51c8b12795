"""Worker: one process beside this one, its pieces of work, its answers and its end."""

from __future__ import annotations

import asyncio
import os
import shlex
import subprocess
import sys
import time
from collections.abc import AsyncIterator

import pytest

from summarize.worker import Worker, WorkerError


class TwoWordsError(Exception):
    """An error that pickle writes and cannot read: it is made of two words and keeps one."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first + second)


class LockedError(Exception):
    """An error that pickle cannot write."""

    def __init__(self) -> None:
        super().__init__()
        self.made = lambda: None


def say(words: str) -> str:
    """Print on what was standard output when the process began."""
    print(words, flush=True)  # noqa: T201 - a test of what becomes of it
    os.write(1, words.encode())
    return words


def fail(kind: type[Exception], *words: str) -> None:
    raise kind(*words)


def maker() -> object:
    """Something that cannot be pickled."""
    return lambda: None


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    worker = await Worker.start()
    yield worker
    worker.close()


async def test_pieces_are_answered_in_order_by_another_process(worker: Worker) -> None:
    """Many may be given at once; a long one comes in parts and is whole."""
    long = "word " * 500_000
    given = [worker.do(str.upper, "a"), worker.do(str.upper, long), worker.do(os.getpid), worker.do(int, "ff", base=16)]
    upper, longer, process, number = await asyncio.gather(*given)
    assert (upper, longer, number) == ("A", long.upper(), 255)
    assert process != os.getpid()
    assert worker.ahead == 0


async def test_what_the_work_prints_is_no_answer(capfd: pytest.CaptureFixture[str]) -> None:
    """It goes to standard error."""
    worker = await Worker.start()
    assert await worker.do(say, "loud ") == "loud "
    worker.close()
    printed = capfd.readouterr()
    assert (printed.out, printed.err) == ("", "loud \nloud ")


async def test_an_error_is_raised_here(worker: Worker) -> None:
    """With its kind and words."""
    with pytest.raises(ZeroDivisionError, match="by what"):
        await worker.do(fail, ZeroDivisionError, "by what")


@pytest.mark.parametrize(
    "piece", [(maker,), (lambda: 1,), (fail, TwoWordsError, "one", "two"), (fail, LockedError)], ids=repr
)
async def test_what_cannot_be_sent_is_said_and_the_next_is_done(worker: Worker, piece: tuple[object, ...]) -> None:
    """An answer, a piece of work, or an error, on whichever way it is stuck."""
    with pytest.raises(WorkerError):
        await worker.do(*piece)  # type: ignore[arg-type]  # the first is a function, the others are what it takes
    assert await worker.do(str.upper, "a") == "A"


async def test_to_close_it_ends_it_whatever_it_is_at(worker: Worker) -> None:
    """Whoever waits for an answer is told, and so is who asks later."""
    process = await worker.do(os.getpid)
    waiting = asyncio.ensure_future(worker.do(time.sleep, 600))
    await asyncio.sleep(0)
    worker.close()
    with pytest.raises(WorkerError):
        await waiting
    with pytest.raises(WorkerError):
        await worker.do(os.getpid)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert not worker.lives


async def test_an_answer_that_nobody_waits_for_is_not_missed(worker: Worker) -> None:
    """The answers behind it go to those who asked for them."""
    left = asyncio.ensure_future(worker.do(str.upper, "left"))
    await asyncio.sleep(0)
    left.cancel()
    assert await worker.do(str.upper, "next") == "NEXT"


def test_without_standard_error_answers_are_answers_all_the_same() -> None:
    """What the work prints is gone then."""
    program = (
        "import asyncio\n"
        "from summarize.worker import Worker\n"
        "from tests.test_worker import say\n"
        "async def main():\n"
        "    worker = await Worker.start()\n"
        "    print(await asyncio.wait_for(worker.do(say, 'loud'), 30))\n"
        "    worker.close()\n"
        "asyncio.run(main())"
    )
    command = f"exec {shlex.quote(sys.executable)} -c {shlex.quote(program)} 2>&-"
    run = subprocess.run(["/bin/sh", "-c", command], stdout=subprocess.PIPE, text=True, timeout=60, check=True)
    assert run.stdout == "loud\n"
