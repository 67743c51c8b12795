"""Gold facts resolved as a report's are: the same code turns their words into days, places and names."""

from __future__ import annotations

from typing import Any

from summarize.evaluation.gold_schema import DateMark
from summarize.grounding.quotes import ground
from summarize.grounding.resolve import resolution
from summarize.grounding.scope import Quotation
from summarize.grounding.statement import Statement
from summarize.grounding.view import ArticleView
from summarize.schema.draft import Cited, DraftIncident


def resolved_fields(view: ArticleView, fact: Cited, incident: DraftIncident | None) -> dict[str, Any]:
    """The fields that code adds to a gold fact, by their names in the report.

    A gold fact stands whatever a rule says of it; only its words must be found, else nothing is added.

    Args:
        view: the article.
        fact: the fact as it is labelled.
        incident: the incident it belongs to, None for an aggregate.
    """
    found = ground(fact.q, view.article, sentence=fact.s)
    sentence = view.article.sentence_at(found.spans[0].start) if found.spans else None
    if sentence is None:
        return {}
    quoted = tuple(Quotation(*view.tokens.range(span)) for span in found.spans)
    fields = {name: getattr(fact, name) for name in type(fact).model_fields}
    return resolution(Statement(fact, view, sentence, quoted, incident), fields)


def labelled_days(mark: DateMark) -> dict[str, Any]:
    """The days that the labels give a date; they win over those computed from its words."""
    return {"start": mark.start, "end": mark.end, "precision": mark.precision}
