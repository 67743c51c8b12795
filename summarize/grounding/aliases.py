"""Aliases: whether a sentence names an actor by another of its listed names."""

from __future__ import annotations

from summarize.grounding.actors import known_actor
from summarize.grounding.clause import Clause

_LONGEST = 6  # tokens of an actor's name


def alias_stands_in(name: str, clause: Clause) -> bool:
    """Whether another listed name of the same group or force stands in a sentence.

    Args:
        name: what a model filled in.
        clause: the sentence it may stand in.
    """
    actor = known_actor(name)
    return actor is not None and actor in clause.once(_actors_of)


def _actors_of(clause: Clause) -> frozenset[object]:
    """The listed actors that a sentence names. For membership alone."""
    starts = filter(clause.is_capitalised, range(clause.first, clause.stop))
    runs = ((first, first + length) for first in starts for length in range(1, _LONGEST + 1))
    named = (known_actor(clause.words(first, stop)) for first, stop in runs if stop <= clause.stop)
    return frozenset(actor for actor in named if actor)
