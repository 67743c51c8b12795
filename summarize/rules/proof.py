"""Proof: whether incidents have more to them than a verb, as people harmed by violence, a weapon or a group."""

from __future__ import annotations

from summarize.rules.incidents import Found
from summarize.rules.lexicon import word_set
from summarize.rules.telling import Telling
from summarize.schema.vocabulary import IncidentKind

_VAGUE = (IncidentKind.ATTACK_UNSPECIFIED, IncidentKind.ARMED_ASSAULT, IncidentKind.EXPLOSION_DISPUTED)
"""Kinds that a single word may make: "under fire", "a blast"."""
_FORCES = ("military_force", "person_military", "person_combatant", "military_base")
_METAPHORS = word_set("metaphor", "words")
_SURE = ("claim_of_deed", "claiming", "blame", "suspicion", "pointing", "denial", "silence", "no_claim")
_TAKEN_UP = ("arrest", "investigation", "search")
_VIOLENT = ("attack", "shoot", "stab", "bomb", "explode", "seize", "burn", "blast")  # a storm "strikes" and "kills" too


def proven(found: list[Found]) -> list[Found]:
    """The incidents of an article if one of them is proven; what stands beside it is believed then."""
    return found if any(map(_is_proven, found)) else []


def _is_proven(incident: Found) -> bool:
    """Whether an attack of no certain kind is one: "ministers attacked the plan" and a mere toll are none."""
    if incident.kind not in _VAGUE:
        return True
    acts = [act for telling in incident.tellings for act in telling.acts]
    is_violent = any(act.label == "kind" or act.value in _VIOLENT for act in acts)
    return any(_is_armed(telling) or (is_violent and _is_felt(telling)) for telling in incident.tellings)


def _is_armed(telling: Telling) -> bool:
    """Whether a sentence names who is armed or armed forces struck, or with what."""
    passage = telling.passage
    weapons = (passage.words(weapon.first, weapon.stop).casefold() for weapon in passage.of("weapon"))
    is_armed = any(weapon not in _METAPHORS for weapon in weapons)
    is_armed = is_armed or passage.has("actor", "armed_group") or passage.has("target", *_FORCES)
    return is_armed and bool(telling.acts)


def _is_felt(telling: Telling) -> bool:
    """Whether a sentence tells of harm, of who is to blame, or of police at work."""
    passage = telling.passage
    is_told = passage.has("effect") or passage.has("doubt") or passage.has("status", *_SURE)
    return is_told or passage.has("response", *_TAKEN_UP)
