"""How the command ends: errors become one line and an exit code, never a traceback."""

from __future__ import annotations

import os
import sys

import click

from summarize.errors import OutputError, SummarizeError
from summarize.terminal import printable

INTERRUPTED = 130


class ReaderGoneError(OutputError):
    """The reader of our output has gone (`| head`): no failure, and nobody is left to be told."""

    exit_code = 0


def guarded(command: click.Command) -> int:
    """Call the command with the process's own arguments; returns the exit code."""
    _replace_closed_streams()
    try:
        return int(command.main(standalone_mode=False) or 0)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        complain("Interrupted.")
        return INTERRUPTED
    except SummarizeError as error:
        return _ended(error)
    except OSError as error:  # of a print: whoever opens a file has a sentence of its own
        return _ended(OutputError(f"Standard output cannot be written: {error.strerror or error}."))


def complain(message: str) -> None:
    """One line on standard error, without control characters."""
    print(f"summarize: {printable(message)}", file=sys.stderr)  # noqa: T201 - this is where the command speaks


def _ended(error: SummarizeError) -> int:
    """Tell of the error that ended the run; returns its exit code."""
    if not isinstance(error, ReaderGoneError):
        complain(str(error))
    if isinstance(error, OutputError):  # the interpreter would try again at exit, and complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return error.exit_code


def _replace_closed_streams() -> None:
    """Stand-ins for streams that the shell closed (`>&-`): messages go nowhere, output fails as on a full disk."""
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
