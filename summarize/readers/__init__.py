"""Readers: files, folders, globs, addresses and standard input become articles, or error rows in their place."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Iterable
from contextlib import aclosing

from summarize.article import Article
from summarize.errors import ArticleError
from summarize.readers.chunks import Readable, all_at_once, file_chunks, stdin_chunks
from summarize.readers.document import Document, Origin
from summarize.readers.folders import path_name, suffix_of
from summarize.readers.ids import UniqueIds
from summarize.readers.inputs import Kind, Place, count_inputs, find_places
from summarize.readers.lists import read_list
from summarize.readers.lookahead import Coming, look_ahead
from summarize.readers.options import Defaults, ReadOptions
from summarize.readers.stream import Reading, internal_error, read_stream
from summarize.readers.web import Web, address_name

__all__ = ["Defaults", "ReadOptions", "UniqueIds", "count_inputs", "read", "read_inputs", "read_list"]

_NO_DEFAULTS = Defaults()
_USUAL_OPTIONS = ReadOptions()


async def read(
    path_or_address: str | os.PathLike[str],
    defaults: Defaults = _NO_DEFAULTS,
    options: ReadOptions = _USUAL_OPTIONS,
) -> AsyncIterator[Article | ArticleError]:
    """The articles of one input; see `read_inputs`."""
    async for row in read_inputs([os.fspath(path_or_address)], defaults=defaults, options=options):
        yield row


async def read_inputs(
    inputs: Iterable[str],
    *,
    files_from: str | None = None,
    defaults: Defaults = _NO_DEFAULTS,
    options: ReadOptions = _USUAL_OPTIONS,
    stdin: Readable | None = None,
    ids: UniqueIds | None = None,
) -> AsyncIterator[Article | ArticleError]:
    """The articles of all inputs in order, read as they are asked for: a million lines are never held.

    Args:
        inputs: paths, folders, globs, http(s) addresses, and "-" for standard input.
        files_from: a list of further inputs, as `read_list` takes it.
        defaults: values for articles that give none.
        options: limits, and whether private addresses are fetched.
        stdin: the binary file that "-" stands for; the process's own if None.
        ids: the ids that are taken already, where one run calls this several times.

    Yields:
        an Article, or an ArticleError for an input that cannot be read; the others go on.

    Raises:
        UsageError: the list of inputs cannot be read.
    """
    reading = Reading(defaults, options, ids or UniqueIds())
    async with Web(options) as web, aclosing(look_ahead(_places(inputs, files_from, stdin), web.fetch)) as places:
        async for coming in places:
            async with aclosing(_read_place(coming, reading, stdin)) as rows:
                async for row in rows:
                    yield row


async def _places(
    inputs: Iterable[str], files_from: str | None, stdin: Readable | None
) -> AsyncGenerator[Place | ArticleError]:
    async for given in _all_inputs(inputs, files_from, stdin):
        for place in find_places(given):
            yield place


async def _all_inputs(inputs: Iterable[str], files_from: str | None, stdin: Readable | None) -> AsyncIterator[str]:
    for given in inputs:
        yield given
    if files_from is not None:
        async for given in read_list(files_from, stdin):
            yield given


async def _read_place(
    coming: Coming, reading: Reading, stdin: Readable | None
) -> AsyncGenerator[Article | ArticleError]:
    """The articles of one place; whatever goes wrong there becomes its error row."""
    place = coming.place
    if isinstance(place, ArticleError):
        yield place
        return
    try:
        origin, chunks = await _opened(place, coming.document, stdin)
        async with aclosing(chunks):
            async for row in read_stream(chunks, origin, reading):
                yield row
    except ArticleError as error:
        yield error
    except Exception as error:  # noqa: BLE001 - one input's surprise must not lose the others
        yield internal_error(_name(place), error)


async def _opened(
    place: Place, fetched: Awaitable[Document] | None, stdin: Readable | None
) -> tuple[Origin, AsyncGenerator[bytes]]:
    """What is known of a place, and its bytes."""
    if fetched is not None:
        document = await fetched
        return document.origin, all_at_once(document.data)
    name = _name(place)
    if place.kind is Kind.STDIN:
        return Origin(name), stdin_chunks(stdin)
    return Origin(name, suffix_of(place.where)), file_chunks(place.where, name)


def _name(place: Place) -> str:
    return address_name(place.where) if place.kind is Kind.ADDRESS else path_name(place.where)
