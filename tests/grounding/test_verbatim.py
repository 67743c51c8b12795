"""Tests of the short way for quotations that stand in the cited sentence character by character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Article
from summarize.grounding.scope import Quotation
from summarize.grounding.verbatim import has_content, verbatim
from summarize.grounding.view import ArticleView
from summarize.tokens import tokenise

# What tokens are made of, and what decides where they end.
_PIECES = ("a", "U.S", ".", "b.c", "Kata", "'", "’s", "sa", "re", " ", "6", ",", "-", "…", "\u0301", "\u200b", "_", "[")


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join), st.data())
def test_a_cut_has_the_tokens_of_its_text(text: str, data: st.DataObject) -> None:
    """The tokens of a stretch of text from one's beginning to another's end are those of the stretch alone."""
    tokens = tokenise(text)
    if not len(tokens):
        return
    first = data.draw(st.integers(0, len(tokens) - 1))
    stop = data.draw(st.integers(first + 1, len(tokens)))
    span = tokens.span(first, stop)
    assert tokens.cut(*span) == (first, stop)
    assert tokenise(text[slice(*span)]).surfaces == tokens.surfaces[first:stop]


@pytest.mark.parametrize("quote", ["", " ", "rone", "Two dron", " drones", "drones "])
def test_what_cuts_a_word_is_no_cut(quote: str) -> None:
    """A stretch that is empty, cuts a word or has white space around it is no run of tokens."""
    text = "Two drones hit the base."
    start = text.index(quote)
    assert tokenise(text).cut(start, start + len(quote)) is None


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("in the", "states nothing"),
        ("were killed", "stands under a negation"),
        ("drones", "stands before in other case, and the first place counts"),
        ("drones hit the ship", "does not stand there"),
    ],
)
def test_what_needs_a_closer_look(quote: str, why: str) -> None:
    """Words that are not plainly evidence at their first place are left to the long way."""
    view = ArticleView(Article("Drones and drones hit the base in the north, and no soldiers were killed."))
    assert verbatim(quote, view, 1, ()) is None, why


def test_words_as_they_stand() -> None:
    """Words as they stand in the cited sentence are found there, and only there."""
    view = ArticleView(Article("Two drones hit the base. Two drones fell into the sea."))
    assert verbatim("Two drones", view, 2, ()) == Quotation(6, 8)
    assert verbatim("Two drones", view, 3, ()) is None


def test_content() -> None:
    """A word states something unless it is a sign or an empty word."""
    assert has_content(("the", "base"))
    assert not has_content(("in", "the", ","))
