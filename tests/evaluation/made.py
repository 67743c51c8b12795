"""Made articles: drafts drawn at random over one small text, and reports made from drafts without any rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from summarize.evaluation.gold import GoldArticle
from summarize.evaluation.gold_schema import DateMark, FactMark, IncidentMark
from summarize.evaluation.labels import Labels
from summarize.grounding import ground_draft
from summarize.schema import draft as d
from summarize.schema import report as r
from summarize.schema import vocabulary as v

QUOTES = (
    ("Two armed drones", 1),
    ("fuel pier", 1),
    ("on Tuesday", 1),
    ("Port Kareh", 1),
    ("A third was shot down", 2),
    ("One dock worker was killed", 3),
    ("at least four were injured", 3),
    ("The Saffron Brigade claimed the attack", 4),
    ("In March", 5),
    ("rockets fired from the hills", 5),
)
"""Words of the article `kareh-pier-drones` and their sentences."""

FACTS: Mapping[str, type[r.Fact]] = {
    "date": r.DateFact,
    "places": r.PlaceFact,
    "weapons": r.WeaponFact,
    "targets": r.TargetFact,
    "outcome": r.OutcomeFact,
    "attributions": r.AttributionFact,
    "casualties": r.CasualtyFact,
    "damage": r.DamageFact,
    "responses": r.ResponseFact,
    "motives": r.MotiveFact,
    "reported_by": r.ReporterFact,
}

_counts = st.sampled_from([(None, None), (1, 1), (2, 2), (4, None), (None, 6), (3, 5)])
_names = st.sampled_from([None, "Saffron Brigade", "the army", "port authority"])


@st.composite
def _fact(draw: st.DrawFn, /, model: type[d.Cited], **values: st.SearchStrategy[Any]) -> Any:
    quote, sentence = draw(st.sampled_from(QUOTES))
    found = {name: draw(strategy) for name, strategy in values.items()}
    if "min" in model.model_fields:
        found["min"], found["max"] = draw(_counts)
    return model(q=quote, s=sentence, **found)


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _few(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, max_size=2)


dates = _fact(d.DraftDate, relative_to=st.sampled_from(["publication", None]))
places = _fact(d.DraftPlace, role=st.sampled_from(v.PlaceRole), within=st.none(), country=_names)
weapons = _fact(
    d.DraftWeapon, kind=st.sampled_from(v.WeaponKind), hit=st.sampled_from([None, 1]), intercepted=st.none()
)
outcomes = _fact(d.DraftOutcome, stage=st.sampled_from(v.Stage), result=st.sampled_from(v.Result))
attributions = _fact(
    d.DraftAttribution,
    actor=_names,
    actor_kind=st.sampled_from(v.ActorKind),
    sponsor=_names,
    status=st.sampled_from(v.AttributionStatus),
    by=_names,
)
casualties = _fact(
    d.DraftCasualties, effect=st.sampled_from(v.Effect), statement=st.sampled_from(v.CasualtyStatement), victims=_names
)
reporters = _fact(d.DraftReporter)

incidents: st.SearchStrategy[d.DraftIncident] = st.builds(
    d.DraftIncident,
    role=st.sampled_from(v.Role),
    kind=st.sampled_from(list(v.IncidentKind)[:4]),
    headline=st.just("An incident"),
    sentences=st.lists(st.integers(1, 6), min_size=1, max_size=2, unique=True),
    date=_maybe(dates),
    places=_few(places),
    weapons=_few(weapons),
    targets=st.just([]),
    outcome=_maybe(outcomes),
    attributions=_few(attributions),
    casualties=_few(casualties),
    damage=st.none(),
    responses=st.just([]),
    motives=st.just([]),
    reported_by=_few(reporters),
    conflicts=st.just([]),
    links=st.just([]),
)

drafts: st.SearchStrategy[d.ArticleDraft] = st.builds(
    d.ArticleDraft,
    summary=st.just([]),
    incidents=st.lists(incidents, max_size=3),
    aggregates=st.just([]),
    no_incident=st.sampled_from([None, *v.NoIncident]),
)


def made_gold(base: GoldArticle, draft: d.ArticleDraft, optional: frozenset[int] = frozenset()) -> GoldArticle:
    """The text of a gold article with other labels; its incidents at these positions are optional."""
    marks = tuple(IncidentMark(id=f"i{index}", optional=index in optional) for index in range(len(draft.incidents)))
    head = base.head.model_copy(update={"must_not": [], "key_facts": []})
    facts: dict[str, FactMark] = {}
    for index, incident in enumerate(draft.incidents):
        if incident.date is not None:
            facts[f"incidents[{index}].date"] = _days(incident.date)
    return replace(base, labels=Labels(draft, head, marks, facts, {}))


def unchecked_report(base: GoldArticle, draft: d.ArticleDraft) -> r.Report:
    """The report that a draft would give if no rule looked at it; its dates are those of `made_gold`."""
    nothing = d.ArticleDraft(summary=[], incidents=[], aggregates=[], no_incident=None)
    empty = ground_draft(nothing, base.article, _PROVENANCE)
    incidents_ = [_incident(base, incident) for incident in draft.incidents]
    return empty.model_copy(update={"incidents": incidents_, "no_incident": draft.no_incident})


_PROVENANCE = r.Provenance(article_sha256="", schema_sha256="", prompt=None, model="made", parameters={}, version="")


def _days(date: d.DraftDate) -> DateMark:
    return DateMark(resolution=v.DateResolution.NOT_RESOLVABLE, precision=v.DatePrecision.UNRESOLVED)


def _incident(base: GoldArticle, incident: d.DraftIncident) -> r.Incident:
    fields = {name: _value(base, name, value) for name, value in incident}
    return r.Incident(**fields)


def _value(base: GoldArticle, name: str, value: Any) -> Any:
    if name not in FACTS:
        return value
    if isinstance(value, list):
        return [_reported(base, FACTS[name], fact) for fact in value]
    return None if value is None else _reported(base, FACTS[name], value)


def _reported(base: GoldArticle, model: type[r.Fact], fact: d.Cited) -> r.Fact:
    sentence = base.article.sentence(fact.s)
    assert sentence is not None
    start = base.article.text.index(fact.q, sentence.start)
    evidence = r.Evidence(start=start, end=start + len(fact.q), sentence=fact.s, quote=fact.q)
    fields = {name: value for name, value in fact if name not in ("q", "s")}
    named = {name: fact.q for name in ("words", "name") if name in model.model_fields}
    return model(evidence=[evidence], grounding=v.GroundingStatus.VERBATIM, **named, **fields)
