"""Mentions: which phrases of the lexicons a sentence holds."""

from __future__ import annotations

import pytest

from summarize.grounding.clause import Clause
from summarize.rules.mentions import find_beginnings, find_mentions
from summarize.tokens import tokenise


def _found(text: str, label: str, stop: int | None = None) -> list[tuple[str, str]]:
    """Value and words of the mentions of a label, in the tokens before `stop`."""
    tokens = tokenise(text)
    clause = Clause(tokens, 0, len(tokens) if stop is None else stop)
    mentions = find_mentions(clause, find_beginnings(tokens)).get(label, [])
    return [(mention.value, clause.words(mention.first, mention.stop)) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("South Sudan and Sudan", [("SS", "South Sudan"), ("SD", "Sudan")]),
        ("turkey and Turkey", [("TR", "Turkey")]),
        ("they hit us in the US", [("US", "US")]),
        ("nothing of the kind", []),
    ],
)
def test_names_count_as_they_are_written(text: str, countries: list[tuple[str, str]]) -> None:
    """The longest name at a token is found, none inside it, and none without its capital."""
    assert _found(text, "country") == countries


def test_the_longest_phrase_of_each_table_is_found() -> None:
    """A word that one table has alone is found where another table's phrase goes on."""
    text = "The car bomb exploded"
    assert _found(text, "weapon") == [("vehicle_bomb", "car bomb")]
    assert _found(text, "kind") == [("ied_bombing", "car bomb exploded")]
    assert _found(text, "act") == [("explode", "exploded")]


def test_no_phrase_runs_over_the_end_of_its_sentence() -> None:
    """What the next sentence goes on with is no part of a phrase."""
    assert _found("South Sudan", "country", stop=1) == []
    assert _found("a car bomb", "weapon", stop=2) != [("vehicle_bomb", "car bomb")]


@pytest.mark.parametrize(
    ("text", "stop", "actor"),
    [
        ("Armed Forces of Ukraine", None, "Armed Forces of Ukraine"),
        ("Armed Forces of Ukraine", 3, "Armed Forces"),
        ("Armed Forces of Ukraine", 2, "Armed Forces"),
        ("Armed Forces of a country", None, "Armed Forces"),
        ("Armed Forces there", None, "Armed Forces"),
    ],
)
def test_a_phrase_that_another_goes_on_with_is_found_where_it_does_not(text: str, stop: int | None, actor: str) -> None:
    """The longest name that the sentence has in full is found, whichever words follow it."""
    assert _found(text, "actor", stop) == [("state", actor)]
