"""Cues: the phrases by which a sentence says a thing, found by a table of lists."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from summarize.content import lexicon_path
from summarize.grounding.clause import Clause
from summarize.tokens import tokenise


class Cue(NamedTuple):
    """A phrase that was found: the list it is in, and its tokens."""

    says: str
    first: int
    stop: int


def cues(clause: Clause, table: str) -> Iterator[Cue]:
    """The phrases of a table in a stretch of tokens, from left to right, the longest at each token.

    Args:
        clause: the tokens.
        table: a table of `lexicons/cues.toml`, as "status".
    """
    phrases, reached = _phrases(table), clause.first
    words = clause.keys(clause.first, clause.stop)
    if phrases.keys().isdisjoint(words):
        return
    for index in [index for index, key in enumerate(words, clause.first) if key in phrases]:
        cue = _longest(clause, index, phrases) if index >= reached else None
        if cue:
            reached = cue.stop
            yield cue


def cue_names(clause: Clause, table: str) -> set[str]:
    """The lists of which a phrase occurs. For membership alone: their order is not fixed."""
    return {cue.says for cue in cues(clause, table)}


_Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


def _longest(clause: Clause, index: int, phrases: _Phrases) -> Cue | None:
    for phrase, says in phrases[clause.key(index)]:
        stop = index + len(phrase)
        if stop <= clause.stop and clause.keys(index, stop) == phrase:
            return Cue(says, index, stop)
    return None


@cache
def _phrases(table: str) -> _Phrases:
    """By first key, the phrases of a table with their list's name, the longest first."""
    lists = tomllib.loads(lexicon_path("cues.toml").read_text("utf-8"))[table]
    found = [(tokenise(phrase).keys, says) for says, phrases in lists.items() for phrase in phrases]
    found.sort(key=lambda item: -len(item[0]))
    return {first: tuple(item for item in found if item[0][0] == first) for first in {keys[0] for keys, _ in found}}
