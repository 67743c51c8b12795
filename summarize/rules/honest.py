"""Honesty: facts whose quotation leaves out a word that takes it back are not drafted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from summarize.grounding.clause import Clause
from summarize.grounding.scope import Quotation, can_be_cut, left_out
from summarize.schema.draft import Cited
from summarize.tokens import tokenise

FactT = TypeVar("FactT", bound=Cited)


def honest(facts: Sequence[FactT], clauses: Mapping[int, Sequence[Clause]]) -> list[FactT]:
    """Those facts whose words stand under no negation, denial or condition that the quotation leaves out.

    Args:
        facts: facts of one slot.
        clauses: the sentences of their incident, or parts of them, by the number of the sentence.
    """
    return [fact for fact in facts if _is_honest(fact, clauses[fact.s])]


def _is_honest(fact: Cited, clauses: Sequence[Clause]) -> bool:
    """Whether a fact's quotation leaves out nothing that takes it back, in one of the parts of its sentence."""
    if len(clauses) == 1 and not can_be_cut(clauses[0]):
        return True
    for clause in clauses:
        place = _place(fact.q, clause)
        if place is not None and left_out(clause, place) is None:
            return True
    return False


def _place(quote: str, clause: Clause) -> Quotation | None:
    """Where quoted words stand first in a part of a sentence."""
    tokens = clause.tokens
    start = tokens.text.find(quote, tokens.starts[clause.first])
    whole = tokens.cut(start, start + len(quote)) if start >= 0 else None
    if whole and tokens.keys.index(tokens.keys[whole[0]], clause.first) == whole[0]:  # in whatever case, nowhere before
        return Quotation(*whole) if whole[1] <= clause.stop else None
    keys = clause.keys(*whole) if whole else tokenise(quote).keys  # alone they have the same keys
    places = clause.occurrences(keys)
    return Quotation(places[0], places[0] + len(keys)) if places else None
