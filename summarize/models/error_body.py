"""Bodies of error answers, cut off: the SDK reads them whole, and a server may send any amount.

Imported where a client is made, since httpx2 is heavy.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx2

LARGEST_ERROR = 64 * 1024  # bytes; the server's message stands at the beginning


async def bound_error_body(response: httpx2.Response) -> None:
    """An event hook of httpx2: of an error's body only the beginning is read."""
    if not response.is_success and isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _Beginning(response.stream)


class _Beginning(httpx2.AsyncByteStream):
    """The first bytes of a stream."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = LARGEST_ERROR
        async for chunk in self._stream:
            yield chunk[:left]
            left -= len(chunk)
            if left <= 0:
                return

    async def aclose(self) -> None:
        """Close the connection."""
        await self._stream.aclose()
