"""How long pages of a slow server take: side by side as the readers fetch them, and one after another.

The server runs on loopback and answers after a fixed pause. All of 127.0.0.0/8 is this machine on Linux, so each
address of it is a host of its own; pages of one host are fetched two at a time.
"""

from __future__ import annotations

import asyncio
import sys
import time
from unittest.mock import patch

from summarize.errors import ArticleError
from summarize.readers import ReadOptions, lookahead, read_inputs

PAUSE = 0.1  # seconds that the server takes for a page
PAGES = 24
CEILING = 0.4  # of the time that one after another takes
BODY = b"Two rockets hit the base on Monday."
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One page, late."""
    await reader.readuntil(b"\r\n\r\n")
    await asyncio.sleep(PAUSE)
    writer.write(ANSWER % (len(BODY), BODY))
    await writer.drain()
    writer.close()


async def seconds(addresses: list[str], most_ahead: int) -> float:
    """The wall time of reading all pages."""
    start = time.perf_counter()
    with patch.object(lookahead, "MOST_AHEAD", most_ahead):
        rows = [row async for row in read_inputs(addresses, options=ReadOptions(allow_private=True))]
    assert not any(isinstance(row, ArticleError) for row in rows)
    return time.perf_counter() - start


async def measured() -> dict[str, float]:
    """Seconds one after another, and ratios to them."""
    server = await asyncio.start_server(answer, "0.0.0.0", 0)  # noqa: S104 - every address of loopback
    port = server.sockets[0].getsockname()[1]
    one = [f"http://127.0.0.1:{port}/{page}" for page in range(PAGES)]
    many = [f"http://127.0.0.{page % 8 + 1}:{port}/{page}" for page in range(PAGES)]
    await seconds(one[:1], 1)  # imports the client
    alone = await seconds(one, 1)
    found = {"one host": await seconds(one, lookahead.MOST_AHEAD) / alone}
    found["eight hosts"] = await seconds(many, lookahead.MOST_AHEAD) / alone
    server.close()
    return {"one after another, s": alone, **found}


def main() -> None:
    """Print the table; exit 1 above the ceiling."""
    found = asyncio.run(measured())
    for name, value in found.items():
        print(f"{name:22} {value:6.2f}")
    sys.exit(found["eight hosts"] > CEILING)


if __name__ == "__main__":
    main()
