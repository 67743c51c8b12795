"""The word lists of grounding: the tables of `lexicons/*.toml` as sets of keys."""

from __future__ import annotations

import tomllib
from functools import cache

from summarize.content import lexicon_path
from summarize.grounding.tokens import token_key, tokenise
from summarize.wordlist import read_words


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """The lists of `lexicons/NAME.toml` by their name. For membership alone: their order is not fixed."""
    lists = tomllib.loads(lexicon_path(f"{name}.toml").read_text("utf-8"))
    return {title: frozenset(map(token_key, words)) for title, words in lists.items()}


@cache
def english_words() -> frozenset[str]:
    """The words that are no proper names, lower case."""
    return frozenset(read_words("english_words"))


@cache
def country_names() -> dict[tuple[str, ...], str]:
    """ISO 3166-1 alpha-2 code by the keys of a country's name or of a word for its people."""
    countries = tomllib.loads(lexicon_path("countries.toml").read_text("utf-8"))
    named = {tokenise(name).keys: code for code in sorted(countries, reverse=True) for name in countries[code]}
    return named | {tokenise(names[0]).keys: code for code, names in countries.items()}
