"""One exchange with a language model: an article of 490 words, and its gold draft of 4 incidents as the answer.

Copies of the article differ by a number at their end, so that none is answered from the ledger.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from summarize.article import Article
from summarize.evaluation.gold import GoldArticle, load_gold
from summarize.grounding import facts
from summarize.prompt import Prompt

ARTICLE = "janaale-base-toll"
INCIDENTS, FACTS, LENGTH = 4, 45, 6_800  # the answer's, at least; the length in characters
NUMBERED = "Desk number "  # what stands before the number, here and for the server that looks for it


@cache
def exchange() -> GoldArticle:
    """The article and its draft."""
    (gold,) = load_gold(only=[ARTICLE]).articles
    assert len(gold.draft.incidents) >= INCIDENTS
    assert sum(1 for _ in facts(gold.draft)) >= FACTS
    assert len(gold.draft.model_dump_json()) >= LENGTH
    return gold


def article(number: int) -> Article:
    """The copy of that number."""
    original = exchange().article
    return Article(_text(number), id=f"a{number}", title=original.title, published=original.published)


def messages(prompt: Prompt, number: int) -> list[dict[str, str]]:
    """What is sent for that copy."""
    return [{"role": message["role"], "content": message["content"]} for message in prompt.render(article(number))]


def write_jsonl(path: Path, count: int, *, first: int = 0) -> None:
    """A file of that many copies, from that number on."""
    published = exchange().article.published
    assert published is not None
    with path.open("w", encoding="utf-8") as file:
        for number in range(first, first + count):
            row = {"id": f"a{number}", "text": _text(number), "published": published.isoformat()}
            file.write(json.dumps(row) + "\n")


def completion() -> bytes:
    """The body of the answer, as an OpenAI-compatible server sends it."""
    message = {"role": "assistant", "content": exchange().draft.model_dump_json(), "refusal": None}
    body = {
        "id": "chatcmpl-canned",
        "object": "chat.completion",
        "created": 1,
        "model": "canned",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}],
        "usage": {"prompt_tokens": 4500, "completion_tokens": 2000, "total_tokens": 6500},
    }
    return json.dumps(body).encode()


def _text(number: int) -> str:
    return f"{exchange().article.text}\n{NUMBERED}{number}."
