"""Kinds: what sort of incident a sentence tells of, by an ordered table of small rules over its traits."""

from __future__ import annotations

from collections.abc import Callable

from summarize.rules.lexicon import word_set
from summarize.rules.traits import Traits
from summarize.schema.vocabulary import IncidentKind as Kind

_HARM = word_set("hint", "harm")
_FLYING = ("drone", "armed_drone", "missile", "rocket")
_TITLES = word_set("hint", "title")
_DRIVING = word_set("hint", "driving")
_CROWD = word_set("hint", "crowd")
_DRIVEN = (7, 5)  # tokens from "drove" to "into" and from it to the crowd
_VESSEL_REACH = (6, 8)  # tokens before and behind "seized" in which the vessel stands
_TITLE_REACH = (8, 5)  # tokens before and behind "shot" and "killed" in which the victim's office stands


def kind_of(seen: Traits) -> Kind | None:
    """The kind of incident that a sentence tells of, None if it tells of none."""
    if not (seen.kinds or seen.acts):
        return None
    return next((kind for kind, holds in KIND_RULES if holds(seen)), None)


def _named(kind: Kind) -> Callable[[Traits], bool]:
    """A sentence with a phrase that names the kind."""
    return lambda seen: seen.names(kind)


def _by_weapon(*weapons: str) -> Callable[[Traits], bool]:
    """A sentence whose first weapon is one of these, and that tells of an act with it."""
    return lambda seen: seen.weapons[:1] != () and seen.weapons[0] in weapons and seen.does(*_HARM)


def _cyber_attack(seen: Traits) -> bool:
    return seen.names(Kind.CYBER_ATTACK) or (seen.does("offline") and seen.hints("machine"))


def _announced(seen: Traits) -> bool:
    """A bomb threat and the like, with nothing done."""
    return seen.names(Kind.THREAT) and not seen.does("explode", "kill", "wound", "strike", "shoot")


def _ramming(seen: Traits) -> bool:
    """A vehicle that is driven into a crowd."""
    return seen.names(Kind.MASS_ATTACK) or (seen.does("ram") and seen.hints("crowd")) or _is_driven(seen)


def _is_driven(seen: Traits) -> bool:
    """Whether somebody "drove a pickup truck into crowds"."""
    clause = seen.passage.clause
    for index in range(clause.first, clause.stop):
        if clause.key(index) in _DRIVING:
            into = next((end for end in range(index, index + _DRIVEN[0]) if clause.key(end) == "into"), None)
            if into and not _CROWD.isdisjoint(clause.keys(into, min(clause.stop, into + _DRIVEN[1]))):
                return True
    return False


def _interdiction(seen: Traits) -> bool:
    found = seen.does("seize", "found") and (bool(seen.weapons) or seen.hints("goods"))
    return found and seen.hints("carrier") and not seen.does("explode", "kill", "wound", "shoot", "launch", "attack")


def _kidnapping(seen: Traits) -> bool:
    if seen.names(Kind.KIDNAPPING):
        return True
    people = seen.hits("person_civilian", "government") and not seen.hits("vessel")
    return people and seen.does("seize") and seen.by("armed_group") and seen.hints("seize_person")


def _vessel_seizure(seen: Traits) -> bool:
    if seen.names(Kind.VESSEL_SEIZURE) and not seen.hints("cab"):
        return True
    return seen.hints("seize_vessel") and _is_taken(seen)


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
    own = seen.by("state") or seen.has_country
    return (
        own
        and seen.hints("strikes")
        and seen.does("strike", "strike_noun", "bomb")
        and seen.passage.has("turn", "answer")
        and not seen.weapons
    )


def _assassination(seen: Traits) -> bool:
    if seen.names(Kind.ASSASSINATION):
        return True
    return seen.does("shoot", "kill") and seen.hints("murder") and not seen.weapons and _is_victim(seen)


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
    acts = seen.does("strike", "attack", "chase", "explode", "shoot", "blast", "burn")
    acts = acts or (seen.does("launch") and bool(seen.weapons))
    return seen.hits("vessel") and acts and not seen.uses("missile", "drone", "armed_drone")


def _sabotage(seen: Traits) -> bool:
    if seen.names(Kind.SABOTAGE_ARSON):
        return True
    cut = seen.does("cut", "burn", "explode", "plant", "shoot") and not seen.does("kill", "wound")
    return cut and seen.hits("infrastructure") and seen.hints("line") and not seen.uses(*_FLYING)


def _air_strike(seen: Traits) -> bool:
    if seen.names(Kind.AIR_STRIKE):
        return True
    acts = seen.does("strike", "bomb", "attack", "kill") and not seen.does("down")
    return seen.hints("aircraft") and acts and not seen.weapons and not seen.hits("vessel")


def _bombing(seen: Traits) -> bool:
    if seen.names(Kind.IED_BOMBING):
        return True
    return seen.uses("ied", "vehicle_bomb", "bomb") and not seen.uses("drone", "armed_drone") and seen.does(*_HARM)


def _armed_assault(seen: Traits) -> bool:
    if seen.names(Kind.ARMED_ASSAULT):
        return True
    armed = seen.by("armed_group") or seen.uses("firearm", "other", "rocket_launcher")
    return armed and seen.does("shoot", "attack", "kill", "wound", "stab", "strike")


def _explosion(seen: Traits) -> bool:
    return seen.names(Kind.EXPLOSION_DISPUTED) or seen.does("blast")


def _military_strike(seen: Traits) -> bool:
    return seen.by("state") and seen.does("strike", "bomb", "attack") and seen.hints("strikes")


def _threat(seen: Traits) -> bool:
    return seen.names(Kind.THREAT) or (seen.does("warn") and seen.by("armed_group"))


def _attack(seen: Traits) -> bool:
    return seen.does("attack", "strike", "strike_noun", "bomb", "shoot", "explode", "stab", "kill")


KIND_RULES: tuple[tuple[Kind, Callable[[Traits], bool]], ...] = (
    (Kind.SUICIDE_BOMBING, _named(Kind.SUICIDE_BOMBING)),
    (Kind.CYBER_ATTACK, _cyber_attack),
    (Kind.THREAT, _announced),
    (Kind.WEAPONS_INTERDICTION, _interdiction),
    (Kind.VESSEL_SEIZURE, _vessel_seizure),
    (Kind.KIDNAPPING, _kidnapping),
    (Kind.MILITARY_STRIKE, _state_strike),
    (Kind.ASSASSINATION, _assassination),
    (Kind.MASS_ATTACK, _ramming),
    (Kind.INDIRECT_FIRE, _named(Kind.INDIRECT_FIRE)),
    (Kind.DRONE_ATTACK, _named(Kind.DRONE_ATTACK)),
    (Kind.ROCKET_ATTACK, _named(Kind.ROCKET_ATTACK)),
    (Kind.MISSILE_ATTACK, _named(Kind.MISSILE_ATTACK)),
    (Kind.DRONE_ATTACK, _by_weapon("drone", "armed_drone")),
    (Kind.ROCKET_ATTACK, _by_weapon("rocket")),
    (Kind.MISSILE_ATTACK, _by_weapon("missile")),
    (Kind.INDIRECT_FIRE, _by_weapon("mortar", "artillery", "indirect_fire")),
    (Kind.VESSEL_ATTACK, _vessel_attack),
    (Kind.SABOTAGE_ARSON, _sabotage),
    (Kind.AIR_STRIKE, _air_strike),
    (Kind.IED_BOMBING, _bombing),
    (Kind.ARMED_ASSAULT, _armed_assault),
    (Kind.EXPLOSION_DISPUTED, _explosion),
    (Kind.MILITARY_STRIKE, _military_strike),
    (Kind.THREAT, _threat),
    (Kind.ATTACK_UNSPECIFIED, _attack),
)
"""Each kind with its rule, in order: the first that holds decides."""
