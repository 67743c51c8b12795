"""What the ledger keeps of a call: what was asked, what came back, what it cost. Never a key, never a header."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any


@dataclass(frozen=True)
class CallRequest:
    """Everything that decides an answer.

    Attributes:
        provider: "openai" for every OpenAI-compatible server.
        base_url: the server's address.
        model: the model's name there.
        messages: the chat messages, in order.
        schema: what asks for structured output (response_format or tool), as canonical JSON text.
        parameters: temperature, max_tokens and the like.
        sample: 0, or the number of a repeated sample of the same request.
    """

    provider: str
    base_url: str
    model: str
    messages: tuple[dict[str, Any], ...]
    schema: str
    parameters: dict[str, Any] = field(default_factory=dict)
    sample: int = 0

    @cached_property
    def key(self) -> str:
        """SHA-256 of the request as canonical JSON, hexadecimal."""
        parts = [
            self.provider,
            self.base_url,
            self.model,
            self.messages,
            self.schema,
            self.parameters,
            self.sample,
        ]
        return sha256(canonical(parts).encode("utf-8", "surrogatepass")).hexdigest()


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


COMPLETE = "complete"
"""The outcome of a call that was answered whole (status 200); such an answer is replayed."""


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces: equal values give equal text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
