"""Intervals, tests and detectable differences, over articles: the facts of one article are not independent.

Every figure is a function of sums over articles, so that all resamples of all metrics are one matrix product.
Random draws are seeded; the same counts give the same figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from summarize.evaluation.counts import Table
from summarize.evaluation.metrics import BY_NAME
from summarize.evaluation.shapes import Shape

if TYPE_CHECKING:
    from summarize.evaluation.shapes import Array

SEED = 20_240_501
RESAMPLES = 2_000
PERMUTATIONS = 5_000
LEVEL = 0.95
ALPHA = 0.05
_ROUNDING = 1e-12
_CHUNK = 500
_CELLS = 2_000_000
"""Resamples or permutations drawn at once, and articles times as many: bound memory where there are many articles."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric's value on a set of articles.

    Attributes:
        value: nan-free; None where there is nothing to divide by.
        low: lower end of the 95% interval, None where it cannot be drawn.
        high: upper end.
        n: articles that count in it.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Difference:
    """The difference of one metric between two runs on the same articles.

    Attributes:
        before: the first run's value.
        after: the second's.
        p: two-sided p of the paired permutation test.
        adjusted: p after Holm's correction over the metrics tested with it.
    """

    before: float
    after: float
    p: float
    adjusted: float

    @property
    def change(self) -> float:
        """After minus before."""
        return self.after - self.before


def figures(table: Table, *, resamples: int = RESAMPLES) -> dict[str, Figure]:
    """Every metric with its interval: the bootstrap over articles, percentiles widened for small n."""
    import numpy as np

    resampled = resampled_sums(np.concatenate(list(table.values()), axis=1), resamples)
    found, start = {}, 0
    for name, counts in table.items():
        stop = start + counts.shape[1]
        found[name] = _figure(BY_NAME[name].shape, counts, resampled[:, start:stop])
        start = stop
    return found


def resampled_sums(counts: Array, resamples: int = RESAMPLES, seed: int = SEED) -> Array:
    """The sums of counts in each bootstrap resample of the articles, drawn a part at a time: resamples by counts."""
    import numpy as np

    size = len(counts)
    if size * resamples <= _CELLS:
        return _few_weights(size, resamples, seed) @ counts
    return np.concatenate([weights @ counts for weights in _weights(size, resamples, seed)])


def interval(
    shape: Shape, counts: Array, *, resamples: int = RESAMPLES, seed: int = SEED
) -> tuple[float, float] | None:
    """The 95% interval of a figure, None where no resample has a value.

    Percentiles of the bootstrap are too narrow for small n. They are taken further out, as Student's t is wider
    than the normal: T. Hesterberg, "What Teachers Should Know About the Bootstrap", The American Statistician 69
    (2015), section 4.1 ("expanded percentile").
    """
    return _ends(shape.value(resampled_sums(counts, resamples, seed)), len(counts))


def differences(before: Table, after: Table, names: Sequence[str]) -> dict[str, Difference]:
    """The paired permutation test of each metric between two runs, Holm-corrected over those tested.

    Under the null hypothesis the two runs can be exchanged article by article. Metrics that either run leaves
    without a value are left out.

    Args:
        before: counts of one run.
        after: counts of the other, rows in the same order.
        names: the metrics to test.
    """
    shapes = {name: BY_NAME[name].shape for name in names}
    values = {name: (value_of(shape, before[name]), value_of(shape, after[name])) for name, shape in shapes.items()}
    tested = [name for name in names if None not in values[name]]
    p_values = {name: permutation_p(shapes[name], before[name], after[name]) for name in tested}
    adjusted = holm(p_values)
    return {
        name: Difference(
            before=float(values[name][0] or 0.0),
            after=float(values[name][1] or 0.0),
            p=p_values[name],
            adjusted=adjusted[name],
        )
        for name in tested
    }


def permutation_p(shape: Shape, before: Array, after: Array, *, draws: int = PERMUTATIONS, seed: int = SEED) -> float:
    """Two-sided p of the difference of a figure when the two runs are exchanged article by article at random.

    (1 + draws at least as extreme) / (1 + draws), so that p is never 0: B. Phipson and G. Smyth, "Permutation
    P-values should never be zero", Statistical Applications in Genetics and Molecular Biology 9 (2010).
    """
    import numpy as np

    observed = abs(float(shape.value(after.sum(axis=0)) - shape.value(before.sum(axis=0))))
    random = np.random.default_rng(seed)
    total = before.sum(axis=0) + after.sum(axis=0)
    extreme = 0
    for drawn in _chunks(draws, len(before)):
        kept = random.integers(0, 2, (drawn, len(before))).astype(float)
        first = kept @ (before - after) + after.sum(axis=0)
        change = np.nan_to_num(shape.value(total - first) - shape.value(first))
        extreme += int((np.abs(change) >= observed - _ROUNDING).sum())
    return (1 + extreme) / (1 + draws)


def difference_error(shape: Shape, before: Array, after: Array) -> float:
    """Standard error of the difference of a figure: the same articles are drawn for both runs."""
    import numpy as np

    change = shape.value(resampled_sums(after)) - shape.value(resampled_sums(before))
    return float(np.nanstd(change)) if not np.isnan(change).all() else 0.0


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Holm's step-down correction (S. Holm, Scandinavian Journal of Statistics 6, 1979)."""
    ranked = sorted(p_values.items(), key=lambda item: (item[1], item[0]))
    adjusted, largest = {}, 0.0
    for rank, (name, p) in enumerate(ranked):
        largest = max(largest, min(1.0, p * (len(ranked) - rank)))
        adjusted[name] = largest
    return adjusted


def _weights(size: int, resamples: int, seed: int) -> Iterator[Array]:
    """How often each article is drawn in each resample, some resamples at a time: resamples by articles."""
    import numpy as np

    random, shares = np.random.default_rng(seed), np.full(size, 1 / size)
    for drawn in _chunks(resamples, size):
        yield random.multinomial(size, shares, drawn).astype(float)


@lru_cache(maxsize=1)
def _few_weights(size: int, resamples: int, seed: int) -> Array:
    """All of them, kept for the next figure of the same articles: drawing them costs more than using them."""
    import numpy as np

    return np.concatenate([*_weights(size, resamples, seed)]) if size else np.zeros((resamples, 0))


def _chunks(draws: int, size: int) -> Iterator[int]:
    """How many draws over so many articles to make at once, until all are made."""
    most = min(_CHUNK, max(_CELLS // max(size, 1), 1))
    for start in range(0, draws, most):
        yield min(most, draws - start)


def _figure(shape: Shape, counts: Array, resampled: Array) -> Figure:
    """A figure from its counts, articles by counts, and their sums in each resample."""
    low, high = _ends(shape.value(resampled), len(counts)) or (None, None)
    return Figure(value_of(shape, counts), low, high, int((counts.sum(axis=1) > 0).sum()))


def _ends(values: Array, size: int) -> tuple[float, float] | None:
    import numpy as np

    known = values[~np.isnan(values)]
    if not len(known):
        return None
    tail = _expanded_tail(size)
    low, high = np.quantile(known, [tail, 1 - tail])
    return float(low), float(high)


def value_of(shape: Shape, counts: Array) -> float | None:
    """A figure on articles; None where there is nothing to divide by."""
    import numpy as np

    value = float(shape.value(counts.sum(axis=0)))
    return None if np.isnan(value) else value


@cache
def _expanded_tail(size: int) -> float:
    """The share of resamples to leave out at each end."""
    from scipy.stats import norm, t

    if size < 2:  # noqa: PLR2004 - one article has no spread
        return (1 - LEVEL) / 2
    quantile = t.ppf((1 + LEVEL) / 2, size - 1)
    return float(norm.cdf(-((size / (size - 1)) ** 0.5) * quantile))
