"""Nationality: whose people or things were attacked, against the names of countries in the quoted words."""

from __future__ import annotations

from typing import cast

from summarize.grounding.clause import Clause
from summarize.grounding.names import countries_named, country_of
from summarize.grounding.statement import PASSED, Statement, Verdict, failed, unchecked
from summarize.schema.draft import DraftTarget


def nationality(statement: Statement) -> Verdict | None:
    """The nationality must be that of the quoted words; a country named beside them may be somebody else's."""
    stated = cast("DraftTarget", statement.fact).nationality
    code = country_of(stated) if stated else None
    if code is None:
        return None
    quoted = _codes(statement.quote_clause)
    if code in quoted:
        return PASSED
    if quoted:
        return failed(f"The quoted words name another country than {stated}.")
    around = _codes(statement.clause)
    if around == {code}:
        return PASSED
    return unchecked("The quoted words name no country.")


def _codes(clause: Clause) -> set[str]:
    """The codes of the countries that a stretch of words names. For membership alone."""
    return {country.key for country in countries_named(clause)}
