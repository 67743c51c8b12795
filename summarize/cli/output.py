"""Where output goes: standard output as it comes, or a file that is written whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from summarize.errors import OutputError

Write = Callable[[str], object]

_ADVICE = {
    errno.ENOENT: "Make the folder first, or choose another place.",
    errno.ENOSPC: "Make room, or choose another place.",
    errno.EISDIR: "Name a file in it.",
}
# C1 controls and DEL are legal in JSON and CSV text, and an 8-bit terminal obeys them.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@contextmanager
def standard_output(*, raw: bool) -> Iterator[Write]:
    """Write to standard output; characters that it cannot encode are escaped.

    Args:
        raw: the text is made for a terminal already (it may hold styles); else controls are escaped on a terminal.

    Raises:
        OutputError: the disk behind it is full, say.
    """
    stream = sys.stdout
    encoding = stream.encoding or "utf-8"
    escape = stream.isatty() and not raw

    def write(text: str) -> None:
        safe = _CONTROLS.sub(lambda found: f"\\u{ord(found.group()):04x}", text) if escape else text
        try:
            stream.buffer.write(safe.encode(encoding, "backslashreplace"))
            stream.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"Standard output cannot be written: {error.strerror}.") from None

    yield write


@contextmanager
def whole_file(path: Path) -> Iterator[Write]:
    """Write to a file beside `path` that takes its place at the end; on any error nothing is left of it.

    Raises:
        OutputError: the folder is missing or the disk is full.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():  # a device or a named pipe cannot be replaced
        yield from _straight(path)
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise _unwritable(path, error) from None
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            yield file.write
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _unwritable(path, error) from None
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _straight(path: Path) -> Iterator[Write]:
    try:
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            yield file.write
    except OSError as error:
        raise _unwritable(path, error) from None


def _umask() -> int:
    """The process's mask: mkstemp makes files that only their owner may read."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> OutputError:
    advice = _ADVICE.get(error.errno or 0, "Choose another place.")
    return OutputError(f"The output {path} cannot be written: {error.strerror}.", advice=advice)
