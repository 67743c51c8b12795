"""A recording: a ledger's answers as JSON Lines, which can be committed and replayed elsewhere.

The first line is a header that says what the file holds. Then come the texts that requests share, then one line for
each request with its newest whole answer, by article and key. Times, latencies and runs are left out, so that equal
answers give equal bytes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from summarize.errors import LedgerError
from summarize.ledger.calls import answers, newest_answer, put_call
from summarize.ledger.record import COMPLETE, CallRecord, StoredCall, Usage
from summarize.ledger.request import CallRequest, text_hash, unpacked

HOLDS = "Whole articles, and what language models answered to them; share it only if the articles may be shared."


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


_Kind = TypeVar("_Kind", bound=_Line)


class _Header(_Line):
    recording: Literal["summarize"]
    version: Literal[1]
    holds: str
    constants: int
    answers: int


class _Constant(_Line):
    sha256: str
    text: str


class _Answer(_Line):
    article: str
    key: str
    request: dict[str, Any]
    body: str  # bytes that are no UTF-8 are lone surrogates
    prompt_tokens: int
    completion_tokens: int
    cached_tokens: int
    cost: float | None


def export_lines(connection: sqlite3.Connection) -> Iterator[str]:
    """The lines of a recording of a ledger, each with its line break, all ASCII."""
    connection.execute("BEGIN")  # one state of the ledger, whatever is written meanwhile
    constants: dict[str, str] = {}
    count = 0
    for stored in answers(connection):
        constants.update(stored.call.request.constants())
        count += 1
    yield _json(_Header(recording="summarize", version=1, holds=HOLDS, constants=len(constants), answers=count))
    for digest, text in sorted(constants.items()):
        yield _json(_Constant(sha256=digest, text=text))
    for stored in answers(connection):
        yield _json(_answer(stored))
    connection.execute("COMMIT")


def import_lines(connection: sqlite3.Connection, lines: Iterable[str], name: str) -> tuple[int, int]:
    """Take a recording into a ledger, all of it or nothing; what is there already is not taken twice.

    Args:
        connection: to the ledger.
        lines: of the recording.
        name: the recording's, for errors.

    Returns:
        how many answers were new, and how many the recording holds.

    Raises:
        LedgerError: a line is broken, a text or request is not the one its hash names, or lines are missing.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        counts = _import(connection, enumerate(lines, 1), name)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return counts


def _import(connection: sqlite3.Connection, lines: Iterator[tuple[int, str]], name: str) -> tuple[int, int]:
    header = _read(_Header, next(lines, (1, "")), name)
    constants: dict[str, str] = {}
    for number, line in islice(lines, header.constants):
        constant = _read(_Constant, (number, line), name)
        if text_hash(constant.text) != constant.sha256:
            raise _broken(name, number, "its text is not the one that its hash names")
        constants[constant.sha256] = constant.text
    new = count = 0
    for number, line in lines:
        answer = _read(_Answer, (number, line), name)
        new += _take(connection, _call(answer, constants, name, number))
        count += 1
    if count != header.answers:
        raise _broken(name, 1, f"it promises {header.answers} answers, and there are {count}")
    return new, count


def _take(connection: sqlite3.Connection, call: CallRecord) -> bool:
    """Keep an answer unless it is the one that would be replayed already."""
    found = newest_answer(connection, call.request.key)
    if found is not None and found.body == call.body:
        return False
    put_call(connection, None, call)
    return True


def _answer(stored: StoredCall) -> _Answer:
    call = stored.call
    return _Answer(
        article=call.article,
        key=call.request.key,
        request=json.loads(call.request.packed),
        body=(call.body or b"").decode("utf-8", "surrogateescape"),
        prompt_tokens=call.usage.prompt,
        completion_tokens=call.usage.completion,
        cached_tokens=call.usage.cached,
        cost=call.cost,
    )


def _call(answer: _Answer, constants: dict[str, str], name: str, number: int) -> CallRecord:
    """The call of a line; its key is computed anew."""
    try:
        request: CallRequest = unpacked(json.dumps(answer.request), constants.__getitem__)
        key = request.key
        body = answer.body.encode("utf-8", "surrogateescape")
    except (KeyError, TypeError, ValueError):
        raise _broken(name, number, "its request is not whole") from None
    if key != answer.key:
        raise _broken(name, number, "its request is not the one that its key names")
    usage = Usage(answer.prompt_tokens, answer.completion_tokens, answer.cached_tokens)
    return CallRecord(request, answer.article, body, COMPLETE, usage, answer.cost)


def _json(line: _Line) -> str:
    return json.dumps(line.model_dump(), separators=(",", ":")) + "\n"


def _read(kind: type[_Kind], numbered: tuple[int, str], name: str) -> _Kind:
    number, line = numbered
    try:
        return kind.model_validate(json.loads(line))
    except (ValidationError, ValueError):
        raise _broken(name, number, f"it is no {kind.__name__.strip('_').lower()} of a recording") from None


def _broken(name: str, number: int, why: str) -> LedgerError:
    return LedgerError(
        f"Line {number} of the recording {name} is broken: {why}; nothing was taken from it.",
        advice="Export it again with `summarize ledger export`.",
    )
