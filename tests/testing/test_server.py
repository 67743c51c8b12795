"""The scripted server does to each request what its script says, and writes it down."""

from __future__ import annotations

import asyncio
from pathlib import Path

import aiohttp
import pytest

from summarize.testing.bucket import TokenBucket, limited
from summarize.testing.misbehaviour import MEGABYTE, Chaos, expected_kind
from summarize.testing.process import ServerProcess, load_script
from summarize.testing.reply import Reply, answer, error
from summarize.testing.server import Asked, ScriptedServer


def asked(article: str) -> dict[str, object]:
    return {"messages": [{"role": "system", "content": "…"}, {"role": "user", "content": f"[1] {article}\n[2] End."}]}


async def post(base_url: str, article: str = "Two men fled.", *, most: int = -1) -> tuple[int, bytes]:
    """Ask as any client does, and stop reading after so many bytes."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{base_url}/chat/completions", json=asked(article)) as response,
    ):
        return response.status, await response.content.read(most)


async def test_the_log_says_what_was_done_to_each_article() -> None:
    """A row per request, in the order of arrival: article, attempt, status, and what was sent."""
    replies = (error(503, "Busy"), answer())
    async with ScriptedServer(lambda asked: replies[min(asked.number, 1)]) as server:
        await post(server.base_url)
        await post(server.base_url)
        await post(server.base_url, "Three men fled.")
    rows = [(row.number, row.attempt, row.article, row.name, row.status) for row in server.log]
    assert rows == [
        (0, 0, "Two men fled.", "status 503", 503),
        (1, 1, "Two men fled.", "answer", 200),
        (2, 0, "Three men fled.", "answer", 200),
    ]
    assert [row.sent for row in server.log] == [len(replies[0].body), *[len(replies[1].body)] * 2]


async def test_a_body_may_come_byte_by_byte() -> None:
    """A drip is the same body, one byte at a time."""
    async with ScriptedServer(lambda _asked: Reply(body=b"slow", drip=0.001)) as server:
        assert await post(server.base_url) == (200, b"slow")
    assert server.log[0].sent == 4


async def test_a_body_may_break_off() -> None:
    """The head announces more than comes."""
    async with ScriptedServer(lambda _asked: Reply(body=b"0123456789", sent=4)) as server:
        with pytest.raises(aiohttp.ClientPayloadError):
            await post(server.base_url)
    assert server.log[0].sent == 4


async def test_a_reader_who_leaves_ends_a_huge_body() -> None:
    """The log counts the bytes that went out until the client left, and the row is there once the server ended."""
    async with ScriptedServer(lambda _asked: Reply(body=b"{}", blanks=300 * MEGABYTE)) as server:
        status, start = await post(server.base_url, most=1000)
    assert status == 200
    assert start.isspace()
    assert len(server.log) == 1
    assert server.log[0].sent < 100 * MEGABYTE


async def test_a_stuck_request_ends_with_the_server() -> None:
    """Leaving the server breaks its connections, so that no test waits for a delay, and the row is written."""
    async with ScriptedServer(lambda _asked: answer(delay=600)) as server:
        waiting = asyncio.create_task(post(server.base_url))
        await server.arrived(1)
    with pytest.raises(aiohttp.ClientError):
        await waiting
    assert [(row.name, row.sent) for row in server.log] == [("answer", 0)]


async def test_a_token_bucket_refuses_what_is_too_much() -> None:
    """Two tokens and a clock that stands still: two answers, and 429 from then on; a second later, two more."""
    now = [0.0]
    bucket = TokenBucket(rate=2, capacity=2, clock=lambda: now[0])
    async with ScriptedServer(limited(bucket, lambda _asked: answer())) as server:
        for later in (0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0):
            now[0] += later
            await post(server.base_url)
    assert [row.status for row in server.log] == [200, 200, 429, 429, 200, 200, 429]


async def test_a_process_serves_the_same_and_keeps_the_log_in_a_file(tmp_path: Path) -> None:
    """A class that makes a script is named by module and name; the rows are JSON lines."""
    with ServerProcess("summarize.testing.misbehaviour:Chaos", log=tmp_path / "served.jsonl") as server:
        for number in range(10):
            try:
                await asyncio.wait_for(post(server.base_url, f"Article {number}.", most=100), 2)
            except (aiohttp.ClientError, TimeoutError):
                continue
    chaos = Chaos()
    expected = [chaos(Asked(number, 0, asked(f"Article {number}."), {}, b"")).name for number in range(10)]
    assert [row.name for row in server.log()] == expected
    assert set(expected) - {"answer"}
    assert len((tmp_path / "served.jsonl").read_text().splitlines()) == 10


def test_a_process_that_cannot_start_says_so(capfd: pytest.CaptureFixture[str]) -> None:
    """A script that does not exist is an error at once, with Python's own words on standard error."""
    with pytest.raises(RuntimeError, match="did not start"), ServerProcess("summarize.testing.misbehaviour:Peace"):
        pass
    assert "Peace" in capfd.readouterr().err


def busy(_asked: Asked) -> Reply:
    return error(503, "Busy")


def test_a_script_may_be_a_function() -> None:
    """What is no class is taken as it is."""
    assert load_script(f"{__name__}:busy") is busy


def test_chaos_depends_on_seed_and_article_alone() -> None:
    """The order in which articles come changes nothing, the seed does."""

    def names(numbers: range, seed: int) -> dict[int, str]:
        chaos = Chaos(seed=seed)
        return {number: chaos(Asked(0, 0, asked(f"Article {number}."), {}, b"")).name for number in numbers}

    assert names(range(300), 1) == names(range(299, -1, -1), 1)
    assert names(range(300), 1) != names(range(300), 2)


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["500", "answer"], None),
        (["500", "garbage", "500"], "server_error"),
        (["wrong schema", "answer"], None),
        (["wrong schema", "wrong schema"], "invalid_answer"),
        (["wrong schema", "refusal"], "invalid_answer"),
        (["wrong schema", "500", "500", "500"], "server_error"),
        (["cut off", "cut off"], "truncated"),
        (["cut off", "refusal"], "refused"),
        (["slow drip"], "timeout"),
    ],
)
def test_what_was_done_tells_what_must_become_of_an_article(names: list[str], kind: str | None) -> None:
    """The last word counts, but for an answer to a re-ask: then the first answer stays, which broke the schema."""
    assert expected_kind(names) == kind
