"""Casualties: what befell people, and how many of them, against the verbs and nouns of their sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from summarize.grounding.clause import Clause
from summarize.grounding.cues import Cue, cues, cues_among
from summarize.grounding.numbers import Amount, Interval, amounts
from summarize.grounding.statement import PASSED, Statement, Verdict, failed, unchecked
from summarize.schema.draft import DraftCasualties
from summarize.schema.vocabulary import Effect

# What each list of words can mean; "hurt" is said of the wounded and of any harm.
_EFFECTS: dict[str, frozenset[Effect]] = {
    "killed": frozenset({Effect.KILLED}),
    "injured": frozenset({Effect.INJURED}),
    "hurt": frozenset({Effect.INJURED, Effect.ANY}),
    "any": frozenset({Effect.ANY}),
    "missing": frozenset({Effect.MISSING}),
    "captured": frozenset({Effect.CAPTURED}),
}
_EXCHANGED = frozenset({Effect.KILLED, Effect.INJURED})
_BEFORE = 2  # sentences before a bare count in which its verb may stand
_ADJACENT = 3  # tokens between a verb and the number it governs: "killed at least another three"


def killed_or_wounded(statement: Statement) -> Verdict:
    """The effect must be the one that the words state, of this number where they count several."""
    fact = cast("DraftCasualties", statement.fact)
    allowed = _effects(statement.cues("effect"))
    if len(allowed) != 1:
        number = _number(statement, Interval(fact.min, fact.max))
        governing = _governing(statement.clause, number) if number else frozenset()
        if not allowed:
            return _by_context(statement, fact, governing)
        allowed = governing or allowed
    return PASSED if fact.effect in allowed else failed(_not_said(allowed, fact.effect))


def _by_context(statement: Statement, fact: DraftCasualties, governing: frozenset[Effect]) -> Verdict:
    """The verdict where the quoted words only count: the verb stands elsewhere in their sentence, or before it."""
    counts = any(amount.is_count and not amount.is_article for amount in statement.amounts)
    for clause in statement.neighbours(_BEFORE if counts else 0):
        around = governing | clause.once(_effects_of)
        if around == {fact.effect}:
            return PASSED
        if fact.effect in _EXCHANGED and around and around < _EXCHANGED:
            return failed(_not_said(around, fact.effect))
        if around:
            break
    return unchecked("The quoted words do not say what befell people.")


def _not_said(allowed: frozenset[Effect], effect: Effect) -> str:
    return f"The words say {' or '.join(sorted(allowed))}, not {effect.value}."


def _effects_of(clause: Clause) -> frozenset[Effect]:
    """What befell people by the words of a sentence."""
    return _effects(cues(clause, "effect"))


def _effects(found: Iterable[Cue]) -> frozenset[Effect]:
    effects = frozenset[Effect]().union(*[_EFFECTS[cue.says] for cue in found])
    return effects | {Effect.ANY} if effects >= _EXCHANGED else effects


def _number(statement: Statement, interval: Interval) -> Amount | None:
    """The quoted number that the fact gives, None if there is not just one."""
    counted = [amount for amount in statement.amounts if amount.is_count and interval in amount.readings]
    return counted[0] if len(counted) == 1 else None


def _governing(clause: Clause, number: Amount) -> frozenset[Effect]:
    """What befell those whom a number counts, by the verb next to it: "killed three", "12 people were wounded"."""
    near: list[tuple[int, bool, Cue]] = []  # how far, whether "taken" might be of lives, which
    for cue in cues_among(clause.tokens.keys, *_between_numbers(clause, number), "effect"):
        if cue.stop <= number.first and not _parted(clause, cue.stop, number.first):
            near.append((number.first - cue.stop, cue.says == "captured", cue))
        elif cue.first >= number.stop:
            near.append((cue.first - number.stop, cue.says == "captured", cue))
    close = [place for place in near if place[0] < _ADJACENT or place[2].first >= number.stop]
    return _EFFECTS[min(close)[2].says] if close else frozenset()


def _between_numbers(clause: Clause, number: Amount) -> tuple[int, int]:
    """First token and stop of the words around a number, up to the next number on either side."""
    first, stop = clause.first, clause.stop
    for other in amounts(clause):
        if other.stop <= number.first and not other.is_article:
            first = other.stop
        elif other.first >= number.stop and not other.is_article:
            stop = min(stop, other.first)
    return first, stop


def _parted(clause: Clause, first: int, stop: int) -> bool:
    """Whether something new begins between a verb and a number."""
    return any(key in ("and", ",", ";", "but") for key in clause.keys(first, stop))
