"""Asides: what a sentence says in passing of those it blames: "a cell that was broken up in the hills last month"."""

from __future__ import annotations

from summarize.rules.passage import Passage

_BLAME = ("blame", "suspicion", "pointing", "denial")
_RELATIVE = frozenset({"that", "which", "who", "whose"})
_NOTHING = range(0)
_REACH = 12  # tokens between the word for blame and the aside


def aside(passage: Passage) -> range:
    """The tokens of a relative clause behind a word for blame, up to the next comma; empty without one."""
    return passage.once(_aside) if "status" in passage.found else _NOTHING


def _aside(passage: Passage) -> range:
    clause = passage.clause
    if _RELATIVE.isdisjoint(clause.vocabulary):
        return _NOTHING
    for mention in passage.of("status", *_BLAME):
        for index in range(mention.stop + 1, min(clause.stop, mention.stop + _REACH)):
            if clause.key(index) in _RELATIVE:
                stop = next((end for end in range(index, clause.stop) if clause.key(end) in (",", ";")), clause.stop)
                return range(index, stop)
    return _NOTHING
