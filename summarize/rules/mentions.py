"""Mentions: the phrases of the lexicons that a sentence holds, in order, found in one pass over its tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarize.grounding.clause import Clause
from summarize.rules.lexicon import Case, Phrase, PhraseIndex


class Mention(NamedTuple):
    """A phrase in an article: the lexicon's table and list, and the tokens from `first` up to `stop`."""

    label: str
    value: str
    first: int
    stop: int


Mentions = dict[str, list[Mention]]
"""The mentions of a sentence by label, each list in the order of the text."""


def find_mentions(clause: Clause, index: PhraseIndex) -> Mentions:
    """At each token the longest phrase of each table; none inside a longer one of the same table.

    Args:
        clause: the sentence.
        index: the phrases to look for.
    """
    found: Mentions = {}
    keys = clause.keys(clause.first, clause.stop)
    for position, (key, second) in enumerate(zip(keys, (*keys[1:], ""), strict=True), clause.first):
        behind = index.get(key)
        if behind:
            candidates = (*behind.get(second, ()), *behind.get("", ())) if second else behind.get("", ())
            for mention in _at(clause, position, candidates):
                beside = found.setdefault(mention.label, [])
                if not beside or beside[-1].stop <= position:
                    beside.append(mention)
    return found


def _at(clause: Clause, position: int, candidates: Sequence[Phrase]) -> Iterator[Mention]:
    seen: list[str] = []
    keys = clause.tokens.keys
    surface = clause.tokens.surfaces[position]
    for phrase in candidates:
        stop = position + len(phrase.keys)
        if phrase.label in seen or stop > clause.stop or phrase.case > _written(surface):
            continue
        if len(phrase.keys) == 1 or keys[position:stop] == phrase.keys:
            seen.append(phrase.label)
            yield Mention(phrase.label, phrase.value, position, stop)


def _written(surface: str) -> Case:
    """How a token is written."""
    if surface.isupper() and len(surface) > 1:
        return Case.CAPITALS
    return Case.CAPITAL if surface[0].isupper() else Case.ANY
