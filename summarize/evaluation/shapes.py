"""Shapes of figures: how counts that were summed over articles become one figure.

Every figure is a quotient of two weighted sums of counts, so that a bootstrap or a permutation over articles is one
matrix product. Arrays of counts have the counts of one metric on their last axis.
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
        over: weight of each count above the line.
        under: weight of each count below the line.
        higher_is_better: None where neither direction is better.
        scale: what the quotient is multiplied with: 1 for shares, 1000 for "per 1,000".
        lost_to: the count that a right value becomes when a fault takes it; None where it is just gone.
    """

    over: tuple[float, ...]
    under: tuple[float, ...]
    higher_is_better: bool | None = True
    scale: float = 1.0
    lost_to: int | None = None

    @property
    def size(self) -> int:
        """How many counts it takes."""
        return len(self.over)

    def value(self, sums: Array) -> Array:
        """The figure, over the last axis; nan where there is nothing to divide by."""
        import numpy as np

        over, under = sums @ np.array(self.over), sums @ np.array(self.under)
        quotient: Array = np.divide(over, under, out=np.full(np.shape(under), np.nan), where=under > 0)
        return self.scale * quotient


SHARE = Shape((1, 0), (0, 1))
BAD_SHARE = Shape((1, 0), (0, 1), higher_is_better=False)
PER_THOUSAND = Shape((1, 0), (0, 1), higher_is_better=False, scale=1000.0)
BAD_MEAN = Shape((1, 0), (0, 1), higher_is_better=False)
MEAN = Shape((1, 0), (0, 1), higher_is_better=None)
"""Of (part, whole). A mean is of a quantity that is neither good nor bad, such as a length."""

FOUND_PRECISION = Shape((1, 0, 0), (0, 1, 0))
FOUND_RECALL = Shape((1, 0, 0), (0, 0, 1))
FOUND_F1 = Shape((2, 0, 0), (0, 1, 1))
"""Of (found, predicted, in gold)."""

SLOT_PRECISION = Shape((1, 0.5, 0, 0, 0), (1, 1, 1, 0, 1), lost_to=2)
SLOT_RECALL = Shape((1, 0.5, 0, 0, 0), (1, 1, 1, 1, 0), lost_to=2)
SLOT_F1 = Shape((2, 1, 0, 0, 0), (2, 2, 2, 1, 1), lost_to=2)
STRICT_F1 = Shape((2, 0, 0, 0, 0), (2, 2, 2, 1, 1), lost_to=2)
"""Of (COR, PAR, INC, MIS, SPU): P = (COR + PAR/2) / (COR + PAR + INC + SPU), R with MIS in place of SPU, and
F1 = 2 P R / (P + R); strict counts PAR as nothing. Source: Chinchor 1992, see verdict.py."""
