"""A recording as the ledger of one command: taken from its file at the start, written back at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


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
