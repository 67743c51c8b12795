"""What the ledger keeps of a call: what was asked, what came back, what it cost. Never a key, never a header."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.ledger.request import CallRequest

COMPLETE = "complete"
"""The outcome of a call that was answered whole (status 200); such an answer is replayed."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of a call; `cached` is the part of `prompt` that the server had in its cache."""

    prompt: int = 0
    completion: int = 0
    cached: int = 0


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One call as it went.

    Attributes:
        request: what was asked.
        article: the article's id.
        body: the raw answer as it came; None if none came whole.
        outcome: "complete" for a whole answer of whatever content, else the kind of transport failure.
        usage: tokens.
        cost: USD; None if the price is unknown.
        latency: seconds from the first attempt to the end.
        attempts: how many times it was sent.
    """

    request: CallRequest
    article: str
    body: bytes | None
    outcome: str
    usage: Usage = Usage()
    cost: float | None = None
    latency: float = 0.0
    attempts: int = 1


@dataclass(frozen=True, slots=True)
class Completion:
    """A recorded whole answer; `id` names it in the ledger."""

    id: int
    key: str
    body: bytes
    usage: Usage
    cost: float | None


@dataclass(frozen=True, slots=True)
class StoredCall:
    """A call as the ledger holds it.

    Attributes:
        id: its number in the ledger.
        run: the number of its run; None if it was imported.
        at: when it was recorded, UTC, ISO 8601.
        call: the call itself.
    """

    id: int
    run: int | None
    at: str
    call: CallRecord
