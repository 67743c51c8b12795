"""Countries: that of a place may be inferred, but it must be one."""

from __future__ import annotations

from typing import cast

from summarize.grounding.names import country_of
from summarize.grounding.statement import PASSED, Statement, Verdict
from summarize.schema.draft import DraftPlace
from summarize.schema.vocabulary import CheckOutcome


def country(statement: Statement) -> Verdict | None:
    """A place's country need not be named, and what is no country's name is taken out."""
    name = cast("DraftPlace", statement.fact).country
    if name is None:
        return None
    if country_of(name):
        return PASSED
    return Verdict(CheckOutcome.REMOVED, f"country “{name[:60]}”: no country is called so.", {"country": None})
