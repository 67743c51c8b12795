"""Sums of attacks and of the dead: a number, its noun and the words for how long."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.rules.draft import draft_article

NEWS = "Three soldiers were killed on Monday when an army base in Varkas was attacked with drones."


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("The base has seen 140 attacks since October.", "since October"),
        ("Officials spoke; the base has seen 140 attacks this year.", "this year"),
        ("The base saw 140 attacks between May and July.", "between May and July"),
        ("The base saw 140 attacks in 2023.", "in 2023"),
        ("It was the fourth such attack on the base this month.", None),
        ("It was the third attack on the base this month.", None),
    ],
)
def test_a_sum_has_a_number_and_how_long(said: str, period: str | None) -> None:
    """Each sort of words for a period makes a number of attacks a sum, and an ordinal is one too."""
    (sum_,) = draft_article(Article(text=f"{NEWS} {said}")).aggregates
    assert sum_.s == 2
    assert period is None or sum_.period == period


@pytest.mark.parametrize("said", ["The base has seen 140 attacks.", "It last saw 140 attacks, in a May; in June none."])
def test_a_number_without_a_period_is_no_sum(said: str) -> None:
    """Words that open a period elsewhere, as "in" and "last", do not make one."""
    assert draft_article(Article(text=f"{NEWS} {said}")).aggregates == []
