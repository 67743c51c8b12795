"""Experience: what the ledger has seen of a model, for estimates: characters a token, and tokens an answer."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from summarize.ledger.calls import requests_of

_RECENT = 50  # answers that are looked at, the newest


@dataclass(frozen=True, slots=True)
class Experience:
    """Means over the newest answers of one model at one address.

    Attributes:
        characters_per_token: of requests, as the server counted their tokens.
        answer_tokens: of an answer.
    """

    characters_per_token: float
    answer_tokens: float


def experience(connection: sqlite3.Connection, model: str, base_url: str) -> Experience | None:
    """What is known of that model ("openai/NAME") there; None if no answer said its tokens."""
    characters = prompt = completion = count = 0
    for request, prompt_tokens, completion_tokens in requests_of(connection, model, base_url, _RECENT):
        characters += request.characters
        prompt += prompt_tokens
        completion += completion_tokens
        count += 1
    return Experience(characters / prompt, completion / count) if count else None
