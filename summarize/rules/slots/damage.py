"""The damage slot: how much was damaged, by words of degree beside "damage" and by verbs that say it alone."""

from __future__ import annotations

from summarize.grounding.cues import cue_names, cues
from summarize.rules.incidents import Found
from summarize.rules.mentions import Passage
from summarize.schema.draft import DraftDamage
from summarize.schema.vocabulary import DamageLevel

_REACH = 4  # tokens between "damage" and the word that says how much
_NEGATED_REACH = 6  # tokens between a negation and "damage": "no injuries or damage"
_NOUNS = ("damage", "damages")
_REPORTED_BEHIND = 3  # tokens behind "damage" in which "was reported" stands


def damage(incident: Found) -> DraftDamage | None:
    """The first statement of the damage itself, else the first verb of harm to things."""
    for find in (_degree, _verb):
        found = next((fact for passage in incident.passages if (fact := find(passage))), None)
        if found:
            return found
    return None


def _degree(passage: Passage) -> DraftDamage | None:
    clause = passage.clause
    for noun in range(clause.first, clause.stop):
        if clause.key(noun) in _NOUNS:
            return _none(passage, noun) or _much(passage, noun)
    return None


def _none(passage: Passage, noun: int) -> DraftDamage | None:
    clause = passage.clause
    negation = next((i for i in range(max(clause.first, noun - _NEGATED_REACH), noun) if clause.is_negation(i)), None)
    if negation is None:
        return None
    stop = next((i + 1 for i in range(noun, noun + _REPORTED_BEHIND + 1) if clause.key(i) == "reported"), noun + 1)
    words = clause.keys(negation, stop)
    level = DamageLevel.NONE_REPORTED if {"reported", "reports"} & set(words) else DamageLevel.NONE
    level = DamageLevel.NONE_SIGNIFICANT if {"significant", "serious", "major"} & set(words) else level
    return DraftDamage(q=passage.words(negation, stop), s=passage.number, level=level)


def _much(passage: Passage, noun: int) -> DraftDamage | None:
    for cue in cues(passage.clause, "damage"):
        near = -_REACH <= cue.first - noun <= _REACH
        if near:
            first, stop = min(cue.first, noun), max(cue.stop, noun + 1)
            return DraftDamage(q=passage.words(first, stop), s=passage.number, level=DamageLevel(cue.says))
    return None


def _verb(passage: Passage) -> DraftDamage | None:
    clause = passage.clause
    for mention in passage.of("harm"):
        if "intercepted" in cue_names(clause, "outcome") or any(
            map(clause.is_negation, range(clause.first, mention.first))
        ):
            continue
        words = passage.words(mention.first, mention.stop)
        return DraftDamage(q=words, s=passage.number, level=DamageLevel(mention.value))
    return None
