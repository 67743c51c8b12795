"""What the ledger's tests share: calls that are made up, and a ledger of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.ledger import CallRecord, CallRequest, Usage

SYSTEM = "You read news articles. " * 100
SCHEMA = '{"type":"object"}'


def made_call(name: str, body: bytes | None = b'{"choices":[]}', outcome: str = "complete") -> CallRecord:
    """A call about the article of that name."""
    messages = ({"role": "system", "content": SYSTEM}, {"role": "user", "content": f"Article {name}: a ship was hit."})
    request = CallRequest("openai", "http://127.0.0.1:1/v1", "small", messages, SCHEMA, {"temperature": 0})
    return CallRecord(request, name, body, outcome, Usage(1000, 200, 10), 0.25, 1.5, 2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's ledger is; nothing is there yet."""
    return tmp_path / "folder" / "ledger.sqlite"
