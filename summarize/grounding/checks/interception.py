"""Hit and intercepted: how many of the weapons landed and how many were stopped, against the verbs that count them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from summarize.grounding.clause import Clause
from summarize.grounding.cues import Cue, cues
from summarize.grounding.lexicon import word_lists
from summarize.grounding.numbers import amounts
from summarize.grounding.statement import PASSED, Statement, Verdict, failed, unchecked
from summarize.schema.draft import DraftWeapon

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
    weapon = cast("DraftWeapon", statement.fact)
    used = [number for number in (weapon.min, weapon.max) if number is not None]
    found: set[int] = set()
    for clause in statement.incident_clauses():
        for cue in clause.once(_interceptions):
            if cue.says == said and not _did_not(clause, cue):
                found.update(_numbers_around(clause, cue, used))
    return found


def _interceptions(clause: Clause) -> list[Cue]:
    """The verbs of hitting and of stopping in a sentence."""
    return cues(clause, "interception")


def _numbers_around(clause: Clause, cue: Cue, used: list[int]) -> Iterator[int]:
    """The numbers in the same clause as a verb: "all" is as many as were used, "the second" is one.

    Behind a verb of hitting stands what was hit, unless it is a passive.
    """
    lists = word_lists("scope")
    part = _clause_of(clause, cue)
    if cue.says == "hit" and "by" not in part.keys(cue.stop, part.stop):
        part = Clause(clause.tokens, part.first, cue.first)
    for amount in amounts(part):
        if amount.is_count:
            yield from (value for value in amount.readings[0] if value is not None)
    for key in part.keys(part.first, part.stop):
        if key in lists["all_of_them"]:
            yield from used
        elif key in lists["one_of_them"]:
            yield 1


def _did_not(clause: Clause, cue: Cue) -> bool:
    """Whether it did not come to it: "intercepted before it reached the country", "none landed"."""
    before = range(max(_clause_of(clause, cue).first, cue.first - _NEGATION_REACH), cue.first)
    return any(clause.is_negation(index) or clause.key(index) in ("before", "short") for index in before)


def _clause_of(clause: Clause, cue: Cue) -> Clause:
    """The words around a verb up to the next comma or conjunction on either side."""
    first, stop = cue.first, cue.stop
    while first > clause.first and not _parts(clause, first - 1):
        first -= 1
    while stop < clause.stop and not _parts(clause, stop):
        stop += 1
    return Clause(clause.tokens, first, stop)


def _parts(clause: Clause, index: int) -> bool:
    """Whether a token parts clauses."""
    return clause.key(index) in (",", ";", ":", "and", "but", "while", "whereas", "(", ")", ".")
