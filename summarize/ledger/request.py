"""Requests in the ledger: texts that many of them share are kept once and named by their hash."""

from __future__ import annotations

import json
import sqlite3
from hashlib import sha256

from summarize.ledger.record import CallRequest, canonical

_KEEP = "INSERT OR IGNORE INTO constant (sha256, text) VALUES (?, ?)"


def pack_request(connection: sqlite3.Connection, request: CallRequest) -> str:
    """The request as JSON in which the system messages and the schema are named by hash; keeps those texts."""
    messages = [
        {**message, "content": _constant(connection, message["content"])} if message["role"] == "system" else message
        for message in request.messages
    ]
    return canonical(
        {
            "provider": request.provider,
            "base_url": request.base_url,
            "model": request.model,
            "messages": messages,
            "schema": _constant(connection, request.schema),
            "parameters": request.parameters,
            "sample": request.sample,
        }
    )


def unpack_request(connection: sqlite3.Connection, packed: str) -> CallRequest:
    """The request as it was sent."""
    value = json.loads(packed)
    messages = tuple(
        {**message, "content": _text(connection, message["content"])}
        if isinstance(message["content"], dict)
        else message
        for message in value["messages"]
    )
    return CallRequest(**{**value, "messages": messages, "schema": _text(connection, value["schema"])})


def _constant(connection: sqlite3.Connection, text: str) -> dict[str, str]:
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    connection.execute(_KEEP, (digest, text))
    return {"constant": digest}


def _text(connection: sqlite3.Connection, reference: dict[str, str]) -> str:
    statement = "SELECT text FROM constant WHERE sha256 = ?"
    return str(connection.execute(statement, (reference["constant"],)).fetchone()[0])
