"""Gold held to the program's own rules: a right fact that a rule contradicts costs every model that finds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.evaluation.gold import GoldArticle
from summarize.evaluation.gold_findings import Finding, problem_at
from summarize.evaluation.labels import Problem
from summarize.grounding import facts, ground_draft
from summarize.schema.report import Fact, Provenance
from summarize.schema.vocabulary import CheckOutcome

MOST_CONTRADICTED = 0.01
"""Share of gold facts that the rules may contradict; more is a fault of the rules or of the labels."""

_NO_PROVENANCE = Provenance(article_sha256="", schema_sha256="", prompt=None, model="gold", parameters={}, version="")


def contradictions(articles: Sequence[GoldArticle]) -> list[Problem]:
    """Every gold fact that grounding refuses or takes a part from, with the rule that does, by file and line."""
    return sorted(problem_at(gold, finding) for gold in articles for finding in _contradicted(gold))


def _contradicted(gold: GoldArticle) -> Iterator[Finding]:
    report = ground_draft(gold.draft, gold.article, _NO_PROVENANCE)
    for refused in report.rejected:
        yield refused.path, f"The rule “{refused.reason}” refuses it: {refused.message}"
    for path, fact in facts(report):
        for check in fact.checks if isinstance(fact, Fact) else ():
            if check.outcome == CheckOutcome.REMOVED:
                yield path, f"The rule “{check.rule}” takes a part out: {check.message}"
