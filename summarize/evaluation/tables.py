"""The tables of an eval as plain cells: terminal, Markdown and HTML all draw the same ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from summarize.evaluation.compare import Comparison, Moved
from summarize.evaluation.cost import Cost
from summarize.evaluation.gate import GateResult, GateRow
from summarize.evaluation.hostile import HostileRow
from summarize.evaluation.metrics import BY_NAME, METRICS, SLOT_METRICS, Metric
from summarize.evaluation.statistics import Difference, Figure
from summarize.evaluation.verdict import Verdict

_TENS, _HUNDREDS = 10, 100
_LEAST_P = 0.001

MOST_MOVED = 20
"""Moved slots that a text lists on either side; the run's file has them all."""

Figures = Mapping[str, Mapping[str, Figure]]
"""Figures by model or baseline, then by metric."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        text: what it says.
        figure: the figure it says, where it is one: what draws a bar for it.
    """

    text: str
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    Attributes:
        title: what it is of.
        heads: of its columns.
        rows: of as many cells; the first cell names the row.
        note: how to read it, where that is not plain.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


def metric_tables(figures: Figures) -> list[Table]:
    """The headline metrics in their groups, models and baselines side by side."""
    groups = dict.fromkeys(metric.table for metric in METRICS)
    return [_metric_table(group, [m for m in METRICS if m.table == group], figures) for group in groups]


def slot_table(figures: Figures) -> Table:
    """F1 of every slot that anything fills, models and baselines side by side."""
    filled = [metric for metric in SLOT_METRICS if any(found[metric.name].n for found in figures.values())]
    return _metric_table("by slot, F1", filled, figures)


def verdict_table(model: str, sums: Mapping[str, Sequence[float]]) -> Table:
    """Values of each slot by verdict, for one model.

    Args:
        model: its name.
        sums: the tally of each slot metric, summed over articles.
    """
    rows = [
        (Cell(metric.label), *(Cell(f"{count:.0f}") for count in sums[metric.name]))
        for metric in SLOT_METRICS
        if any(sums[metric.name])
    ]
    return Table(f"verdicts, {model}", ("slot", *(verdict.value for verdict in Verdict)), tuple(rows))


def fall_table(model: str, falls: Sequence[tuple[str, str, str]]) -> Table:
    """The traps that one model fell into."""
    rows = tuple(tuple(map(Cell, fall)) for fall in falls)
    return Table(f"traps fallen into, {model}", ("article", "in the report", "what is wrong"), rows)


def failure_table(model: str, failures: Mapping[str, Mapping[str, str]]) -> Table:
    """The articles without a report of one model."""
    rows = tuple((Cell(name), Cell(row["kind"]), Cell(row["message"])) for name, row in failures.items())
    return Table(f"articles without a report, {model}", ("article", "kind", "what happened"), rows)


def hostile_table(rows: Sequence[HostileRow]) -> Table:
    """How many orders of hostile articles were refused, and what came out of the others."""
    obeyed = [row for row in rows if row.obeyed]
    refused = (Cell("all" if not obeyed else "refused"), Cell(f"{len(rows) - len(obeyed)} of {len(rows)} refused"))
    came_out = [(Cell(row.id), Cell(f"{row.order}: {'; '.join(row.obeyed)}")) for row in obeyed]
    return Table("hostile articles", ("article", "what came out"), (refused, *came_out))


def cost_table(costs: Mapping[str, Cost]) -> Table:
    """What each subject cost, per article where that can be compared."""
    heads = ("", "calls", "from the ledger", "re-asks", "tokens in", "tokens out", "USD per article", "s per article")
    rows = [
        (
            Cell(name),
            *(
                Cell(f"{count:,}")
                for count in (cost.calls, cost.replayed, cost.reasks, cost.tokens_in, cost.tokens_out)
            ),
            Cell("–" if cost.usd is None else f"{cost.usd / cost.articles:.5f}"),
            Cell(number(None if cost.seconds is None else cost.seconds / cost.articles)),
        )
        for name, cost in costs.items()
    ]
    return Table("cost", heads, tuple(rows))


def epoch_table(figures: Figures) -> Table:
    """How far the figures of several samples of one model's answers lie apart.

    Args:
        figures: of the samples alone, by name.
    """
    rows = []
    for metric in METRICS:
        values = [found[metric.name].value for found in figures.values()]
        known = [value for value in values if value is not None]
        if len(known) > 1:
            spread = (fmean(known), stdev(known), min(known), max(known))
            rows.append((Cell(metric.label), *(Cell(number(value)) for value in spread)))
    heads = ("", "mean", "standard deviation", "least", "most")
    return Table(f"over {len(figures)} samples", heads, tuple(rows))


def gate_table(result: GateResult) -> Table:
    """The gated metrics, their floors, and the smallest drop that this gold can detect."""
    heads = ("metric", "now", "baseline", "floor", "p", "smallest drop detectable", "")
    rows = [
        (
            Cell(BY_NAME[row.metric].label),
            *(Cell(number(value)) for value in (row.value, row.before, row.floor)),
            Cell(_p(row.p)),
            Cell(number(row.detectable)),
            Cell(row.state),
        )
        for row in result.rows
    ]
    return Table("gate", heads, tuple(rows))


def gate_sentence(row: GateRow) -> str:
    """One metric at the gate, as in "F1, all is .505, below its floor (baseline .605, floor .556)"."""
    figures = f"baseline {number(row.before)}, floor {number(row.floor)}"
    return f"{BY_NAME[row.metric].label} is {number(row.value)}, {row.state} ({figures})"


def comparison_tables(comparison: Comparison) -> list[Table]:
    """The differences of metrics and slots, each with its p."""
    return [
        _difference_table("metrics", comparison.metrics, comparison),
        _difference_table("slots", comparison.slots, comparison),
    ]


def moved_tables(moved: Sequence[Moved]) -> list[Table]:
    """The slots of articles that moved most, both ways."""
    worse = [move for move in moved if move.change < 0]
    better = sorted((move for move in moved if move.change > 0), key=lambda move: -move.change)
    return [_moved_table("worse", worse), _moved_table("better", better)]


def number(value: float | None) -> str:
    """A figure with three digits or more, as in ".826", "41.6" and "1000"; a dash where there is none."""
    if value is None:
        return "–"
    digits = 3 if abs(value) < _TENS else 1 if abs(value) < _HUNDREDS else 0
    return f"{value:.{digits}f}".removeprefix("0")


def _p(value: float | None) -> str:
    """A p with three decimals; it is never 0."""
    return number(value) if value is None or value >= _LEAST_P else f"<{number(_LEAST_P)}"


def with_interval(figure: Figure) -> str:
    """A figure with its 95% interval and n, as in ".826 [.785, .861] n=73"."""
    if figure.value is None:
        return "–"
    ends = f" [{number(figure.low)}, {number(figure.high)}]" if figure.low is not None else ""
    return f"{number(figure.value)}{ends} n={figure.n}"


def _metric_table(title: str, metrics: Sequence[Metric], figures: Figures) -> Table:
    rows = [
        (
            Cell(metric.label),
            *(Cell(with_interval(found[metric.name]), found[metric.name]) for found in figures.values()),
        )
        for metric in metrics
    ]
    return Table(title, ("", *figures), tuple(rows))


def _difference_table(title: str, found: Mapping[str, Difference], comparison: Comparison) -> Table:
    judged = {**dict.fromkeys(comparison.worse, "worse"), **dict.fromkeys(comparison.better, "better")}
    rows = [
        (
            Cell(BY_NAME[name].label),
            Cell(number(difference.before)),
            Cell(number(difference.after)),
            Cell(("-" if difference.change < 0 else "+") + number(abs(difference.change))),
            Cell(_p(difference.p)),
            Cell(_p(difference.adjusted)),
            Cell(number(comparison.detectable[name])),
            Cell(judged.get(name, "")),
        )
        for name, difference in found.items()
    ]
    return Table(title, ("", "before", "after", "change", "p", "p, corrected", "smallest detectable", ""), tuple(rows))


def _moved_table(title: str, moved: Sequence[Moved]) -> Table:
    rows = [
        (Cell(move.article), Cell(BY_NAME[move.metric].label), Cell(f"{move.change:+.1f}"))
        for move in moved[:MOST_MOVED]
    ]
    left = len(moved) - len(rows)
    more = [(Cell(f"… and {left} more"), Cell(""), Cell(""))] if left > 0 else []
    return Table(f"moved, {title}", ("article", "slot", "points"), (*rows, *more))
