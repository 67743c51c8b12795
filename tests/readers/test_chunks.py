"""Tests of chunks: pipes and silent inputs are waited for without holding up anything."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from summarize.errors import ArticleError, ErrorKind
from summarize.readers.chunks import file_chunks, in_thread, stdin_chunks


async def gather(path: str) -> bytes:
    return b"".join([chunk async for chunk in file_chunks(path, path)])


async def test_a_file_comes_whole(tmp_path: Path) -> None:
    """The chunks of a file are its bytes."""
    data = bytes(range(256)) * 1000
    (tmp_path / "a").write_bytes(data)
    assert await gather(str(tmp_path / "a")) == data


async def test_a_named_pipe_is_read(tmp_path: Path) -> None:
    """A pipe, as `<(…)` of a shell makes it, is read to its end while the loop goes on."""
    pipe = str(tmp_path / "pipe")
    os.mkfifo(pipe)
    reading = asyncio.create_task(gather(pipe))
    await asyncio.sleep(0.01)
    assert not reading.done()
    writer = threading.Thread(target=lambda: Path(pipe).write_bytes(b"from a pipe"))
    writer.start()
    assert await reading == b"from a pipe"
    writer.join()


async def test_standard_input_may_be_any_binary_file() -> None:
    """A test, or a library's caller, puts what it likes in its place."""
    chunks = [chunk async for chunk in stdin_chunks(io.BytesIO(b"x" * 100_000))]
    assert b"".join(chunks) == b"x" * 100_000
    assert len(chunks) == 2


async def test_a_thread_raises_where_it_is_awaited() -> None:
    """An error of the function is the awaiting task's error."""

    def fail() -> None:
        raise OSError(5, "broken disk")

    with pytest.raises(OSError, match="broken disk"):
        await in_thread(fail)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("missing", ErrorKind.NOT_FOUND),
        ("file/below", ErrorKind.NOT_FOUND),
        ("nul\0byte", ErrorKind.NOT_FOUND),
        ("loop", ErrorKind.UNREADABLE),
        ("x" * 300, ErrorKind.UNREADABLE),
        ("folder", ErrorKind.UNREADABLE),
    ],
)
async def test_files_that_cannot_be_read(tmp_path: Path, path: str, kind: ErrorKind) -> None:
    """A missing file, an impossible name, a loop of links and a folder each have their error."""
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(ArticleError) as caught:
        await gather(f"{tmp_path}/{path}")
    assert caught.value.kind is kind
    assert caught.value.advice


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
async def test_a_file_that_others_own(tmp_path: Path) -> None:
    """A file without permission is UNREADABLE, with the system's reason."""
    path = tmp_path / "a.txt"
    path.write_text("a")
    path.chmod(0)
    with pytest.raises(ArticleError, match="Permission denied"):
        await gather(str(path))


def test_interrupt_while_waiting_for_standard_input() -> None:
    """Ctrl-C ends a program that waits for a silent pipe, and the interpreter ends without a complaint."""
    program = (
        "import asyncio, sys\n"
        "from summarize.readers.chunks import stdin_chunks\n"
        "async def main():\n"
        "    print('ready', flush=True)\n"
        "    async for chunk in stdin_chunks(): pass\n"
        "try: asyncio.run(main())\n"
        "except KeyboardInterrupt: print('interrupted', flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 0
    assert process.stdout.read() == b"interrupted\n"
    assert process.stderr.read() == b""
    for pipe in (process.stdin, process.stdout, process.stderr):
        pipe.close()
