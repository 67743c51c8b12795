"""What an eval cost: calls, re-asks, tokens, money and seconds. It differs from run to run, and is in no saved run."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable

from summarize.models.base import Model

if TYPE_CHECKING:
    from summarize.models.account import Spending


@dataclass(frozen=True, slots=True)
class Cost:
    """What one subject cost.

    Attributes:
        articles: how many were scored.
        calls: answers that were paid.
        replayed: answers from the ledger.
        reasks: how many of the answers were to re-asks.
        tokens_in: of the paid answers.
        tokens_out: of the paid answers.
        usd: their price; None where it is unknown.
        seconds: from the first article to the last; None for saved reports.
    """

    articles: int
    calls: int = 0
    replayed: int = 0
    reasks: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    usd: float | None = 0.0
    seconds: float | None = None


@runtime_checkable
class Paid(Protocol):
    """A model that keeps an account."""

    @property
    def spending(self) -> Spending:
        """What it used so far."""
        ...


class Stopwatch:
    """Counts the seconds inside its block."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._started = 0.0

    def __enter__(self) -> Self:
        self._started = perf_counter()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.seconds += perf_counter() - self._started


def cost_of(model: Model, articles: int, seconds: float) -> Cost:
    """What a model used; a model without an account makes no calls."""
    if not isinstance(model, Paid):
        return Cost(articles, seconds=seconds)
    spent = model.spending
    return Cost(
        articles=articles,
        calls=spent.calls,
        replayed=spent.replayed,
        reasks=spent.reasks,
        tokens_in=spent.usage.prompt,
        tokens_out=spent.usage.completion,
        usd=None if spent.unpriced else spent.cost + spent.lost,
        seconds=seconds,
    )
