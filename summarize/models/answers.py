"""Answers: what came back with status 200, recognised before anything is made of it."""

from __future__ import annotations

import json
from typing import Any

from summarize.errors import ErrorKind
from summarize.ledger import Usage
from summarize.retry import TransportError

_SHOWN = 200  # characters of a strange answer that an error shows
_MOST_TOKENS = 10**9  # of one call; a larger number is no count, and the ledger could not keep it


class AnswerError(Exception):
    """A whole answer that holds no draft: it was paid, it is replayed, and asking again the same way is pointless.

    Attributes:
        kind: what an error row says.
        advice: what to do next.
    """

    def __init__(self, kind: ErrorKind, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.kind = kind
        self.advice = advice


def whole_answer(body: bytes) -> dict[str, Any]:
    """The chat completion in a body.

    Raises:
        TransportError: it is HTML, broken JSON, an error under status 200, or has no choices: worth another attempt.
    """
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):  # brackets may be nested deeper than the parser goes
        raise _strange("is no JSON", body) from None
    if not isinstance(answer, dict):
        raise _strange("is no chat completion", body)
    if answer.get("error"):
        raise _strange("is an error under status 200", body)
    if not _has_message(answer.get("choices")):
        raise _strange("has no choices", body)
    return answer


def usage_of(answer: dict[str, Any]) -> Usage:
    """The tokens that the server counted; zeros where it does not say."""
    usage = _object(answer.get("usage"))
    details = _object(usage.get("prompt_tokens_details"))
    prompt = _count(usage.get("prompt_tokens"))
    return Usage(prompt, _count(usage.get("completion_tokens")), min(prompt, _count(details.get("cached_tokens"))))


def is_truncated(answer: dict[str, Any]) -> bool:
    """The model came to its token limit before the end of its answer."""
    return bool(answer["choices"][0].get("finish_reason") == "length")


def check_given(answer: dict[str, Any]) -> None:
    """Hold an answer to having content.

    Raises:
        AnswerError: the model refused, a filter held the answer back, or it was cut off.
    """
    choice = answer["choices"][0]
    if refusal := choice["message"].get("refusal"):
        raise AnswerError(
            ErrorKind.REFUSED,
            f"The model refused this article: {_shown(str(refusal))}",
            advice="Try another model, or read the article yourself.",
        )
    if choice.get("finish_reason") == "content_filter":
        raise filtered()
    if is_truncated(answer):
        raise AnswerError(
            ErrorKind.TRUNCATED,
            "The answer was cut off at its token limit, and again at twice that limit.",
            advice="Split the article, or use a model with a longer output.",
        )


def filtered() -> AnswerError:
    """A content filter of the server held back the article or the answer."""
    return AnswerError(
        ErrorKind.CONTENT_FILTER,
        "The server's content filter held the answer back.",
        advice="Use a server whose filter allows news on violence, or read the article yourself.",
    )


def not_recorded() -> AnswerError:
    """The request was never answered, and none may be sent."""
    return AnswerError(
        ErrorKind.NOT_RECORDED,
        "The ledger holds no answer to this request.",
        advice="Run once without --offline, with the same model, address, prompt, mode and parameters.",
    )


def not_started() -> AnswerError:
    """The run was interrupted before this request left."""
    return AnswerError(
        ErrorKind.NOT_STARTED, "The run was interrupted before this article.", advice="Run the same command again."
    )


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _count(value: object) -> int:
    """A number of tokens as servers give them; 0 for what cannot be one."""
    return int(value) if isinstance(value, int | float) and 0 <= value <= _MOST_TOKENS else 0


def _has_message(choices: object) -> bool:
    if not (isinstance(choices, list) and choices and isinstance(choices[0], dict)):
        return False
    return isinstance(choices[0].get("message"), dict)


def _strange(what: str, body: bytes) -> TransportError:
    start = _shown(body[: 4 * _SHOWN].decode("utf-8", "replace"))
    return TransportError(
        ErrorKind.BAD_RESPONSE,
        f"The server's answer {what}: {start}",
        again=True,
        status=200,
        advice="Check that --base-url is the address of an OpenAI-compatible API (it often ends in /v1).",
    )


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:_SHOWN]}…" if len(line) > _SHOWN else line
