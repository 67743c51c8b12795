"""The word lists of grounding: the tables of `lexicons/*.toml` as sets of keys."""

from __future__ import annotations

import tomllib
from functools import cache

from summarize.content import lexicon_path
from summarize.grounding.tokens import token_key


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """The lists of `lexicons/NAME.toml` by their name. For membership alone: their order is not fixed."""
    lists = tomllib.loads(lexicon_path(f"{name}.toml").read_text("utf-8"))
    return {title: frozenset(map(token_key, words)) for title, words in lists.items()}
