"""One incident grounded: its facts, its headline, and whether an incident is left."""

from __future__ import annotations

from typing import Any

from summarize.article import Mark
from summarize.grounding.acled import acled
from summarize.grounding.desk import Desk
from summarize.grounding.fact import grounded_fact, grounded_facts
from summarize.grounding.headline import grounded_headline
from summarize.schema.draft import DraftIncident
from summarize.schema.report import (
    AttributionFact,
    CasualtyFact,
    Conflict,
    DamageFact,
    DateFact,
    Fact,
    Incident,
    MotiveFact,
    OutcomeFact,
    PlaceFact,
    ReporterFact,
    ResponseFact,
    TargetFact,
    VersionFact,
    WeaponFact,
)
from summarize.schema.typed import BLANK, typed

_FACTS: dict[str, type[Fact]] = {
    "date": DateFact,
    "places": PlaceFact,
    "weapons": WeaponFact,
    "targets": TargetFact,
    "outcome": OutcomeFact,
    "attributions": AttributionFact,
    "casualties": CasualtyFact,
    "damage": DamageFact,
    "responses": ResponseFact,
    "motives": MotiveFact,
    "reported_by": ReporterFact,
}
_ANCHORS = ("date", "places", "targets", "outcome")  # without one of these nothing is left that happened
_VERSIONS = 2  # a contradiction needs two sides


def grounded_incident(desk: Desk, draft: DraftIncident, path: str) -> Incident | None:
    """An incident as the report gives it, its links still missing; None if no incident is left.

    Args:
        desk: where refused facts are noted, and the incident itself if nothing is left of it.
        draft: the incident as the model gave it.
        path: its path in the draft.
    """
    draft = _with_known_sentences(desk, draft, path)
    fields: dict[str, Any] = {**BLANK[Incident], **vars(draft)}
    for name, into in _FACTS.items():
        if given := fields[name]:
            ground = grounded_facts if isinstance(given, list) else grounded_fact
            fields[name] = ground(desk, given, f"{path}.{name}", into, draft)
    if not any(map(fields.get, _ANCHORS)):
        desk.reject(path, "incident", "Neither its date nor a place, target or outcome of it stands.", draft)
        return None
    fields["conflicts"] = _grounded_conflicts(desk, draft, path)
    fields["links"] = []
    fields["acled"] = acled(draft.kind, fields["outcome"])
    incident = typed(Incident, fields)
    headline = grounded_headline(desk, draft, incident, path)
    return incident if headline == draft.headline else incident.model_copy(update={"headline": headline})


def _with_known_sentences(desk: Desk, draft: DraftIncident, path: str) -> DraftIncident:
    """The draft with the numbers of sentences that exist and give no orders, each once, in its order."""
    every = desk.view.article.sentences
    last, given = len(every), draft.sentences
    kept = [each for each in dict.fromkeys(given) if 1 <= each <= last and every[each - 1].mark is not Mark.INSTRUCTION]
    if kept == given:
        return draft
    if missing := [number for number in given if not 1 <= number <= last]:
        desk.warn(f"{path}.sentences", f"The article has no sentence {missing[0]}.")
    return draft.model_copy(update={"sentences": kept})


def _grounded_conflicts(desk: Desk, draft: DraftIncident, path: str) -> list[Conflict]:
    conflicts = []
    for index, conflict in enumerate(draft.conflicts):
        place = f"{path}.conflicts[{index}]"
        versions = grounded_facts(desk, conflict.versions, f"{place}.versions", VersionFact, draft)
        if len(versions) >= _VERSIONS:
            conflicts.append(Conflict(field=conflict.field, versions=versions))
        else:
            desk.reject(place, "conflict", "Fewer than two of its versions stand.", conflict)
    return conflicts
