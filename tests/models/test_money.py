"""Money: what calls cost, what the line at the end says, and a budget that is never exceeded."""

from __future__ import annotations

import asyncio

import pytest

from summarize import ArticleError
from summarize.errors import BudgetError, SettingsError
from summarize.ledger import Usage
from summarize.models.account import Account
from summarize.models.pricing import Pricing
from summarize.testing.server import Reply, ScriptedServer, answer, error

from .conftest import TEXT, Bench, always

LOCAL = Pricing("m", "http://127.0.0.1:9/v1", (1.0, 10.0))


def test_a_published_price_is_found_and_cached_tokens_cost_less() -> None:
    """OpenAI's own list, by the address."""
    pricing = Pricing("gpt-4o", "https://api.openai.com/v1")
    assert pricing.cost(Usage(1_000_000, 0)) == pytest.approx(2.5)
    assert pricing.cost(Usage(1_000_000, 0, 1_000_000)) == pytest.approx(1.25)


def test_a_model_of_nobody_has_no_price_until_one_is_given() -> None:
    """A local server's price is not that of a namesake in the cloud."""
    assert Pricing("gpt-4o", "http://127.0.0.1:9/v1").cost(Usage(1, 1)) is None
    assert LOCAL.cost(Usage(1_000_000, 100_000)) == pytest.approx(2.0)


def test_a_budget_without_a_price_is_an_error() -> None:
    """It says how to give one."""
    with pytest.raises(SettingsError, match="--price"):
        Account(Pricing("m", "http://127.0.0.1:9/v1"), 1.0)


async def test_calls_in_flight_hold_back_their_worst_case() -> None:
    """A call waits while others hold too much, leaves when they came cheaper, and the budget is never exceeded."""
    account = Account(LOCAL, 0.25)
    order: list[str] = []

    async def call(name: str) -> None:
        async with account.reserved(Usage(0, 20_000)):  # 0.20 at worst
            order.append(f"{name} left")
            await asyncio.sleep(0)
            account.paid(Usage(0, 2_000))  # 0.02 in fact
            order.append(f"{name} came")

    await asyncio.gather(call("a"), call("b"))
    assert order == ["a left", "a came", "b left", "b came"]
    account.paid(Usage(0, 2_000))
    with pytest.raises(BudgetError, match=r"up to \$0\.2000"):
        await call("c")
    assert account.spending.cost <= 0.25


async def test_the_run_stops_before_the_budget_is_exceeded(bench: Bench) -> None:
    """Ten articles at 0.01 each and 0.05 for all: the server is asked no more than the budget covers."""
    reply = answer(tokens=(5_000, 500))  # 0.01 at this price
    texts = [f"Article {number}. It is read." for number in range(10)]
    async with ScriptedServer(always(reply)) as server:
        with pytest.raises(BudgetError):
            await bench.run(server, *texts, price=(1.0, 10.0), budget=0.15)
    assert 1 <= len(server.asked) <= 15


async def test_a_text_whose_letters_are_tokens_each_is_held_back_for(bench: Bench) -> None:
    """Of Greek or Arabic a token may be one byte: a budget that covers a quarter of the characters sends nothing."""
    greek = "Δύο άνδρες διέφυγαν από το λιμάνι. " * 2_000  # 70,000 characters, 130,000 bytes
    async with ScriptedServer() as server:
        with pytest.raises(BudgetError):
            await bench.run(server, greek, price=(1.0, 0.0), budget=0.1)
        (result,) = await bench.run(server, greek, price=(1.0, 0.0), budget=0.3)
    assert not isinstance(result, ArticleError)
    assert len(server.asked) == 1


async def test_charged_failures_are_not_repeated_beyond_the_budget(bench: Bench) -> None:
    """A server that fails at status 200 may have charged each attempt: none is made that the budget does not cover."""
    from summarize.retry import Patience

    patience = Patience(attempts=30, first_wait=0.001, longest_wait=0.002)
    async with ScriptedServer(always(Reply(body=b"<html>"))) as server:
        (row,) = await bench.run(server, price=(1.0, 1.0), budget=0.06, patience=patience)
    assert isinstance(row, ArticleError)
    assert 1 <= len(server.asked) <= 6


async def test_an_attempt_that_reached_no_server_costs_nothing(bench: Bench) -> None:
    """Where nothing listens nobody can have charged anything; a connection that breaks off may have been charged."""
    async with ScriptedServer() as server:
        model = await bench.model(server, price=(1.0, 10.0))
    await bench.through(model, TEXT)
    assert (model.spending.failed, model.spending.lost) == (3, 0)
    async with ScriptedServer(always(Reply(sent=0))) as server:
        model = await bench.model(server, price=(1.0, 10.0))
        await bench.through(model, TEXT)
    assert model.spending.lost > 0


async def test_failed_attempts_and_reasks_are_counted(bench: Bench) -> None:
    """The line at the end tells calls, replays, failures, tokens and money, and what re-asks brought."""
    replies = (error(500, "Oops"), answer("nonsense"), answer())
    async with ScriptedServer(always(*replies)) as server:
        model = await bench.model(server, price=(1.0, 10.0))
        await bench.through(model, "Two men fled. The army said so.", "Two men fled. The army said so.")
    spending = model.spending
    assert (spending.calls, spending.failed, spending.reasks) == (2, 1, 1)
    assert spending.cost == pytest.approx(2 * 0.003)
    assert spending.reask_cost == pytest.approx(0.003)
    assert spending.line().startswith("2 calls, 2 answers from the ledger, 1 failed attempts; 2,000 tokens in")


async def test_replayed_answers_cost_nothing(bench: Bench) -> None:
    """A second run's line says so."""
    async with ScriptedServer() as server:
        await bench.run(server, price=(1.0, 10.0))
        model = await bench.model(server, price=(1.0, 10.0))
        (result,) = await bench.through(model, TEXT)
    assert not isinstance(result, ArticleError)
    assert model.spending.cost == 0
    assert model.spending.replayed == 1
