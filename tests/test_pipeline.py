"""The one way through: order is kept, memory is bounded, one article's failure is one row."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from summarize.article import Article
from summarize.errors import ArticleError, CredentialError, ErrorKind
from summarize.pipeline import stream
from summarize.schema.report import Report
from summarize.testing.scripted import EMPTY, ScriptedModel


def _id(result: Report | ArticleError) -> str:
    return result.article if isinstance(result, ArticleError) else result.article.id


async def _source(count: int, taken: list[int] | None = None) -> AsyncIterator[Article | ArticleError]:
    for number in range(count):
        if taken is not None:
            taken.append(number)
        yield Article(f"Report number {number}: all was quiet in the harbour of the {number}th town.", id=f"a{number}")


async def test_results_come_in_input_order_whatever_ends_first() -> None:
    """Later articles that are done earlier wait for their turn."""

    async def before(article: Article) -> None:
        await asyncio.sleep(0.02 if article.id in {"a0", "a5"} else 0)

    results = [_id(result) async for result in stream(_source(20), ScriptedModel(before=before), window=8)]
    assert results == [f"a{number}" for number in range(20)]


async def test_a_stuck_article_stops_intake_at_the_window() -> None:
    """While the first article hangs, no more than the window is read; when it moves, all come out."""
    release = asyncio.Event()
    taken: list[int] = []

    async def before(article: Article) -> None:
        if article.id == "a0":
            await release.wait()

    results = stream(_source(200, taken), ScriptedModel(before=before), window=10)
    first = asyncio.ensure_future(anext(results))
    for _ in range(500):
        await asyncio.sleep(0)
    assert not first.done()
    assert len(taken) <= 11  # the window, and the one article that was read before it was full
    release.set()
    rest = [_id(await first)] + [_id(result) async for result in results]
    assert rest == [f"a{number}" for number in range(200)]


async def test_a_failed_article_is_a_row_in_its_place() -> None:
    """A known failure, a surprise of the model and an error of reading: three rows, and the others are reports."""
    unread = ArticleError("gone.txt", ErrorKind.NOT_FOUND, "The file is missing.")

    async def source() -> AsyncIterator[Article | ArticleError]:
        async for article in _source(3):
            yield article
        yield unread

    model = ScriptedModel(
        {"a0": ArticleError("a0", ErrorKind.REFUSED, "The model refused."), "a2": ZeroDivisionError("surprise")}
    )
    rows = [result async for result in stream(source(), model, window=4)]
    assert [type(row) for row in rows] == [ArticleError, Report, ArticleError, ArticleError]
    assert [row.kind for row in rows if isinstance(row, ArticleError)] == ["refused", "internal", "not_found"]
    assert rows[3] is unread
    assert "ZeroDivisionError: surprise" in str(rows[2])


async def test_an_article_that_cannot_be_looked_at_is_a_row_in_its_place() -> None:
    """What fails before the model is asked loses one article, not the run."""

    async def source() -> AsyncIterator[Article | ArticleError]:
        yield Article("All was quiet in the harbour.", id="a0")
        yield Article(b"bytes are no text", id="a1")  # type: ignore[arg-type]  # a caller's mistake
        yield Article("All was quiet in the town.", id="a2")

    rows = [result async for result in stream(source(), ScriptedModel(), window=4)]
    assert [(type(row), _id(row)) for row in rows] == [(Report, "a0"), (ArticleError, "a1"), (Report, "a2")]
    assert str(rows[1]).startswith("a1: The program failed on this article: ")


async def test_what_stops_the_run_is_raised() -> None:
    """A wrong key is no row of one article: nothing after it is asked."""
    model = ScriptedModel({"a1": CredentialError("The key is wrong.")})
    results = stream(_source(100), model, window=2)
    assert _id(await anext(results)) == "a0"
    with pytest.raises(CredentialError):
        await anext(results)
    assert len(model.seen) < 10


async def test_what_stops_the_run_stops_it_although_an_earlier_article_hangs() -> None:
    """A wrong key found by the second article is told while the first is still waiting for an answer."""

    async def before(article: Article) -> None:
        if article.id == "a0":
            await asyncio.Event().wait()

    model = ScriptedModel({"a1": CredentialError("The key is wrong.")}, before=before)
    with pytest.raises(CredentialError):
        await asyncio.wait_for(anext(stream(_source(100), model, window=5)), timeout=5)


async def test_closing_early_leaves_nothing_running() -> None:
    """`| head`: what was in flight is cancelled and awaited, and the source is closed."""
    closed = False

    async def source() -> AsyncIterator[Article | ArticleError]:
        nonlocal closed
        try:
            async for article in _source(100):
                yield article
        finally:
            closed = True

    async def before(article: Article) -> None:
        await asyncio.sleep(0 if article.id == "a0" else 60)

    results = stream(source(), ScriptedModel(before=before), window=5)
    assert _id(await anext(results)) == "a0"
    await results.aclose()
    assert closed
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_copy_is_marked_with_the_first() -> None:
    """The same text twice gives two reports, the second marked."""
    text = "Two rockets fell near the harbour of Aden on Monday evening, the coast guard said. Nobody was hurt. " * 3

    async def source() -> AsyncIterator[Article | ArticleError]:
        yield Article(text, id="one")
        yield Article(text, id="two")

    reports = [result async for result in stream(source(), ScriptedModel(), window=4)]
    marks = [report.article.duplicate_of for report in reports if isinstance(report, Report)]
    assert marks == [None, "one"]


async def test_half_a_character_of_a_model_is_no_half_of_a_report() -> None:
    """A draft that was made in Python can hold a lone surrogate; the report has U+FFFD there, and can be written."""
    empty = dict.fromkeys(("actor", "status", "by", "motive", "period", "place"))
    fact = {"q": "\ud800 was quiet", "s": 1, "label": "quiet \ud800", "min": 2, "max": 2}
    draft = EMPTY.model_validate(EMPTY.model_dump() | {"aggregates": [empty | fact]})
    (made,) = [result async for result in stream(_source(1), ScriptedModel({"a0": draft}), window=4)]
    assert isinstance(made, Report)
    assert Report.model_validate_json(made.model_dump_json()).rejected == made.rejected
    assert "\N{REPLACEMENT CHARACTER}" in repr(made.rejected)
