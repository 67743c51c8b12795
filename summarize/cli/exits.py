"""How the command ends: errors become one line and an exit code, never a traceback."""

from __future__ import annotations

import os
import sys

import click

from summarize.errors import SummarizeError
from summarize.terminal import printable

INTERRUPTED = 130


def guarded(command: click.Command) -> int:
    """Call the command with the process's own arguments; returns the exit code."""
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
        complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        return silence()


def complain(message: str) -> None:
    """One line on standard error, without control characters."""
    print(f"summarize: {printable(message)}", file=sys.stderr)  # noqa: T201 - this is where the command speaks


def silence() -> int:
    """The reader of our output has gone: end quietly, and keep the interpreter from flushing at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
