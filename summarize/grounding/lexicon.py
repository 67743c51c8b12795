"""The word lists of grounding: the tables of `lexicons/*.toml` as sets of keys."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache

from summarize.content import lexicon_path
from summarize.tokens import token_key, tokenise

_KEPT_WORDS = 8_192  # words of which it is kept whether they are English


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """The lists of `lexicons/NAME.toml` by their name. For membership alone: their order is not fixed."""
    lists = tomllib.loads(lexicon_path(f"{name}.toml").read_text("utf-8"))
    return {title: frozenset(map(token_key, words)) for title, words in lists.items()}


@cache
def lists_of(name: str) -> dict[str, frozenset[str]]:
    """By key, the titles of the lists of `lexicons/NAME.toml` it is in."""
    lists = word_lists(name)
    keys = frozenset[str]().union(*lists.values())
    return {key: frozenset(title for title, words in lists.items() if key in words) for key in keys}


@lru_cache(maxsize=_KEPT_WORDS)
def is_english(word: str) -> bool:
    """Whether a lower-case word is an English one, and so no proper name.

    The list is sorted and searched by halves: it is read in a millisecond, and a set of it would take twenty.
    """
    words = _english_words()
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        start, stop = words.rfind("\n", 0, middle) + 1, words.find("\n", middle)
        found = words[start:stop]
        if found == word:
            return True
        low, high = (stop + 1, high) if found < word else (low, start - 1)
    return False


@cache
def _english_words() -> str:
    """The words of `english_words.txt`, one a line, sorted, each with its line break."""
    text = lexicon_path("english_words.txt").read_text("utf-8")
    return text[text.rindex("#") :].partition("\n")[2]


@cache
def country_names() -> dict[tuple[str, ...], str]:
    """ISO 3166-1 alpha-2 code by the keys of a country's name or of a word for its people."""
    countries = tomllib.loads(lexicon_path("countries.toml").read_text("utf-8"))
    named = {tokenise(name).keys: code for code in sorted(countries, reverse=True) for name in countries[code]}
    return named | {tokenise(names[0]).keys: code for code, names in countries.items()}
