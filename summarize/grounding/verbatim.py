"""Verbatim quotations: the commonest case, decided without taking the quotation apart.

A quotation that stands in the cited sentence character by character, from the beginning of one of its tokens to the
end of another, has the same tokens there as alone: no token depends on what stands before it, and where the
article's ends, the quotation's ends. So its keys, its case and its place need no search.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from summarize.article import Mark
from summarize.grounding.clause import Clause
from summarize.grounding.lexicon import word_lists
from summarize.grounding.scope import Quotation, left_out
from summarize.grounding.view import ArticleView
from summarize.tokens import is_word

_KEPT_KEYS = 32_768  # words of which it is kept whether they state something


def verbatim(quote: str, view: ArticleView, number: int, refused_marks: Collection[Mark]) -> Quotation | None:
    """The article's tokens that a quotation is, if the first place for it in a sentence is verbatim and evidence.

    Args:
        quote: the quoted words.
        view: the article.
        number: the cited sentence.
        refused_marks: the marks of sentences that are no evidence.

    Returns:
        None where it takes a closer look: words that stand otherwise or elsewhere, or that leave something out.
    """
    article = view.article
    sentence = article.sentence(number)
    if sentence is None or sentence.mark in refused_marks:
        return None
    start = article.text.find(quote, sentence.start, sentence.end)
    whole = article.tokens.cut(start, start + len(quote)) if start >= 0 else None
    if whole is None or not has_content(article.tokens.keys[whole[0] : whole[1]]):
        return None
    quoted, clause = Quotation(*whole), view.clauses[number - 1]
    return quoted if _is_first(clause, quoted) and not left_out(clause, quoted) else None


def _is_first(clause: Clause, quoted: Quotation) -> bool:
    """Whether the same words, in whatever case, stand nowhere before; mostly the first of them does not."""
    keys = clause.tokens.keys
    if keys.index(keys[quoted.first], clause.first) == quoted.first:
        return True
    return clause.occurrences(clause.keys(*quoted))[0] == quoted.first


def has_content(keys: Collection[str]) -> bool:
    """Whether a word among the keys could state a fact."""
    return any(map(_states, keys))


@lru_cache(maxsize=_KEPT_KEYS)
def _states(key: str) -> bool:
    return is_word(key) and key not in word_lists("scope")["empty"]
