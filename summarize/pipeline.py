"""The one way through: articles in, reports or error rows out, in input order and with bounded memory."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator
from typing import Any

from summarize.article import Article
from summarize.duplicates import Duplicates
from summarize.errors import ArticleError, ErrorKind, SummarizeError
from summarize.grounding import ground_draft
from summarize.grounding.mended import mended
from summarize.models.base import Model, provenance
from summarize.schema.report import Report

Result = Report | ArticleError


async def stream(
    articles: AsyncIterable[Article | ArticleError], model: Model, *, window: int
) -> AsyncGenerator[Result]:
    """Yield a report or an error row for every article, in input order.

    Args:
        articles: the articles as they are read; an error row passes through in its place.
        model: what turns an article into a draft.
        window: how many articles may be read beyond the oldest unfinished one. A slow first article stops
            intake, it never fills memory.

    Raises:
        SummarizeError: the run cannot go on (a wrong key, the budget, the ledger).
    """
    intake = _intake(articles)
    waiting: deque[asyncio.Future[Result]] = deque()
    fatal: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    reading: asyncio.Task[Article | ArticleError] | None = asyncio.ensure_future(anext(intake))
    try:
        while reading or waiting:
            if fatal.done():
                fatal.result()
            elif waiting and waiting[0].done():
                yield waiting.popleft().result()
            elif reading and reading.done() and len(waiting) < window:
                reading = _start(reading, intake, waiting, model, fatal)
                await asyncio.sleep(0)  # a model that does not wait is done after this
            else:
                await _wait(fatal, reading if len(waiting) < window else None, waiting)
    finally:
        await _stop(reading, waiting)
        await intake.aclose()
        if not fatal.cancel():
            fatal.exception()  # looked at, so that the loop does not complain of it


async def summarize_article(article: Article, model: Model) -> Report:
    """The report on one article.

    Raises:
        ArticleError: this article cannot be done.
        SummarizeError: no article can be done.
    """
    facts = (await model.draft(article)).facts
    if isinstance(facts, Report):
        return facts
    return ground_draft(mended(facts), article, provenance(article, model.identity))


async def _intake(articles: AsyncIterable[Article | ArticleError]) -> AsyncGenerator[Article | ArticleError]:
    """The articles, copies of earlier ones marked."""
    duplicates = Duplicates()
    try:
        async for article in articles:
            yield article if isinstance(article, ArticleError) else _compared(article, duplicates)
    finally:
        if isinstance(articles, AsyncGenerator):  # files and connections are given back now, not some day
            await articles.aclose()


def _compared(article: Article, duplicates: Duplicates) -> Article | ArticleError:
    """The article, marked if it is a copy; an error row if its text cannot be looked at."""
    try:
        original = duplicates.seen(article)
    except Exception as error:  # noqa: BLE001 - one article's surprise must not lose the others
        return _internal_error(article, error)
    return article.with_duplicate_of(original) if original else article


def _start(
    reading: asyncio.Task[Article | ArticleError],
    intake: AsyncIterator[Article | ArticleError],
    waiting: deque[asyncio.Future[Result]],
    model: Model,
    fatal: asyncio.Future[None],
) -> asyncio.Task[Article | ArticleError] | None:
    """Put what was read in the queue and start to read the next; None where the input has ended."""
    try:
        article = reading.result()
    except StopAsyncIteration:
        return None
    waiting.append(asyncio.ensure_future(_row(article, model, fatal)))
    return asyncio.ensure_future(anext(intake))


async def _row(article: Article | ArticleError, model: Model, fatal: asyncio.Future[None]) -> Result:
    """A report or an error row; an error that stops the run is raised, and told at once to those who wait."""
    if isinstance(article, ArticleError):
        return article
    try:
        return await summarize_article(article, model)
    except ArticleError as error:
        return error
    except SummarizeError as error:
        if not fatal.done():
            fatal.set_exception(error)
        raise
    except Exception as error:  # noqa: BLE001 - one article's surprise must not lose the others
        return _internal_error(article, error)


def _internal_error(article: Article, error: Exception) -> ArticleError:
    return ArticleError(
        article.id,
        ErrorKind.INTERNAL,
        f"The program failed on this article: {type(error).__name__}: {error}.",
        advice="Please report it with the article.",
    )


async def _wait(
    fatal: asyncio.Future[None],
    reading: asyncio.Task[Article | ArticleError] | None,
    waiting: deque[asyncio.Future[Result]],
) -> None:
    """Until something can be done: the oldest result is there, another article is, or the run has to stop."""
    pending: set[asyncio.Future[Any]] = {fatal}
    if waiting:
        pending.add(waiting[0])
    if reading:
        pending.add(reading)
    await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)


async def _stop(reading: asyncio.Task[Article | ArticleError] | None, waiting: deque[asyncio.Future[Result]]) -> None:
    """Cancel what is left and wait for it, so that nothing runs on behind the caller's back."""
    left: list[asyncio.Future[Result] | asyncio.Task[Article | ArticleError]] = [*waiting]
    if reading:
        left.append(reading)
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
