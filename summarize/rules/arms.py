"""Arms: the weapons of a sentence with which something was or may have been done."""

from __future__ import annotations

from summarize.grounding.clause import Clause
from summarize.rules.lexicon import word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage

_NO_WEAPON, _UNUSED = word_set("weapons", "no_weapon"), word_set("weapons", "unused")
_UNUSED_REACH = 6  # tokens of "that had been prepared for launch"


def arms(passage: Passage) -> list[Mention]:
    """The weapons of a sentence, without part of a noun ("bomb squad") and those destroyed before they were used."""
    return passage.once(_arms) if "weapon" in passage.found else []


def _arms(passage: Passage) -> list[Mention]:
    return [mention for mention in passage.of("weapon") if _is_used(passage.clause, mention)]


def _is_used(clause: Clause, mention: Mention) -> bool:
    if clause.key(mention.stop - 1) == "shell" and clause.key(mention.stop) == "of":
        return False  # what is left of a truck
    if clause.key(mention.stop) in _NO_WEAPON or clause.is_hyphen(mention.stop):
        return False
    return _UNUSED.isdisjoint(clause.keys(mention.stop, min(clause.stop, mention.stop + _UNUSED_REACH)))
