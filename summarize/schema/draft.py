"""The draft: what a model returns. Small, strict and cited: every fact carries its sentence and its words.

The JSON Schema made from it stays inside what strict structured outputs accept: every property is required,
no property beyond those named, no default values. Missing is null or an empty list, never 0 and never "none".
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from summarize.schema.vocabulary import (
    ActorKind,
    AttributionStatus,
    CasualtyStatement,
    Certainty,
    ConflictField,
    DamageLevel,
    Effect,
    IncidentKind,
    LinkKind,
    NoIncident,
    PlaceRole,
    Result,
    Role,
    Stage,
    TargetKind,
    WeaponKind,
)


class Strict(BaseModel):
    """A part of the draft: nothing beyond its fields, nothing changed after it was made."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Cited(Strict):
    """A fact with its citation."""

    q: str = Field(
        description="The article's own words in that sentence, as short as states the fact, at most 25 words."
    )
    s: int = Field(description="Number of the sentence the words stand in.")


class DraftDate(Cited):
    """When it happened: the words of the most specific statement."""

    relative_to: Literal["publication", "anniversary"] | int | None = Field(
        description='What the words count from: "publication", "anniversary", the number of a sentence, '
        "or null for a calendar date."
    )


class DraftPlace(Cited):
    """Where: q is the name alone."""

    role: PlaceRole
    within: str | None = Field(description="Region or area words, else null.")
    country: str | None = Field(description="English short name; null for seas and borders.")


class DraftWeapon(Cited):
    """What with. "at least five" is min 5, max null."""

    kind: WeaponKind
    min: int | None
    max: int | None
    hit: int | None = Field(description="How many reached their target, if stated.")
    intercepted: int | None = Field(description="How many were stopped, if stated.")


class DraftTarget(Cited):
    """Who or what was attacked; the dead are victims, not targets, unless the words say so."""

    kind: TargetKind
    nationality: str | None = Field(description="Only if this incident's words say so.")
    min: int | None
    max: int | None


class DraftOutcome(Cited):
    """How far the act came and what came of it."""

    stage: Stage
    result: Result


class DraftAttribution(Cited):
    """One asserted link between the incident and an actor."""

    actor: str | None = Field(description="The actor's words, null if declined.")
    actor_kind: ActorKind
    sponsor: str | None = Field(description="The country said to stand behind the actor.")
    status: AttributionStatus
    by: str | None = Field(description="Whose statement it is; null for the article's own.")


class DraftCasualties(Cited):
    """What happened to people."""

    effect: Effect
    statement: CasualtyStatement
    min: int | None
    max: int | None
    victims: str | None = Field(description="Who they are, in the article's words.")


class DraftDamage(Cited):
    """What was damaged, and how much."""

    level: DamageLevel


class DraftResponse(Cited):
    """A military answer, search, arrest, investigation or diplomatic demand."""

    actor: str | None
    action: str
    certainty: Certainty


class DraftMotive(Cited):
    """A stated motive; a retaliation is a link, not a motive."""

    by: str | None


class DraftReporter(Cited):
    """Who reports the facts."""


class DraftVersion(Strict):
    """One version of a contradicted fact."""

    value: str
    source: str | None
    q: str
    s: int


class DraftConflict(Strict):
    """A field in which sources, or the article's own sentences, contradict each other."""

    field: ConflictField
    versions: list[DraftVersion] = Field(description="Every version, the one chosen above included.")


class DraftLink(Strict):
    """A link to another incident of the list."""

    to: int = Field(description="Position in the list of incidents, from 0.")
    kind: LinkKind


class DraftIncident(Strict):
    """One specific act with an act or target plus a place or a time."""

    role: Role
    kind: IncidentKind
    headline: str = Field(description="At most 20 words, only what the article supports.")
    sentences: list[int] = Field(
        description="Sentences in which this incident can be picked out, repeats included, teasers not."
    )
    date: DraftDate | None
    places: list[DraftPlace]
    weapons: list[DraftWeapon]
    targets: list[DraftTarget]
    outcome: DraftOutcome | None
    attributions: list[DraftAttribution]
    casualties: list[DraftCasualties]
    damage: DraftDamage | None
    responses: list[DraftResponse]
    motives: list[DraftMotive]
    reported_by: list[DraftReporter]
    conflicts: list[DraftConflict]
    links: list[DraftLink]


class DraftAggregate(Cited):
    """A sum or campaign ("over 100 attacks since October"), not an incident."""

    label: str
    actor: str | None
    status: AttributionStatus | None
    by: str | None
    motive: str | None
    min: int | None
    max: int | None
    period: str | None
    place: str | None


class DraftSummarySentence(Strict):
    """One sentence of the summary and the sentences of the article it rests on."""

    text: str
    s: list[int]


class ArticleDraft(Strict):
    """All that a model says of one article."""

    summary: list[DraftSummarySentence] = Field(description="1-4 sentences, each resting on the sentences it names.")
    incidents: list[DraftIncident]
    aggregates: list[DraftAggregate]
    no_incident: NoIncident | None = Field(description="Null whenever incidents is not empty.")
