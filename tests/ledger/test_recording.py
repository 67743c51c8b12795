"""Recordings: what one ledger answered, another answers, and nothing that was tampered with gets in."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from summarize.errors import LedgerError
from summarize.ledger import CallRecord, Ledger
from summarize.ledger.connection import connect
from summarize.ledger.recording import export_lines, import_lines
from tests.ledger.conftest import made_call

CALLS = [made_call("b"), made_call("a", b"old"), made_call("a", b"new \xff"), made_call("c", None, "timeout")]


async def _fill(path: Path, calls: list[CallRecord]) -> None:
    async with Ledger(path) as ledger:
        for call in calls:
            await ledger.record(call)


def _exported(path: Path) -> list[str]:
    with closing(connect(path)) as connection:
        return list(export_lines(connection))


def _imported(path: Path, lines: list[str]) -> tuple[int, int]:
    with closing(connect(path)) as connection:
        return import_lines(connection, lines, "recording.jsonl")


@pytest.fixture
def lines(tmp_path: Path) -> list[str]:
    """A recording of CALLS."""
    asyncio.run(_fill(tmp_path / "first.sqlite", CALLS))
    return _exported(tmp_path / "first.sqlite")


def test_a_recording_answers_elsewhere(lines: list[str], tmp_path: Path) -> None:
    """The newest answer to each request comes back, byte for byte, from a ledger that never saw the server."""
    assert _imported(tmp_path / "second.sqlite", lines) == (2, 2)
    ledger = Ledger(tmp_path / "second.sqlite")
    found = [ledger.find(call.request.key) for call in CALLS]
    assert [answer and (answer.body, answer.usage, answer.cost) for answer in found] == [
        (CALLS[0].body, CALLS[0].usage, 0.25),
        (b"new \xff", CALLS[1].usage, 0.25),
        (b"new \xff", CALLS[1].usage, 0.25),
        None,
    ]


def test_import_is_idempotent_and_export_deterministic(lines: list[str], tmp_path: Path) -> None:
    """A second import takes nothing, and a ledger filled by import, or in another order, gives the same bytes."""
    path = tmp_path / "second.sqlite"
    _imported(path, lines)
    assert _imported(path, lines) == (0, 2)
    asyncio.run(_fill(tmp_path / "third.sqlite", [CALLS[2], CALLS[0]]))
    assert _exported(path) == _exported(tmp_path / "third.sqlite") == lines


def test_the_header_says_that_it_holds_articles(lines: list[str]) -> None:
    """The first line warns whoever opens the file; the articles are indeed there."""
    assert json.loads(lines[0])["holds"].startswith("Whole articles")
    assert "Article a: a ship was hit." in "".join(lines)


def _another_schema(lines: list[str]) -> list[str]:
    return [line.replace("object", "array") if line.startswith('{"sha256"') else line for line in lines]


def _edited(number: int, old: str, new: str) -> Callable[[list[str]], list[str]]:
    def edit(lines: list[str]) -> list[str]:
        assert old in lines[number]
        return [*lines[:number], lines[number].replace(old, new), *lines[number:][1:]]

    return edit


BROKEN: dict[str, Callable[[list[str]], list[str]]] = {
    "another article": _edited(3, "a ship was hit", "a ship was missed"),
    "another schema": _another_schema,
    "a line is missing": lambda lines: lines[:-1],
    "a header is missing": lambda lines: lines[1:],
    "a line is half": lambda lines: [*lines[:-1], lines[-1][:50]],
    "a request lost its schema": _edited(3, '"schema":', '"scheme":'),
    "nothing": lambda _: [],
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_recording_is_refused_whole(lines: list[str], tmp_path: Path, name: str) -> None:
    """A recording that was edited or cut is refused in one sentence, and nothing of it is taken."""
    path = tmp_path / "second.sqlite"
    with pytest.raises(LedgerError, match=r"^Line \d+ of the recording recording.jsonl is broken: [^\n]+$"):
        _imported(path, BROKEN[name](lines))
    assert Ledger(path).newest() == 0
