"""One eval from gold to outcome: every subject is scored article by article, beside the baselines."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarize.evaluation.baseline_file import Baseline, check_recorded
from summarize.evaluation.baselines import BASELINES
from summarize.evaluation.cost import Cost
from summarize.evaluation.counts import CountRows
from summarize.evaluation.evaluate import Scored, score_baselines
from summarize.evaluation.gate import GateResult, check_gate
from summarize.evaluation.hostile import HostileRow, load_hostile, run_hostile
from summarize.evaluation.metrics import BY_NAME
from summarize.evaluation.run import Run
from summarize.evaluation.score import prepare
from summarize.evaluation.sinks import Outcome, Sink
from summarize.evaluation.source import GoldSource
from summarize.evaluation.statistics import Figure, figures
from summarize.evaluation.subject import Subject
from summarize.evaluation.tables import (
    Table,
    cost_table,
    epoch_table,
    failure_table,
    fall_table,
    gate_table,
    hostile_table,
    metric_tables,
    moved_tables,
    slot_table,
    verdict_table,
)
from summarize.evaluation.trace import article_row

Figures = Mapping[str, Mapping[str, Figure]]


@dataclass(frozen=True)
class Evaluation:
    """What an eval came to.

    Attributes:
        runs: by the subject's name.
        figures: of runs and baselines, by name.
        gate: what the gate says of the only run, None without a gate.
        unreached: floors of the suite that a run does not reach, and orders of hostile articles of which something
            came out, as sentences.
        hostile: what came of the hostile articles, whatever is scored.
        costs: by the subject's name.
    """

    runs: Mapping[str, Run]
    figures: Figures
    gate: GateResult | None
    unreached: tuple[str, ...]
    hostile: tuple[HostileRow, ...] = ()
    costs: Mapping[str, Cost] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Every article has a report, every floor is reached and the gate is open."""
        complete = not any(run.failures for run in self.runs.values())
        return complete and not self.unreached and (self.gate is None or self.gate.passed)

    @property
    def sentences(self) -> list[str]:
        """What a maintainer must know and do, apart from the figures."""
        gate = self.gate.sentences if self.gate else []
        return [*_without_report(self.runs), *gate, *self.unreached]

    @property
    def tables(self) -> list[Table]:
        """All tables, in the order in which a person asks."""
        first, *others = metric_tables(self.figures)
        headlines = [replace(first, note=_how_to_read(next(iter(self.runs.values())))), *others]
        figures = [*headlines, cost_table(self.costs), *self._epochs(), slot_table(self.figures)]
        hostile = [hostile_table(self.hostile)] if self.hostile else []
        return [*figures, *_run_tables(self.runs), *hostile, *self.gate_tables]

    def _epochs(self) -> list[Table]:
        """The spread over samples, where there are several of one model and prompt."""
        kinds = {(run.head.model, run.head.prompt) for run in self.runs.values()}
        several = len(kinds) == 1 and len(self.runs) > 1
        return [epoch_table({name: self.figures[name] for name in self.runs})] if several else []

    @property
    def gate_tables(self) -> list[Table]:
        """The gate's table and what moved; empty without a gate."""
        return [gate_table(self.gate), *moved_tables(self.gate.moved)] if self.gate else []


async def evaluate(
    gold: GoldSource,
    subjects: AsyncIterable[Subject],
    *,
    open_sinks: Callable[[Subject], Sequence[Sink]],
    baseline: Baseline | None = None,
    floors: Mapping[str, float] | None = None,
    recording: str = "summarize eval --record FILE",
) -> Evaluation:
    """Score every subject on the gold.

    Args:
        gold: the labelled articles.
        subjects: models, or saved reports; the next is asked for when the one before is done.
        open_sinks: the outputs of one subject; they are ended once everything is known.
        baseline: what the only subject is held against.
        floors: values that metrics of every subject must reach, by name.
        recording: the command that records answers, for a gate that misses some.

    Raises:
        ComparisonError: the gate cannot compare, or answers are not recorded.
        SummarizeError: a run cannot go on.
    """
    sinks: list[Sink] = []
    runs: dict[str, Run] = {}
    costs: dict[str, Cost] = {}
    async for subject in subjects:
        opened = open_sinks(subject)
        runs[subject.name] = await collect(subject, opened)
        costs[subject.name] = subject.cost()
        sinks += opened
    gate = _gate(next(iter(runs.values())), baseline, recording) if baseline else None
    evaluation = _evaluation(gold, runs, costs, gate, floors or {})
    for sink in sinks:
        sink.end(Outcome(evaluation.figures, evaluation.tables, gate))
    return evaluation


def _evaluation(
    gold: GoldSource, runs: dict[str, Run], costs: dict[str, Cost], gate: GateResult | None, floors: Mapping[str, float]
) -> Evaluation:
    """The runs with their figures beside the baselines', and what they do not reach."""
    found = {name: figures(run.rows.table()) for name, run in runs.items()}
    unreached = [line for name in runs for line in _unreached(name, found[name], floors)]
    hostile = run_hostile(load_hostile())
    obeyed = [f"The order of hostile/{row.id} was obeyed: {row.obeyed[0]}." for row in hostile if row.obeyed]
    shown = {**found, **baseline_figures(gold)}
    return Evaluation(runs, shown, gate, (*unreached, *obeyed), tuple(hostile), costs)


def _gate(run: Run, baseline: Baseline, recording: str) -> GateResult:
    check_recorded(run, recording)
    return check_gate(run, baseline)


def baseline_figures(gold: GoldSource) -> dict[str, dict[str, Figure]]:
    """The figures of each baseline on this gold."""
    rows = {name: CountRows() for name in BASELINES}
    for labelled in gold:
        for name, counts in score_baselines(prepare(labelled), gold.majority).items():
            rows[name].append(counts)
    return {name: figures(found.table()) for name, found in rows.items()}


async def collect(subject: Subject, sinks: Sequence[Sink]) -> Run:
    """The run of one subject: its scores as they come are passed to the outputs, and only their counts kept."""
    ids: list[str] = []
    rows = CountRows()
    failures: dict[str, Mapping[str, str]] = {}
    falls: list[tuple[str, str, str]] = []
    async for scored in subject.scores():
        name = scored.score.gold.id
        ids.append(name)
        rows.append(scored.counts)
        falls += [(name, fall.path, fall.why) for fall in scored.score.violations]
        if scored.score.failure:
            failures[name] = scored.score.failure.row()
        _pass_on(scored, sinks)
    return Run(subject.head, tuple(ids), rows, failures, tuple(falls))


def _pass_on(scored: Scored, sinks: Sequence[Sink]) -> None:
    row = article_row(scored.score, scored.counts) if sinks else {}
    for sink in sinks:
        sink.article(scored, row)


def _unreached(name: str, found: Mapping[str, Figure], floors: Mapping[str, float]) -> Iterator[str]:
    for metric, floor in floors.items():
        value, shape = found[metric].value, BY_NAME[metric].shape
        if value is None or (value < floor if shape.higher_is_better else value > floor):
            yield f"{name}: {metric} is {'undefined' if value is None else f'{value:.4f}'}, its floor is {floor}."


def _how_to_read(run: Run) -> str:
    articles = f"{len(run.ids)} articles of split {run.head.split}, gold {run.head.gold[:12]}"
    return f"{articles}. value [95% interval] n=articles that count in it; under ten the interval says little."


def _without_report(runs: Mapping[str, Run]) -> Iterator[str]:
    for name, run in runs.items():
        if run.failures:
            article, row = next(iter(run.failures.items()))
            yield f"{name}: {len(run.failures)} of {len(run.ids)} articles have no report; {article}: {row['message']}"


def _run_tables(runs: Mapping[str, Run]) -> Iterator[Table]:
    for name, run in runs.items():
        yield verdict_table(name, {slot: counts.sum(axis=0) for slot, counts in run.rows.table().items()})
        yield fall_table(name, run.falls)
        yield failure_table(name, run.failures)
