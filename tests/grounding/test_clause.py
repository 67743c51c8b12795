"""Clauses: what a sentence answers about its words, at its borders and inside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.grounding.clause import Clause
from summarize.tokens import tokenise

TEXT = "He hid. Armed drones didn't hit the captured boat or Iran-backed men. Others fled."


def _clause(text: str, first: int = 0, stop: int | None = None) -> Clause:
    tokens = tokenise(text)
    return Clause(tokens, first, len(tokens) if stop is None else stop)


def _second() -> Clause:
    """The second sentence of the text."""
    return _clause(TEXT, 3, 16)


def test_a_clause_answers_for_its_own_tokens_alone() -> None:
    """Outside the sentence there is no key and no kind of word, although the article goes on there."""
    clause = _second()
    assert (clause.key(2), clause.key(3), clause.key(15), clause.key(16)) == ("", "armed", ".", "")
    assert clause.is_capitalised(3)
    assert not clause.is_capitalised(0)
    assert not clause.is_capitalised(16)
    assert not clause.is_verb(1)
    assert not clause.is_past(17)


def test_its_vocabulary_is_that_of_its_tokens() -> None:
    """What is not in the vocabulary stands nowhere in the sentence."""
    clause = _second()
    assert clause.vocabulary == set(clause.all_keys)
    assert "others" not in clause.vocabulary
    assert clause.having({"or", "boat", "fled"}) == [9, 10]


@pytest.mark.parametrize(
    ("word", "is_verb", "is_past"),
    [("armed", False, False), ("didn't", True, False), ("hit", True, True), ("captured", False, False)],
)
def test_a_participle_that_describes_a_noun_is_no_verb(word: str, is_verb: bool, is_past: bool) -> None:
    """Past forms before a noun describe it; behind an auxiliary they are verbs."""
    clause = _second()
    index = clause.having({word})[0]
    assert (clause.is_verb(index), clause.is_past(index)) == (is_verb, is_past)


def test_a_hyphen_has_no_space_around_it() -> None:
    """The dash of "Iran-backed" is a hyphen, and that between two clauses is none."""
    assert _second().is_hyphen(12)
    clause = _clause("They fled - all of them")
    assert not clause.is_hyphen(2)


@given(st.text(alphabet="ab .", max_size=40), st.data())
def test_occurrences_are_all_runs_inside_the_sentence(text: str, data: st.DataObject) -> None:
    """They are what the search of the article finds inside the sentence's borders."""
    tokens = tokenise(text)
    first = data.draw(st.integers(0, len(tokens)))
    stop = data.draw(st.integers(first, len(tokens)))
    wanted = data.draw(st.lists(st.sampled_from(["a", "b", "ab", "."]), max_size=3).map(tuple))
    expected = list(tokens.occurrences(wanted, first, stop)) if wanted else []
    assert Clause(tokens, first, stop).occurrences(wanted) == expected
