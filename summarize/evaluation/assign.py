"""The one-to-one assignment of greatest total between two sides."""

from __future__ import annotations

from collections.abc import Sequence


def assign(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column), one-to-one, of greatest total weight.

    Args:
        weights: rows by columns; a pair of weight 0 or less is not admissible and never returned.

    Returns:
        The pairs in order of their rows. Equal totals are decided by the order of rows and columns, which callers
        make canonical.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) == 1:
        best = max(range(len(weights[0])), key=lambda column: weights[0][column])
        return [(0, best)] if weights[0][best] > 0 else []
    if len(weights[0]) == 1:
        best = max(range(len(weights)), key=lambda row: weights[row][0])
        return [(best, 0)] if weights[best][0] > 0 else []
    return _solve(weights)


def _solve(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    matrix = np.maximum(np.asarray(weights, dtype=float), 0.0)
    rows, columns = linear_sum_assignment(matrix, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True) if matrix[row, column] > 0]
