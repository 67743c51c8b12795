"""Word lists are read in the file's order, without comments and empty lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.content import lexicon_path
from summarize.wordlist import read_words


@pytest.mark.parametrize("path", sorted(lexicon_path("").glob("*.txt")), ids=lambda path: path.stem)
def test_every_list_has_words_and_says_what_it_is(path: Path) -> None:
    """A list begins with a comment, and no entry is empty, a comment, or given twice."""
    assert path.read_text("utf-8").startswith("# ")
    words = read_words(path.stem)
    assert words
    assert all(word == word.strip() and not word.startswith("#") for word in words)
    assert len(set(words)) == len(words)
