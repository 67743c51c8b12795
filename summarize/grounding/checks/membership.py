"""Where a fact may stand: in the sentences of its incident."""

from __future__ import annotations

from summarize.grounding.statement import PASSED, Statement, Verdict, failed


def sentence_membership(statement: Statement) -> Verdict | None:
    """A true quotation about another incident is the commonest lie: the sentence must be the incident's."""
    if statement.incident is None:
        return None
    if statement.sentence.number in statement.incident.sentences:
        return PASSED
    return failed(f"Sentence {statement.sentence.number} is not among the sentences of this incident.")
