"""Proof: whether incidents have more to them than a verb, as people harmed by violence, a weapon or a group."""

from __future__ import annotations

from summarize.rules.incidents import Found
from summarize.rules.telling import Telling
from summarize.schema.vocabulary import IncidentKind

_FORCES = ("military_force", "person_military", "person_combatant", "military_base")
_TAKEN_UP = ("arrest", "investigation", "search")
_VIOLENT = ("attack", "shoot", "stab", "bomb", "explode", "seize", "burn")  # a storm "strikes" and "kills" too


def proven(found: list[Found]) -> list[Found]:
    """The incidents of an article if one of them is proven; what stands beside it is believed then."""
    return found if any(map(_is_proven, found)) else []


def _is_proven(incident: Found) -> bool:
    """Whether an attack of no certain kind is one: "ministers attacked the plan" and a mere toll are none."""
    if incident.kind is not IncidentKind.ATTACK_UNSPECIFIED:
        return True
    is_violent = any(act.value in _VIOLENT for telling in incident.tellings for act in telling.acts)
    return any(_is_armed(telling) or (is_violent and _is_felt(telling)) for telling in incident.tellings)


def _is_armed(telling: Telling) -> bool:
    """Whether a sentence names who is armed or armed forces struck, or with what."""
    passage = telling.passage
    is_armed = passage.has("actor", "armed_group") or passage.has("weapon") or passage.has("target", *_FORCES)
    return is_armed and bool(telling.acts)


def _is_felt(telling: Telling) -> bool:
    """Whether a sentence tells of harm, of who is to blame, or of police at work."""
    passage = telling.passage
    return passage.has("effect") or passage.has("status") or passage.has("response", *_TAKEN_UP)
