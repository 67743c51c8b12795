"""Misbehaviour: the ways in which model servers go wrong, and what a run should say of each.

`Chaos` is a script for `ScriptedServer` that goes wrong in all of them, at a known rate and the same way in every
run; `expected_kind` reads in the server's log what must have become of an article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from summarize.errors import ErrorKind
from summarize.testing.reply import Reply, answer, error
from summarize.testing.request import Asked

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Misbehaviour:
    """One way of going wrong.

    Attributes:
        reply: what the server does.
        kind: the error of an article with which it ends this way.
        passes: another attempt may be answered.
        weight: how often it is drawn, beside the others.
    """

    reply: Reply
    kind: ErrorKind
    passes: bool = True
    weight: float = 1.0


_WHOLE = answer().body
_SELDOM = 0.5  # two ways say 429, and each such answer slows a run down, as it should
MISBEHAVIOURS = {
    "429": Misbehaviour(error(429, "Slow down"), ErrorKind.RATE_LIMITED, weight=_SELDOM),
    "429 with Retry-After": Misbehaviour(
        error(429, "Slow down", headers={"retry-after": "0.02"}), ErrorKind.RATE_LIMITED, weight=_SELDOM
    ),
    "500": Misbehaviour(error(500, "Oops"), ErrorKind.SERVER_ERROR),
    "dropped before the answer": Misbehaviour(Reply(0), ErrorKind.UNREACHABLE),
    "dropped mid-body": Misbehaviour(Reply(body=_WHOLE, sent=40), ErrorKind.UNREACHABLE),
    "garbage": Misbehaviour(Reply(body=b"\x00\x01\xff"), ErrorKind.BAD_RESPONSE),
    "HTML with 200": Misbehaviour(
        Reply(body=b"<html>Sign in</html>", headers={"content-type": "text/html"}), ErrorKind.BAD_RESPONSE
    ),
    "truncated JSON": Misbehaviour(Reply(body=_WHOLE[:60]), ErrorKind.BAD_RESPONSE),
    "300 MB": Misbehaviour(Reply(body=_WHOLE, blanks=300 * MEGABYTE), ErrorKind.BAD_RESPONSE),
    "slow drip": Misbehaviour(Reply(body=_WHOLE, drip=0.25), ErrorKind.TIMEOUT, passes=False),
    "wrong schema": Misbehaviour(answer('{"summary": 1}'), ErrorKind.INVALID_ANSWER, passes=False),
    "refusal": Misbehaviour(answer(refusal="No."), ErrorKind.REFUSED, passes=False),
    "content filter": Misbehaviour(answer(finish="content_filter"), ErrorKind.CONTENT_FILTER, passes=False),
    "cut off": Misbehaviour(answer("{", finish="length"), ErrorKind.TRUNCATED, passes=False),
    "context overflow": Misbehaviour(
        error(400, "Too much", code="context_length_exceeded"), ErrorKind.ARTICLE_TOO_LONG, passes=False
    ),
}
"""By the name that the server's log gives them."""


class Chaos:
    """A script that goes wrong: now and then at most articles, always in the same way at the stubborn ones."""

    def __init__(self, *, share: float = 0.18, stubborn: float = 0.1, seed: int = 0) -> None:
        """Set how often.

        Args:
            share: of the requests of an ordinary article, from 0 to 1.
            stubborn: of the articles, from 0 to 1: each of their requests meets the same misbehaviour.
            seed: the same seed does the same to the same articles, in whatever order they come.
        """
        self._share = share
        self._stubborn = stubborn
        self._seed = seed
        self._requests: dict[str, int] = {}

    def __call__(self, asked: Asked) -> Reply:
        """What is done with this request."""
        count = self._requests[asked.article] = self._requests.get(asked.article, -1) + 1
        article = Random(f"{self._seed} {asked.article}")  # noqa: S311 - seeded on purpose
        if article.random() < self._stubborn:
            return _drawn(article)
        request = Random(f"{self._seed} {asked.article} {count}")  # noqa: S311 - likewise
        return _drawn(request) if request.random() < self._share else answer()


def expected_kind(names: Sequence[str]) -> ErrorKind | None:
    """What must become of an article by what was done to its requests, in order; None for a report.

    A good last answer is a report. A last word that lies in the answer to a re-ask leaves the first answer, which
    broke the schema; one that came on the way is the article's error.
    """
    last = MISBEHAVIOURS.get(names[-1])
    if last is None:
        return None
    answered_invalid = "wrong schema" in names and not last.passes and last.kind is not ErrorKind.TIMEOUT
    return ErrorKind.INVALID_ANSWER if answered_invalid else last.kind


def _drawn(random: Random) -> Reply:
    (name,) = random.choices(list(MISBEHAVIOURS), [way.weight for way in MISBEHAVIOURS.values()])
    return replace(MISBEHAVIOURS[name].reply, name=name)
