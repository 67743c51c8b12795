"""The counts of all articles of a run, packed: a few numbers an article is all that scoring keeps of it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from summarize.evaluation.metrics import BY_NAME, Counts

if TYPE_CHECKING:
    from summarize.evaluation.shapes import Array

Table = Mapping[str, "Array"]
"""Counts by metric, articles by counts; rows in the same order for every metric."""


class CountRows:
    """Counts of every metric, an article a row."""

    def __init__(self, rows: Iterable[Mapping[str, Counts]] = ()) -> None:
        """Take these rows; a metric that a row does not name counts 0 there."""
        self._numbers = array("d")
        for row in rows:
            self.append(row)

    def append(self, row: Mapping[str, Counts]) -> None:
        """Add an article."""
        for name, metric in BY_NAME.items():
            self._numbers.extend(row.get(name) or (0.0,) * metric.shape.size)

    def __len__(self) -> int:
        return len(self._numbers) // _WIDTH

    def table(self) -> Table:
        """The counts as one array a metric."""
        import numpy as np

        matrix = np.array(self._numbers, dtype=float).reshape(len(self), _WIDTH)
        return {name: matrix[:, start:stop] for name, (start, stop) in _PLACES.items()}

    def row(self, index: int) -> dict[str, Counts]:
        """The counts of one article, those that are not all 0."""
        first = index * _WIDTH
        found = {name: tuple(self._numbers[first + start : first + stop]) for name, (start, stop) in _PLACES.items()}
        return {name: counts for name, counts in found.items() if any(counts)}


def _places() -> dict[str, tuple[int, int]]:
    """Where the counts of each metric stand in a row."""
    places, start = {}, 0
    for name, metric in BY_NAME.items():
        places[name] = (start, start + metric.shape.size)
        start += metric.shape.size
    return places


_PLACES = _places()
_WIDTH = max(stop for _, stop in _PLACES.values())
