"""The eval: gold in, a score for every article out, one at a time, whatever the answers come from."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Iterator
from dataclasses import dataclass

from summarize.article import Article
from summarize.errors import ArticleError, ErrorKind
from summarize.evaluation.baselines import BASELINES, Majority
from summarize.evaluation.gold import GoldArticle
from summarize.evaluation.metrics import Counts, count_article
from summarize.evaluation.reports import SavedReports
from summarize.evaluation.score import ArticleScore, PreparedGold, prepare, score_article
from summarize.models.base import Model
from summarize.pipeline import stream
from summarize.schema.report import Report


@dataclass(frozen=True)
class Scored:
    """One article, scored.

    Attributes:
        report: what was scored, None if there is none.
        score: every decision.
        counts: of every metric.
    """

    report: Report | None
    score: ArticleScore
    counts: dict[str, Counts]


async def score_model(gold: Iterable[GoldArticle], model: Model, *, window: int) -> AsyncGenerator[Scored]:
    """Run a model over gold through the users' own pipeline, and score what comes out, in order.

    Args:
        gold: the labelled articles; taken as they are needed.
        model: what is scored.
        window: as for `summarize.pipeline.stream`.

    Raises:
        SummarizeError: the run cannot go on.
    """
    waiting: deque[GoldArticle] = deque()

    async def articles() -> AsyncIterator[Article]:
        for labelled in gold:
            waiting.append(labelled)
            yield labelled.article

    async for result in stream(articles(), model, window=window):
        yield score_one(prepare(waiting.popleft()), result)


def score_reports(gold: Iterable[GoldArticle], saved: SavedReports) -> Iterator[Scored]:
    """Score saved reports, without a call."""
    return (score_one(prepare(labelled), saved.find(labelled)) for labelled in gold)


def score_baselines(prepared: PreparedGold, majority: Majority) -> dict[str, dict[str, Counts]]:
    """The counts of each baseline on one article."""
    reports = {name: baseline(prepared.gold.article, majority) for name, baseline in BASELINES.items()}
    return {name: score_one(prepared, report).counts for name, report in reports.items()}


def score_one(prepared: PreparedGold, result: Report | ArticleError) -> Scored:
    """Score one result; an error, the scorer's own included, is a row of its own that misses everything."""
    failure = result if isinstance(result, ArticleError) else None
    report = None if isinstance(result, ArticleError) else result
    try:
        score = score_article(prepared, report, failure)
    except Exception as error:  # noqa: BLE001 - one article's surprise must not lose the run
        message = f"The scorer failed: {type(error).__name__}: {error}."
        report, failure = None, ArticleError(prepared.gold.id, ErrorKind.INTERNAL, message)
        score = score_article(prepared, None, failure)
    return Scored(report, score, count_article(score))
