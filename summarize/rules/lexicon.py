"""The phrases of the rules' lexicons: label and value by token keys, looked up by a phrase's first token."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summarize.tokens import tokenise

_FOLDER = Path(__file__).resolve().parent / "lexicons"


class Phrase(NamedTuple):
    """A phrase of a lexicon: its token keys, the table it stands in, and the list of that table."""

    keys: tuple[str, ...]
    label: str
    value: str


PhraseIndex = dict[str, tuple[Phrase, ...]]


@cache
def phrase_index() -> PhraseIndex:
    """Every phrase by its first key, the longest first."""
    phrases = [phrase for path in sorted(_FOLDER.glob("*.toml")) for phrase in _read(path)]
    index: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        index.setdefault(phrase.keys[0], []).append(phrase)
    return {first: tuple(sorted(found, key=lambda phrase: -len(phrase.keys))) for first, found in index.items()}


@cache
def word_set(label: str, value: str) -> frozenset[str]:
    """The one-word phrases of a list. For membership alone: its order is not fixed."""
    return frozenset(
        phrase.keys[0]
        for phrases in phrase_index().values()
        for phrase in phrases
        if (phrase.label, phrase.value) == (label, value) and len(phrase.keys) == 1
    )


def _read(path: Path) -> list[Phrase]:
    tables = tomllib.loads(path.read_text("utf-8"))
    return [
        Phrase(tokenise(words).keys, label, value)
        for label, lists in tables.items()
        for value, phrases in lists.items()
        for words in phrases
    ]
