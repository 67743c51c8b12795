"""Wrong values for the benchmark of value checks: one small function a slot, seeded, on facts of gold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, NamedTuple

from summarize.evaluation.gold import GoldArticle
from summarize.grounding.desk import Desk
from summarize.grounding.fact import grounded_fact
from summarize.grounding.facts import facts
from summarize.grounding.view import ArticleView
from summarize.schema.draft import (
    Cited,
    DraftAggregate,
    DraftAttribution,
    DraftCasualties,
    DraftDamage,
    DraftIncident,
    DraftTarget,
    DraftWeapon,
)
from summarize.schema.report import (
    Aggregate,
    AttributionFact,
    CasualtyFact,
    DamageFact,
    Fact,
    TargetFact,
    WeaponFact,
)
from summarize.schema.vocabulary import AttributionStatus, CasualtyStatement, CheckOutcome, DamageLevel, Effect

Changes = Mapping[str, Any]
_COUNTRIES = ("Iran", "Kenya", "United States", "Israel", "Russia", "France", "Ukraine", "Somalia")
_INTO: dict[type[Cited], type[Fact]] = {
    DraftWeapon: WeaponFact,
    DraftTarget: TargetFact,
    DraftCasualties: CasualtyFact,
    DraftAggregate: Aggregate,
    DraftAttribution: AttributionFact,
    DraftDamage: DamageFact,
}


@dataclass(frozen=True)
class Slot:
    """A slot whose values are checked.

    Attributes:
        name: as it is printed.
        rules: the rules that check it.
        wrong: makes the changes that put a wrong value into a fact; None where the slot is not filled.
    """

    name: str
    rules: frozenset[str]
    wrong: Callable[[Any, Random], Changes | None]


class Measured(NamedTuple):
    """What the rules said of one right value and of a wrong one in its place."""

    slot: str
    place: str
    quote: str
    right: str
    wrong: str
    message: str


def _count(fact: DraftWeapon | DraftTarget | DraftCasualties | DraftAggregate, rng: Random) -> Changes | None:
    """Another number, ten times the number, or a bound lost, added or exchanged."""
    low, high = fact.min, fact.max
    if low is None and high is None:
        return None
    if low is None:
        return {"max": (high or 0) + rng.choice((1, 2, 5))} if rng.random() < 0.75 else {"min": high}
    if high is None:
        return {"min": low + rng.choice((1, 2, 5))} if rng.random() < 0.75 else {"max": low}
    changes: list[Changes] = [{"min": low + step, "max": high + step} for step in (1, 2, 3)]
    changes += [{"min": low * 10, "max": high * 10}, {"max": None}]
    changes += [{"min": low - 1, "max": high - 1}] if low > 1 else []
    return rng.choice(changes)


def _killed_and_wounded(fact: DraftCasualties, _: Random) -> Changes | None:
    if fact.effect not in (Effect.KILLED, Effect.INJURED):
        return None
    return {"effect": Effect.INJURED if fact.effect is Effect.KILLED else Effect.KILLED}


def _hit_and_intercepted(fact: DraftWeapon, _: Random) -> Changes | None:
    return None if fact.hit == fact.intercepted else {"hit": fact.intercepted, "intercepted": fact.hit}


def _status(fact: DraftAttribution, rng: Random) -> Changes | None:
    return {"status": rng.choice([status for status in AttributionStatus if status is not fact.status])}


def _none_of_casualties(fact: DraftCasualties, _: Random) -> Changes | None:
    exchanged = {
        CasualtyStatement.NONE: CasualtyStatement.NONE_REPORTED,
        CasualtyStatement.NONE_REPORTED: CasualtyStatement.NONE,
    }
    return {"statement": exchanged[fact.statement]} if fact.statement in exchanged else None


def _none_of_damage(fact: DraftDamage, _: Random) -> Changes | None:
    exchanged = {DamageLevel.NONE: DamageLevel.NONE_REPORTED, DamageLevel.NONE_REPORTED: DamageLevel.NONE}
    return {"level": exchanged[fact.level]} if fact.level in exchanged else None


def _nationality(fact: DraftTarget, rng: Random) -> Changes | None:
    others = [country for country in _COUNTRIES if fact.nationality and country[:4] != fact.nationality[:4]]
    return {"nationality": rng.choice(others)} if others else None


SLOTS: dict[type[Cited], tuple[Slot, ...]] = {
    DraftWeapon: (
        Slot("count of weapons", frozenset({"count"}), _count),
        Slot("hit and intercepted", frozenset({"hit_intercepted"}), _hit_and_intercepted),
    ),
    DraftTarget: (
        Slot("count of targets", frozenset({"count"}), _count),
        Slot("nationality", frozenset({"nationality", "names"}), _nationality),
    ),
    DraftCasualties: (
        Slot("count of casualties", frozenset({"count"}), _count),
        Slot("killed and wounded", frozenset({"killed_or_wounded"}), _killed_and_wounded),
        Slot("none and none reported", frozenset({"none_statement"}), _none_of_casualties),
    ),
    DraftAggregate: (Slot("count of aggregates", frozenset({"count"}), _count),),
    DraftAttribution: (Slot("attribution status", frozenset({"attribution_status"}), _status),),
    DraftDamage: (Slot("no damage and none reported", frozenset({"none_statement"}), _none_of_damage),),
}


def measure(gold: Sequence[GoldArticle], seed: int) -> Iterator[Measured]:
    """What the rules say of every right value of gold, and of a seeded wrong one in its place.

    A wrong value that gold accepts as well is left out.
    """
    rng = Random(seed)
    for labelled in gold:
        view = ArticleView(labelled.article)
        for path, fact in facts(labelled.draft):
            for slot in SLOTS.get(type(fact), ()):  # type: ignore[arg-type]  # versions have no slots
                assert isinstance(fact, Cited)
                changes = slot.wrong(fact, rng)
                if changes and not _accepted(labelled, path, changes):
                    incident = _incident(labelled, path)
                    right, message = _said(view, fact, path, incident, slot)
                    wrong, _ = _said(view, fact.model_copy(update=dict(changes)), path, incident, slot)
                    yield Measured(slot.name, f"{labelled.id} {path}", fact.q, right, wrong, message)


def _accepted(labelled: GoldArticle, path: str, changes: Changes) -> bool:
    accept = labelled.fact_mark(path).accept
    return any(str(value) in map(str, accept.get(name, ())) for name, value in changes.items())


def _incident(labelled: GoldArticle, path: str) -> DraftIncident | None:
    match = re.match(r"incidents\[(\d+)\]", path)
    return labelled.draft.incidents[int(match.group(1))] if match else None


def _said(view: ArticleView, fact: Cited, path: str, incident: DraftIncident | None, slot: Slot) -> tuple[str, str]:
    """Failed, removed, unchecked or passed, by the slot's rules, and the message."""
    desk = Desk(view)
    stands = grounded_fact(desk, fact, path, _INTO[type(fact)], incident)
    if stands is None:
        return CheckOutcome.FAILED, desk.rejected[0].message
    checks = {check.outcome: check.message or "" for check in stands.checks if check.rule in slot.rules}
    for outcome in (CheckOutcome.REMOVED, CheckOutcome.UNCHECKED):
        if outcome in checks:
            return outcome, checks[outcome]
    return (CheckOutcome.PASSED, "") if checks else (CheckOutcome.UNCHECKED, "No rule looked at it.")
