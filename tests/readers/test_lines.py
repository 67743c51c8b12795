"""Tests of lines out of chunks: lossless wherever the chunks end, and bounded."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from hypothesis import given
from hypothesis import strategies as st

from summarize.readers.lines import split_chunks


def split(chunks: list[bytes], limit: int) -> list[bytes]:
    async def later() -> AsyncIterator[bytes]:
        for chunk in chunks[1:]:
            yield chunk

    async def run() -> list[bytes]:
        return [line async for line in split_chunks(chunks[0], later(), b"\n", limit)]

    return asyncio.run(run())


CHUNKS = st.lists(st.binary(max_size=6).map(lambda data: data.replace(b"x", b"\n")), min_size=1, max_size=8)


@given(CHUNKS)
def test_lines_do_not_depend_on_chunks(chunks: list[bytes]) -> None:
    """The lines are those of the whole, however it is cut; an end without line feed is a line too."""
    whole = b"".join(chunks)
    expected = whole.split(b"\n")
    assert split(chunks, 100) == (expected if expected[-1] else expected[:-1])


@given(CHUNKS, st.integers(1, 5))
def test_long_lines_are_cut_but_can_be_told(chunks: list[bytes], limit: int) -> None:
    """A line over the limit comes as one byte more than the limit, and the next line is whole again."""
    lines = b"".join(chunks).split(b"\n")
    expected = [line[: limit + 1] for line in (lines if lines[-1] else lines[:-1])]
    assert split(chunks, limit) == expected
