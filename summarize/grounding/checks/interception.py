"""Hit and intercepted: how many of the weapons landed and how many were stopped, against the verbs that count them."""

from __future__ import annotations

from typing import NamedTuple, cast

from summarize.grounding.clause import Clause
from summarize.grounding.cues import Cue, cues
from summarize.grounding.lexicon import word_lists
from summarize.grounding.numbers import amounts
from summarize.grounding.statement import PASSED, Statement, Verdict, failed, unchecked
from summarize.schema.draft import DraftWeapon

_PARTING = frozenset({",", ";", ":", "and", "but", "while", "whereas", "(", ")", "."})  # between two clauses
_NEGATION_REACH = 4  # tokens before a verb in which stands what says that it was not done


def hit_intercepted(statement: Statement) -> Verdict | None:
    """Of two drones "one … the second" hit and was shot down: each number must be its own verb's."""
    weapon = cast("DraftWeapon", statement.fact)
    if weapon.hit is None and weapon.intercepted is None:
        return None
    sides = (("hit", weapon.hit), ("intercepted", weapon.intercepted))
    clear = True
    for (name, value), (other, beside) in (sides, sides[::-1]):
        if value is None or value in _counted(statement, name):
            continue
        counted = _counted(statement, other)
        if value in counted and beside not in counted:
            return failed(f"The words do not say that {value} were {name}.")
        clear = False
    return PASSED if clear else unchecked("The words do not count what hit and what was stopped.")


def _counted(statement: Statement, said: str) -> set[int]:
    """How many can have hit, or been stopped, by any verb for it in the incident's sentences."""
    weapon, found = cast("DraftWeapon", statement.fact), set[int]()
    used = [number for number in (weapon.min, weapon.max) if number is not None]
    for clause in statement.incident_clauses():
        for count in clause.once(_counts):
            if count.says == said:
                found |= count.numbers
                found.update(used if count.is_of_all else [])
    return found


class _Count(NamedTuple):
    """What a verb of hitting or of stopping counts.

    Attributes:
        says: which of the two it is.
        numbers: the numbers around it.
        is_of_all: whether it is said of all that were used.
    """

    says: str
    numbers: frozenset[int]
    is_of_all: bool


def _counts(clause: Clause) -> list[_Count]:
    """What the verbs of a sentence count, without those of what was not done."""
    found = []
    for cue in cues(clause, "interception"):
        part = _clause_of(clause, cue)
        if not _did_not(clause, part, cue):
            found.append(_count(part, cue))
    return found


def _count(part: Clause, cue: Cue) -> _Count:
    """The numbers in the same clause as a verb: "all" is as many as were used, "the second" is one.

    Behind a verb of hitting stands what was hit, unless it is a passive.
    """
    lists = word_lists("scope")
    if cue.says == "hit" and "by" not in part.keys(cue.stop, part.stop):
        part = Clause(part.tokens, part.first, cue.first)
    counted = [
        value for amount in amounts(part) if amount.is_count for value in amount.readings[0] if value is not None
    ]
    singles = [] if part.vocabulary.isdisjoint(lists["one_of_them"]) else [1]
    return _Count(cue.says, frozenset([*counted, *singles]), not part.vocabulary.isdisjoint(lists["all_of_them"]))


def _did_not(clause: Clause, part: Clause, cue: Cue) -> bool:
    """Whether it did not come to it: "intercepted before it reached the country", "none landed"."""
    before = range(max(part.first, cue.first - _NEGATION_REACH), cue.first)
    return any(clause.is_negation(index) or clause.key(index) in ("before", "short") for index in before)


def _clause_of(clause: Clause, cue: Cue) -> Clause:
    """The words around a verb up to the next comma or conjunction on either side."""
    keys, first, stop = clause.tokens.keys, cue.first, cue.stop
    while first > clause.first and keys[first - 1] not in _PARTING:
        first -= 1
    while stop < clause.stop and keys[stop] not in _PARTING:
        stop += 1
    return Clause(clause.tokens, first, stop)
