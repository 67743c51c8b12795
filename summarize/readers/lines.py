"""Lines out of chunks: one held at a time, and never more of it than the limit."""

from __future__ import annotations

from collections.abc import AsyncIterator


async def split_chunks(head: bytes, chunks: AsyncIterator[bytes], separator: bytes, limit: int) -> AsyncIterator[bytes]:
    """The stretches between separators (one byte) in the head and the chunks after it.

    One that is longer than the limit is cut to `limit + 1` bytes, so that its length tells.
    """
    held = bytearray()
    async for chunk in _chain(head, chunks):
        *ended, rest = chunk.split(separator)
        for piece in ended:
            held += piece[: limit + 1 - len(held)]
            yield bytes(held)
            held.clear()
        held += rest[: limit + 1 - len(held)]
    if held:
        yield bytes(held)


async def _chain(head: bytes, chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield head
    async for chunk in chunks:
        yield chunk
