"""Kinds: what sort of incident a sentence tells of, by an ordered table of small rules over its traits."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from summarize.rules.lexicon import word_set
from summarize.rules.traits import Traits
from summarize.schema.vocabulary import IncidentKind as Kind

_HARM = word_set("hint", "harm")
_FLYING = ("drone", "armed_drone", "missile", "rocket")
_TITLES = word_set("hint", "title")
_DRIVING = word_set("hint", "driving")
_CROWD = word_set("hint", "crowd")
_AT_SEA = ("strike", "attack", "chase", "explode", "shoot", "blast", "burn")
_ARMED = ("shoot", "attack", "kill", "wound", "stab", "strike")
_ATTACK = ("attack", "strike", "strike_noun", "bomb", "shoot", "explode", "stab", "kill")
_DRIVEN = (7, 5)  # tokens from "drove" to "into" and from it to the crowd
_VESSEL_REACH = (6, 8)  # tokens before and behind "seized" in which the vessel stands
_TITLE_REACH = (8, 5)  # tokens before and behind "shot" and "killed" in which the victim's office stands


class KindRule(NamedTuple):
    """How a kind of incident is told.

    Attributes:
        kind: the kind.
        marks: the phrases that name a kind and the classes of acts of which a sentence must have one; none for any.
        holds: whether a sentence with one of the marks tells of the kind; None if the mark is enough.
    """

    kind: Kind
    marks: frozenset[str]
    holds: Callable[[Traits], bool] | None = None


def kind_of(seen: Traits) -> Kind | None:
    """The kind of incident that a sentence tells of, None if it tells of none."""
    for rule in _rules_for(seen.marks):
        if rule.holds is None or rule.holds(seen):
            return rule.kind
    return None


@lru_cache(maxsize=4096)
def _rules_for(marks: frozenset[str]) -> tuple[KindRule, ...]:
    """The rules that can hold for a sentence with these marks, in order; sentences have few different ones."""
    return tuple(rule for rule in KIND_RULES if marks and not (rule.marks and rule.marks.isdisjoint(marks)))


def _by_weapon(*weapons: str) -> Callable[[Traits], bool]:
    """A sentence whose first weapon is one of these."""
    return lambda seen: seen.weapons[:1] != () and seen.weapons[0] in weapons


def _cyber_attack(seen: Traits) -> bool:
    return seen.names(Kind.CYBER_ATTACK) or seen.hints("machine")


def _announced(seen: Traits) -> bool:
    """A bomb threat and the like, with nothing done."""
    return not seen.does("explode", "kill", "wound", "strike", "shoot")


def _ramming(seen: Traits) -> bool:
    """A vehicle that is driven into a crowd."""
    return seen.names(Kind.MASS_ATTACK) or (seen.does("ram") and seen.hints("crowd")) or _is_driven(seen)


def _is_driven(seen: Traits) -> bool:
    """Whether somebody "drove a pickup truck into crowds"."""
    clause = seen.passage.clause
    if _DRIVING.isdisjoint(clause.vocabulary):
        return False
    for index in clause.having(_DRIVING):
        into = next((end for end in range(index, index + _DRIVEN[0]) if clause.key(end) == "into"), None)
        if into and not _CROWD.isdisjoint(clause.keys(into, min(clause.stop, into + _DRIVEN[1]))):
            return True
    return False


def _interdiction(seen: Traits) -> bool:
    found = (bool(seen.weapons) or seen.hints("goods")) and seen.hints("carrier")
    return found and not seen.does("explode", "kill", "wound", "shoot", "launch", "attack")


def _kidnapping(seen: Traits) -> bool:
    if seen.names(Kind.KIDNAPPING):
        return True
    people = seen.hits("person_civilian", "government") and not seen.hits("vessel")
    return people and seen.by("armed_group") and seen.hints("seize_person")


def _vessel_seizure(seen: Traits) -> bool:
    if seen.names(Kind.VESSEL_SEIZURE) and not seen.hints("cab"):
        return True
    return seen.hits("vessel") and seen.hints("seize_vessel") and _is_taken(seen)


def _is_taken(seen: Traits) -> bool:
    """Whether a vessel stands right behind a verb of seizing, or before its passive."""
    vessels = seen.passage.of("target", "vessel")
    before, behind = _VESSEL_REACH
    return any(
        0 <= vessel.first - act.stop <= behind or 0 <= act.first - vessel.stop <= before
        for act in seen.passage.of("act", "seize")
        for vessel in vessels
    )


def _state_strike(seen: Traits) -> bool:
    """Strikes of a country: "US retaliatory strikes"."""
    own = not seen.weapons and (seen.by("state") or seen.has_country)
    return own and seen.hints("strikes") and seen.passage.has("turn", "answer")


def _assassination(seen: Traits) -> bool:
    if seen.names(Kind.ASSASSINATION):
        return True
    return not seen.weapons and seen.hints("murder") and _is_victim(seen)


def _is_victim(seen: Traits) -> bool:
    """Whether somebody with an office stands before "was shot" or behind "killed"."""
    clause = seen.passage.clause
    before, behind = _TITLE_REACH
    for mention in seen.passage.of("act", "shoot", "kill"):
        passive = clause.key(mention.first - 1) in ("was", "been", "and", "is", ",")
        subject = clause.keys(max(clause.first, mention.first - before), mention.first)
        patient = clause.keys(mention.stop, min(clause.stop, mention.stop + behind))
        if (passive and not _TITLES.isdisjoint(subject)) or not _TITLES.isdisjoint(patient):
            return True
    return False


def _vessel_attack(seen: Traits) -> bool:
    """A vessel that is hit, or at which something is launched."""
    is_hit = seen.hits("vessel") and (bool(seen.weapons) or seen.does(*_AT_SEA))
    return is_hit and not seen.uses("missile", "drone", "armed_drone")


def _sabotage(seen: Traits) -> bool:
    if seen.names(Kind.SABOTAGE_ARSON):
        return True
    cut = seen.hits("infrastructure") and not seen.does("kill", "wound")
    return cut and seen.hints("line") and not seen.uses(*_FLYING)


def _air_strike(seen: Traits) -> bool:
    if seen.names(Kind.AIR_STRIKE):
        return True
    return not seen.weapons and not seen.does("down") and not seen.hits("vessel") and seen.hints("aircraft")


def _bombing(seen: Traits) -> bool:
    if seen.names(Kind.IED_BOMBING):
        return True
    return seen.uses("ied", "vehicle_bomb", "bomb") and not seen.uses("drone", "armed_drone")


def _armed_assault(seen: Traits) -> bool:
    armed = seen.by("armed_group") or seen.uses("firearm", "other", "rocket_launcher")
    return armed or seen.names(Kind.ARMED_ASSAULT)


def _military_strike(seen: Traits) -> bool:
    return seen.by("state") and seen.hints("strikes")


def _threat(seen: Traits) -> bool:
    return seen.names(Kind.THREAT) or seen.by("armed_group")


def _rule(kind: Kind, holds: Callable[[Traits], bool] | None, *marks: str) -> KindRule:
    return KindRule(kind, frozenset(marks), holds)


KIND_RULES = (
    _rule(Kind.SUICIDE_BOMBING, None, Kind.SUICIDE_BOMBING),
    _rule(Kind.CYBER_ATTACK, _cyber_attack, Kind.CYBER_ATTACK, "offline"),
    _rule(Kind.THREAT, _announced, Kind.THREAT),
    _rule(Kind.WEAPONS_INTERDICTION, _interdiction, "seize", "found"),
    _rule(Kind.VESSEL_SEIZURE, _vessel_seizure),
    _rule(Kind.KIDNAPPING, _kidnapping, Kind.KIDNAPPING, "seize"),
    _rule(Kind.MILITARY_STRIKE, _state_strike, "strike", "strike_noun", "bomb"),
    _rule(Kind.ASSASSINATION, _assassination, Kind.ASSASSINATION, "shoot", "kill"),
    _rule(Kind.MASS_ATTACK, _ramming),
    _rule(Kind.INDIRECT_FIRE, None, Kind.INDIRECT_FIRE),
    _rule(Kind.DRONE_ATTACK, None, Kind.DRONE_ATTACK),
    _rule(Kind.ROCKET_ATTACK, None, Kind.ROCKET_ATTACK),
    _rule(Kind.MISSILE_ATTACK, None, Kind.MISSILE_ATTACK),
    _rule(Kind.DRONE_ATTACK, _by_weapon("drone", "armed_drone"), *_HARM),
    _rule(Kind.ROCKET_ATTACK, _by_weapon("rocket"), *_HARM),
    _rule(Kind.MISSILE_ATTACK, _by_weapon("missile"), *_HARM),
    _rule(Kind.INDIRECT_FIRE, _by_weapon("mortar", "artillery", "indirect_fire"), *_HARM),
    _rule(Kind.VESSEL_ATTACK, _vessel_attack, *_AT_SEA, "launch"),
    _rule(Kind.SABOTAGE_ARSON, _sabotage, Kind.SABOTAGE_ARSON, "cut", "burn", "explode", "plant", "shoot"),
    _rule(Kind.AIR_STRIKE, _air_strike, Kind.AIR_STRIKE, "strike", "bomb", "attack", "kill"),
    _rule(Kind.IED_BOMBING, _bombing, Kind.IED_BOMBING, *_HARM),
    _rule(Kind.ARMED_ASSAULT, _armed_assault, Kind.ARMED_ASSAULT, *_ARMED),
    _rule(Kind.EXPLOSION_DISPUTED, None, Kind.EXPLOSION_DISPUTED, "blast"),
    _rule(Kind.MILITARY_STRIKE, _military_strike, "strike", "bomb", "attack"),
    _rule(Kind.THREAT, _threat, Kind.THREAT, "warn"),
    _rule(Kind.ATTACK_UNSPECIFIED, None, *_ATTACK),
)
"""The rules in order: the first that holds decides."""
