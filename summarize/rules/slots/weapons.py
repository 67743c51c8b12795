"""The weapons slot: what with and how many, how many hit and how many were stopped."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.grounding.clause import Clause
from summarize.grounding.numbers import Amount
from summarize.grounding.scope import Quotation, left_out
from summarize.rules.arms import arms
from summarize.rules.fate import Fate, fate_of
from summarize.rules.incidents import Found
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage
from summarize.rules.quotation import quotation
from summarize.schema.draft import DraftWeapon
from summarize.schema.typed import typed
from summarize.schema.vocabulary import IncidentKind, WeaponKind
from summarize.tokens import DASH

_REACH = 5  # tokens between a number and the weapon it counts
_FAMILY = {"armed_drone": "drone", "ied": "bomb", "vehicle_bomb": "bomb", "rocket_launcher": "rocket"}
_BEHIND = frozenset({"laden", "loaded", "packed", "carrying", "armed", "rigged", "filled"})
_LIKELY = {
    IncidentKind.DRONE_ATTACK: ("drone",),
    IncidentKind.ROCKET_ATTACK: ("rocket",),
    IncidentKind.MISSILE_ATTACK: ("missile",),
    IncidentKind.INDIRECT_FIRE: ("mortar", "artillery", "indirect_fire"),
    IncidentKind.IED_BOMBING: ("bomb",),
    IncidentKind.SUICIDE_BOMBING: ("bomb",),
}
_MOST = 3
_KINDS = {kind.value: kind for kind in WeaponKind}  # asked in a quarter of the time that the enumeration takes


def weapons(incident: Found) -> list[DraftWeapon]:
    """The weapons by kind: the best counted mention of each."""
    best: dict[str, DraftWeapon] = {}
    for fact in _facts(incident):
        family = _FAMILY.get(fact.kind, fact.kind)
        if family not in best or _is_better(fact, best[family]):
            best[family] = fact
    chosen = _fitting(incident.kind, best)[:_MOST]
    for place, fact in enumerate(chosen):
        if fact.kind in _FLYING:
            chosen[place] = _with_fate(fact, incident.once(fate_of))
    return chosen


def _fitting(kind: IncidentKind, best: dict[str, DraftWeapon]) -> list[DraftWeapon]:
    """Only the weapons that the kind of incident is named for, if there is one among them."""
    if kind not in _LIKELY:
        return list(best.values())
    return [best[family] for family in _LIKELY[kind] if family in best] or list(best.values())


def _is_better(fact: DraftWeapon, other: DraftWeapon) -> bool:
    """Whether a mention says more: a number, or that a drone is armed."""
    if (other.min is None and other.max is None) != (fact.min is None and fact.max is None):
        return other.min is None and other.max is None
    return (
        fact.kind is WeaponKind.ARMED_DRONE
        and other.kind is WeaponKind.DRONE
        and (fact.min, fact.max) == (other.min, other.max)
    )


def _facts(incident: Found) -> Iterator[DraftWeapon]:
    for telling in incident.tellings:
        if "weapon" in telling.passage.found:
            yield from _of(telling.passage)


def _of(passage: Passage) -> Iterator[DraftWeapon]:
    for mention in arms(passage):
        amount = _amount(passage, mention)
        first = amount.first if amount else mention.first
        if left_out(passage.clause, Quotation(first, mention.stop)) is None:
            yield _fact(passage, mention, amount)


def _fact(passage: Passage, mention: Mention, amount: Amount | None) -> DraftWeapon:
    low, high = amount.readings[0] if amount else (None, None)
    kind = _KINDS[mention.value]
    stop = mention.stop
    if mention.value == "drone" and passage.clause.key(stop) in _BEHIND:
        stop = min(passage.clause.stop, stop + 3)
        kind = WeaponKind.ARMED_DRONE
    first = amount.first if amount else mention.first
    fields = {
        "q": quotation(passage, first, stop),
        "s": passage.number,
        "kind": kind,
        "min": low,
        "max": high,
        "hit": None,
        "intercepted": None,
    }
    return typed(DraftWeapon, fields)


def _amount(passage: Passage, mention: Mention) -> Amount | None:
    """The number that counts a weapon; "a" counts one."""
    clause = passage.clause
    for amount in reversed(passage.amounts):
        if 0 <= mention.first - amount.stop < _REACH and amount.is_count:
            is_plural = clause.key(mention.stop - 1).endswith("s")
            is_one_of_many = amount.is_article and is_plural
            return amount if not is_one_of_many and _is_beside(clause, amount.stop, mention.first) else None
    return None


def _is_beside(clause: Clause, first: int, stop: int) -> bool:
    """Whether only words that can stand between a number and its noun stand there: no sign, no verb."""
    for index, key in enumerate(clause.keys(first, stop), first):
        if (not key.isalpha() and key != DASH) or clause.is_verb(index):
            return False
    return True


def _with_fate(fact: DraftWeapon, fate: Fate) -> DraftWeapon:
    """How many hit and how many were stopped, as far as it is said."""
    hit, stopped = fate.counts(fact.min, fact.max)
    if hit is None and stopped is None:
        return fact
    return fact.model_copy(update={"hit": hit, "intercepted": stopped})


_FLYING = (WeaponKind.DRONE, WeaponKind.ARMED_DRONE, WeaponKind.ROCKET, WeaponKind.MISSILE)
