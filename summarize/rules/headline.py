"""The headline of an incident, made of its facts."""

from __future__ import annotations

from summarize.rules.wording import capital, kind_noun, lowered, plain, where
from summarize.schema.draft import DraftIncident
from summarize.schema.vocabulary import IncidentKind

_MOST_WORDS = 20
TAKEN = (IncidentKind.VESSEL_SEIZURE, IncidentKind.KIDNAPPING, IncidentKind.WEAPONS_INTERDICTION)
"""Kinds in which what was taken says more than what was carried."""


def headline(incident: DraftIncident) -> str:
    """As "Drone attack at Al Asad Airbase: two armed drones, no casualties"."""
    text = capital(kind_noun(incident) + where(incident))
    details = [weapon.q for weapon in incident.weapons[:1]] + [harm.q for harm in incident.casualties[:1]]
    if incident.targets and (not incident.weapons or incident.kind in TAKEN):
        details = [incident.targets[0].q, *(harm.q for harm in incident.casualties[:1])]
    for count in (2, 1):
        longer = f"{text}: {', '.join(plain(lowered(detail)) for detail in details[:count])}"
        if details and len(longer.split()) <= _MOST_WORDS:
            return longer
    return text
