"""One fact grounded: its words located, its rules run, and what stands carried over into the report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

from summarize.article import Article, Mark, Span
from summarize.grounding.checks import run_rules
from summarize.grounding.checks.membership import NEWS_MARKS
from summarize.grounding.desk import Desk
from summarize.grounding.quotes import Grounding, locate
from summarize.grounding.resolve import resolution
from summarize.grounding.scope import Quotation
from summarize.grounding.statement import PASSED, Statement
from summarize.grounding.view import ArticleView
from summarize.schema.draft import Cited, DraftDate, DraftIncident, DraftPlace, DraftVersion
from summarize.schema.report import Check, Fact
from summarize.schema.vocabulary import CheckOutcome

_WORDS_FIELD: dict[type[BaseModel], str] = {DraftDate: "words", DraftPlace: "name"}
_BOILERPLATE = frozenset(mark for mark in Mark if mark not in NEWS_MARKS)
_INSTRUCTION = frozenset({Mark.INSTRUCTION})

FactT = TypeVar("FactT", bound=Fact)


def grounded_facts(
    desk: Desk, facts: Sequence[Cited | DraftVersion], path: str, into: type[FactT], incident: DraftIncident | None
) -> list[FactT]:
    """Those of a list of facts that stand, in order.

    Args:
        desk: where the refused ones are noted.
        facts: facts of one kind.
        path: the list's path in the draft.
        into: the kind of fact they become.
        incident: the incident they belong to, None for an aggregate.
    """
    numbered = ((f"{path}[{index}]", fact) for index, fact in enumerate(facts))
    stood = (grounded_fact(desk, fact, place, into, incident) for place, fact in numbered)
    return [fact for fact in stood if fact]


def grounded_fact(
    desk: Desk, fact: Cited | DraftVersion, path: str, into: type[FactT], incident: DraftIncident | None
) -> FactT | None:
    """A fact as the report gives it, None if it does not stand; arguments as for `grounded_facts`."""
    found = _located(desk.view, fact, incident)
    if not found.is_evidence:
        desk.reject(path, found.status.value, found.reason or "", fact)
        return None
    statement = _statement(desk, fact, found, incident)
    checks: list[Check] = []
    changes: dict[str, Any] = {}
    for rule, verdict in run_rules(statement):
        if verdict is PASSED:  # as most do
            checks.append(_passed(rule.name))
            continue
        if verdict.outcome is CheckOutcome.FAILED:
            desk.reject(path, rule.name, verdict.message or "", fact)
            return None
        checks.append(Check(rule=rule.name, outcome=verdict.outcome, message=verdict.message))
        changes.update(verdict.changes)
    return _carried_over(statement, found, checks, changes, into)


@cache
def _passed(rule: str) -> Check:
    """That a fact passed a rule: one object for all that did."""
    return Check(rule=rule, outcome=CheckOutcome.PASSED)


def _located(view: ArticleView, fact: Cited | DraftVersion, incident: DraftIncident | None) -> Grounding:
    """Where the words stand: in news if they can, in the cited sentence first, then in the incident's."""
    cited = [fact.s, *(incident.sentences if incident else ())]
    found = locate(fact.q, view, cited, _BOILERPLATE)
    if found.is_evidence or view.marks.isdisjoint(_BOILERPLATE):
        return found
    return locate(fact.q, view, cited, _INSTRUCTION)


def _statement(desk: Desk, fact: Cited | DraftVersion, found: Grounding, incident: DraftIncident | None) -> Statement:
    sentence = desk.view.article.sentence(found.sentence or 0)
    assert sentence is not None  # noqa: S101 - evidence lies in a sentence
    quoted = tuple(Quotation(*desk.view.tokens.range(span)) for span in found.spans)
    return Statement(fact, desk.view, sentence, quoted, incident)


def _carried_over(
    statement: Statement, found: Grounding, checks: list[Check], changes: dict[str, Any], into: type[FactT]
) -> FactT:
    fact, article = statement.fact, statement.view.article
    fields = {name: value for name, value in vars(fact).items() if name not in ("q", "s")}
    if words_field := _WORDS_FIELD.get(type(fact)):
        fields[words_field] = article.text[found.spans[0].start : found.spans[-1].end]
    fields |= changes
    fields |= resolution(statement, fields)
    evidence = [_evidence(article, span, statement.sentence.number) for span in found.spans]
    return into.model_validate({"evidence": evidence, "grounding": found.status.value, "checks": checks, **fields})


def _evidence(article: Article, span: Span, sentence: int) -> dict[str, Any]:
    """The fields of a piece of evidence."""
    raw = article.raw(span)
    return {
        "start": span.start,
        "end": span.end,
        "sentence": sentence,
        "quote": article.text[span.start : span.end],
        "raw_start": raw.start if raw else None,
        "raw_end": raw.end if raw else None,
    }
