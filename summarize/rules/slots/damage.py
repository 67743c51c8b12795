"""The damage slot: how much was damaged, by the article's words."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.grounding.clause import Clause
from summarize.grounding.scope import Quotation, left_out
from summarize.rules.incidents import Found
from summarize.rules.lexicon import word_set
from summarize.rules.passage import Passage
from summarize.rules.phrases import phrase_before
from summarize.rules.quotation import quotation
from summarize.schema.draft import DraftDamage
from summarize.schema.vocabulary import DamageLevel

_NOUNS = frozenset({"damage", "damages"})
_VERBS = frozenset({"damaged", "damaging"})
_LEVELS = {
    "minor": DamageLevel.MINOR,
    "moderate": DamageLevel.MODERATE,
    "severe": DamageLevel.SEVERE,
    "destroyed": DamageLevel.DESTROYED,
}
_NOTHING = frozenset({"no", "not", "without", "nor", "nothing", "neither"})
_REPORTED = frozenset({"reports", "reported", "report", "immediate", "word"})
_SIGNIFICANT = frozenset({"significant", "serious", "major", "substantial", "material", "lasting"})
_DESTROYED = word_set("damages", "destroyed")
_WORDS = _NOUNS | _VERBS | _DESTROYED
_WEAPONS = word_set("damages", "weapons")
_CAUSING = frozenset({"causing", "caused", "some", "causes"})
_REACH = 5  # tokens before "damage" in which its measure or negation stands


def damage(incident: Found) -> DraftDamage | None:
    """The first statement on damage, else the first on what things look like."""
    ruins: list[Passage] = []
    for telling in incident.tellings:
        passage = telling.passage
        is_said = not _WORDS.isdisjoint(passage.clause.vocabulary)
        if (is_said or "ruin" in passage.found) and not telling.is_answer:
            for fact in _of(passage) if is_said else ():
                return fact
            ruins.append(passage)
    for passage in ruins:
        for fact in _ruins(passage):
            return fact
    return None


def _ruins(passage: Passage) -> Iterator[DraftDamage]:
    """Windows broken, a roof down, a car burnt out."""
    clause = passage.clause
    for mention in passage.of("ruin"):
        subject = phrase_before(clause, mention.first)
        for first in (subject[0] if subject else mention.first, mention.first):
            if left_out(clause, Quotation(first, mention.stop)) is None:
                level = DamageLevel(mention.value)
                yield DraftDamage(q=quotation(passage, first, mention.stop), s=passage.number, level=level)
                return


def _of(passage: Passage) -> Iterator[DraftDamage]:
    clause = passage.clause
    for index, key in enumerate(clause.all_keys, clause.first):
        level, first, stop = None, index, index + 1
        if key in _NOUNS:
            level, first, stop = _noun(clause, index)
        elif key in _VERBS and clause.key(index - 1) != "the":
            level, first = _verb(clause, index)
        elif key in _DESTROYED:
            level = _destroyed(passage, index)
        if level and left_out(clause, Quotation(first, stop)) is None:
            yield DraftDamage(q=quotation(passage, first, stop), s=passage.number, level=level)


def _noun(clause: Clause, index: int) -> tuple[DamageLevel | None, int, int]:
    """Minimal damage; no reports of damage; the damage is slight: the level, and the words that say it."""
    for first in range(index - 1, max(clause.first, index - _REACH) - 1, -1):
        if clause.key(first) in _NOTHING:
            return _nothing(clause, first, index)
        if level := _level(clause.key(first)):
            return level, first, index + 1
        if clause.key(first) in (",", ";", ".", "and"):
            break
    for behind in range(index + 1, min(clause.stop, index + _REACH)):
        if level := _level(clause.key(behind)):
            return level, index, behind + 1
    return (DamageLevel.MODERATE if clause.key(index - 1) in _CAUSING else None), index - 1, index + 1


def _nothing(clause: Clause, first: int, index: int) -> tuple[DamageLevel, int, int]:
    """No damage, no reports of it, or none that counts."""
    stop = index + 1
    while clause.key(stop) in ("was", "were", "or", "reported", "has", "been", "casualties", "injuries"):
        stop += 1
    words = clause.keys(first, stop)
    if _REPORTED.intersection(words):
        return DamageLevel.NONE_REPORTED, first, stop
    return (DamageLevel.NONE_SIGNIFICANT if _SIGNIFICANT.intersection(words) else DamageLevel.NONE), first, stop


def _verb(clause: Clause, index: int) -> tuple[DamageLevel | None, int]:
    level = _level(clause.key(index - 1))
    return (level or DamageLevel.MODERATE), (index - 1 if level else index)


def _destroyed(passage: Passage, index: int) -> DamageLevel | None:
    """Destroyed, unless it is the weapon that was."""
    clause = passage.clause
    around = clause.keys(max(clause.first, index - 2 * _REACH), min(clause.stop, index + _REACH))
    return None if _WEAPONS.intersection(around) else DamageLevel.DESTROYED


def _level(key: str) -> DamageLevel | None:
    return next((level for name, level in _LEVELS.items() if key in word_set("damage", name)), None)
