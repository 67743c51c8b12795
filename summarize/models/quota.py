"""Quotas: what a server still takes, as the rate-limit headers of its answers say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summarize.retry import duration


@dataclass(frozen=True, slots=True)
class Quota:
    """What is left of a limit.

    Attributes:
        left: requests or tokens.
        seconds: until the limit's window ends, or its bucket is full again.
    """

    left: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Quotas:
    """The quotas of an answer; None where its headers do not say."""

    requests: Quota | None = None
    tokens: Quota | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """The whole body of an answer with status 200, and what its headers say is left."""

    body: bytes
    quotas: Quotas


def quotas(headers: Mapping[str, str]) -> Quotas:
    """The quotas in the headers of an answer, good or bad.

    Args:
        headers: with lower-case names; x-ratelimit-remaining-* and x-ratelimit-reset-* as OpenAI, Azure and Groq send
            them (https://platform.openai.com/docs/guides/rate-limits).
    """
    return Quotas(_quota(headers, "requests"), _quota(headers, "tokens"))


def _quota(headers: Mapping[str, str], what: str) -> Quota | None:
    seconds = duration(headers.get(f"x-ratelimit-reset-{what}", ""))
    left = headers.get(f"x-ratelimit-remaining-{what}", "").strip()
    if seconds is None or not (left.isascii() and left.isdigit()):
        return None
    return Quota(float(left), seconds)
