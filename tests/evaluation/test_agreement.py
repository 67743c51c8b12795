"""Agreement: alpha is Krippendorff's, and two passes that say the same agree wholly."""

from __future__ import annotations

import pytest

from summarize.evaluation.agreement import agreements, alpha, squared, unequal
from summarize.evaluation.gold import load_gold

# Two observers, ten binary units: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), part A.
MEG = (0, 1, 0, 0, 0, 0, 0, 0, 1, 0)
OWEN = (1, 1, 1, 0, 0, 1, 0, 0, 0, 0)
# Two observers, twelve units of four categories: the same paper, part B.
BEN = ("a", "a", "b", "b", "d", "c", "c", "c", "e", "d", "d", "a")
GERRY = ("b", "a", "b", "b", "b", "c", "c", "c", "e", "d", "d", "d")


def test_alpha_of_the_published_examples() -> None:
    """The paper's binary example has alpha 0.095, its nominal one 0.692."""
    assert alpha(list(zip(MEG, OWEN, strict=True)), unequal) == pytest.approx(0.095, abs=0.0005)
    assert alpha(list(zip(BEN, GERRY, strict=True)), unequal) == pytest.approx(0.692, abs=0.0005)


def test_alpha_of_counts_forgives_near_misses_more_than_far_ones() -> None:
    """The interval distance counts how far apart two numbers are."""
    near = [(1, 2), (5, 5), (9, 9), (3, 3)]
    far = [(1, 9), (5, 5), (9, 9), (3, 3)]
    close, distant = alpha(near, squared), alpha(far, squared)
    assert close is not None
    assert distant is not None
    assert close > distant


def test_alpha_of_what_never_varies_is_unknown() -> None:
    """Without variation there is nothing that chance could be told from."""
    assert alpha([(1, 1), (1, 1)], squared) is None
    assert alpha([], unequal) is None


def test_a_pass_agrees_with_itself() -> None:
    """Every slot of the shipped gold against itself has alpha 1, and no unit differs."""
    articles = load_gold().articles[:10]
    rows = agreements([(article, article) for article in articles])
    assert len(rows) > 10
    assert {row.alpha for row in rows} <= {1.0, None}
    assert {row.same for row in rows} == {1.0}
