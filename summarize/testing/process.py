"""A scripted server in a process of its own, so that a load test does not share its interpreter.

    with ServerProcess("benchmarks.client:canned", log=folder / "served.jsonl") as server:
        ...  # server.base_url

The process is `python -m summarize.testing.process MODULE:NAME [LOG]`; it says its address on standard output and
ends with its standard input.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Self

from summarize.testing.server import Script, ScriptedServer, Served


class ServerProcess:
    """A scripted server as a process; use it as a context manager.

    Attributes:
        base_url: its address, as `--base-url` takes it; "" before it runs.
    """

    def __init__(self, script: str, *, log: Path | None = None) -> None:
        """Nothing runs yet.

        Args:
            script: "module:name" of a `Script`, or of a class that makes one, importable from the working folder.
            log: a file to which each row of the server's log is added, as JSON lines.
        """
        self.base_url = ""
        self._log = log
        self._command = [sys.executable, "-m", "summarize.testing.process", script, *([str(log)] if log else [])]
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """Start it and wait for its address.

        Raises:
            RuntimeError: it ended without one; its standard error says why.
        """
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter, this module
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None, "it is a pipe"  # noqa: S101 - asked for above
        self.base_url = self._process.stdout.readline().strip()
        if not self.base_url:
            self._process.communicate()
            raise RuntimeError("The scripted server did not start.")
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.communicate()

    def log(self) -> list[Served]:
        """What was done to each request, in the order of arrival; complete once the process has ended."""
        lines = self._log.read_text().splitlines() if self._log else []
        return sorted((Served(**json.loads(line)) for line in lines), key=lambda row: row.number)


def load_script(name: str) -> Script:
    """The script that "module:name" names; a class is called without arguments.

    Raises:
        ImportError: there is no such module.
        AttributeError: it has no such name.
    """
    module, _, attribute = name.partition(":")
    found = getattr(import_module(module), attribute)
    script: Script = found() if isinstance(found, type) else found
    return script


async def serve(script: str, log: Path | None) -> None:
    """Serve until standard input ends."""
    with _recording(log) as record:
        async with ScriptedServer(load_script(script), record=record) as server:
            sys.stdout.write(f"{server.base_url}\n")
            sys.stdout.flush()
            await asyncio.to_thread(sys.stdin.read)


@contextmanager
def _recording(log: Path | None) -> Iterator[Callable[[Served], object]]:
    """What takes the rows of the server's log."""
    if log is None:
        yield lambda _row: None
        return
    with log.open("a", buffering=1) as file:
        yield lambda row: file.write(f"{json.dumps(asdict(row))}\n")


if __name__ == "__main__":
    named, *rest = sys.argv[1:]
    asyncio.run(serve(named, Path(rest[0]) if rest else None))
