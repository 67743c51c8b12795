"""Statements and verdicts: a located fact as a rule sees it, and what the rule says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from summarize.article import Sentence
from summarize.grounding.clause import Clause
from summarize.grounding.cues import Cue, cues_among
from summarize.grounding.numbers import Amount, amounts
from summarize.grounding.scope import Quotation
from summarize.grounding.view import ArticleView
from summarize.schema.draft import Cited, DraftIncident, DraftVersion
from summarize.schema.vocabulary import CheckOutcome


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says of a statement.

    Attributes:
        outcome: passed, failed, removed or unchecked.
        message: one sentence: why, unless it passed.
        changes: where a part is removed, the fields with what stands in its place.
    """

    outcome: CheckOutcome
    message: str | None = None
    changes: Mapping[str, Any] = field(default_factory=dict)


PASSED = Verdict(CheckOutcome.PASSED)


def failed(message: str) -> Verdict:
    """The fact is refused."""
    return Verdict(CheckOutcome.FAILED, message)


def unchecked(message: str) -> Verdict:
    """The rule does not understand the words."""
    return Verdict(CheckOutcome.UNCHECKED, message)


class Statement:
    """A fact whose words were found, and all that a rule may look at.

    Attributes:
        fact: the fact as the model gave it.
        view: the article.
        sentence: the sentence the words stand in.
        quoted: the quoted tokens, a range for each part.
        incident: the incident of the draft the fact belongs to, None for an aggregate.
        clause: the sentence's tokens.
    """

    # Slots and no dataclass: one is made for every fact, and most rules ask for the clause that the view has at hand.
    __slots__ = ("_amounts", "_quote_clause", "clause", "fact", "incident", "quoted", "sentence", "view")

    def __init__(
        self,
        fact: Cited | DraftVersion,
        view: ArticleView,
        sentence: Sentence,
        quoted: tuple[Quotation, ...],
        incident: DraftIncident | None,
    ) -> None:
        """The statement of a fact at a place of its article."""
        self.fact, self.view, self.sentence, self.quoted, self.incident = fact, view, sentence, quoted, incident
        self.clause = view.clauses[sentence.number - 1]
        self._quote_clause: Clause | None = None
        self._amounts: list[Amount] | None = None

    @property
    def quote_clause(self) -> Clause:
        """The quoted tokens alone, with what an ellipsis leaves out."""
        if self._quote_clause is None:
            self._quote_clause = Clause(self.view.tokens, self.quoted[0].first, self.quoted[-1].stop)
        return self._quote_clause

    def cues(self, table: str) -> list[Cue]:
        """The phrases of a table of cues in the quoted words."""
        return cues_among(self.view.tokens.keys, self.quoted[0].first, self.quoted[-1].stop, table)

    @property
    def amounts(self) -> list[Amount]:
        """The numbers of the sentence that stand in the quoted words, wholly or with the number itself."""
        if self._amounts is None:
            self._amounts = _amounts_in(self.clause, self.quoted)
        return self._amounts

    def neighbours(self, before: int) -> Sequence[Clause]:
        """The sentence, then those before it, nearest first; at most `before` of them."""
        number = self.sentence.number
        return self.view.clauses[max(0, number - before - 1) : number][::-1]

    def incident_clauses(self) -> list[Clause]:
        """The sentences of the statement's incident, in the draft's order; its own sentence for an aggregate."""
        if self.incident is None:
            return [self.clause]
        clauses = self.view.clauses
        return [clauses[number - 1] for number in self.incident.sentences if 1 <= number <= len(clauses)]


def _amounts_in(clause: Clause, parts: Sequence[Quotation]) -> list[Amount]:
    first, stop = parts[0].first, parts[-1].stop
    inside = [amount for amount in amounts(clause) if amount.first < stop and amount.stop > first]
    if len(parts) == 1:
        return inside
    return [amount for amount in inside if any(amount.first < part.stop and amount.stop > part.first for part in parts)]
