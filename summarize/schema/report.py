"""The report: what a user gets. The draft's facts under spelled-out names, located, checked and resolved.

A report holds only functions of the input, the settings and the recorded answers: no clock, no latency,
no cost. Offsets count characters of `article.text`, end exclusive.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from summarize.article import Basis, Mark
from summarize.schema.vocabulary import (
    ActorKind,
    AttributionStatus,
    CasualtyStatement,
    Certainty,
    CheckOutcome,
    ConflictField,
    CountryBasis,
    DamageLevel,
    DatePrecision,
    DateResolution,
    Effect,
    GroundingStatus,
    IncidentKind,
    LinkKind,
    NoIncident,
    PlaceRole,
    Result,
    Role,
    SpeakerKind,
    Stage,
    TargetKind,
    WeaponKind,
)

SCHEMA_VERSION: Final = "1"


class Part(BaseModel):
    """A part of the report: nothing beyond its fields, nothing changed after it was made."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(Part):
    """Words of the article that state a fact."""

    start: int = Field(description="Offset of the first character in article.text.")
    end: int = Field(description="Offset behind the last character.")
    sentence: int = Field(description="Number of the sentence they stand in.")
    quote: str = Field(description="article.text[start:end].")
    raw_start: int | None = Field(
        default=None, description="Offset in the decoded original file, where the format allows it."
    )
    raw_end: int | None = Field(default=None, description="Offset behind the last character there.")


class Check(Part):
    """What a named rule said of a fact."""

    rule: str
    outcome: CheckOutcome
    message: str | None = Field(default=None, description="One sentence: why, where it did not pass.")


class Fact(Part):
    """A statement that stands in the article: its words were found and its values checked."""

    evidence: list[Evidence]
    grounding: GroundingStatus
    checks: list[Check] = Field(default_factory=list)


class DateFact(Fact):
    """When it happened, in the article's words and, where they allow it, as an interval of days."""

    words: str
    relative_to: Literal["publication", "anniversary"] | int | None
    start: date | None = Field(default=None, description="First day; None if unresolved.")
    end: date | None = Field(default=None, description="Last day, inclusive; None if unresolved or open.")
    month_day: str | None = Field(
        default=None, description='"MM-DD" (or "MM") where the article gives a day but no year.'
    )
    precision: DatePrecision = DatePrecision.UNRESOLVED
    resolution: DateResolution = DateResolution.NOT_RESOLVABLE


class ResolvedPlace(Part):
    """Where on the map the article's words point; nothing finer than the words support."""

    name: str | None = Field(default=None, description="The gazetteer's name.")
    admin1: str | None = Field(default=None, description="First-level division.")
    country_code: str | None = Field(default=None, description="ISO 3166-1 alpha-2.")
    country_basis: CountryBasis | None = None
    lat: float | None = Field(default=None, description="Degrees north.")
    lon: float | None = Field(default=None, description="Degrees east.")
    geo_precision: int | None = Field(default=None, description="UCDP GED where_prec, 1-7; 7 is the sea.")
    gazetteer_id: str | None = None
    candidates: list[str] = Field(
        default_factory=list, description="Gazetteer ids left open where the words are ambiguous."
    )


class PlaceFact(Fact):
    """Where it happened, in the article's words and on the map."""

    name: str
    role: PlaceRole
    within: str | None
    country: str | None
    place: ResolvedPlace | None = None


class WeaponFact(Fact):
    """What with, and how many were used, hit and were stopped."""

    kind: WeaponKind
    min: int | None
    max: int | None
    hit: int | None
    intercepted: int | None


class TargetFact(Fact):
    """Who or what was attacked."""

    kind: TargetKind
    nationality: str | None
    min: int | None
    max: int | None


class OutcomeFact(Fact):
    """How far the act came and what came of it."""

    stage: Stage
    result: Result


class AttributionFact(Fact):
    """Who is blamed, how firmly, and by whom."""

    actor: str | None
    actor_name: str | None = Field(default=None, description="The normalised name, if the alias list has it.")
    actor_kind: ActorKind
    sponsor: str | None
    status: AttributionStatus
    by: str | None
    by_kind: SpeakerKind | None = None


class CasualtyFact(Fact):
    """What happened to people."""

    effect: Effect
    statement: CasualtyStatement
    min: int | None
    max: int | None
    victims: str | None


class DamageFact(Fact):
    """What was damaged, and how much."""

    level: DamageLevel


class ResponseFact(Fact):
    """What was done about it."""

    actor: str | None
    action: str
    certainty: Certainty


class MotiveFact(Fact):
    """A stated motive."""

    by: str | None


class ReporterFact(Fact):
    """Who reports the facts."""


class VersionFact(Fact):
    """One version of a contradicted fact."""

    value: str
    source: str | None


class Conflict(Part):
    """A field in which sources, or the article's own sentences, contradict each other."""

    field: ConflictField
    versions: list[VersionFact]


class Link(Part):
    """A link to another incident of the report; `to` is its position in the list, from 0."""

    to: int
    kind: LinkKind


class Acled(Part):
    """ACLED's event and sub-event type, from kind and outcome by a table."""

    event_type: str
    sub_event_type: str


class Incident(Part):
    """One specific act with an act or target plus a place or a time."""

    role: Role
    kind: IncidentKind
    headline: str
    sentences: list[int]
    date: DateFact | None
    places: list[PlaceFact]
    weapons: list[WeaponFact]
    targets: list[TargetFact]
    outcome: OutcomeFact | None
    attributions: list[AttributionFact]
    casualties: list[CasualtyFact]
    damage: DamageFact | None
    responses: list[ResponseFact]
    motives: list[MotiveFact]
    reported_by: list[ReporterFact]
    conflicts: list[Conflict]
    links: list[Link]
    acled: Acled | None = None


class Aggregate(Fact):
    """A sum or campaign, not an incident."""

    label: str
    actor: str | None
    actor_name: str | None = None
    status: AttributionStatus | None
    by: str | None
    motive: str | None
    min: int | None
    max: int | None
    period: str | None
    place: str | None


class SummarySentence(Part):
    """One sentence of the summary and the sentences of the article it rests on."""

    text: str
    sentences: list[int]


class Rejected(Part):
    """What a model said and the article does not: never a fact."""

    path: str = Field(description='Where it stood in the draft, as "incidents[0].weapons[1]".')
    reason: str = Field(description="The rule that refused it.")
    message: str = Field(description="One sentence: what was wrong.")
    fact: dict[str, Any] = Field(description="The refused part of the draft, as the model gave it.")


class ReportWarning(Part):
    """What was removed or rebuilt without refusing a fact."""

    path: str
    message: str


class ReportSentence(Part):
    """Where a numbered sentence stands, and whether it is boilerplate."""

    number: int
    start: int
    end: int
    mark: Mark | None = None


class ReportArticle(Part):
    """The article the report was made from, whole, so that a report can be checked alone."""

    id: str
    title: str | None
    source: str | None
    url: str | None
    published: date | None
    published_basis: Basis | None
    language: str
    duplicate_of: str | None
    text: str
    sentences: list[ReportSentence]


class PromptId(Part):
    """Which prompt was sent."""

    name: str
    version: str
    sha256: str


class Provenance(Part):
    """What the report is a function of."""

    article_sha256: str
    schema_sha256: str
    prompt: PromptId | None
    model: str
    parameters: dict[str, Any]
    version: str = Field(description="Version of this program.")


class Report(Part):
    """All that is known of one article, each fact with the words that state it."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    article: ReportArticle
    summary: list[SummarySentence]
    incidents: list[Incident]
    aggregates: list[Aggregate]
    no_incident: NoIncident | None
    rejected: list[Rejected]
    warnings: list[ReportWarning]
    provenance: Provenance

    def __reduce__(self) -> tuple[Callable[[str], Report], tuple[str]]:
        """To another process it goes as JSON: it takes half the time of the objects one by one."""
        return Report.model_validate_json, (self.model_dump_json(),)
