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
        if _stands(_keys(fact.q, clause), clause):
            return True
    return False


def _keys(quote: str, clause: Clause) -> tuple[str, ...]:
    """The keys of quoted words, taken over from the article where they are tokens of its: alone they are the same."""
    tokens = clause.tokens
    start = tokens.text.find(quote, tokens.starts[clause.first])
    whole = tokens.cut(start, start + len(quote)) if start >= 0 else None
    return clause.keys(*whole) if whole else tokenise(quote).keys


def _stands(keys: tuple[str, ...], clause: Clause) -> bool:
    """Whether words stand in a part of a sentence, and nothing there takes them back."""
    places = clause.occurrences(keys)
    return bool(places) and left_out(clause, Quotation(places[0], places[0] + len(keys))) is None
