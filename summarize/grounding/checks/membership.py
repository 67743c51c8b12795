"""Where a fact may stand: in its incident's sentences, and in running text."""

from __future__ import annotations

from summarize.article import Mark
from summarize.grounding.statement import PASSED, Statement, Verdict, failed

NEWS_MARKS = (None, Mark.HEADING, Mark.REPEATED_HEADLINE)  # marks of sentences that may state facts


def sentence_membership(statement: Statement) -> Verdict | None:
    """A true quotation about another incident is the commonest lie: the sentence must be the incident's."""
    if statement.incident is None:
        return None
    if statement.sentence.number in statement.incident.sentences:
        return PASSED
    return failed(f"Sentence {statement.sentence.number} is not among the sentences of this incident.")


def boilerplate(statement: Statement) -> Verdict | None:
    """Captions, teasers and advertisements tell of other things, or of this one in other words."""
    mark = statement.sentence.mark
    if mark in NEWS_MARKS:
        return None
    return failed(f"The words stand only in sentence {statement.sentence.number}, which is a {mark.value}, not news.")
