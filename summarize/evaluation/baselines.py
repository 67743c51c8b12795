"""Baselines that stand beside every table: what a figure is worth shows in what costs nothing.

`empty` reports nothing. `majority` reports one incident of the commonest values of the gold being scored, so it
knows more than any model may. `first_sentence` adds what the article's first sentence says by simple patterns.
Neither is held to the article by grounding, which would only lower them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from summarize.article import Article
from summarize.evaluation.gold import GoldArticle
from summarize.evaluation.resolved import resolved_fields
from summarize.grounding import ground_draft
from summarize.grounding.view import ArticleView
from summarize.schema.draft import ArticleDraft, DraftDate, DraftPlace
from summarize.schema.report import (
    AttributionFact,
    CasualtyFact,
    DamageFact,
    DateFact,
    Evidence,
    Fact,
    Incident,
    OutcomeFact,
    PlaceFact,
    Provenance,
    Report,
    SummarySentence,
    TargetFact,
    WeaponFact,
)
from summarize.schema.vocabulary import GroundingStatus, IncidentKind, PlaceRole, Role

MAJORITY_FACTS: Mapping[str, type[Fact]] = {
    "weapons": WeaponFact,
    "targets": TargetFact,
    "outcome": OutcomeFact,
    "attributions": AttributionFact,
    "casualties": CasualtyFact,
    "damage": DamageFact,
}
"""Fields whose values can be the commonest ones; a date or a place is of its article."""

_QUOTED_WORDS = 25
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_RELATIVE = re.compile(rf"\b(?:(?:on|late|early|last)\s+)?(?:{_WEEKDAYS})\b|\b(?:yesterday|today|overnight)\b")
_CALENDAR = re.compile(rf"\b(?:(?:{_MONTHS})\s+\d{{1,2}}|\d{{1,2}}\s+(?:{_MONTHS}))(?:,?\s+\d{{4}})?\b")
_PLACE = re.compile(r"\b(?:in|at|near|on|off|outside)\s+(?:the\s+)?((?:[A-Z][\w’'-]+)(?:\s+[A-Z][\w’'-]+){0,3})")
_KINDS: tuple[tuple[str, IncidentKind], ...] = (
    ("suicide", IncidentKind.SUICIDE_BOMBING),
    ("drone", IncidentKind.DRONE_ATTACK),
    ("rocket", IncidentKind.ROCKET_ATTACK),
    ("missile", IncidentKind.MISSILE_ATTACK),
    ("mortar", IncidentKind.INDIRECT_FIRE),
    ("shell", IncidentKind.INDIRECT_FIRE),
    ("air strike", IncidentKind.AIR_STRIKE),
    ("airstrike", IncidentKind.AIR_STRIKE),
    ("bomb", IncidentKind.IED_BOMBING),
    ("seiz", IncidentKind.VESSEL_SEIZURE),
    ("kidnap", IncidentKind.KIDNAPPING),
    ("abduct", IncidentKind.KIDNAPPING),
    ("hack", IncidentKind.CYBER_ATTACK),
    ("gunm", IncidentKind.ARMED_ASSAULT),
    ("assassin", IncidentKind.ASSASSINATION),
    ("blast", IncidentKind.EXPLOSION_DISPUTED),
    ("explosion", IncidentKind.EXPLOSION_DISPUTED),
)
"""A stem in the first sentence, and the kind it stands for; the first that occurs wins."""


@dataclass(frozen=True)
class Majority:
    """The commonest values of a set of gold.

    Attributes:
        kind: of incidents.
        role: of incidents.
        facts: by field, the commonest value of each attribute; fields that most incidents leave empty are absent.
    """

    kind: IncidentKind
    role: Role
    facts: Mapping[str, Mapping[str, Any]]


class MajorityCount:
    """Counts values of gold, an article at a time, and says which are the commonest."""

    def __init__(self) -> None:
        self._incidents = 0
        self._kinds: Counter[Any] = Counter()
        self._roles: Counter[Any] = Counter()
        self._filled: Counter[str] = Counter()
        self._values: dict[str, dict[str, Counter[Any]]] = {field: {} for field in MAJORITY_FACTS}

    def add(self, gold: GoldArticle) -> None:
        """Count one article."""
        for incident in gold.draft.incidents:
            self._incidents += 1
            self._kinds[incident.kind] += 1
            self._roles[incident.role] += 1
            for field, values in self._values.items():
                facts = _listed(getattr(incident, field))
                self._filled[field] += bool(facts)
                _count(facts, values)

    def majority(self) -> Majority:
        """The commonest values so far."""
        return Majority(
            kind=_commonest(self._kinds, IncidentKind.OTHER),
            role=_commonest(self._roles, Role.MAIN),
            facts={
                field: {name: _commonest(counts, None) for name, counts in values.items()}
                for field, values in self._values.items()
                if self._filled[field] * 2 > self._incidents
            },
        )


Baseline = Callable[[Article, Majority], Report]


def empty(article: Article, _majority: Majority) -> Report:
    """Nothing at all."""
    nothing = ArticleDraft(summary=[], incidents=[], aggregates=[], no_incident=None)
    provenance = Provenance(
        article_sha256=article.sha256, schema_sha256="", prompt=None, model="baseline", parameters={}, version=""
    )
    return ground_draft(nothing, article, provenance)


def majority(article: Article, values: Majority) -> Report:
    """One incident of the commonest values, evidenced by the first sentence."""
    return _reported(article, values, {})


def first_sentence(article: Article, values: Majority) -> Report:
    """The same, with kind, day and place as the first sentence has them, and that sentence as summary."""
    opening = article.words(article.sentences[0]) if article.sentences else ""
    stem = next((kind for stem, kind in _KINDS if stem in opening.casefold()), values.kind)
    found = {"kind": stem, "date": _date(article, opening), "places": _places(article, opening)}
    summary = [SummarySentence(text=opening, sentences=[1])] if opening else []
    return _reported(article, values, found).model_copy(update={"summary": summary})


BASELINES: Mapping[str, Baseline] = {"empty": empty, "majority": majority, "first_sentence": first_sentence}


def _reported(article: Article, values: Majority, found: Mapping[str, Any]) -> Report:
    nothing = empty(article, values)
    if not article.sentences:
        return nothing
    evidence = {"evidence": [_opening(article)], "grounding": GroundingStatus.VERBATIM}
    facts: dict[str, Any] = {"places": [], "weapons": [], "targets": [], "attributions": [], "casualties": []}
    for field, attributes in values.facts.items():
        fact = MAJORITY_FACTS[field](**evidence, **attributes)
        facts[field] = [fact] if field in facts else fact
    incident = {
        "role": values.role,
        "kind": values.kind,
        "headline": article.title or "",
        "sentences": [1],
        **dict.fromkeys(("date", "outcome", "damage")),
        **{field: [] for field in ("responses", "motives", "reported_by", "conflicts", "links")},
        **facts,
        **found,
    }
    return nothing.model_copy(update={"incidents": [Incident(**incident)]})


def _opening(article: Article, words: str | None = None) -> Evidence:
    """The first words of the article, or some of its first sentence."""
    sentence = article.sentences[0]
    start = sentence.start + (article.words(sentence).index(words) if words else 0)
    quote = words or " ".join(article.words(sentence).split(" ")[:_QUOTED_WORDS])
    return Evidence(start=start, end=start + len(quote), sentence=1, quote=quote)


def _date(article: Article, opening: str) -> DateFact | None:
    calendar, relative = _CALENDAR.search(opening), _RELATIVE.search(opening)
    match = calendar or relative
    if match is None:
        return None
    draft = DraftDate(q=match.group(), s=1, relative_to=None if calendar else "publication")
    return DateFact(
        evidence=[_opening(article, draft.q)],
        grounding=GroundingStatus.VERBATIM,
        words=draft.q,
        relative_to=draft.relative_to,
        **resolved_fields(ArticleView(article), draft, None),
    )


def _places(article: Article, opening: str) -> list[PlaceFact]:
    match = _PLACE.search(opening)
    if match is None:
        return []
    draft = DraftPlace(q=match.group(1), s=1, role=PlaceRole.TARGET, within=None, country=None)
    return [
        PlaceFact(
            evidence=[_opening(article, draft.q)],
            grounding=GroundingStatus.VERBATIM,
            name=draft.q,
            role=draft.role,
            within=None,
            country=None,
            **resolved_fields(ArticleView(article), draft, None),
        )
    ]


def _listed(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _count(facts: list[Any], values: dict[str, Counter[Any]]) -> None:
    for fact in facts:
        for name, value in fact:
            if name not in ("q", "s"):
                values.setdefault(name, Counter())[value] += 1


def _commonest(counts: Counter[Any], default: Any) -> Any:
    """The commonest value; of equally common ones the first in the order of their text."""
    return min(counts, key=lambda value: (-counts[value], str(value))) if counts else default
