"""Cues: the phrases by which a sentence says a thing, found by a table of lists."""

from __future__ import annotations

import tomllib
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


def cues(clause: Clause, table: str) -> list[Cue]:
    """The phrases of a table in a stretch of tokens, from left to right, the longest at each token.

    Args:
        clause: the tokens.
        table: a table of `lexicons/cues.toml`, as "status".
    """
    phrases, found = _phrases(table), list[Cue]()
    if phrases.keys().isdisjoint(clause.vocabulary):
        return found
    for index in clause.having(phrases):
        is_free = not found or index >= found[-1].stop
        if is_free and (cue := _longest(clause, index, phrases)):
            found.append(cue)
    return found


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
