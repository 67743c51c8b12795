"""A stream of bytes becomes articles: one of a document, many of JSON Lines; bounded memory, a row for each error."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

from summarize.article import Article, Basis
from summarize.errors import ArticleError, ErrorKind
from summarize.readers import jsonl
from summarize.readers.document import Document, Origin, Parsed
from summarize.readers.formats import choose_format
from summarize.readers.ids import UniqueIds
from summarize.readers.lines import split_chunks
from summarize.readers.options import Defaults, ReadOptions
from summarize.terminal import printable

Chunks = AsyncIterator[bytes]
Row = Article | ArticleError


@dataclass(frozen=True)
class Reading:
    """What holds for a whole run of reading: defaults, limits, and the ids that are taken."""

    defaults: Defaults = field(default_factory=Defaults)
    options: ReadOptions = field(default_factory=ReadOptions)
    ids: UniqueIds = field(default_factory=UniqueIds)


async def read_stream(chunks: Chunks, origin: Origin, reading: Reading) -> AsyncIterator[Row]:
    """The articles in a stream of bytes, in order.

    A document is held whole, up to the limit. Of JSON Lines one line is held, however many there are.

    Raises:
        ArticleError: the whole stream cannot be read.
    """
    head = await _first_line(chunks, reading.options.max_bytes)
    if _is_jsonl(head, origin):
        lines = split_chunks(head, chunks, b"\n", reading.options.max_bytes)
        async for row in _read_lines(lines, origin, reading):
            yield row
    else:
        data = await _rest(head, chunks, reading.options.max_bytes)
        yield await _read_document(data, origin, reading)


def internal_error(name: str, error: Exception) -> ArticleError:
    """The error row of a failure that nobody foresaw."""
    return ArticleError(
        name,
        ErrorKind.INTERNAL,
        printable(f"The program failed on this input: {type(error).__name__}: {error}"[:300]) + ".",
        advice="Please report it with the input.",
    )


async def _read_document(data: bytes, origin: Origin, reading: Reading) -> Article:
    document = Document(_within(data, origin.name, reading.options.max_bytes), origin)
    if not document.data.strip():
        raise _empty(origin.name)
    chosen = choose_format(document)
    parsed = await _parsed(lambda: chosen.parse(document), slow=chosen.slow)
    return _article(parsed, origin, reading)


async def _read_lines(lines: AsyncIterator[bytes], origin: Origin, reading: Reading) -> AsyncIterator[Row]:
    number, found = 0, False
    async for line in lines:
        number += 1
        if line.strip():
            found = True
            yield await _read_line(line, Origin(f"{origin.name}:{number}"), reading)
    if not found:
        raise _empty(origin.name)


async def _read_line(line: bytes, origin: Origin, reading: Reading) -> Row:
    try:
        _within(line, origin.name, reading.options.max_bytes)
        parsed = await _parsed(lambda: jsonl.parse_line(line, origin), slow=jsonl.holds_html(line))
        return _article(parsed, origin, reading)
    except ArticleError as error:
        return error
    except Exception as error:  # noqa: BLE001 - one line's surprise must not lose the others
        return internal_error(origin.name, error)


async def _parsed(parse: Callable[[], Parsed], *, slow: bool) -> Parsed:
    return await asyncio.to_thread(parse) if slow else parse()


def _article(parsed: Parsed, origin: Origin, reading: Reading) -> Article:
    """The article with its metadata: what its file gives, else what the person gives, else the markup."""
    given, defaults, markup = parsed.given, reading.defaults, parsed.markup
    if not parsed.text.strip():
        raise _empty(origin.name)
    by_person = given.published or defaults.published
    published = by_person or markup.published
    return Article(
        text=parsed.text,
        id=reading.ids.take(given.id or origin.name),
        title=given.title or defaults.title or markup.title,
        published=published,
        published_basis=None if published is None else Basis.GIVEN if by_person else Basis.MARKUP,
        source=given.source or defaults.source or markup.source,
        url=given.url or origin.url or markup.url,
        raw_starts=parsed.raw_starts,
    )


def _is_jsonl(head: bytes, origin: Origin) -> bool:
    named = origin.suffix in jsonl.SUFFIXES or origin.content_type in jsonl.CONTENT_TYPES
    if named:
        return not head.lstrip().startswith(b"%PDF-")
    return jsonl.looks_like_jsonl(head.lstrip().partition(b"\n")[0])


async def _first_line(chunks: Chunks, limit: int) -> bytes:
    """The first bytes, up to the end of the first line that is not blank and of the chunk it ends in."""
    head = bytearray()
    while b"\n" not in head.lstrip() and len(head) <= limit:
        chunk = await anext(chunks, b"")
        if not chunk:
            break
        head += chunk
    return bytes(head)


async def _rest(head: bytes, chunks: Chunks, limit: int) -> bytes:
    """The head and what follows, but nothing far beyond the limit."""
    data = bytearray(head)
    while len(data) <= limit and (chunk := await anext(chunks, b"")):
        data += chunk
    return bytes(data)


def _within(data: bytes, name: str, limit: int) -> bytes:
    if len(data) <= limit:
        return data
    raise ArticleError(
        name,
        ErrorKind.TOO_LARGE,
        f"The article is larger than {limit / 1_000_000:g} MB.",
        advice="Give one article a file, or JSON Lines with one article a line.",
    )


def _empty(name: str) -> ArticleError:
    return ArticleError(name, ErrorKind.EMPTY, "There is no text in it.", advice="Check that it was saved whole.")
