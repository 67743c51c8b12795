"""The gate: a run held against a committed baseline.

A baseline holds a floor for each gated metric and the counts of each article, so that a run is both held to a level
and compared article by article. A metric fails if it falls below its floor, or if the paired test finds it worse
than the baseline's run, smaller drops too if they go through many articles. For metrics of which less is better the
floor is a ceiling.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summarize.evaluation.baseline_file import GATED, Baseline, Floor, below
from summarize.evaluation.compare import Moved, check_comparable, moved, significantly_worse
from summarize.evaluation.counts import CountRows
from summarize.evaluation.detectable import detectable
from summarize.evaluation.metrics import BY_NAME
from summarize.evaluation.run import Run
from summarize.evaluation.statistics import ALPHA, Difference, differences, value_of

_RISEN = "Suddenly better: {}. If that is meant, raise the floors with --update; else see whether gold leaked."


class State(StrEnum):
    """How a metric stands to its baseline."""

    HELD = "held"
    BELOW_FLOOR = "below its floor"
    WORSE = "significantly worse"
    RISEN = "suddenly better"
    NEW = "new: it has no floor yet"


@dataclass(frozen=True, slots=True)
class GateRow:
    """One metric at the gate.

    Attributes:
        metric: its name.
        value: of the run; None where there is nothing to divide by.
        before: of the baseline, None for a new metric.
        floor: the least it may be (the most, where less is better).
        p: of the paired test against the baseline, Holm-corrected.
        detectable: the smallest drop that this gold can detect; None if none.
        state: how it stands.
    """

    metric: str
    value: float | None
    before: float | None
    floor: float | None
    p: float | None
    detectable: float | None
    state: State

    @property
    def failed(self) -> bool:
        """Whether the gate is closed by it."""
        return self.state in (State.BELOW_FLOOR, State.WORSE)


@dataclass(frozen=True)
class GateResult:
    """What the gate says of a run.

    Attributes:
        rows: the gated metrics.
        moved: the slots of articles that moved, worst first.
    """

    rows: tuple[GateRow, ...]
    moved: tuple[Moved, ...]

    @property
    def passed(self) -> bool:
        """Whether every metric holds."""
        return not any(row.failed for row in self.rows)

    @property
    def sentences(self) -> list[str]:
        """What a maintainer must know: what closed the gate, and what has suddenly risen."""
        failed = [f"{BY_NAME[row.metric].label} is {row.state}" for row in self.rows if row.failed]
        risen = [BY_NAME[row.metric].label for row in self.rows if row.state is State.RISEN]
        said = [f"The gate is closed: {'; '.join(failed)}."] if failed else []
        return [*said, *([_RISEN.format("; ".join(risen))] if risen else [])]


def check_gate(run: Run, baseline: Baseline) -> GateResult:
    """Hold a run against a baseline.

    Raises:
        ComparisonError: the gold changed.
    """
    check_comparable(baseline.gold, run.head.gold, "Baseline and run", "Look at the new scores, then --update.")
    before = CountRows(baseline.articles.get(name, {}) for name in run.ids).table()
    after = run.rows.table()
    tests = differences(before, after, GATED)
    rows = []
    for name in GATED:
        smallest = detectable(BY_NAME[name].shape, before[name], after[name])
        rows.append(
            _row(
                name, value_of(BY_NAME[name].shape, after[name]), baseline.metrics.get(name), tests.get(name), smallest
            )
        )
    return GateResult(tuple(rows), tuple(moved(run.ids, before, after)))


def _row(
    name: str, value: float | None, floor: Floor | None, test: Difference | None, smallest: float | None
) -> GateRow:
    before, least = (floor.value, floor.floor) if floor else (None, None)
    p = test.adjusted if test else None
    return GateRow(name, value, before, least, p, smallest, _state(name, value, floor, test))


def _state(name: str, value: float | None, floor: Floor | None, test: Difference | None) -> State:
    if floor is None:
        return State.NEW
    if value is None or below(BY_NAME[name].shape, value, floor.floor):
        return State.BELOW_FLOOR
    if test and significantly_worse(name, test):
        return State.WORSE
    return State.RISEN if test and test.adjusted < ALPHA else State.HELD
