"""Resolution: what code adds to a fact that stands (days, places on the map, normalised names, the speaker's kind)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from pydantic import BaseModel

from summarize.grounding.actors import normalise_actor, speaker_kind
from summarize.grounding.dates import resolve_date
from summarize.grounding.places import resolve_place
from summarize.grounding.statement import Statement
from summarize.schema.draft import DraftAggregate, DraftAttribution, DraftDate, DraftIncident, DraftPlace
from summarize.schema.vocabulary import ActorKind, IncidentKind, Stage


def resolution(statement: Statement, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The report's own fields of a fact.

    Args:
        statement: the located fact.
        fields: the fields carried over from the draft, after the rules removed what does not stand.

    Returns:
        Fields of the report's fact, by name; empty for a kind of fact to which nothing is added.
    """
    resolver = RESOLVERS.get(type(statement.fact))
    return resolver(statement, fields) if resolver else {}


def _date(statement: Statement, fields: Mapping[str, Any]) -> dict[str, Any]:
    return resolve_date(
        cast("DraftDate", statement.fact).q,
        relative_to=fields["relative_to"],
        sentence=statement.sentence,
        article=statement.view.article,
        future=_is_announced(statement.incident),
    )._asdict()  # the report's fields have the same names


def _is_announced(incident: DraftIncident | None) -> bool:
    """Whether an incident is threatened or announced, so that it may lie in the future."""
    if incident is None:
        return False
    threatened = incident.outcome is not None and incident.outcome.stage is Stage.THREATENED
    return threatened or incident.kind is IncidentKind.THREAT


def _place(statement: Statement, fields: Mapping[str, Any]) -> dict[str, Any]:
    found = resolve_place(
        cast("DraftPlace", statement.fact).q,
        within=fields["within"],
        country=fields["country"],
        article=statement.view.article,
        sentence=statement.sentence,
    )
    return {"place": found}


def _attribution(_: Statement, fields: Mapping[str, Any]) -> dict[str, Any]:
    accused = fields["actor"] if fields["actor_kind"] is not ActorKind.STATE else None
    return {**_actor(_, fields), "by_kind": speaker_kind(fields["by"], actor=accused)}


def _actor(_: Statement, fields: Mapping[str, Any]) -> dict[str, Any]:
    return {"actor_name": normalise_actor(fields["actor"]) if fields["actor"] else None}


_Resolver = Callable[[Statement, Mapping[str, Any]], dict[str, Any]]
RESOLVERS: dict[type[BaseModel], _Resolver] = {
    DraftDate: _date,
    DraftPlace: _place,
    DraftAttribution: _attribution,
    DraftAggregate: _actor,
}
"""By kind of fact; a kind that is not among them has nothing added to it."""
