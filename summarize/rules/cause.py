"""Causes: the part of a sentence that tells what an act answers: "in response to Israeli strikes on Nabatieh"."""

from __future__ import annotations

from summarize.grounding.clause import Clause
from summarize.rules.lexicon import word_set

_ANSWERS = word_set("cause", "answer")
_JOINTS = ("to", "for")
_NOTHING = range(0)


def cause(clause: Clause) -> range:
    """The tokens behind "in response to" and its like, up to the next comma; empty without one."""
    return _NOTHING if _ANSWERS.isdisjoint(clause.vocabulary) else clause.once(_cause)


def _cause(clause: Clause) -> range:
    keys = clause.tokens.keys
    for index in range(clause.first, clause.stop - 1):
        if keys[index] in _ANSWERS and (keys[index] == "avenge" or keys[index + 1] in _JOINTS):
            stop = next((end for end in range(index, clause.stop) if keys[end] in (",", ";")), clause.stop)
            return range(index, stop)
    return _NOTHING
