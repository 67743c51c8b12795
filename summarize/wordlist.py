"""Word lists: the plain-text files of the package's `lexicons` folder, one entry a line, `#` before a comment."""

from __future__ import annotations

from functools import cache

from summarize.content import lexicon_path


@cache
def read_words(name: str) -> tuple[str, ...]:
    """The entries of `lexicons/NAME.txt` in the file's order."""
    lines = lexicon_path(f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
