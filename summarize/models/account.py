"""The account of a run: what its calls cost, what they may cost at most, and the line that says so at the end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from summarize.errors import BudgetError, SettingsError
from summarize.ledger import Usage
from summarize.models.pricing import Pricing


@dataclass
class Spending:
    """What a run used.

    Attributes:
        calls: answers that were paid.
        replayed: answers from the ledger.
        failed: attempts that brought no answer.
        usage: tokens of the paid answers, as the server counted them.
        cost: USD of the paid answers whose price is known.
        lost: USD, estimated, of failed attempts that the server may have charged.
        unpriced: paid answers whose price is unknown.
        reasks: how many of the answers were to re-asks.
        reask_cost: their part of the cost.
        recovered: facts that stand thanks to them.
    """

    calls: int = 0
    replayed: int = 0
    failed: int = 0
    usage: Usage = field(default_factory=Usage)
    cost: float = 0.0
    lost: float = 0.0
    unpriced: int = 0
    reasks: int = 0
    reask_cost: float = 0.0
    recovered: int = 0

    def line(self) -> str:
        """One line for the end of a run."""
        usage = self.usage
        parts = [
            f"{self.calls} calls, {self.replayed} answers from the ledger, {self.failed} failed attempts",
            f"{usage.prompt:,} tokens in ({usage.cached:,} of them cached), {usage.completion:,} out",
            self._money(),
        ]
        if self.reasks:
            parts.append(f"{self.reasks} re-asks (${self.reask_cost:.4f}) recovered {self.recovered} facts")
        return "; ".join(parts) + "."

    def _money(self) -> str:
        if self.unpriced:
            return "price unknown (--price IN,OUT)"
        about = "≈ " if self.lost else ""
        return f"{about}${self.cost + self.lost:.4f}"


class Account:
    """Counts what is spent, and lets no call leave that could exceed the budget."""

    def __init__(self, pricing: Pricing, budget: float | None = None) -> None:
        """Nothing is spent yet.

        Args:
            pricing: the model's price; it must be known if there is a budget.
            budget: USD; None for no bound.

        Raises:
            SettingsError: there is a budget, and no price.
        """
        if budget is not None and pricing.cost(Usage(1, 1)) is None:
            raise SettingsError(
                f"A budget needs a price, and that of {pricing.model} at {pricing.base_url} is unknown.",
                advice="Give it with --price IN,OUT, in USD per million tokens.",
            )
        self.spending = Spending()
        self._pricing = pricing
        self._budget = budget
        self._reserved = 0.0
        self._settled = asyncio.Condition()

    @asynccontextmanager
    async def reserved(self, worst: Usage) -> AsyncIterator[None]:
        """Hold back what a call may cost at most, while it is under way; waits while others hold too much.

        Raises:
            BudgetError: what is left does not cover this call, whatever those under way come to.
        """
        amount = self._pricing.cost(worst) if self._budget is not None else None
        if amount is None or self._budget is None:
            yield
            return
        await self._hold(amount, self._budget)
        try:
            yield
        finally:
            async with self._settled:
                self._reserved -= amount
                self._settled.notify_all()

    async def _hold(self, amount: float, budget: float) -> None:
        async with self._settled:
            while self._spent() + self._reserved + amount > budget:
                if not self._reserved:
                    raise BudgetError(
                        f"The next call may cost up to ${amount:.4f}, and ${self._spent():.4f} of the budget of "
                        f"${budget:.4f} is spent.",
                        advice="Run the same command again with a larger --budget: what was answered is kept.",
                    )
                await self._settled.wait()
            self._reserved += amount

    def paid(self, usage: Usage) -> float | None:
        """An answer came; returns its cost in USD, None if the price is unknown."""
        spending, cost = self.spending, self._pricing.cost(usage)
        spending.calls += 1
        spending.usage = Usage(
            spending.usage.prompt + usage.prompt,
            spending.usage.completion + usage.completion,
            spending.usage.cached + usage.cached,
        )
        spending.cost += cost or 0.0
        spending.unpriced += cost is None
        return cost

    def failed(self, prompt: int, *, charged: bool) -> None:
        """An attempt of about that many tokens brought no answer; the server may have charged it all the same."""
        self.spending.failed += 1
        if charged:
            self.spending.lost += self._pricing.cost(Usage(prompt)) or 0.0

    @property
    def overdrawn(self) -> bool:
        """What is spent and held back exceeds the budget: failed attempts were charged too. Nothing is tried again."""
        return self._budget is not None and self._spent() + self._reserved > self._budget

    def _spent(self) -> float:
        return self.spending.cost + self.spending.lost
