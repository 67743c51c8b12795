"""Shapes of figures: how counts that were summed over articles become one figure, and how a fault would move them.

Every metric is a function of sums over articles, so that a bootstrap or a permutation over articles is one matrix
product. Arrays of counts have the counts of one metric on their last axis.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shape:
    """How counts become a figure.

    Attributes:
        size: how many counts it takes.
        higher_is_better: None where neither direction is better.
        scale: what the quotient is multiplied with: 1 for shares, 1000 for "per 1,000".
    """

    size: int
    higher_is_better: bool | None
    scale: float = 1.0

    def value(self, sums: Array) -> Array:
        """The figure; nan where there is nothing to divide by.

        Two counts (part, whole) give part / whole. Three (points, predicted, gold) give F1, that is
        2 points / (predicted + gold).
        """
        import numpy as np

        part = 2 * sums[..., 0] if self.size == F1_COUNTS else sums[..., 0]
        whole = sums[..., 1:].sum(axis=-1)
        quotient: Array = np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=whole > 0)
        return self.scale * quotient


F1_COUNTS = 3

F1 = Shape(F1_COUNTS, higher_is_better=True)
SHARE = Shape(2, higher_is_better=True)
BAD_SHARE = Shape(2, higher_is_better=False)
PER_THOUSAND = Shape(2, higher_is_better=False, scale=1000.0)
MEAN = Shape(2, higher_is_better=None)
"""Of a quantity that is neither good nor bad, such as a length."""
BAD_MEAN = Shape(2, higher_is_better=False)
