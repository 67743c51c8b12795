"""Quotations: the article's own words for a fact, no longer than a draft allows."""

from __future__ import annotations

from summarize.rules.passage import Passage
from summarize.tokens import is_word

_LONGEST = 25  # words


def quotation(passage: Passage, first: int, stop: int) -> str:
    """The words from one token up to another, cut behind the last that a quotation may have."""
    if stop - first <= _LONGEST:
        return passage.clause.words(first, stop)
    keys = passage.clause.tokens.keys
    words = 0
    for index in range(first, stop):
        words += is_word(keys[index])
        if words > _LONGEST:
            return passage.words(first, index)
    return passage.words(first, stop)
