"""Tokens: where words begin and end, and which are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Span
from summarize.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The U.S.-led base", ["the", "u.s", "-", "led", "base"]),
        ("Iraq’s militants' base", ["iraq", "'s", "militants", '"', "base"]),
        ("didn't Kata’ib 'so'", ["didn't", "kata'ib", '"', "so", '"']),
        ("1,000 5.30pm 5% $5m 6–8", ["1,000", "5.30pm", "5", "%", "$", "5m", "6", "-", "8"]),
        ("… [...] … and . . .", ["…", "…", "…", "and", "…"]),
        ("ﬁve cafe\u0301 ４ 5½ km²", ["five", "café", "4", "5½", "km²"]),
        ("mili\u00adtary \u200bbase\u200e", ["military", "base"]),
        ("a —— b -- c", ["a", "-", "b", "-", "c"]),
        ("", []),
        (" \u200b\n", []),
    ],
)
def test_keys_forget_noise_and_nothing_else(text: str, keys: list[str]) -> None:
    """Case, Unicode form, invisible characters, sorts of marks; numbers in words and digits stay apart."""
    assert list(tokenise(text).keys) == keys


@given(st.text(max_size=300))
def test_every_visible_character_lies_in_one_token(text: str) -> None:
    """Gaps and tokens put together are the text, nobody reads the gaps, and offsets point into it."""
    tokens = tokenise(text)
    assert "".join(tokens.pieces) == text
    assert all(len(tokenise(gap)) == 0 for gap in tokens.pieces[::2])
    for index in range(len(tokens)):
        assert text[slice(*tokens.span(index, index + 1))] == tokens.surfaces[index]


@given(st.text(alphabet="ab .,-1", max_size=60), st.data())
def test_occurrences_are_all_runs_of_the_keys(text: str, data: st.DataObject) -> None:
    """The search finds what comparing at every token finds, inside the range it is given."""
    tokens = tokenise(text)
    length = data.draw(st.integers(1, 3))
    first = data.draw(st.integers(0, len(tokens)))
    wanted = tokens.keys[first : first + length]
    if wanted:
        places = range(first, len(tokens) - len(wanted) + 1)
        expected = [place for place in places if tokens.keys[place : place + len(wanted)] == wanted]
        assert list(tokens.occurrences(wanted, first)) == expected


def test_a_range_holds_the_tokens_that_begin_in_it() -> None:
    """A stretch of text and a range of tokens are each other's."""
    tokens = tokenise("Two drones hit the base.")
    assert tokens.range(Span(4, 14)) == (1, 3)
    assert tokens.range(tokens.span(1, 3)) == (1, 3)
