"""Verbatim quotations: the commonest case, decided without taking the quotation apart.

A quotation that stands in the cited sentence character by character, from the beginning of one of its tokens to the
end of another, has the same tokens there as alone: no token depends on what stands before it, and where the
article's ends, the quotation's ends. So its keys, its case and its place need no search.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection

from summarize.article import Mark
from summarize.grounding.clause import Clause
from summarize.grounding.lexicon import word_lists
from summarize.grounding.scope import Quotation, cut_at
from summarize.grounding.view import ArticleView
from summarize.kept import Kept
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
    article, clauses = view.article, view.clauses
    if not 1 <= number <= len(clauses):
        return None
    clause, (_, begin, end, mark) = clauses[number - 1], article.sentences[number - 1]
    start = article.text.find(quote, begin, end)
    quoted = _cut(clause, start, start + len(quote)) if start >= 0 and mark not in refused_marks else None
    if quoted is None:
        return None
    first, keys = quoted.first, clause.tokens.keys
    wanted = keys[first : quoted.stop]
    # Whether they, in whatever case, stand nowhere before: mostly the first of them does not.
    is_first = keys.index(wanted[0], clause.first) == first or clause.occurrences(wanted)[0] == first
    states = _STATES[wanted[0]] or has_content(wanted)
    return quoted if is_first and states and cut_at(clause, quoted) is None else None


def _cut(clause: Clause, start: int, end: int) -> Quotation | None:
    """The tokens of a sentence that make up a stretch of its text; None if its ends are not those of tokens."""
    starts = clause.tokens.starts
    first = bisect_left(starts, start, clause.first, clause.stop)
    if first == clause.stop or starts[first] != start:
        return None
    stop = bisect_left(starts, end, first + 1, clause.stop)
    return Quotation(first, stop) if clause.tokens.ends[stop - 1] == end else None


def has_content(keys: Collection[str]) -> bool:
    """Whether a word among the keys could state a fact."""
    for key in keys:  # mostly the first does, and any() would cost more than all the rest
        if _STATES[key]:
            return True
    return False


def _states(key: str) -> bool:
    return is_word(key) and key not in word_lists("scope")["empty"]


_STATES = Kept(_states, _KEPT_KEYS)
