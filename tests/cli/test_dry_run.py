"""`summarize run --dry-run`: what a run would ask and pay, said without a call."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from summarize.testing.server import Asked, Reply, ScriptedServer, answer

PORT_CLOSED = "http://127.0.0.1:9/v1"
MILLION = 1_000_000


def _article(folder: Path, name: str, text: str = "") -> None:
    (folder / name).write_text(f"Article {name}. Two men fled from the port, the army said. {text}")


async def _summarize(folder: Path, *arguments: str, base_url: str = PORT_CLOSED) -> tuple[int | None, str, str]:
    command = [sys.executable, "-m", "summarize", "--base-url", base_url, "--ledger", "l.sqlite", *arguments]
    process = await asyncio.create_subprocess_exec(*command, cwd=folder, stdout=-1, stderr=-1)
    output, errors = await process.communicate()
    return process.returncode, output.decode(), errors.decode()


def _tokens(line: str) -> int:
    """The estimate at the head of an article's line."""
    return int(line.split()[1].replace(",", ""))


async def test_articles_tokens_and_cost_are_printed_without_a_server(tmp_path: Path) -> None:
    """No call, no key, no ledger made; the estimates are marked, and a file that cannot be read is an error row."""
    _article(tmp_path, "a.txt")
    _article(tmp_path, "b.txt", "It was late. " * 400)
    arguments = ("--model", "openai/x", "--price", "1,10", "--dry-run", "a.txt", "b.txt", "gone.txt", "-o", "o.jsonl")
    code, output, errors = await _summarize(tmp_path, *arguments)
    first, second, count, total = output.splitlines()
    assert code == 1
    assert "gone.txt" in errors
    assert first.endswith(" tokens  a.txt")
    assert _tokens(second) > _tokens(first) + 400 * 13 // 4
    assert count == "Articles: 2; in the ledger, so that they cost nothing: 0."
    into, out = _tokens(first) + _tokens(second), 2 * 1300
    assert total == f"≈ {into:,} tokens in, ≈ {out:,} out; ≈ ${(into + 10 * out) / MILLION:.4f}. No call was made."
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]  # noqa: ASYNC240 - two names


async def test_what_is_in_the_ledger_costs_nothing_and_corrects_the_estimate(tmp_path: Path) -> None:
    """After a run its article is free, and the next one is estimated by the tokens that the server really counted."""
    _article(tmp_path, "a.txt")
    _article(tmp_path, "b.txt")
    sizes: list[int] = []

    def script(asked: Asked) -> Reply:
        sizes.append(sum(len(message["content"]) for message in asked.body["messages"]))
        return answer(tokens=(30_000, 700))

    async with ScriptedServer(script) as server:
        await _summarize(tmp_path, "--model", "openai/x", "a.txt", base_url=server.base_url)
        arguments = ("--model", "openai/x", "--dry-run", "a.txt", "b.txt", "b.txt")
        code, output, _ = await _summarize(tmp_path, *arguments, base_url=server.base_url)
        _, refreshed, _ = await _summarize(tmp_path, *arguments, "--refresh", base_url=server.base_url)
    assert (code, len(sizes)) == (0, 1)
    first, second, *_, total = output.splitlines()
    assert first.split() == ["in", "the", "ledger", "a.txt"]
    assert 29_900 <= _tokens(second) <= 30_100
    assert "≈ 700 out; price unknown (--price IN,OUT)." in total
    assert refreshed.startswith(" ≈ 30,000 tokens  a.txt")


async def test_a_recorded_refusal_costs_nothing_unless_it_is_to_be_asked_anew(tmp_path: Path) -> None:
    """With --retry-failed an article whose recorded answer holds no draft is estimated like a new one."""
    _article(tmp_path, "a.txt")
    _article(tmp_path, "b.txt")
    async with ScriptedServer(lambda asked: answer(refusal="No.") if "a.txt" in asked.text else answer()) as server:
        await _summarize(tmp_path, "--model", "openai/x", "a.txt", "b.txt", base_url=server.base_url)
        arguments = ("--model", "openai/x", "--dry-run", "a.txt", "b.txt")
        _, output, _ = await _summarize(tmp_path, *arguments, base_url=server.base_url)
        _, again, _ = await _summarize(tmp_path, *arguments, "--retry-failed", base_url=server.base_url)
    assert "in the ledger, so that they cost nothing: 2." in output
    assert "in the ledger, so that they cost nothing: 1." in again
    assert again.splitlines()[0].endswith(" tokens  a.txt")


async def test_the_rules_model_is_free(tmp_path: Path) -> None:
    """It asks nobody."""
    _article(tmp_path, "a.txt")
    code, output, _ = await _summarize(tmp_path, "--model", "rules", "--dry-run", "a.txt")
    assert code == 0
    assert output.splitlines()[-1] == "Articles: 1; the rules model makes no call and costs nothing."
