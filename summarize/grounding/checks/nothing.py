"""Statements of nothing: none, none reported and not stated are three things."""

from __future__ import annotations

from typing import cast

from summarize.grounding.reach import is_harmless
from summarize.grounding.statement import PASSED, Statement, Verdict, failed, unchecked
from summarize.schema.draft import DraftCasualties, DraftDamage
from summarize.schema.vocabulary import CasualtyStatement, DamageLevel


def none_statement(statement: Statement) -> Verdict | None:
    """That nothing happened, that nothing was reported, and that something did are told apart by the words."""
    value = _value(statement)
    if value not in ("none", "none_reported", "none_significant"):
        return None
    said = _said(statement)
    if said is None:
        return unchecked("The quoted words hold no negation.")
    if value == said or "none_significant" in (value, said):
        return PASSED
    return failed(f"The words say {said.replace('_', ' ')}, not {value.replace('_', ' ')}.")


def _value(statement: Statement) -> CasualtyStatement | DamageLevel:
    fact = statement.fact
    return fact.statement if isinstance(fact, DraftCasualties) else cast("DraftDamage", fact).level


def _said(statement: Statement) -> str | None:
    """What kind of nothing the quoted words state, None if they negate nothing."""
    clause = statement.quote_clause
    negated = any(clause.is_negation(i) and not is_harmless(clause, i) for i in range(clause.first, clause.stop))
    words = {cue.says for cue in statement.cues("none")}
    if negated:
        return "none_reported" if "reported" in words else "none_significant" if "significant" in words else "none"
    return "none" if "unharmed" in words else None
