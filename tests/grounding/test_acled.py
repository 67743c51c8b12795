"""Tests of ACLED's types: every row of the table, and what an outcome changes."""

from __future__ import annotations

import pytest

from summarize.grounding.acled import ACLED_TYPES, acled
from summarize.schema.report import OutcomeFact
from summarize.schema.vocabulary import GroundingStatus, IncidentKind, Result, Stage

# The codebook's pairs of event type and sub-event type that incidents of the schema can have.
_CODEBOOK = {
    ("Battles", "Armed clash"),
    ("Explosions/Remote violence", "Air/drone strike"),
    ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
    ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("Explosions/Remote violence", "Suicide bomb"),
    ("Strategic developments", "Disrupted weapons use"),
    ("Strategic developments", "Looting/property destruction"),
    ("Strategic developments", "Other"),
    ("Violence against civilians", "Abduction/forced disappearance"),
    ("Violence against civilians", "Attack"),
}
_ROWS = [
    ("drone_attack", "Explosions/Remote violence", "Air/drone strike"),
    ("rocket_attack", "Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("missile_attack", "Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("indirect_fire", "Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("air_strike", "Explosions/Remote violence", "Air/drone strike"),
    ("ied_bombing", "Explosions/Remote violence", "Remote explosive/landmine/IED"),
    ("suicide_bombing", "Explosions/Remote violence", "Suicide bomb"),
    ("armed_assault", "Battles", "Armed clash"),
    ("assassination", "Violence against civilians", "Attack"),
    ("mass_attack", "Violence against civilians", "Attack"),
    ("kidnapping", "Violence against civilians", "Abduction/forced disappearance"),
    ("sabotage_arson", "Strategic developments", "Looting/property destruction"),
    ("vessel_seizure", "Strategic developments", "Looting/property destruction"),
    ("weapons_interdiction", "Strategic developments", "Disrupted weapons use"),
    ("cyber_attack", "Strategic developments", "Other"),
    ("threat", "Strategic developments", "Other"),
]


def _outcome(stage: Stage, result: Result) -> OutcomeFact:
    return OutcomeFact(evidence=[], grounding=GroundingStatus.VERBATIM, stage=stage, result=result)


@pytest.mark.parametrize(("kind", "event", "sub_event"), _ROWS)
def test_a_row(kind: str, event: str, sub_event: str) -> None:
    """A kind has its event type and sub-event type, and the codebook has them."""
    types = acled(IncidentKind(kind), None)

    assert types is not None
    assert (types.event_type, types.sub_event_type) == (event, sub_event)
    assert (event, sub_event) in _CODEBOOK


def test_every_row_is_tested() -> None:
    """The rows above are the table's."""
    assert {IncidentKind(kind) for kind, _, _ in _ROWS} == set(ACLED_TYPES)


@pytest.mark.parametrize("kind", sorted(set(IncidentKind) - set(ACLED_TYPES)))
def test_kinds_that_do_not_decide_have_no_type(kind: IncidentKind) -> None:
    """Where the means or the victim is not told, no type is made up."""
    assert acled(kind, None) is None
    assert acled(kind, _outcome(Stage.ACCOMPLISHED, Result.HIT)) is None


@pytest.mark.parametrize("kind", ["drone_attack", "rocket_attack", "missile_attack", "ied_bombing"])
def test_a_stopped_weapon_is_disrupted_weapons_use(kind: str) -> None:
    """An intercepted drone and a defused bomb are disrupted weapons use; one that got through is not."""
    intercepted = acled(IncidentKind(kind), _outcome(Stage.ATTEMPTED, Result.INTERCEPTED))
    defused = acled(IncidentKind(kind), _outcome(Stage.ATTEMPTED, Result.FAILED))
    partly = acled(IncidentKind(kind), _outcome(Stage.ACCOMPLISHED, Result.PARTLY_INTERCEPTED))

    assert intercepted is not None
    assert intercepted.sub_event_type == "Disrupted weapons use"
    assert defused == intercepted
    assert partly == acled(IncidentKind(kind), None)


def test_a_shot_that_fell_short_was_fired() -> None:
    """A rocket that was fired and failed is an attack."""
    types = acled(IncidentKind.ROCKET_ATTACK, _outcome(Stage.ACCOMPLISHED, Result.FAILED))

    assert types is not None
    assert types.event_type == "Explosions/Remote violence"


def test_what_is_only_threatened_is_no_attack() -> None:
    """A threatened drone attack is a strategic development."""
    types = acled(IncidentKind.DRONE_ATTACK, _outcome(Stage.THREATENED, Result.UNKNOWN))

    assert types is not None
    assert (types.event_type, types.sub_event_type) == ("Strategic developments", "Other")
