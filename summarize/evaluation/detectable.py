"""The smallest drop that a set of articles can detect: in four runs of five, at the 5% level, two-sided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.evaluation.shapes import Shape
from summarize.evaluation.statistics import ALPHA, difference_error, resampled_sums

if TYPE_CHECKING:
    from summarize.evaluation.shapes import Array

POWER = 0.80
STRUCK = 0.5
"""Share of what is right in an article that a fault takes where it strikes; an article has two incidents or so."""


def detectable(shape: Shape, before: Array, after: Array | None = None) -> float | None:
    """The smallest difference of a figure that the paired test finds with 80% power; None if none can be found.

    It is the larger of two. By noise: (z(.975) + z(.80)) standard errors of the difference. With both runs that
    error is theirs; with one run it is the error of its figure, which is the same if the articles' scores in two
    runs correlate by one half. By number of articles: a fault that only takes away shows in the test once it has
    struck six articles, for 2 (1/2)^6 < .05; the drop is the one at which it strikes as many with 80% power.

    Args:
        shape: the figure.
        before: counts of one run, articles by counts.
        after: counts of the other, None if there is none yet.
    """
    from scipy.stats import norm

    struck = _by_number(shape, before)
    if struck is None:
        return None
    error = _error(shape, before) if after is None else difference_error(shape, before, after)
    return max(struck, float(norm.ppf(1 - ALPHA / 2) + norm.ppf(POWER)) * error)


def least_struck() -> int:
    """How many articles must be worse, and none better, for the paired test to find it."""
    count = 1
    while 2 * 0.5**count >= ALPHA:
        count += 1
    return count


def _error(shape: Shape, counts: Array) -> float:
    import numpy as np

    values = shape.value(resampled_sums(counts))
    return float(np.nanstd(values)) if not np.isnan(values).all() else 0.0


def _by_number(shape: Shape, counts: Array) -> float | None:
    from scipy.optimize import brentq
    from scipy.stats import binom

    struck = _struck(shape, counts)
    can_lose = int((struck != counts).any(axis=1).sum())
    need = least_struck()
    if can_lose < need:
        return None
    rate = brentq(lambda share: binom.sf(need - 1, can_lose, share) - POWER, 0.0, 1.0)
    whole = shape.value(counts.sum(axis=0)) - shape.value(struck.sum(axis=0))
    return abs(float(rate * whole))


def _struck(shape: Shape, counts: Array) -> Array:
    """The counts if the fault struck every article: half of the right lost, or half of the rest gone wrong."""
    struck = counts.copy()
    if not shape.higher_is_better:
        struck[:, 0] += STRUCK * (counts[:, 1] - counts[:, 0]).clip(min=0.0)
        return struck
    right = [index for index, weight in enumerate(shape.over) if weight]
    struck[:, right] *= 1 - STRUCK
    if shape.lost_to is not None:
        struck[:, shape.lost_to] += STRUCK * counts[:, right].sum(axis=1)
    return struck
