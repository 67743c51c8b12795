"""Every field of the schema is scored, or listed with the reason why not."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from summarize.evaluation.slots import SLOTS, UNSCORED
from summarize.schema import draft as d
from summarize.schema import report as r

CITATION = {"q", "s", "evidence", "grounding", "checks"}
"""How a fact is evidenced: scored as evidence, and as `words` where a slot has nothing else."""

OUTSIDE = {"summary": "scored as a text", "incidents": "scored by alignment"}
"""Fields of the draft that no slot is made of."""

FACTS: dict[str, tuple[type[BaseModel], type[BaseModel]]] = {
    "date": (d.DraftDate, r.DateFact),
    "places": (d.DraftPlace, r.PlaceFact),
    "weapons": (d.DraftWeapon, r.WeaponFact),
    "targets": (d.DraftTarget, r.TargetFact),
    "outcome": (d.DraftOutcome, r.OutcomeFact),
    "attributions": (d.DraftAttribution, r.AttributionFact),
    "casualties": (d.DraftCasualties, r.CasualtyFact),
    "damage": (d.DraftDamage, r.DamageFact),
    "responses": (d.DraftResponse, r.ResponseFact),
    "motives": (d.DraftMotive, r.MotiveFact),
    "reported_by": (d.DraftReporter, r.ReporterFact),
    "conflicts": (d.DraftConflict, r.Conflict),
    "links": (d.DraftLink, r.Link),
    "aggregates": (d.DraftAggregate, r.Aggregate),
}

SAME_BY_ANOTHER_NAME = {"date.words", "places.name", "attributions.actor_name", "aggregates.actor_name"}
"""Fields of the report that a slot looks at under another name: the quote itself, and the normalised actor."""


def scored(field: str) -> set[str]:
    """The attributes that slots look at."""
    return {name for slot in SLOTS if slot.field == field for name in slot.attributes}


@pytest.mark.parametrize("model", [d.DraftIncident, r.Incident])
def test_every_field_of_an_incident_is_scored_or_listed(model: type[BaseModel]) -> None:
    """No field of the incident, as a draft or in a report, is neither scored nor given a reason."""
    fields = set(model.model_fields)
    assert fields == fields & ({slot.field for slot in SLOTS} | set(UNSCORED))


def test_every_attribute_of_a_fact_is_scored_or_listed() -> None:
    """No attribute of any fact, in draft or report, is neither looked at by a slot nor given a reason."""
    left_out = {
        f"{field}.{name}"
        for field, models in FACTS.items()
        for model in models
        for name in set(model.model_fields) - CITATION - scored(field)
    }
    assert left_out - SAME_BY_ANOTHER_NAME == {name for name in UNSCORED if "." in name}


def test_every_field_of_a_draft_is_scored() -> None:
    """The draft's own fields are scored by slots, by alignment, or as a text."""
    assert set(d.ArticleDraft.model_fields) == {"aggregates", "no_incident"} | set(OUTSIDE)
    assert {"aggregates", "no_incident"} <= {slot.field for slot in SLOTS}


def test_nothing_is_both_scored_and_excused() -> None:
    """A reason for not scoring a field never hides a slot."""
    scored_fields = {slot.field for slot in SLOTS} | {f"{s.field}.{name}" for s in SLOTS for name in s.attributes}
    assert not scored_fields & set(UNSCORED)
