"""Lexemes: what a word is by itself."""

from __future__ import annotations

import pytest

from summarize.grounding.lexemes import lexeme, lexemes
from summarize.tokens import tokenise


@pytest.mark.parametrize(
    ("word", "attributes"),
    [
        ("the", {"is_word", "begins_number", "opens_noun"}),
        ("Two", {"is_capitalised", "is_word", "is_number", "begins_number", "opens_noun", "is_plain"}),
        ("didn't", {"is_word", "is_negation", "may_take_back", "may_deny", "calls_for_verb", "is_plain"}),
        ("could", {"is_word", "may_take_back", "calls_for_verb"}),
        ("denied", {"is_word", "is_participle", "may_take_back", "may_deny", "is_plain"}),
        (".", set()),
    ],
)
def test_a_word_is_what_its_form_and_lists_make_it(word: str, attributes: set[str]) -> None:
    """Exactly these of the yes-or-no attributes hold."""
    found = lexeme(word)
    assert {name for name in found.__slots__ if getattr(found, name) is True} == attributes


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("was", "always"),
        ("struck", "past"),
        ("killed", "past"),
        ("Ahmed", None),
        ("building", "noun_ing"),
        ("men", None),
    ],
)
def test_when_a_word_is_a_verb(word: str, verb: str | None) -> None:
    """By lists first, then by its ending; a name in -ed is none."""
    assert lexeme(word).verb == verb


def test_words_that_are_alike_share_one_object() -> None:
    """A table of many words holds few objects, since most of them are nothing in particular."""
    first, second = lexemes(tokenise("zephyr marble"))
    assert first is second
