"""The library's entry points: one async core, and a thread that drives it for everyone else."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Coroutine, Iterable, Iterator
from contextlib import aclosing
from os import PathLike, fspath
from typing import Any, TypeVar

from summarize.article import Article
from summarize.errors import ArticleError
from summarize.models.base import Model
from summarize.models.registry import open_model
from summarize.pipeline import stream
from summarize.schema.report import Report
from summarize.settings import Settings, load_settings

T = TypeVar("T")
Input = Article | str | PathLike[str]
"""An Article, or whatever the command takes: a path, folder, glob or address."""


def summarize(article: Input, **options: Any) -> Report:
    """The report on one article.

    Args:
        article: an Article, or a path or address as on the command line (text goes in as `Article(text)`).
        options: fields of `summarize.settings.Settings`, as `model="rules"`.

    Raises:
        ArticleError: the article cannot be done.
        SettingsError: an option is unknown or wrong.
    """
    for result in summarize_many([article], **options):
        if isinstance(result, ArticleError):
            raise result
        return result
    raise AssertionError("every input gives a report or an error row")


def summarize_many(articles: Input | Iterable[Input], **options: Any) -> Iterator[Report | ArticleError]:
    """Reports and error rows in input order; works inside a running event loop (Jupyter) too.

    Args:
        articles: Articles, or paths, folders, globs and addresses as on the command line; a single one is not
            taken for a list of its letters.
        options: fields of `summarize.settings.Settings`.

    Yields:
        a Report, or an ArticleError for an input that cannot be done.

    Raises:
        SettingsError: an option is unknown or wrong.
    """
    settings = load_settings(options)
    return _drive(_results(_as_async(_listed(articles)), settings))


async def asummarize_many(
    articles: Input | Iterable[Input] | AsyncIterable[Input],
    **options: Any,
) -> AsyncGenerator[Report | ArticleError]:
    """The same for async code; see `summarize_many`."""
    source = articles if isinstance(articles, AsyncIterable) else _as_async(_listed(articles))
    async with aclosing(_results(source, load_settings(options))) as results:
        async for result in results:
            yield result


async def run(
    articles: AsyncIterable[Article | ArticleError], settings: Settings, model: Model | None = None
) -> AsyncGenerator[Report | ArticleError]:
    """Reports and error rows for articles that are read already; opens the model if none is given."""
    chosen = model or await open_model(settings)
    try:
        async with aclosing(stream(articles, chosen, window=_window(settings))) as results:
            async for result in results:
                yield result
    finally:
        if model is None:
            await chosen.aclose()


def _window(settings: Settings) -> int:
    """Articles read ahead: enough that a slow one at the head does not leave the server without requests."""
    return max(settings.window, 4 * settings.concurrency if settings.model != "rules" else 1)


async def _results(inputs: AsyncIterable[Input], settings: Settings) -> AsyncGenerator[Report | ArticleError]:
    async with aclosing(run(_articles(inputs, settings), settings)) as results:
        async for result in results:
            yield result


async def _articles(inputs: AsyncIterable[Input], settings: Settings) -> AsyncIterator[Article | ArticleError]:
    from summarize.readers import ReadOptions, UniqueIds, read_inputs

    options, ids = ReadOptions(allow_private=settings.allow_private), UniqueIds()
    async for item in inputs:
        if isinstance(item, Article):
            yield item
        else:
            async for article in read_inputs([fspath(item)], options=options, ids=ids):
                yield article


def _listed(articles: Input | Iterable[Input]) -> Iterable[Input]:
    return [articles] if isinstance(articles, Article | str | PathLike) else articles


async def _as_async(items: Iterable[T]) -> AsyncIterator[T]:
    for item in items:
        yield item


def _drive(results: AsyncGenerator[T]) -> Iterator[T]:
    """Pull from an async generator that runs in a loop and a thread of its own."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="summarize", daemon=True)
    thread.start()

    def wait(coroutine: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(coroutine, loop).result()

    try:
        while True:
            try:
                yield wait(results.__anext__())
            except StopAsyncIteration:
                return
    finally:
        asyncio.run_coroutine_threadsafe(results.aclose(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
