"""The committed baseline: floors of the gated metrics, and the counts of every article, in a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from summarize.errors import ComparisonError, ContentError, ErrorKind
from summarize.evaluation.detectable import detectable
from summarize.evaluation.metrics import BY_NAME, METRICS, SLOT_METRICS, Counts
from summarize.evaluation.run import Run
from summarize.evaluation.shapes import Shape
from summarize.evaluation.statistics import value_of

GATED = tuple(metric.name for metric in METRICS if metric.gated)
_KEPT = frozenset({*GATED, *(metric.name for metric in SLOT_METRICS)})
_DIGITS = 6
"""Decimals of figures in a baseline: enough to see any change of one value, short enough to read a diff."""
_ROUNDING = 1e-6


class Floor(BaseModel):
    """One metric of a baseline: its value then, and how far it may fall."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: float
    floor: float


class Baseline(BaseModel):
    """A committed baseline.

    Attributes:
        baseline_version: of this file's form.
        gold: fingerprint of the gold articles, SHA-256.
        split: dev, test or all.
        model: whose run it was.
        prompt: name and version of its prompt, None without one.
        metrics: the gated metrics.
        articles: counts by article and metric, those that are not all 0.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    baseline_version: Literal["1"] = "1"
    gold: str
    split: str
    model: str
    prompt: str | None
    metrics: dict[str, Floor]
    articles: dict[str, dict[str, tuple[float, ...]]]

    def text(self) -> str:
        """The file: floors a line each, an article a line, so that a change can be read in a diff."""
        plain = self.model_dump(mode="json")
        articles = ",\n".join(f"  {json.dumps(name)}: {_short(row)}" for name, row in plain.pop("articles").items())
        floors = ",\n".join(
            f"  {json.dumps(name)}: {json.dumps(floor)}" for name, floor in plain.pop("metrics").items()
        )
        head = "".join(f" {json.dumps(name)}: {json.dumps(value)},\n" for name, value in plain.items())
        return f'{{\n{head} "metrics": {{\n{floors}\n }},\n "articles": {{\n{articles}\n }}\n}}\n'


def make_baseline(run: Run, old: Baseline | None, *, margin: float | None, allow_regression: bool) -> Baseline:
    """The baseline that a run makes.

    Args:
        run: the run.
        old: the baseline before; its floors are never lowered.
        margin: how far a metric may fall below its value; None for the smallest drop that this gold can detect,
            which is right for a model whose answers vary.
        allow_regression: lower floors all the same.

    Raises:
        ComparisonError: a metric is below its old floor.
    """
    table, kept = run.rows.table(), {} if old is None or allow_regression else old.metrics
    floors = {}
    for name in GATED:
        shape = BY_NAME[name].shape
        value = value_of(shape, table[name])
        if value is not None:
            room = margin if margin is not None else detectable(shape, table[name]) or 0.0
            floors[name] = _floor(name, shape, value, room, kept.get(name))
    return Baseline(
        gold=run.head.gold,
        split=run.head.split,
        model=run.head.model,
        prompt=run.head.prompt,
        metrics=floors,
        articles={name: _kept_counts(run.rows.row(index)) for index, name in enumerate(run.ids)},
    )


def load_baseline(path: Path) -> Baseline:
    """A baseline from its file.

    Raises:
        ContentError: the file is missing or is no baseline.
    """
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ContentError(
            f"The baseline {path} cannot be read: {error.strerror}.", advice="Make it with --update."
        ) from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise ContentError(f"{path} is no baseline: {'.'.join(map(str, first['loc']))}: {first['msg']}.") from None


def check_recorded(run: Run, command: str) -> None:
    """Hold a run to having all its answers.

    Args:
        run: the run.
        command: what records them, as it is typed.

    Raises:
        ComparisonError: some are not recorded, so that its figures are not the model's.
    """
    missing = [name for name, row in run.failures.items() if row["kind"] == ErrorKind.NOT_RECORDED]
    if missing:
        raise ComparisonError(
            f"Answers are not recorded on {len(missing)} of {len(run.ids)} articles, the first {missing[0]}.",
            advice=f"Record them: {command}",
        )


def below(shape: Shape, value: float, floor: float) -> bool:
    """Whether a value is worse than a floor, by more than the figures of the file are rounded."""
    worse = floor - value if shape.higher_is_better else value - floor
    return worse > _ROUNDING


def _floor(name: str, shape: Shape, value: float, room: float, old: Floor | None) -> Floor:
    """The floor for a value; an old one is never lowered.

    Raises:
        ComparisonError: the value is below the old floor.
    """
    worst = value - room if shape.higher_is_better else value + room
    if old is not None:
        if below(shape, value, old.floor):
            raise ComparisonError(
                f"{name} is {value:.4f}, below its floor {old.floor:.4f}.",
                advice="Mend what made it worse, or lower the floor with --allow-regression.",
            )
        worst = old.floor if below(shape, worst, old.floor) else worst
    return Floor(value=round(value, _DIGITS), floor=round(worst, _DIGITS))


def _short(row: Mapping[str, list[float]]) -> str:
    """The counts of an article on one line; whole numbers without a point."""
    return json.dumps({name: [int(n) if n == int(n) else n for n in counts] for name, counts in row.items()})


def _kept_counts(row: Mapping[str, Counts]) -> dict[str, Counts]:
    return {name: counts for name, counts in row.items() if name in _KEPT}
