"""Look-ahead: the next addresses are fetched while earlier inputs are still being read; their order stays."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from summarize.errors import ArticleError
from summarize.readers.document import Document
from summarize.readers.inputs import Kind, Place

Found = Place | ArticleError
Fetch = Callable[[str], Coroutine[Any, Any, Document]]
MOST_AHEAD = 4  # inputs, each of which may hold a document of the largest size


@dataclass(frozen=True, slots=True)
class Coming:
    """An input that is about to be read; `document` is what an address's fetching will give."""

    place: Found
    document: asyncio.Task[Document] | None = None

    @property
    def is_there(self) -> bool:
        """Whether reading it would not wait for the web."""
        return self.document is None or self.document.done()


async def look_ahead(places: AsyncGenerator[Found], fetch: Fetch) -> AsyncGenerator[Coming]:
    """The places in order, each address with the fetching that has begun up to MOST_AHEAD inputs earlier.

    Places are taken as they are found: one that is there is never kept back because the next is still awaited, as
    from a person who types addresses. Closing the generator stops what is being fetched.
    """
    coming: deque[Coming] = deque()
    finding: asyncio.Future[Found | None] | None = _find(places)
    try:
        while coming or finding:
            if finding and finding.done() and len(coming) < MOST_AHEAD:
                found = finding.result()
                finding = _find(places) if found else None
                coming += [_start(found, fetch)] if found else []
            elif coming and coming[0].is_there:
                yield coming.popleft()
            else:
                await _something(finding if len(coming) < MOST_AHEAD else None, coming)
    finally:
        await _stop(finding, coming)
        await places.aclose()


def _find(places: AsyncGenerator[Found]) -> asyncio.Future[Found | None]:
    found: Awaitable[Found | None] = anext(places, None)
    return asyncio.ensure_future(found)


def _start(found: Found, fetch: Fetch) -> Coming:
    if isinstance(found, ArticleError) or found.kind is not Kind.ADDRESS:
        return Coming(found)
    return Coming(found, asyncio.ensure_future(fetch(found.where)))


async def _something(finding: asyncio.Future[Found | None] | None, coming: deque[Coming]) -> None:
    """Until another place is found, or the first address is there."""
    first = coming[0].document if coming else None
    await asyncio.wait([each for each in (finding, first) if each], return_when=asyncio.FIRST_COMPLETED)


async def _stop(finding: asyncio.Future[Found | None] | None, coming: deque[Coming]) -> None:
    """Cancel what is left and wait for it, so that nothing runs on behind the caller's back."""
    left = [each for each in (finding, *(one.document for one in coming)) if each]
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
