"""The summary grounded: each of its sentences held to the sentences it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.article import Mark
from summarize.grounding.desk import Desk
from summarize.grounding.mentions import unsupported
from summarize.grounding.orders import word_from_order
from summarize.schema.draft import DraftSummarySentence
from summarize.schema.report import SummarySentence
from summarize.schema.typed import typed


def grounded_summary(desk: Desk, summary: Sequence[DraftSummarySentence]) -> list[SummarySentence]:
    """The sentences of a summary whose numbers, dates and names stand in the sentences they cite.

    Args:
        desk: where the dropped ones are noted.
        summary: the summary as the model gave it.
    """
    kept = []
    for index, sentence in enumerate(summary):
        if reason := _why_dropped(desk, sentence):
            desk.warn(f"summary[{index}]", f"The sentence is dropped: {reason}")
        else:
            kept.append(typed(SummarySentence, {"text": sentence.text, "sentences": sentence.s}))
    return kept


def _why_dropped(desk: Desk, sentence: DraftSummarySentence) -> str | None:
    """One sentence: what is wrong with it, None if nothing."""
    article = desk.view.article
    for number in sentence.s:
        cited = article.sentence(number)
        if cited is None:
            return f"the article has no sentence {number}."
        if cited.mark is Mark.INSTRUCTION:
            return f"sentence {number} gives orders to a reader-machine."
    if not sentence.s or not sentence.text.strip():
        return "it rests on no sentence of the article." if not sentence.s else "it is empty."
    clauses = desk.view.cited(sentence.s)
    beyond = unsupported(sentence.text, clauses) or word_from_order(sentence.text, desk.view, clauses)
    return f"“{beyond}” does not stand in the sentences it cites." if beyond else None
