"""One fact grounded: its words located, its rules run, and what stands carried over into the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from summarize.article import Article, Mark, Span
from summarize.grounding.checks import RULES_FOR
from summarize.grounding.desk import Desk
from summarize.grounding.quotes import Grounding, QuoteStatus, locate
from summarize.grounding.resolve import RESOLVERS
from summarize.grounding.statement import PASSED, Statement
from summarize.schema.draft import Cited, DraftDate, DraftIncident, DraftPlace, DraftVersion
from summarize.schema.report import Check, Evidence, Fact
from summarize.schema.typed import BLANK, typed
from summarize.schema.vocabulary import CheckOutcome, GroundingStatus

_WORDS_FIELD: dict[type[BaseModel], str] = {DraftDate: "words", DraftPlace: "name"}
_BOILERPLATE = frozenset(Mark) - {Mark.HEADING, Mark.REPEATED_HEADLINE}  # sentences that state no facts
_INSTRUCTION = frozenset({Mark.INSTRUCTION})
_STATUSES = {QuoteStatus(status): status for status in GroundingStatus}

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
    standing = []
    for index, fact in enumerate(facts):
        if found := grounded_fact(desk, fact, f"{path}[{index}]", into, incident):
            standing.append(found)
    return standing


def grounded_fact(
    desk: Desk, fact: Cited | DraftVersion, path: str, into: type[FactT], incident: DraftIncident | None
) -> FactT | None:
    """A fact as the report gives it, None if it does not stand; arguments as for `grounded_facts`."""
    view, others = desk.view, incident.sentences if incident else ()
    found = locate(fact.q, view, fact.s, others, _BOILERPLATE)
    if found.sentence is None:
        _refuse(desk, fact, path, others, found)
        return None
    statement = Statement(fact, view, view.article.sentences[found.sentence - 1], found.quoted, incident)
    checks: list[Check] = []
    changes: dict[str, Any] = {}
    for rule in RULES_FOR[type(fact)]:
        verdict = rule.check(statement)
        if verdict is PASSED:  # as most do
            checks.append(rule.passed)
        elif verdict is None:
            continue
        elif verdict.outcome is CheckOutcome.FAILED:
            desk.reject(path, rule.name, verdict.message or "", fact)
            return None
        else:
            checks.append(Check(rule=rule.name, outcome=verdict.outcome, message=verdict.message))
            changes.update(verdict.changes)
    return _carried_over(statement, found, checks, changes, into)


def _refuse(desk: Desk, fact: Cited | DraftVersion, path: str, others: Sequence[int], found: Grounding) -> None:
    """Note why words that do not stand in the news are no evidence; captions and teasers tell of other things."""
    if not desk.view.marks.isdisjoint(_BOILERPLATE):
        found = locate(fact.q, desk.view, fact.s, others, _INSTRUCTION)
    if found.sentence is None:
        desk.reject(path, found.status.value, found.reason or "", fact)
    elif mark := desk.view.article.sentences[found.sentence - 1].mark:
        message = f"The words stand only in sentence {found.sentence}, which is a {mark.value}, not news."
        desk.reject(path, "boilerplate", message, fact)


def _carried_over(
    statement: Statement, found: Grounding, checks: list[Check], changes: dict[str, Any], into: type[FactT]
) -> FactT:
    fact, article = statement.fact, statement.view.article
    fields = {**BLANK[into], **vars(fact), **changes}
    del fields["q"], fields["s"]
    if words_field := _WORDS_FIELD.get(type(fact)):
        fields[words_field] = article.text[found.spans[0].start : found.spans[-1].end]
    if resolver := RESOLVERS.get(type(fact)):
        fields |= resolver(statement, fields)
    fields["evidence"] = [_evidence(article, span, statement.sentence.number) for span in found.spans]
    fields["grounding"] = _STATUSES[found.status]
    fields["checks"] = checks
    return typed(into, fields)


def _evidence(article: Article, span: Span, sentence: int) -> Evidence:
    start, end = span
    raw_start, raw_end = (article.raw_starts and article.raw(span)) or (None, None)
    fields = {
        "start": start,
        "end": end,
        "sentence": sentence,
        "quote": article.text[start:end],
        "raw_start": raw_start,
        "raw_end": raw_end,
    }
    return typed(Evidence, fields)
