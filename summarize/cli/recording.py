"""A recording as the ledger of one command: taken from its file at the start, written back at the end."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_SAME = {
    "models": "--model",
    "prompts": "--prompt",
    "split": "--split",
    "gold": "--gold",
    "only": "--only",
    "base_url": "--base-url",
    "mode": "--mode",
    "reasks": "--reasks",
}
"""Options on which it depends what is asked."""


@contextmanager
def recorded(path: Path, *, keep: bool) -> Iterator[Path]:
    """A ledger that holds what the recording holds.

    Args:
        path: the recording; it may be missing if it is to be written.
        keep: write the ledger's answers back to it at the end, also after an error: they were paid.

    Yields:
        The ledger's file; it goes away at the end.

    Raises:
        LedgerError: the recording is broken.
        OutputError: it cannot be written.
    """
    from summarize.cli.output import whole_file
    from summarize.ledger.connection import connect, existing
    from summarize.ledger.recording import export_lines, import_lines

    with TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.sqlite"
        with closing(connect(ledger)) as connection:
            if path.exists():
                with path.open(encoding="utf-8", errors="replace") as lines:
                    import_lines(connection, lines, str(path))
        try:
            yield ledger
        finally:
            if keep:
                with existing(ledger) as connection, whole_file(path) as write:
                    for line in export_lines(connection):
                        write(line)


def recording_command(given: Mapping[str, Any]) -> str:
    """The eval that records what one with these options asks.

    Args:
        given: the options of `summarize eval`, by name; None or empty for those that were not given.
    """
    words = ["summarize", "eval", *filter(None, [given["suite"]])]
    for name, flag in _SAME.items():
        values = given[name] if isinstance(given[name], tuple) else (given[name],)
        words += [word for value in values if value is not None for word in (flag, str(value))]
    return shlex.join([*words, "--record", str(given["record"] or "FILE")])
