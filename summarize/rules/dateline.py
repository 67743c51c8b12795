"""Datelines: "ERBIL, Iraq, Jan 19 (Agency) -" before the first words of a report."""

from __future__ import annotations

from summarize.grounding.clause import Clause
from summarize.tokens import DASH

_LONGEST = 18  # tokens before the dash
_LONGEST_NAME = 3  # tokens before a colon


def dateline_stop(clause: Clause) -> int:
    """The token behind a sentence's dateline; its first token without one."""
    if (DASH not in clause.vocabulary and ":" not in clause.vocabulary) or not _opens(clause):
        return clause.first  # as of most sentences
    for index in range(clause.first + 1, min(clause.stop, clause.first + _LONGEST)):
        if clause.key(index) == DASH and not clause.is_hyphen(index):
            return index + 1
        if clause.key(index) == ":" and index - clause.first <= _LONGEST_NAME:
            return index + 1
    return clause.first


def _opens(clause: Clause) -> bool:
    """Whether the first word is a name in capitals, or the first names are followed by a bracket or comma."""
    surfaces = clause.tokens.surfaces
    return clause.stop > clause.first and surfaces[clause.first].isupper() and len(surfaces[clause.first]) > 2  # noqa: PLR2004 - no abbreviation
