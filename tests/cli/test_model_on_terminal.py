"""What a model or its server writes never reaches the terminal as anything but text."""

from __future__ import annotations

import asyncio
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from summarize.testing.reply import Reply, answer, error
from summarize.testing.request import Asked
from summarize.testing.server import ScriptedServer
from tests.models.conftest import TEXT, good_draft

EVIL = "\x1bc\x1b[s\x07\x9bm\u202e\x00\x08"  # without digits and capitals, which a headline would have to prove
FREE = {"text", "headline", "within", "country", "nationality", "actor", "by", "label", "action"}
"""Fields of a draft that are no quotes."""
OWN_STYLES = re.compile(r"\x1b\[(?:[01234]|3[0-7]|;)*m|\r\n")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # of direction; JSON is data and keeps them


def soiled(part: Any, *, fields: set[str] | None) -> Any:
    """The draft with escapes behind every text of these fields, of all that may hold any text if None."""
    if isinstance(part, list):
        return [soiled(item, fields=fields) for item in part]
    if not isinstance(part, dict):
        return part
    wanted = FREE | {"q"} if fields is None else fields
    return {
        key: f"{value} {EVIL}" if key in wanted and isinstance(value, str) else soiled(value, fields=fields)
        for key, value in part.items()
    }


def drafted(*, fields: set[str] | None) -> Reply:
    """A good draft, soiled; its place has words in each free field."""
    draft = good_draft().model_dump(mode="json")
    draft["incidents"][0]["places"][0] |= {"within": "the coast", "country": "Cyprus"}
    return answer(json.dumps(soiled(draft, fields=fields)))


REPLIES = (
    drafted(fields=FREE),
    drafted(fields=None),
    answer(refusal=f"No. {EVIL}"),
    error(400, f"Bad {EVIL}"),
    answer(json.dumps({EVIL: EVIL})),
)


def script(asked: Asked) -> Reply:
    """One way for each article, by the number of its report."""
    return REPLIES[int(asked.article.rpartition(" ")[2].rstrip("."))]


def on_a_terminal(*arguments: str, cwd: Path) -> tuple[str, str]:
    """What the command writes to a pseudo-terminal, and to standard error."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "summarize", *arguments]
    with subprocess.Popen(command, cwd=cwd, stdout=follower, stdin=follower, stderr=subprocess.PIPE) as process:
        os.close(follower)
        shown = b""
        while piece := _piece(leader):
            shown += piece
        assert process.stderr is not None
        said = process.stderr.read()
    os.close(leader)
    return shown.decode(), said.decode()


def _piece(leader: int) -> bytes:
    try:
        return os.read(leader, 65536)
    except OSError:  # Linux says EIO when the other side has gone
        return b""


@pytest.mark.parametrize("style", ["text", "markdown", "jsonl"])
async def test_no_escape_of_a_model_reaches_the_terminal(tmp_path: Path, style: str) -> None:
    """Escapes in every field, in a refusal, an error and an invalid answer: shown as text, never obeyed."""
    texts = [TEXT.replace("said", f"said in report {number}", 1) for number in range(len(REPLIES))]
    rows = [{"id": f"a{number}", "text": text} for number, text in enumerate(texts)]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    async with ScriptedServer(script) as server:
        options = ["--model", "openai/x", "--base-url", server.base_url, "--ledger", "l", "--format", style]
        shown, said = await asyncio.to_thread(on_a_terminal, "in.jsonl", *options, cwd=tmp_path)
    assert CONTROLS.findall(OWN_STYLES.sub("", shown)) == []
    assert CONTROLS.findall(said) == TURNS.findall(said) == []
    assert TURNS.findall(shown) == [] or style == "jsonl"
    assert "Drones hit naval base" in shown
    assert re.search(r"\\x1b|\\u001b|\\\\x1b", shown), "what was refused is shown, as text"
    assert said.count("a2: ") == said.count("a3: ") == said.count("a4: ") == 1
