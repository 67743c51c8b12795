"""Counts: min and max against the numbers of the words."""

from __future__ import annotations

import pytest

from tests.grounding.checks.conftest import verdict


@pytest.mark.parametrize(
    ("quote", "low", "high", "outcome"),
    [
        ("two drones", 2, 2, "passed"),
        ("two drones", 3, 3, "failed"),
        ("two drones", 2, None, "failed"),
        ("two drones", None, None, "unchecked"),
        ("at least five rockets", 5, None, "passed"),
        ("at least five rockets", 5, 5, "failed"),
        ("five rockets", 5, None, "passed"),
        ("up to six boats", None, 6, "passed"),
        ("a truck", 1, 1, "passed"),
        ("a truck", None, None, "passed"),
        ("a truck", 2, 2, "failed"),
        ("a swarm of balloons", 9, 9, "passed"),
        ("26 people or even 30", 26, 30, "passed"),
        ("its crew and two guards", 3, 3, "passed"),
        ("its crew and two guards", 5, 5, "failed"),
        ("vans", 7, 7, "passed"),
        ("vans", 11, 11, "failed"),
        ("vans", 2, 2, "unchecked"),
    ],
)
def test_a_count_is_one_that_the_words_give(quote: str, low: int | None, high: int | None, outcome: str) -> None:
    """With its bounds; where the quotation has no number, in the sentences of its incident, with its noun."""
    text = (
        "Against two drones, at least five rockets, up to six boats, a truck and a swarm of balloons they had vans. "
        "On the road were 26 people or even 30. It lost its crew and two guards. "
        "There were seven vans and nine balloons."
    )
    assert verdict("weapon", "count", quote, text, min=low, max=high) == outcome


@pytest.mark.parametrize(
    ("quote", "count", "outcome"),
    [
        ("The cook, 54, was hit", 1, "passed"),
        ("took him away", 1, "passed"),
        ("the mayor was shot dead", 1, "passed"),
        ("a nun and two brothers were killed", 3, "passed"),
        ("a nun and two brothers were killed", 6, "failed"),
        ("killed several people", None, "failed"),
    ],
)
def test_one_person_need_not_be_counted(quote: str, count: int | None, outcome: str) -> None:
    """Ages are no counts, a person named or pronoun is one, listed people are counted together."""
    text = (
        "The cook, 54, was hit. Three men in masks took him away. Near it the mayor was shot dead. "
        "In Wau a nun and two brothers were killed. It killed several people."
    )
    effects = {"took him away": "captured", "The cook, 54, was hit": "injured"}
    effect = effects.get(quote, "killed")
    assert verdict("casualty", "count", quote, text, effect=effect, min=count, max=count) == outcome


def test_an_ordinal_counts_an_aggregate() -> None:
    """The fourth such attack makes four of them."""
    text = "It was the fourth such attack this month."
    assert verdict("aggregate", "count", "the fourth such attack", text, min=4, max=4) == "passed"
    assert verdict("aggregate", "count", "the fourth such attack", text, min=5, max=5) == "failed"
