"""Calls as rows: how one is put into the ledger's tables and read back."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from summarize.errors import LedgerError
from summarize.ledger.record import COMPLETE, CallRecord, Completion, StoredCall, Usage
from summarize.ledger.request import CallRequest, encoded, unpacked

_FIND = (
    "SELECT id, body, prompt_tokens, completion_tokens, cached_tokens, cost FROM call"
    " WHERE key = ? AND outcome = 'complete' ORDER BY id DESC LIMIT 1"
)
_INSERT = (
    "INSERT INTO call (run, key, article, request, body, outcome, prompt_tokens, completion_tokens,"
    " cached_tokens, cost, latency, attempts, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SELECT = (
    "SELECT id, run, at, request, article, body, outcome, prompt_tokens, completion_tokens, cached_tokens, cost,"
    " latency, attempts FROM call"
)
# The newest complete answer to each request, in an order that depends on nothing but what they are.
_NEWEST = "id IN (SELECT max(id) FROM call WHERE outcome = 'complete' GROUP BY key) ORDER BY article, key"
# The newest answers whose tokens the server counted, of one model at one address.
_COUNTED = (
    "SELECT request, prompt_tokens, completion_tokens FROM call JOIN run ON run.id = call.run WHERE run.model = ?"
    " AND run.base_url = ? AND outcome = 'complete' AND prompt_tokens > 0 ORDER BY call.id DESC LIMIT ?"
)
_LEVEL = 1  # of zlib: higher levels make requests and answers a tenth smaller and take thrice the time
_LARGEST = 2**63 - 1  # integer in SQLite; a server may claim any number of tokens


def put_call(connection: sqlite3.Connection, run: int | None, call: CallRecord) -> int:
    """Insert a call; returns its id."""
    for digest, text in call.request.constants().items():
        # Asked first: almost always the text is there, and to bind it costs more than to look for its hash.
        if connection.execute("SELECT 1 FROM constant WHERE sha256 = ?", (digest,)).fetchone() is None:
            connection.execute("INSERT INTO constant (sha256, text) VALUES (?, ?)", (digest, _shrunk(encoded(text))))
    body = None if call.body is None or call.outcome != COMPLETE else _shrunk(call.body)
    tokens = (min(count, _LARGEST) for count in (call.usage.prompt, call.usage.completion, call.usage.cached))
    values = (
        run,
        call.request.key,
        call.article.encode("utf-8", "backslashreplace").decode(),  # a file's name may be no UTF-8
        _shrunk(encoded(call.request.packed)),
        body,
        call.outcome,
        *tokens,
        call.cost,
        call.latency,
        call.attempts,
        now(),
    )
    return rowid(connection.execute(_INSERT, values))


def newest_answer(connection: sqlite3.Connection, key: str) -> Completion | None:
    """The newest whole answer to that request, None if there is none."""
    row = connection.execute(_FIND, (key,)).fetchone()
    if row is None:
        return None
    number, body, prompt, completion, cached, cost = row
    return Completion(number, key, zlib.decompress(body), Usage(prompt, completion, cached), cost)


def stored_call(connection: sqlite3.Connection, number: int) -> StoredCall | None:
    """The call with that id, None if there is none."""
    row = connection.execute(f"{_SELECT} WHERE id = ?", (number,)).fetchone()
    return None if row is None else _stored(connection, row)


def answers(connection: sqlite3.Connection) -> Iterator[StoredCall]:
    """The newest whole answer to each request, by article and key."""
    for row in connection.execute(f"{_SELECT} WHERE {_NEWEST}"):
        yield _stored(connection, row)


def requests_of(
    connection: sqlite3.Connection, model: str, base_url: str, count: int
) -> Iterator[tuple[CallRequest, int, int]]:
    """The newest requests to that model there, so many, with the tokens of prompt and answer as the server counted."""
    for request, prompt, completion in connection.execute(_COUNTED, (model, base_url, count)):
        yield _request(connection, request), prompt, completion


def constant(connection: sqlite3.Connection, digest: str) -> str:
    """The shared text of that hash."""
    (text,) = connection.execute("SELECT text FROM constant WHERE sha256 = ?", (digest,)).fetchone()
    return _grown(text)


def rowid(cursor: sqlite3.Cursor) -> int:
    """The number of the row that was just inserted."""
    if cursor.lastrowid is None:
        raise LedgerError("The ledger gave a new row no number.")
    return cursor.lastrowid


def now() -> str:
    """The time, UTC, ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _stored(connection: sqlite3.Connection, row: tuple[Any, ...]) -> StoredCall:
    number, run, at, request, article, body, outcome, prompt, completion, cached, cost, latency, attempts = row
    call = CallRecord(
        request=_request(connection, request),
        article=article,
        body=None if body is None else zlib.decompress(body),
        outcome=outcome,
        usage=Usage(prompt, completion, cached),
        cost=cost,
        latency=latency,
        attempts=attempts,
    )
    return StoredCall(number, run, at, call)


def _request(connection: sqlite3.Connection, packed: bytes) -> CallRequest:
    return unpacked(_grown(packed), lambda digest: constant(connection, digest))


def _shrunk(data: bytes) -> bytes:
    return zlib.compress(data, _LEVEL)


def _grown(data: bytes) -> str:
    return zlib.decompress(data).decode("utf-8", "surrogatepass")
