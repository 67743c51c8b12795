"""Kinds: what sort of incident a sentence tells of, by an ordered table of small rules over its traits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from summarize.rules.lexicon import word_set
from summarize.rules.traits import Traits
from summarize.schema.vocabulary import IncidentKind as Kind

_HARM = word_set("hint", "harm")
_FLYING = ("drone", "armed_drone", "missile", "rocket")
_TITLES = word_set("hint", "title")
_DRIVING = word_set("hint", "driving")
_CROWD = word_set("hint", "crowd")
_AT_SEA = ("strike", "attack", "chase", "explode", "shoot", "blast", "burn")
_ATTACK = ("attack", "strike", "strike_noun", "bomb", "shoot", "explode", "stab", "kill")
_DRIVEN = (7, 5)  # tokens from "drove" to "into" and from it to the crowd
_VESSEL_REACH = (6, 8)  # tokens before and behind "seized" in which the vessel stands
_TITLE_REACH = (8, 5)  # tokens before and behind "shot" and "killed" in which the victim's office stands


@dataclass(frozen=True, slots=True)
class KindRule:
    """How a kind of incident is told.

    Attributes:
        kind: the kind.
        marks: the phrases that name a kind and the classes of acts of which a sentence must have one; none for any.
        weapons: what its first weapon must be one of; none for any.
        holds: whether a sentence with such marks and weapon tells of the kind; None if they are enough.
    """

    kind: Kind
    marks: frozenset[str]
    weapons: tuple[str, ...] = ()
    holds: Callable[[Traits], bool] | None = None


def kind_of(seen: Traits) -> Kind | None:
    """The kind of incident that a sentence tells of, None if it tells of none."""
    for rule in _rules_for(seen.marks, seen.weapons[0] if seen.weapons else ""):
        if rule.holds is None or rule.holds(seen):
            return rule.kind
    return None


@lru_cache(maxsize=4096)
def _rules_for(marks: frozenset[str], weapon: str) -> tuple[KindRule, ...]:
    """The rules that can hold for a sentence, in order; sentences have few different marks and first weapons."""
    fitting = (rule for rule in KIND_RULES if not rule.marks or not rule.marks.isdisjoint(marks))
    return tuple(rule for rule in fitting if marks and (not rule.weapons or weapon in rule.weapons))


def _is_announced(seen: Traits) -> bool:
    """A bomb threat and the like, with nothing done."""
    return not seen.does("explode", "kill", "wound", "strike", "shoot")


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
    people = seen.hits("person_civilian", "government") and not seen.hits("vessel")
    return people and seen.by("armed_group") and seen.hints("seize_person")


def _vessel_seizure(seen: Traits) -> bool:
    """A vessel right behind a verb of seizing, or before its passive."""
    if not (seen.hits("vessel") and seen.hints("seize_vessel")):
        return False
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
    cut = seen.hits("infrastructure") and not seen.does("kill", "wound")
    return cut and seen.hints("line") and not seen.uses(*_FLYING)


def _air_strike(seen: Traits) -> bool:
    return not seen.weapons and not seen.does("down") and not seen.hits("vessel") and seen.hints("aircraft")


def _bombing(seen: Traits) -> bool:
    return seen.uses("ied", "vehicle_bomb", "bomb") and not seen.uses("drone", "armed_drone")


def _armed_assault(seen: Traits) -> bool:
    return seen.by("armed_group") or seen.uses("firearm", "other", "rocket_launcher")


def _military_strike(seen: Traits) -> bool:
    return seen.by("state") and seen.hints("strikes")


def _rule(kind: Kind, *marks: str, when: Callable[[Traits], bool] | None = None) -> KindRule:
    return KindRule(kind, frozenset(marks), holds=when)


def _by_weapon(kind: Kind, *weapons: str) -> KindRule:
    """A sentence that tells of an act with a weapon."""
    return KindRule(kind, _HARM, weapons)


KIND_RULES = (
    _rule(Kind.SUICIDE_BOMBING, Kind.SUICIDE_BOMBING),
    _rule(Kind.CYBER_ATTACK, Kind.CYBER_ATTACK),
    _rule(Kind.CYBER_ATTACK, "offline", when=lambda seen: seen.hints("machine")),
    _rule(Kind.THREAT, Kind.THREAT, when=_is_announced),
    _rule(Kind.WEAPONS_INTERDICTION, "seize", "found", when=_interdiction),
    _rule(Kind.VESSEL_SEIZURE, Kind.VESSEL_SEIZURE, when=lambda seen: not seen.hints("cab")),
    _rule(Kind.VESSEL_SEIZURE, when=_vessel_seizure),
    _rule(Kind.KIDNAPPING, Kind.KIDNAPPING),
    _rule(Kind.KIDNAPPING, "seize", when=_kidnapping),
    _rule(Kind.MILITARY_STRIKE, "strike", "strike_noun", "bomb", when=_state_strike),
    _rule(Kind.ASSASSINATION, Kind.ASSASSINATION),
    _rule(Kind.ASSASSINATION, "shoot", "kill", when=_assassination),
    _rule(Kind.MASS_ATTACK, Kind.MASS_ATTACK),
    _rule(Kind.MASS_ATTACK, "ram", when=lambda seen: seen.hints("crowd")),
    _rule(Kind.MASS_ATTACK, when=_is_driven),
    _rule(Kind.INDIRECT_FIRE, Kind.INDIRECT_FIRE),
    _rule(Kind.DRONE_ATTACK, Kind.DRONE_ATTACK),
    _rule(Kind.ROCKET_ATTACK, Kind.ROCKET_ATTACK),
    _rule(Kind.MISSILE_ATTACK, Kind.MISSILE_ATTACK),
    _by_weapon(Kind.DRONE_ATTACK, "drone", "armed_drone"),
    _by_weapon(Kind.ROCKET_ATTACK, "rocket"),
    _by_weapon(Kind.MISSILE_ATTACK, "missile"),
    _by_weapon(Kind.INDIRECT_FIRE, "mortar", "artillery", "indirect_fire"),
    _rule(Kind.VESSEL_ATTACK, *_AT_SEA, "launch", when=_vessel_attack),
    _rule(Kind.SABOTAGE_ARSON, Kind.SABOTAGE_ARSON),
    _rule(Kind.SABOTAGE_ARSON, "cut", "burn", "explode", "plant", "shoot", when=_sabotage),
    _rule(Kind.AIR_STRIKE, Kind.AIR_STRIKE),
    _rule(Kind.AIR_STRIKE, "strike", "bomb", "attack", "kill", when=_air_strike),
    _rule(Kind.IED_BOMBING, Kind.IED_BOMBING),
    _rule(Kind.IED_BOMBING, *_HARM, when=_bombing),
    _rule(Kind.ARMED_ASSAULT, Kind.ARMED_ASSAULT),
    _rule(Kind.ARMED_ASSAULT, "shoot", "attack", "kill", "wound", "stab", "strike", when=_armed_assault),
    _rule(Kind.EXPLOSION_DISPUTED, Kind.EXPLOSION_DISPUTED, "blast"),
    _rule(Kind.MILITARY_STRIKE, "strike", "bomb", "attack", when=_military_strike),
    _rule(Kind.THREAT, Kind.THREAT),
    _rule(Kind.THREAT, "warn", when=lambda seen: seen.by("armed_group")),
    _rule(Kind.ATTACK_UNSPECIFIED, *_ATTACK),
)
"""The rules in order: the first that holds decides."""
