"""A chat request as the scripted server saw it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_FIRST_SENTENCE = re.compile(r"^\[1\] (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Asked:
    """One chat request.

    Attributes:
        number: from 0, in the order of arrival.
        attempt: from 0, counted over requests with the same messages.
        body: the request's JSON.
        headers: with lower-case names.
        raw: the request's bytes.
    """

    number: int
    attempt: int
    body: dict[str, Any]
    headers: dict[str, str]
    raw: bytes

    @property
    def text(self) -> str:
        """The last message's content; in a first request it holds the article."""
        return str(self.body["messages"][-1]["content"])

    @property
    def article(self) -> str:
        """The article's first sentence, by which a server can tell articles apart; "" where none was sent."""
        for message in self.body["messages"]:
            if message["role"] == "user" and (found := _FIRST_SENTENCE.search(str(message["content"]))):
                return found[1]
        return ""

    @property
    def is_reask(self) -> bool:
        """An earlier answer is held up to the model."""
        return any(message["role"] == "assistant" for message in self.body["messages"])
