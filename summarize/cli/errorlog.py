"""Failed articles: one line each on standard error, and a JSON line each in a file if one is named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from summarize.cli.exits import complain
from summarize.cli.output import Write, whole_file
from summarize.errors import ArticleError


class ErrorLog:
    """Counts and tells what failed; the file is written whole at the end, and only if something failed."""

    def __init__(self, path: Path | None, stack: ExitStack) -> None:
        self.count = 0
        self._path = path
        self._stack = stack
        self._write: Write | None = None

    def add(self, error: ArticleError) -> None:
        """Tell of one failed article."""
        self.count += 1
        complain(str(error))
        if self._path is not None:
            self._write = self._write or self._stack.enter_context(whole_file(self._path))
            self._write(json.dumps(error.row(), ensure_ascii=False) + "\n")


@contextmanager
def error_log(path: Path | None) -> Iterator[ErrorLog]:
    """An error log; an older file of that name, from a run that failed, goes away when nothing fails now."""
    with ExitStack() as stack:
        log = ErrorLog(path, stack)
        yield log
        if path is not None and log.count == 0:
            path.unlink(missing_ok=True)


def errors_path(output: Path | None, errors: Path | None) -> Path | None:
    """Where error rows go: the named file, else beside the output."""
    if errors is not None or output is None:
        return errors
    return output.with_name(f"{output.name}.errors.jsonl")
