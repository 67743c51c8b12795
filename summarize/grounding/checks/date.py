"""Dates: what a date counts from must be there."""

from __future__ import annotations

from typing import cast

from summarize.grounding.statement import PASSED, Statement, Verdict
from summarize.schema.draft import DraftDate
from summarize.schema.vocabulary import CheckOutcome


def relative_to(statement: Statement) -> Verdict | None:
    """A date that counts from a sentence the article does not have counts from nothing."""
    anchor = cast("DraftDate", statement.fact).relative_to
    if not isinstance(anchor, int):
        return None
    if statement.view.article.sentence(anchor):
        return PASSED
    message = f"relative_to: the article has no sentence {anchor}."
    return Verdict(CheckOutcome.REMOVED, message, {"relative_to": None})
