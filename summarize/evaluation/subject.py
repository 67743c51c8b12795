"""Subjects: what an eval scores, a model that is asked or a file of saved reports."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

from summarize import __version__
from summarize.evaluation.cost import Cost, Stopwatch, cost_of
from summarize.evaluation.evaluate import Scored, score_model, score_reports
from summarize.evaluation.reports import SavedReports
from summarize.evaluation.run import RunHead, prompt_name
from summarize.evaluation.source import GoldSource
from summarize.models.base import Model


@dataclass(frozen=True)
class Subject:
    """One thing to score.

    Attributes:
        name: unique in the eval; what tables call it.
        head: what its run is a function of.
        scores: starts to score, and gives each article as it is done.
        cost: what that took, once it is done.
    """

    name: str
    head: RunHead
    scores: Callable[[], AsyncIterator[Scored]]
    cost: Callable[[], Cost]


def model_subject(gold: GoldSource, split: str, model: Model, *, window: int, epoch: int | None = None) -> Subject:
    """A model to score; it is closed when its last article is done.

    Args:
        gold: the labelled articles.
        split: what the run's head calls their half.
        model: the model.
        window: as for `summarize.pipeline.stream`.
        epoch: which sample of its answers this is, from 1; None where there is only one.
    """
    identity = model.identity
    head = head_of(gold.fingerprint, split, identity.name, prompt_name(identity.prompt), epoch or 1)
    watch = Stopwatch()

    async def scores() -> AsyncIterator[Scored]:
        try:
            with watch:
                async for scored in score_model(gold, model, window=window):
                    yield scored
        finally:
            await model.aclose()

    parts = (head.model, head.prompt, f"#{epoch}" if epoch else None)
    return Subject(
        " ".join(part for part in parts if part), head, scores, lambda: cost_of(model, len(gold), watch.seconds)
    )


def reports_subject(gold: GoldSource, split: str, path: Path) -> Subject:
    """A file of saved reports to score.

    Raises:
        ContentError: it cannot be read, or a line is no report.
    """
    saved = SavedReports(path)
    model, prompt = saved.made_by

    async def scores() -> AsyncIterator[Scored]:
        for scored in score_reports(gold, saved):
            yield scored

    head = head_of(gold.fingerprint, split, model, prompt)
    return Subject(f"{model} ({path.name})", head, scores, lambda: Cost(len(gold)))


def head_of(gold: str, split: str, model: str, prompt: str | None, epoch: int = 1) -> RunHead:
    """What a run by this version of the program is a function of; arguments as in `RunHead`."""
    return RunHead(gold=gold, split=split, model=model, prompt=prompt, version=__version__, epoch=epoch)
