"""A request as it is named and kept: texts that many requests share stand in it by their hash."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
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
    def packed(self) -> str:
        """The request as canonical JSON; {"constant": SHA-256} stands for the schema and for a system message."""
        return canonical(
            {
                "provider": self.provider,
                "base_url": self.base_url,
                "model": self.model,
                "messages": [_packed(message) for message in self.messages],
                "schema": _reference(self.schema),
                "parameters": self.parameters,
                "sample": self.sample,
            }
        )

    @cached_property
    def key(self) -> str:
        """SHA-256 of the packed request, hexadecimal: equal requests, and no others, have equal keys."""
        return sha256(encoded(self.packed)).hexdigest()

    @property
    def characters(self) -> int:
        """Of the messages and the schema: what a server counts as tokens of the prompt."""
        return sum(len(message["content"]) for message in self.messages) + len(self.schema)

    def constants(self) -> dict[str, str]:
        """The texts that the packed request names, by their hashes."""
        texts = [self.schema, *(message["content"] for message in self.messages if message["role"] == "system")]
        return {text_hash(text): text for text in texts}


def unpacked(packed: str, constant: Callable[[str], str]) -> CallRequest:
    """The request as it was sent.

    Args:
        packed: what `CallRequest.packed` gave.
        constant: the text of a hash.
    """
    value = json.loads(packed)
    messages = tuple(
        {**message, "content": constant(message["content"]["constant"])} if message["role"] == "system" else message
        for message in value["messages"]
    )
    return CallRequest(**{**value, "messages": messages, "schema": constant(value["schema"]["constant"])})


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces: equal values give equal text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def encoded(text: str) -> bytes:
    """The text in UTF-8; lone surrogates, which an article's name may hold, are kept."""
    return text.encode("utf-8", "surrogatepass")


@lru_cache(maxsize=16)  # a run has one schema and one or two system messages of some 20 kB, and thousands of calls
def text_hash(text: str) -> str:
    """SHA-256 of the text in UTF-8, hexadecimal."""
    return sha256(encoded(text)).hexdigest()


def _packed(message: dict[str, Any]) -> dict[str, Any]:
    return {**message, "content": _reference(message["content"])} if message["role"] == "system" else message


def _reference(text: str) -> dict[str, str]:
    return {"constant": text_hash(text)}
