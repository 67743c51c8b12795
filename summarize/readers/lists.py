"""Lists of inputs (`--files-from`): one a line, or separated by NUL as `find -print0` writes them."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator

from summarize.errors import ArticleError, UsageError
from summarize.readers.chunks import Readable, file_chunks, stdin_chunks
from summarize.readers.folders import path_name
from summarize.readers.lines import split_chunks

_LONGEST_INPUT = 65_536  # bytes; no path or address is longer


async def read_list(path: str, stdin: Readable | None = None) -> AsyncIterator[str]:
    """The inputs that a list names, as they are asked for; `-` is standard input.

    In a list of lines, blank lines and lines that begin with # are skipped. A list that holds a NUL before its
    first line feed is separated by NUL, and everything in it is an input.

    Raises:
        UsageError: the list cannot be read.
    """
    chunks = stdin_chunks(stdin) if path == "-" else file_chunks(path, path_name(path))
    try:
        first = await anext(chunks, b"")
        separator = b"\0" if b"\0" in first.partition(b"\n")[0] else b"\n"
        async for entry in split_chunks(first, chunks, separator, _LONGEST_INPUT):
            given = os.fsdecode(entry if separator == b"\0" else entry.removesuffix(b"\r"))
            if given and (separator == b"\0" or not _is_comment(given)):
                yield given
    except ArticleError as error:
        message = f"The list of inputs {error.article} cannot be read: {error.message}"
        raise UsageError(message, advice=error.advice) from None


def _is_comment(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
