"""A run: the scores of one model on one set of gold, as they are kept in a file and compared later."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from summarize.errors import ContentError
from summarize.evaluation.counts import CountRows
from summarize.evaluation.statistics import Figure
from summarize.schema.report import PromptId

RUN_VERSION: Literal["1"] = "1"
_ADVICE = "Give a file that `summarize eval -o` wrote."


class RunHead(BaseModel):
    """What a run's figures are a function of.

    Attributes:
        run_version: of this file's form.
        gold: fingerprint of the gold articles scored, SHA-256.
        split: dev, test or all.
        model: the model's name.
        prompt: name and version of the prompt, None for a model without one.
        version: of this program.
        epoch: which sample of the model's answers it is, from 1.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    run_version: Literal["1"] = RUN_VERSION
    gold: str
    split: str
    model: str
    prompt: str | None
    version: str
    epoch: int = 1


class _SavedArticle(BaseModel):
    """What a comparison needs of a saved article; the decisions are for people and other programs."""

    id: str
    failure: dict[str, str] | None
    counts: dict[str, tuple[float, ...]]


class _SavedRun(BaseModel):
    run: RunHead
    articles: list[_SavedArticle]


@dataclass(frozen=True)
class Run:
    """A run that was loaded or just made.

    Attributes:
        head: what it is a function of.
        ids: the articles, in order.
        rows: the counts of every metric, an article a row in the same order.
        failures: the error row of each article without a report.
        falls: the traps fallen into: article, path in the report, and what is wrong; empty for a loaded run.
    """

    head: RunHead
    ids: tuple[str, ...]
    rows: CountRows
    failures: Mapping[str, Mapping[str, str]]
    falls: tuple[tuple[str, str, str], ...] = ()


class RunWriter:
    """Writes a run as JSON, an article at a time, so that memory stays flat."""

    def __init__(self, write: Callable[[str], object], head: RunHead) -> None:
        self._write = write
        self._first = True
        write(f'{{"run": {head.model_dump_json()},\n"articles": [')

    def article(self, row: Mapping[str, Any]) -> None:
        """Write one article's decisions."""
        self._write("\n" if self._first else ",\n")
        self._write(json.dumps(row, ensure_ascii=False, default=str))
        self._first = False

    def close(self, figures: Mapping[str, Mapping[str, Figure]]) -> None:
        """Write the figures, those of the model under its name and those of the baselines beside it."""
        rounded = {model: {name: asdict(figure) for name, figure in found.items()} for model, found in figures.items()}
        self._write(f'\n],\n"figures": {json.dumps(rounded, indent=1)}}}\n')


def prompt_name(prompt: PromptId | None) -> str | None:
    """A prompt's name and version in one word, as in "incident/v1"."""
    return f"{prompt.name}/{prompt.version}" if prompt else None


def load_run(path: Path) -> Run:
    """A run from its file.

    Raises:
        ContentError: the file is missing, or is no run of this program's form.
    """
    try:
        saved = _SavedRun.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ContentError(f"The run {path} cannot be read: {error.strerror}.", advice=_ADVICE) from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise ContentError(f"{path} is no saved run: {where}: {first['msg']}.", advice=_ADVICE) from None
    return Run(
        head=saved.run,
        ids=tuple(article.id for article in saved.articles),
        rows=CountRows(article.counts for article in saved.articles),
        failures={article.id: article.failure for article in saved.articles if article.failure},
    )


def lost_points(run: Run) -> list[str]:
    """The articles that are not perfect: without a report, with a slot or a key fact not right, or in a trap."""
    table = run.rows.table()
    faults = table["slots.f1"][:, 1:].sum(axis=1) + table["must_not"][:, 0]
    faults += table["summary.key_facts"][:, 1] - table["summary.key_facts"][:, 0]
    return [name for name, lost in zip(run.ids, faults.tolist(), strict=True) if lost or name in run.failures]
