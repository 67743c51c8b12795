"""What the tests of rules share: one fact held to one text."""

from __future__ import annotations

from typing import Any

from summarize.article import Article
from summarize.grounding.desk import Desk
from summarize.grounding.fact import grounded_fact
from summarize.grounding.view import ArticleView
from summarize.schema.draft import Cited, DraftIncident
from summarize.schema.report import (
    Aggregate,
    AttributionFact,
    CasualtyFact,
    DamageFact,
    Fact,
    OutcomeFact,
    TargetFact,
    WeaponFact,
)
from tests.grounding.conftest import incident

_FIELDS: dict[str, tuple[str, type[Fact], dict[str, Any]]] = {
    "weapon": ("weapons", WeaponFact, {"kind": "drone", "min": None, "max": None, "hit": None, "intercepted": None}),
    "target": ("targets", TargetFact, {"kind": "other", "nationality": None, "min": None, "max": None}),
    "casualty": (
        "casualties",
        CasualtyFact,
        {"effect": "killed", "statement": "count", "min": None, "max": None, "victims": None},
    ),
    "damage": ("damage", DamageFact, {"level": "none"}),
    "outcome": ("outcome", OutcomeFact, {"stage": "accomplished", "result": "hit"}),
    "attribution": (
        "attributions",
        AttributionFact,
        {"actor": None, "actor_kind": "unknown", "sponsor": None, "status": "claimed", "by": None},
    ),
    "aggregate": (
        "aggregates",
        Aggregate,
        {"label": "attacks", "min": None, "max": None}
        | dict.fromkeys(("actor", "status", "by", "motive", "period", "place")),
    ),
}


def verdict(kind: str, rule: str, quote: str, text: str, **values: Any) -> str:
    """What a rule says of a fact with these values: its outcome, or the name of another rule that refused the fact.

    Args:
        kind: the kind of fact, as "weapon".
        rule: the rule's name.
        quote: the quoted words, in the first sentence that holds them.
        text: the article; all its sentences are the incident's.
        values: the fact's values where they differ from the empty ones.
    """
    field, into, empty = _FIELDS[kind]
    article = Article(text)
    number = next(one.number for one in article.sentences if quote in article.words(one))
    value = {"q": quote, "s": number} | empty | values
    whole = DraftIncident.model_validate(
        incident(sentences=[one.number for one in article.sentences])
        | ({} if kind == "aggregate" else {field: value if field in ("damage", "outcome") else [value]})
    )
    return _said(article, _fact(whole, field, value), rule, into, None if kind == "aggregate" else whole)


def _fact(whole: DraftIncident, field: str, value: dict[str, Any]) -> Cited:
    from summarize.schema.draft import DraftAggregate

    if field == "aggregates":
        return DraftAggregate.model_validate(value)
    found = getattr(whole, field)
    fact: Cited = found[0] if isinstance(found, list) else found
    return fact


def _said(article: Article, fact: Cited, rule: str, into: type[Fact], whole: DraftIncident | None) -> str:
    desk = Desk(ArticleView(article))
    stands = grounded_fact(desk, fact, "fact", into, whole)
    if stands is None:
        refused = desk.rejected[0].reason
        return "failed" if refused == rule else refused
    return next((check.outcome.value for check in stands.checks if check.rule == rule), "silent")
