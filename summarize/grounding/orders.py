"""Orders: what an article asks of a reader-machine must not come out in free text either.

A summary or headline is held to its sentences by numbers and names alone. Where the article gives orders, their
words are looked for as well: a word that stands in an order and not in the sentences cited was taken from the order.
"""

from __future__ import annotations

from collections.abc import Iterable

from summarize.article import Mark
from summarize.grounding.clause import Clause
from summarize.grounding.view import ArticleView
from summarize.tokens import tokenise

_SHORTEST = 4  # letters of a word that says something
_STEM = 5  # letters by which "boarding" and "boarded" are one word


def word_from_order(text: str, view: ArticleView, clauses: Iterable[Clause]) -> str | None:
    """The first word of a free text that stands in an order and in none of the sentences it rests on.

    Args:
        text: a headline or a sentence of a summary.
        view: the article.
        clauses: the sentences it rests on; orders among them do not count.

    Returns:
        The word; None if there is none, and for an article without orders.
    """
    if Mark.INSTRUCTION not in view.marks:
        return None
    orders = [sentence.number for sentence in view.article.sentences if sentence.mark is Mark.INSTRUCTION]
    ordered = _stems(clause for number in orders if (clause := view.clause(number)))
    held = _stems(clause for clause in clauses if not _is_order(clause, view))
    tokens = tokenise(text)
    for key, surface in zip(tokens.keys, tokens.surfaces, strict=True):
        if len(key) >= _SHORTEST and key[:_STEM] in ordered and key[:_STEM] not in held:
            return surface
    return None


def _is_order(clause: Clause, view: ArticleView) -> bool:
    sentence = view.article.sentence_at(clause.tokens.starts[clause.first])
    return sentence is not None and sentence.mark is Mark.INSTRUCTION


def _stems(clauses: Iterable[Clause]) -> set[str]:
    return {key[:_STEM] for clause in clauses for key in clause.keys(clause.first, clause.stop)}
