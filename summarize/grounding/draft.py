"""The draft grounded: every fact located, checked and carried over into the report, or rejected with the reason."""

from __future__ import annotations

from summarize.article import Article, Mark
from summarize.grounding.desk import Desk
from summarize.grounding.fact import grounded_facts
from summarize.grounding.incident import grounded_incident
from summarize.grounding.links import grounded_links
from summarize.grounding.summary import grounded_summary
from summarize.grounding.view import ArticleView
from summarize.schema.draft import ArticleDraft
from summarize.schema.report import SCHEMA_VERSION, Aggregate, Provenance, Report, ReportArticle, ReportSentence
from summarize.schema.typed import all_typed, typed
from summarize.schema.vocabulary import NoIncident


def ground_draft(draft: ArticleDraft, article: Article, provenance: Provenance) -> Report:
    """Hold a draft to its article.

    A fact stands if its words stand in the article and no rule contradicts its values; names that the article does
    not hold are taken out of it. What does not stand is in `rejected`, with its path in the draft, the rule
    and the reason; what was mended is in `warnings`.

    Args:
        draft: what a model says of the article; one whose words were never JSON is `mended` before.
        article: the article.
        provenance: what the report is a function of; carried over.

    Returns:
        The report. Never raises: whatever a model puts in a draft is carried over or rejected.
    """
    desk = Desk(ArticleView(article))
    numbered = list(enumerate(draft.incidents))
    incidents = [grounded_incident(desk, incident, f"incidents[{index}]") for index, incident in numbered]
    fields = {
        "schema_version": SCHEMA_VERSION,
        "article": _report_article(article),
        "summary": grounded_summary(desk, draft.summary),
        "incidents": grounded_links(desk, draft.incidents, incidents),
        "aggregates": grounded_facts(desk, draft.aggregates, "aggregates", Aggregate, None),
        "no_incident": _no_incident(desk, draft),
        "rejected": desk.rejected,
        "warnings": desk.warnings,
        "provenance": provenance,
    }
    return typed(Report, fields)


def _no_incident(desk: Desk, draft: ArticleDraft) -> NoIncident | None:
    """The reason why there is none, unless the draft has one all the same."""
    if draft.no_incident and draft.incidents:
        desk.warn("no_incident", f"“{draft.no_incident.value}” is dropped: the draft has incidents.")
        return None
    if draft.no_incident and Mark.INSTRUCTION in desk.view.marks:
        desk.warn("no_incident", f"“{draft.no_incident.value}” is dropped: the article gives orders to a machine.")
        return None
    return draft.no_incident


def _report_article(article: Article) -> ReportArticle:
    """The article with its sentences; the report's fields have the same names."""
    fields = {name: getattr(article, name) for name in ReportArticle.model_fields}
    rows = [
        {"number": number, "start": start, "end": end, "mark": mark} for number, start, end, mark in article.sentences
    ]
    fields["sentences"] = all_typed(ReportSentence, rows)
    return typed(ReportArticle, fields)
