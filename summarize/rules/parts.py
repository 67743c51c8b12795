"""Parts: what one sentence tells of two times: "the deadliest attack since 2023, when gunmen killed nine"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from summarize.grounding.clause import Clause
from summarize.rules.dates import find_dates
from summarize.rules.passage import Passage


def parts(passage: Passage, published: date | None = None) -> tuple[Passage, ...]:
    """A sentence, cut before a time gone by that "when" and what happened then follow.

    Args:
        passage: the sentence.
        published: the day of publication, if it is known.
    """
    cut = _cut(passage, published) if "when" in passage.clause.vocabulary else None
    if cut is None:
        return (passage,)
    return _part(passage, passage.clause.first, cut), _part(passage, cut, passage.clause.stop)


def _cut(passage: Passage, published: date | None) -> int | None:
    """The first token of the date words that begin the second part, None for a sentence that is whole."""
    clause = passage.clause
    for when in find_dates(passage, published=published):
        behind = when.stop + (clause.key(when.stop) == ",")
        if when.is_past and clause.key(behind) == "when" and when.first > clause.first:
            return when.first
    return None


def _part(passage: Passage, first: int, stop: int) -> Passage:
    clause = Clause(passage.clause.tokens, first, stop)
    inside = {
        label: [mention for mention in mentions if first <= mention.first and mention.stop <= stop]
        for label, mentions in passage.found.items()
    }
    found = {label: mentions for label, mentions in inside.items() if mentions}
    return replace(passage, clause=clause, found=found, _done={})
