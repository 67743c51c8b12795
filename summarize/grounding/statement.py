"""Statements and verdicts: a located fact as a rule sees it, and what the rule says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from summarize.article import Sentence
from summarize.grounding.clause import Clause
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


@dataclass(frozen=True)
class Statement:
    """A fact whose words were found, and all that a rule may look at.

    Attributes:
        fact: the fact as the model gave it.
        view: the article.
        sentence: the sentence the words stand in.
        quoted: the quoted tokens, a range for each part.
        incident: the incident of the draft the fact belongs to, None for an aggregate.
    """

    fact: Cited | DraftVersion
    view: ArticleView = field(repr=False)
    sentence: Sentence
    quoted: tuple[Quotation, ...]
    incident: DraftIncident | None = field(repr=False)

    @cached_property
    def clause(self) -> Clause:
        """The sentence's tokens."""
        return self.view.clause_of(self.sentence)

    @cached_property
    def quote_clause(self) -> Clause:
        """The quoted tokens alone, with what an ellipsis leaves out."""
        return Clause(self.view.tokens, self.quoted[0].first, self.quoted[-1].stop)

    def neighbours(self, before: int) -> Iterator[Clause]:
        """The sentence, then those before it, nearest first; at most `before` of them."""
        for number in range(self.sentence.number, max(0, self.sentence.number - before - 1), -1):
            if clause := self.view.clause(number):
                yield clause

    def incident_clauses(self) -> Iterator[Clause]:
        """The sentences of the statement's incident, in the draft's order; its own sentence for an aggregate."""
        numbers = self.incident.sentences if self.incident else [self.sentence.number]
        for number in numbers:
            if clause := self.view.clause(number):
                yield clause
