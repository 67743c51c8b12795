"""`summarize run --dry-run`: the articles, and what asking about them would take, without a call."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # --help must not wait for it
    from summarize.article import Article
    from summarize.errors import ArticleError
    from summarize.models.forecast import Forecast
    from summarize.settings import Settings


async def dry_run(articles: AsyncIterator[Article | ArticleError], settings: Settings, errors: Path | None) -> int:
    """Print a line for each article, and the sums; returns the exit code, 1 if some article cannot be read.

    Args:
        articles: as they are read.
        settings: of the run.
        errors: a file for error rows.
    """
    from summarize.cli.errorlog import error_log
    from summarize.errors import ArticleError

    with error_log(errors) as log, _estimate(settings) as estimate:
        async for article in articles:
            if isinstance(article, ArticleError):
                log.add(article)
            else:
                estimate.show(article)
        estimate.sum_up()
    return 1 if log.count else 0


@contextmanager
def _estimate(settings: Settings) -> Iterator[_Free | _Priced]:
    from summarize.models.forecast import forecast

    if settings.model == "rules":
        yield _Free()
        return
    with forecast(settings) as empty:
        yield _Priced(empty)


class _Free:
    """Of the rules model: it asks nobody."""

    def __init__(self) -> None:
        self._count = 0

    def show(self, article: Article) -> None:
        self._count += 1
        _print(f"{'free':>16}  {article.id}")

    def sum_up(self) -> None:
        _print(f"Articles: {self._count}; the rules model makes no call and costs nothing.")


class _Priced:
    """Of a language model."""

    def __init__(self, forecast: Forecast) -> None:
        self._forecast = forecast

    def show(self, article: Article) -> None:
        tokens = self._forecast.add(article)
        _print(f"{'in the ledger' if tokens is None else f'≈ {tokens:,} tokens':>16}  {article.id}")

    def sum_up(self) -> None:
        done, usage, cost = self._forecast, self._forecast.usage, self._forecast.cost
        _print(f"Articles: {done.articles}; in the ledger, so that they cost nothing: {done.replayed}.")
        price = "price unknown (--price IN,OUT)" if cost is None else f"≈ ${cost:.4f}"
        _print(f"≈ {usage.prompt:,} tokens in, ≈ {usage.completion:,} out; {price}. No call was made.")


def _print(line: str) -> None:
    from summarize.terminal import printable

    click.echo(printable(line))
