"""Failures: what an HTTP status and the server's words mean, and whether another attempt may help."""

from __future__ import annotations

from collections.abc import Mapping

from summarize.errors import CredentialError, ErrorKind
from summarize.models.answers import AnswerError, filtered
from summarize.retry import RETRIED_STATUS, TransportError, asked_wait

_TOO_MANY = 429
_NOT_FOUND = 404
_TIMEOUT = 408
_TOO_LARGE = 413
_PAYMENT_REQUIRED = 402
_KEY = frozenset({401, 402, 403})
# Words of servers' error messages and codes, lower case.
_NO_CREDIT = ("insufficient_quota", "insufficient credits", "billing", "credit balance")
_FILTERED = ("content_filter", "content management policy", "moderation", "flagged")
_TOO_LONG = ("context_length", "context length", "maximum context", "context window", "too long", "too many tokens")
_MODEL = ("model_not_found", "model not found", "no such model", "not a valid model", "unknown model")


def failure(
    status: int, text: str, headers: Mapping[str, str], *, model: str, base_url: str
) -> TransportError | AnswerError | CredentialError:
    """What to raise for an answer whose status is not 200.

    Args:
        status: the HTTP status.
        text: the server's own message, as far as it can be read.
        headers: with lower-case names.
        model: the model's name, for the message.
        base_url: the server's address, for the message.
    """
    said = text.lower()
    if _says(said, _NO_CREDIT) or (status in _KEY and not _says(said, _FILTERED)):
        return _credential(status, base_url, no_credit=status == _PAYMENT_REQUIRED or _says(said, _NO_CREDIT))
    if status in RETRIED_STATUS:
        return _passing(status, text, headers)
    if _says(said, _FILTERED):
        return filtered()
    if status == _TOO_LARGE or _says(said, _TOO_LONG):
        return AnswerError(
            ErrorKind.ARTICLE_TOO_LONG,
            f"The article does not fit the context of {model}: {text}",
            advice="Use a model with a larger context, or split the article.",
        )
    if status == _NOT_FOUND or _says(said, _MODEL):
        return AnswerError(
            ErrorKind.UNKNOWN_MODEL,
            f"The server at {base_url} does not know the model {model} (status {status}): {text}",
            advice="Check --model and --base-url; many servers list their models under /models.",
        )
    return AnswerError(
        ErrorKind.BAD_REQUEST,
        f"The server refuses the request (status {status}): {text}",
        advice="Another structured-output mode may work: --mode json_schema, tools or json_object.",
    )


def _passing(status: int, text: str, headers: Mapping[str, str]) -> TransportError:
    wait = asked_wait(headers)
    if status == _TOO_MANY:
        return TransportError(
            ErrorKind.RATE_LIMITED,
            f"The server allows no more requests for now (status 429): {text}",
            again=True,
            wait=wait,
            status=status,
            advice="Run the same command again later (what was answered is not asked again), or set --rpm.",
        )
    kind = ErrorKind.TIMEOUT if status == _TIMEOUT else ErrorKind.SERVER_ERROR
    return TransportError(
        kind,
        f"The server failed (status {status}): {text}",
        again=True,
        wait=wait,
        status=status,
        advice="Run the same command again later; if it fails at every article, try another --mode.",
    )


def _credential(status: int, base_url: str, *, no_credit: bool) -> CredentialError:
    if no_credit:
        return CredentialError(
            f"The account at {base_url} has no credit left (status {status}).",
            advice="Add credit there and run the same command again: what was answered is not asked again.",
        )
    return CredentialError(
        f"The server at {base_url} refuses the key (status {status}).",
        advice="Set SUMMARIZE_API_KEY, or the provider's own variable, to a key that is valid there.",
    )


def _says(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
