"""Cues: the phrases by which a sentence says a thing, found by a table of lists."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from summarize.content import lexicon_path
from summarize.grounding.clause import Clause
from summarize.tokens import tokenise


@dataclass(slots=True)
class Cue:
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
    if _phrases(table).keys().isdisjoint(clause.vocabulary):
        return []
    return cues_among(clause.tokens.keys, clause.first, clause.stop, table)


def cues_among(keys: tuple[str, ...], first: int, stop: int, table: str) -> list[Cue]:
    """The same, in a range of tokens that are given by their keys."""
    phrases, free = _phrases(table), first
    found: list[Cue] = []
    for index in range(first, stop):
        if index >= free and keys[index] in phrases and (cue := _longest(phrases, keys, index, stop)):
            found.append(cue)
            free = cue.stop
    return found


_Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


def _longest(phrases: _Phrases, keys: tuple[str, ...], first: int, stop: int) -> Cue | None:
    for phrase, says in phrases[keys[first]]:
        end = first + len(phrase)
        if end <= stop and keys[first:end] == phrase:
            return Cue(says, first, end)
    return None


@cache
def _phrases(table: str) -> _Phrases:
    """By first key, the phrases of a table with their list's name, the longest first."""
    lists = tomllib.loads(lexicon_path("cues.toml").read_text("utf-8"))[table]
    found = [(tokenise(phrase).keys, says) for says, phrases in lists.items() for phrase in phrases]
    found.sort(key=lambda item: -len(item[0]))
    return {first: tuple(item for item in found if item[0][0] == first) for first in {keys[0] for keys, _ in found}}
