"""Which phenomena the labels themselves can confirm: a tag that they contradict is a slip."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from summarize.evaluation.gold import GoldArticle
from summarize.evaluation.gold_schema import DateMark, Phenomenon
from summarize.schema.draft import DraftIncident
from summarize.schema.vocabulary import (
    AttributionStatus,
    CasualtyStatement,
    DateResolution,
    IncidentKind,
    LinkKind,
    PlaceRole,
    Result,
    Role,
)

Holds = Callable[[GoldArticle], bool]


def _any_incident(test: Callable[[DraftIncident], bool]) -> Holds:
    return lambda gold: any(test(incident) for incident in gold.draft.incidents)


def _kind(*kinds: IncidentKind) -> Holds:
    return _any_incident(lambda incident: incident.kind in kinds)


def _result(*results: Result) -> Holds:
    return _any_incident(lambda incident: incident.outcome is not None and incident.outcome.result in results)


def _statement(statement: CasualtyStatement) -> Holds:
    return _any_incident(lambda incident: any(fact.statement == statement for fact in incident.casualties))


def _status(*statuses: AttributionStatus) -> Holds:
    def holds(gold: GoldArticle) -> bool:
        links = [fact.status for incident in gold.draft.incidents for fact in incident.attributions]
        return any(status in statuses for status in [*links, *(total.status for total in gold.draft.aggregates)])

    return holds


def _resolution(resolution: DateResolution) -> Holds:
    def holds(gold: GoldArticle) -> bool:
        marks = gold.labels.fact_marks.values()
        return any(isinstance(mark, DateMark) and mark.resolution == resolution for mark in marks)

    return holds


def _roles(gold: GoldArticle) -> set[Role]:
    return {incident.role for incident in gold.draft.incidents}


CONFIRMED: Mapping[Phenomenon, Holds] = {
    Phenomenon.SEVERAL_INCIDENTS: lambda gold: len(gold.draft.incidents) > 1,
    Phenomenon.BACKGROUND_BESIDE_NEWS: lambda gold: {Role.BACKGROUND} < _roles(gold),
    Phenomenon.NO_INCIDENT: lambda gold: not gold.draft.incidents,
    Phenomenon.AGGREGATE: lambda gold: bool(gold.draft.aggregates),
    Phenomenon.RELATIVE_DATE_WITH_PUBLICATION: lambda gold: gold.article.published is not None,
    Phenomenon.RELATIVE_DATE_WITHOUT_PUBLICATION: lambda gold: gold.article.published is None,
    Phenomenon.DATE_NOT_RESOLVABLE: _resolution(DateResolution.NOT_RESOLVABLE),
    Phenomenon.INTERCEPTED: _result(Result.INTERCEPTED, Result.PARTLY_INTERCEPTED),
    Phenomenon.FAILED: _result(Result.FAILED),
    Phenomenon.PARTLY_INTERCEPTED: _result(Result.PARTLY_INTERCEPTED),
    Phenomenon.CLAIMED: _status(AttributionStatus.CLAIMED),
    Phenomenon.ATTRIBUTED: _status(AttributionStatus.ATTRIBUTED),
    Phenomenon.SUSPECTED: _status(AttributionStatus.SUSPECTED, AttributionStatus.SUSPECTED_BY_AUTHORITY),
    Phenomenon.DENIED: _status(AttributionStatus.DENIED),
    Phenomenon.DECLINED_TO_NAME: _status(AttributionStatus.DECLINED_TO_NAME),
    Phenomenon.SEVERAL_ATTRIBUTIONS: _any_incident(lambda incident: len(incident.attributions) > 1),
    Phenomenon.SOURCES_CONTRADICT: _any_incident(lambda incident: bool(incident.conflicts)),
    Phenomenon.ARTICLE_CONTRADICTS_ITSELF: _any_incident(lambda incident: bool(incident.conflicts)),
    Phenomenon.CASUALTIES_NONE: _statement(CasualtyStatement.NONE),
    Phenomenon.CASUALTIES_NONE_REPORTED: _statement(CasualtyStatement.NONE_REPORTED),
    Phenomenon.CASUALTIES_NOT_STATED: _any_incident(lambda incident: not incident.casualties),
    Phenomenon.RETALIATION_LINKED: _any_incident(
        lambda incident: any(link.kind == LinkKind.RESPONSE_TO for link in incident.links)
    ),
    Phenomenon.LAUNCH_ORIGIN_BESIDE_TARGET: _any_incident(
        lambda incident: {PlaceRole.LAUNCH_ORIGIN, PlaceRole.TARGET} <= {place.role for place in incident.places}
    ),
    Phenomenon.SHIP_SEIZURE: _kind(IncidentKind.VESSEL_SEIZURE),
    Phenomenon.CYBER_ATTACK: _kind(IncidentKind.CYBER_ATTACK),
    Phenomenon.EXPLOSION_DISPUTED: _kind(IncidentKind.EXPLOSION_DISPUTED),
}
"""What must be true of an article that carries the tag. Tags that take a reader to judge are not here (a range
may stand in the text as a number of something else), and a tag that is missing is nobody's slip."""


def contradicted(gold: GoldArticle) -> list[Phenomenon]:
    """The article's tags that its own labels contradict, in the order of the tags."""
    return [tag for tag in gold.head.phenomena if tag in CONFIRMED and not CONFIRMED[tag](gold)]
