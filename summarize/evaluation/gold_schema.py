"""The keys of `labels.yaml` that stand beside the draft: what gold knows and a model does not say.

The draft itself is not repeated here: `labels.py` takes these keys out of the file and validates the rest as
an `ArticleDraft`, so that gold and drafts cannot drift apart.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from summarize.schema.vocabulary import DatePrecision, DateResolution


class Split(StrEnum):
    """Which half of the gold an article belongs to; `test` is scored by `make eval-test` alone."""

    DEV = "dev"
    TEST = "test"


class Style(StrEnum):
    """The manner an article is written in."""

    WIRE_FLASH = "wire_flash"
    WIRE_UPDATE = "wire_update"
    LOCAL_PAPER = "local_paper"
    PRESS_RELEASE = "press_release"
    LIVE_BLOG = "live_blog"
    ROUND_UP = "round_up"
    ANALYSIS = "analysis"
    MILITIA_STATEMENT = "militia_statement"
    TABLOID = "tabloid"
    TRANSLATED = "translated"
    BRIEFING_TRANSCRIPT = "briefing_transcript"


class Phenomenon(StrEnum):
    """What makes an article hard; an article carries those that occur in it."""

    SEVERAL_INCIDENTS = "several_incidents"
    BACKGROUND_BESIDE_NEWS = "background_beside_news"
    RELATIVE_DATE_WITH_PUBLICATION = "relative_date_with_publication"
    RELATIVE_DATE_WITHOUT_PUBLICATION = "relative_date_without_publication"
    DATE_NOT_RESOLVABLE = "date_not_resolvable"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    RANGE = "range"
    VAGUE_NUMBER = "vague_number"
    INTERCEPTED = "intercepted"
    FAILED = "failed"
    PARTLY_INTERCEPTED = "partly_intercepted"
    CLAIMED = "claimed"
    ATTRIBUTED = "attributed"
    SUSPECTED = "suspected"
    DENIED = "denied"
    DECLINED_TO_NAME = "declined_to_name"
    SEVERAL_ATTRIBUTIONS = "several_attributions"
    CAMPAIGN_ATTRIBUTION_NOT_TRANSFERRED = "campaign_attribution_not_transferred"
    SOURCES_CONTRADICT = "sources_contradict"
    ARTICLE_CONTRADICTS_ITSELF = "article_contradicts_itself"
    CASUALTIES_NONE = "casualties_none"
    CASUALTIES_NONE_REPORTED = "casualties_none_reported"
    CASUALTIES_NOT_STATED = "casualties_not_stated"
    CASUALTIES_MIXED = "casualties_mixed"
    RETALIATION_LINKED = "retaliation_linked"
    AGGREGATE = "aggregate"
    LAUNCH_ORIGIN_BESIDE_TARGET = "launch_origin_beside_target"
    SEA_OR_REGION_PLACE = "sea_or_region_place"
    AMBIGUOUS_PLACE_NAME = "ambiguous_place_name"
    SPELLING_VARIANTS = "spelling_variants"
    SHIP_SEIZURE = "ship_seizure"
    CYBER_ATTACK = "cyber_attack"
    EXPLOSION_DISPUTED = "explosion_disputed"
    MISLEADING_CAPTION = "misleading_caption"
    NO_INCIDENT = "no_incident"
    HARD_NEGATIVE = "hard_negative"  # same base, same weapon, another day
    BOILERPLATE_DIRT = "boilerplate_dirt"


class GoldOnly(BaseModel):
    """Keys that only gold has: nothing beyond its fields, nothing changed after it was made."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FactMark(GoldOnly):
    """What gold adds to a fact.

    Attributes:
        optional: a careful reader may leave the fact out; it costs nothing either way.
        accept: other right answers, by field of the same fact; for `q` other words that state it,
            for names their aliases.
    """

    optional: bool = False
    accept: dict[str, list[Any]] = Field(default_factory=dict)


class DateMark(FactMark):
    """What gold adds to a date: the days it stands for, which win over those computed from its words.

    Attributes:
        resolution: how the days follow from the words; `not_resolvable` where they do not.
        start: first day, None where not resolvable.
        end: last day, inclusive.
        precision: how fine the date is.
    """

    resolution: DateResolution | None = None
    start: date | None = None
    end: date | None = None
    precision: DatePrecision | None = None


class IncidentMark(GoldOnly):
    """What gold adds to an incident.

    Attributes:
        id: a short name, unique in the article.
        optional: a careful reader may leave the whole incident out.
        accept_split: splitting it over its places or members is also right.
        same_as: `other-article#id` of the same real incident in other articles of the family.
        accept: other right answers for `role` and `kind`.
    """

    id: str = Field(min_length=1)
    optional: bool = False
    accept_split: bool = False
    same_as: list[str] = Field(default_factory=list)
    accept: dict[str, list[Any]] = Field(default_factory=dict)


class MustNot(GoldOnly):
    """A statement that is wrong and tempting.

    Attributes:
        incident: the gold incident of which it must not be said; None for any predicted incident.
        path: the field that must not say it, or `incident` for the incident as a whole.
        match: field values of the wrong statement, all of which must agree; empty matches any.
        s: number of the sentence that tempts to it; without `incident` only a statement that cites it violates.
        why: what is wrong, for people.
    """

    incident: str | None
    path: str
    match: dict[str, Any]
    s: int
    why: str = Field(min_length=1)


class GoldHead(GoldOnly):
    """What gold says of the article as a whole.

    Attributes:
        split: which half it belongs to.
        style: the manner it is written in.
        family: the name shared by articles on one incident, None for an article alone.
        phenomena: what makes it hard.
        key_facts: what a good summary says; each a list of terms that must all occur, `a|b` meaning either.
        must_not: statements that are wrong and tempting.
    """

    split: Split
    style: Style
    family: str | None
    phenomena: list[Phenomenon]
    key_facts: list[list[str]]
    must_not: list[MustNot]
