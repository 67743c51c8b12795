"""ACLED's event and sub-event types, from an incident's kind and outcome by a table.

Types after the ACLED Codebook (2023), "Event types" and "Sub-event types". A weapon that was stopped before it had an
effect is "Disrupted weapons use"; kinds that do not tell the means or the victim have no type.
"""

from __future__ import annotations

from typing import Final

from summarize.schema.report import Acled, OutcomeFact
from summarize.schema.vocabulary import IncidentKind, Result, Stage

_REMOTE: Final = "Explosions/Remote violence"
_CIVILIANS: Final = "Violence against civilians"
_STRATEGIC: Final = "Strategic developments"

_TYPES: Final[dict[IncidentKind, tuple[str, str]]] = {
    IncidentKind.DRONE_ATTACK: (_REMOTE, "Air/drone strike"),
    IncidentKind.ROCKET_ATTACK: (_REMOTE, "Shelling/artillery/missile attack"),
    IncidentKind.MISSILE_ATTACK: (_REMOTE, "Shelling/artillery/missile attack"),
    IncidentKind.INDIRECT_FIRE: (_REMOTE, "Shelling/artillery/missile attack"),
    IncidentKind.AIR_STRIKE: (_REMOTE, "Air/drone strike"),
    IncidentKind.IED_BOMBING: (_REMOTE, "Remote explosive/landmine/IED"),
    IncidentKind.SUICIDE_BOMBING: (_REMOTE, "Suicide bomb"),
    IncidentKind.ARMED_ASSAULT: ("Battles", "Armed clash"),
    IncidentKind.ASSASSINATION: (_CIVILIANS, "Attack"),
    IncidentKind.MASS_ATTACK: (_CIVILIANS, "Attack"),
    IncidentKind.KIDNAPPING: (_CIVILIANS, "Abduction/forced disappearance"),
    IncidentKind.SABOTAGE_ARSON: (_STRATEGIC, "Looting/property destruction"),
    IncidentKind.VESSEL_SEIZURE: (_STRATEGIC, "Looting/property destruction"),
    IncidentKind.WEAPONS_INTERDICTION: (_STRATEGIC, "Disrupted weapons use"),
    IncidentKind.CYBER_ATTACK: (_STRATEGIC, "Other"),
    IncidentKind.THREAT: (_STRATEGIC, "Other"),
}

ACLED_TYPES: Final = {kind: Acled(event_type=event, sub_event_type=sub) for kind, (event, sub) in _TYPES.items()}
"""By kind: event type and sub-event type."""

_OTHER: Final = Acled(event_type=_STRATEGIC, sub_event_type="Other")
_DISRUPTED: Final = Acled(event_type=_STRATEGIC, sub_event_type="Disrupted weapons use")
_STOPPED_IS_DISRUPTED: Final = frozenset(kind for kind, (event, _) in _TYPES.items() if event == _REMOTE)


def acled(kind: IncidentKind, outcome: OutcomeFact | None) -> Acled | None:
    """ACLED's types of an incident.

    Args:
        kind: what was done, by means.
        outcome: how far it came and what came of it, None if not stated.

    Returns:
        None where the kind does not decide: attacks without means, disputed explosions.
    """
    if outcome and outcome.stage is Stage.THREATENED:
        return _OTHER
    if outcome and kind in _STOPPED_IS_DISRUPTED and _was_stopped(outcome):
        return _DISRUPTED
    return ACLED_TYPES.get(kind)


def _was_stopped(outcome: OutcomeFact) -> bool:
    """Whether nothing of the attack had an effect: all intercepted, or it failed before it was carried out."""
    failed_early = outcome.stage is Stage.ATTEMPTED and outcome.result is Result.FAILED
    return outcome.result is Result.INTERCEPTED or failed_early
