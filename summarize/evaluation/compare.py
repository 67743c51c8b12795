"""Two runs on the same gold compared: what is better or worse beyond chance, and which articles moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.errors import ComparisonError
from summarize.evaluation.counts import Table
from summarize.evaluation.detectable import detectable
from summarize.evaluation.metrics import BY_NAME, METRICS, SLOT_METRICS
from summarize.evaluation.run import Run
from summarize.evaluation.statistics import ALPHA, Difference, differences
from summarize.evaluation.verdict import POINTS, Verdict

if TYPE_CHECKING:
    from summarize.evaluation.shapes import Array

HEADLINES = tuple(metric.name for metric in METRICS if metric.shape.higher_is_better is not None)
SLOTS = tuple(metric.name for metric in SLOT_METRICS)


@dataclass(frozen=True, slots=True)
class Moved:
    """A slot of an article that one run got more right than the other.

    Attributes:
        article: the gold article.
        metric: the slot's metric.
        change: in points lost, after minus before, turned so that a gain is above 0.
    """

    article: str
    metric: str
    change: float


@dataclass(frozen=True)
class Comparison:
    """Two runs side by side.

    Attributes:
        metrics: the headline metrics, Holm-corrected among themselves.
        slots: the slots, Holm-corrected among themselves.
        detectable: the smallest difference of each that these articles can detect; None if none.
        moved: the slots of articles that moved, worst first.
    """

    metrics: Mapping[str, Difference]
    slots: Mapping[str, Difference]
    detectable: Mapping[str, float | None]
    moved: tuple[Moved, ...]

    @property
    def worse(self) -> list[str]:
        """Metrics and slots on which the second run is significantly worse."""
        return [name for name, found in self._all() if significantly_worse(name, found)]

    @property
    def better(self) -> list[str]:
        """Metrics and slots on which the second run is significantly better."""
        return [name for name, found in self._all() if found.adjusted < ALPHA and _gain(name, found) > 0]

    @property
    def sentences(self) -> list[str]:
        """What it comes to, both ways."""
        judged = {"worse": self.worse, "better": self.better}
        said = [f"Significantly {way}: {'; '.join(_labels(names))}." for way, names in judged.items() if names]
        return said or ["No difference is beyond chance."]

    def _all(self) -> Iterator[tuple[str, Difference]]:
        yield from self.metrics.items()
        yield from self.slots.items()


def compare_runs(before: Run, after: Run) -> Comparison:
    """Compare two runs.

    Raises:
        ComparisonError: they are not of the same gold articles.
    """
    check_comparable(before.head.gold, after.head.gold, "The two runs", "Run both on the same articles.")
    tables = before.rows.table(), after.rows.table()
    metrics, slots = differences(*tables, HEADLINES), differences(*tables, SLOTS)
    return Comparison(
        metrics=metrics,
        slots=slots,
        detectable={name: _detectable(name, *tables) for name in (*metrics, *slots)},
        moved=tuple(moved(before.ids, *tables)),
    )


def _detectable(name: str, before: Table, after: Table) -> float | None:
    return detectable(BY_NAME[name].shape, before[name], after[name])


def _labels(names: Sequence[str]) -> list[str]:
    return [BY_NAME[name].label for name in names]


def check_comparable(before: str, after: str, what: str, advice: str) -> None:
    """Hold two fingerprints together.

    Raises:
        ComparisonError: they differ.
    """
    if before != after:
        raise ComparisonError(f"{what} are of different gold ({before[:12]} and {after[:12]}).", advice=advice)


def significantly_worse(name: str, found: Difference) -> bool:
    """Whether the second run is worse beyond chance, at the 5% level after correction."""
    return found.adjusted < ALPHA and _gain(name, found) < 0


def moved(ids: Sequence[str], before: Table, after: Table) -> list[Moved]:
    """The slots of articles in which the points lost changed, worst first."""
    changes = []
    for name in SLOTS:
        gains = _lost(before[name]) - _lost(after[name])
        changes += [Moved(ids[at], name, gain) for at, gain in enumerate(gains.tolist()) if gain]
    return sorted(changes, key=lambda move: (move.change, move.article, move.metric))


def _lost(tallies: Array) -> Array:
    """Points that a slot costs in each article: those not earned on values of either side."""
    import numpy as np

    cost: Array = tallies @ np.array([1 - POINTS.get(verdict, 0.0) for verdict in Verdict])
    return cost


def _gain(name: str, found: Difference) -> float:
    return found.change if BY_NAME[name].shape.higher_is_better else -found.change
