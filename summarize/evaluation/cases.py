"""Gold labels and reports, each turned into the one shape that the scorer compares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from pydantic import BaseModel

from summarize.evaluation.gold import GoldArticle
from summarize.evaluation.gold_schema import DateMark, IncidentMark
from summarize.evaluation.resolved import labelled_days, resolved_fields
from summarize.evaluation.slots import LINK_FIELD, SLOTS, attributes_of, stated
from summarize.evaluation.stated import Case, Stated, StatedIncident, StatedLink, alternatives, content_of
from summarize.grounding.view import ArticleView
from summarize.schema.draft import Cited, DraftIncident
from summarize.schema.report import Fact, Incident, Report
from summarize.schema.vocabulary import Role

FACT_FIELDS = tuple(
    field
    for field in dict.fromkeys(slot.field for slot in SLOTS)
    if field in Incident.model_fields and field not in ("kind", LINK_FIELD)
)
"""Fields of an incident that hold facts, in the order of the slots."""


_CHECKED = frozenset({"evidence", "grounding", "checks"})
"""Fields of a report's fact that say how it stands, not what it says."""


def gold_case(gold: GoldArticle) -> Case:
    """What gold states of an article, its dates and places resolved as a report's are."""
    view = ArticleView(gold.article)
    incidents = [_gold_incident(gold, view, index, mark) for index, mark in enumerate(gold.labels.incident_marks)]
    totals = _gold_facts(gold, view, "aggregates", "aggregates", None, gold.draft.aggregates)
    return Case(_ordered(incidents), totals, gold.draft.no_incident)


def report_case(report: Report) -> Case:
    """What a report states of its article."""
    incidents = [_report_incident(index, incident) for index, incident in enumerate(report.incidents)]
    totals = _report_facts("aggregates", "aggregates", report.aggregates)
    return Case(_ordered(incidents), totals, report.no_incident)


def _ordered(incidents: Sequence[StatedIncident]) -> tuple[StatedIncident, ...]:
    return tuple(sorted(incidents, key=attrgetter("content")))


def _gold_incident(gold: GoldArticle, view: ArticleView, index: int, mark: IncidentMark) -> StatedIncident:
    incident, path = gold.draft.incidents[index], f"incidents[{index}]"
    facts: dict[str, tuple[Stated, ...]] = {
        "kind": (stated("kind", f"{path}.kind", alternatives({"kind": incident.kind}, mark.accept)),)
    }
    for field in FACT_FIELDS:
        found = getattr(incident, field)
        facts[field] = _gold_facts(gold, view, field, f"{path}.{field}", incident, found)
    roles = (incident.role, *(Role(role) for role in mark.accept.get("role", ())))
    labelled = _incident(index, mark.id, incident, facts)
    return replace(labelled, roles=roles, optional=mark.optional, accept_split=mark.accept_split)


def _report_incident(index: int, incident: Incident) -> StatedIncident:
    path = f"incidents[{index}]"
    facts: dict[str, tuple[Stated, ...]] = {"kind": (stated("kind", f"{path}.kind", ({"kind": incident.kind},)),)}
    for field in FACT_FIELDS:
        facts[field] = _report_facts(field, f"{path}.{field}", getattr(incident, field))
    return _incident(index, path, incident, facts)


def _incident(
    index: int, name: str, incident: DraftIncident | Incident, facts: Mapping[str, tuple[Stated, ...]]
) -> StatedIncident:
    cited = {number for found in facts.values() for fact in found for number in fact.sentences}
    cited.update(incident.sentences)
    return StatedIncident(
        index=index,
        name=name,
        roles=(incident.role,),
        kind=incident.kind,
        headline=incident.headline,
        facts=facts,
        cited=frozenset(cited),
        links=tuple(StatedLink(link.to, link.kind) for link in incident.links),
        content=content_of(incident.role, facts, cited),
    )


def _gold_facts(
    gold: GoldArticle,
    view: ArticleView,
    field: str,
    path: str,
    incident: DraftIncident | None,
    found: object,
) -> tuple[Stated, ...]:
    facts = []
    for place, fact in _placed(path, found):
        mark = gold.fact_mark(place)
        extra = resolved_fields(view, fact, incident) if isinstance(fact, Cited) else {}
        if isinstance(mark, DateMark):
            extra |= labelled_days(mark)
        values = _values(field, {**_draft_fields(fact), **extra})
        accept = {_draft_name(field, name): others for name, others in mark.accept.items()}
        choices = _unresolved_aliases(alternatives(values, accept))
        facts.append(stated(field, place, choices, optional=mark.optional))
    return tuple(facts)


def _report_facts(field: str, path: str, found: object) -> tuple[Stated, ...]:
    return tuple(stated(field, place, (_values(field, _report_fields(fact)),)) for place, fact in _placed(path, found))


def _placed(path: str, found: object) -> Iterator[tuple[str, BaseModel]]:
    """The facts of a field with their paths, be it a list, one fact or none."""
    if isinstance(found, BaseModel):
        yield path, found
    elif isinstance(found, list):
        yield from ((f"{path}[{index}]", fact) for index, fact in enumerate(found))


def _draft_fields(fact: BaseModel) -> dict[str, Any]:
    fields = dict(vars(fact))
    quote = fields.pop("q", "")
    cited = fields.pop("s", None)
    return {**fields, "words": quote, "name": quote, "sentences": () if cited is None else (cited,)}


def _report_fields(fact: BaseModel) -> dict[str, Any]:
    evidence = fact.evidence if isinstance(fact, Fact) else []
    return {
        "words": " ".join(part.quote for part in evidence),
        **{name: value for name, value in vars(fact).items() if name not in _CHECKED},
        "sentences": tuple(sorted({part.sentence for part in evidence})),
    }


def _draft_name(field: str, name: str) -> str:
    """What `accept` speaks of, in the scorer's terms: other words are other names of a place."""
    return name if name != "q" else "name" if field == "places" else "words"


def _values(field: str, fields: dict[str, Any]) -> dict[str, Any]:
    """A fact's values: every attribute that slots look at, the place on the map and the normalised name."""
    place = fields.pop("place", None)
    if isinstance(place, BaseModel):
        fields = {**fields, **vars(place), "name": fields["name"]}
    elif field == "aggregates":
        fields["place"] = place
    if fields.get("actor_name"):
        fields["actor"] = fields["actor_name"]
    return {**dict.fromkeys(attributes_of(field)), **fields}


def _unresolved_aliases(found: tuple[Mapping[str, Any], ...]) -> tuple[Mapping[str, Any], ...]:
    """Another name that gold accepts for a place is compared as a name: the id is that of the first."""
    first = found[0]
    if "gazetteer_id" not in first:
        return found
    return (
        first,
        *({**other, "gazetteer_id": None} if other["name"] != first["name"] else other for other in found[1:]),
    )
