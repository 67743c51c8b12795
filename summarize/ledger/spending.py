"""What the runs of a ledger made and paid."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from summarize.ledger.record import Usage

_RUNS = (
    "SELECT run.id, run.started, run.model, run.base_url, count(call.id), total(call.outcome != 'complete'),"
    " total(call.prompt_tokens), total(call.completion_tokens), total(call.cached_tokens), total(call.cost),"
    " total(call.outcome = 'complete' AND call.cost IS NULL)"
    " FROM run LEFT JOIN call ON call.run = run.id GROUP BY run.id ORDER BY run.id DESC"
)
_TOTALS = (
    "SELECT (SELECT count(*) FROM run), count(*), total(cost), total(outcome = 'complete' AND cost IS NULL)"
    " FROM call WHERE run IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class RunSpending:
    """One run's calls; what was replayed made none.

    Attributes:
        id: the run's number.
        started: UTC, ISO 8601.
        model: as it was named.
        base_url: the server's address.
        calls: how many were made.
        failed: how many of them got no whole answer.
        usage: tokens of all.
        cost: USD, of the calls whose price is known.
        unpriced: answers whose price is unknown.
    """

    id: int
    started: str
    model: str
    base_url: str
    calls: int
    failed: int
    usage: Usage
    cost: float
    unpriced: int


@dataclass(frozen=True, slots=True)
class Totals:
    """All runs of a ledger together: how many there are, their calls, USD, and answers whose price is unknown."""

    runs: int
    calls: int
    cost: float
    unpriced: int


def spending(connection: sqlite3.Connection, limit: int) -> list[RunSpending]:
    """So many runs, the newest first; imported calls were paid elsewhere and belong to none."""
    return [
        RunSpending(number, started, model, base_url, calls, int(failed), _usage(tokens), cost, int(unpriced))
        for number, started, model, base_url, calls, failed, *tokens, cost, unpriced in connection.execute(
            f"{_RUNS} LIMIT ?", (limit,)
        )
    ]


def totals(connection: sqlite3.Connection) -> Totals:
    """What all runs made and paid."""
    runs, calls, cost, unpriced = connection.execute(_TOTALS).fetchone()
    return Totals(runs, calls, cost, int(unpriced))


def _usage(tokens: list[float]) -> Usage:
    prompt, completion, cached = tokens
    return Usage(int(prompt), int(completion), int(cached))
