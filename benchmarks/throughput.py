"""Articles a second from reading to written report with the rules model, and what each stage costs, on one core.

The texts are the gold articles cut or filled up to 600 words, so that every sentence is real news prose; each copy
gets a number, so that none is the same text as another.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from summarize.article import Article
from summarize.cli.collector import collect_rarely
from summarize.content import content_path
from summarize.evaluation.gold import load_gold
from summarize.grounding import ground_draft
from summarize.models.base import provenance
from summarize.pipeline import stream
from summarize.readers import read_inputs
from summarize.render import open_renderer
from summarize.rules.draft import draft_article
from summarize.rules.model import RulesModel

WORDS = 600
ARTICLES = 600
FLOOR = 150.0  # articles a second


def texts() -> list[str]:
    """As many texts of 600 words as the gold gives, the beginnings of the articles one after the other."""
    words = [word for gold in load_gold(content_path("evals", "gold")).articles for word in _words(gold.article.text)]
    return ["".join(words[start : start + WORDS]) for start in range(0, len(words) - WORDS, WORDS)]


def _words(text: str) -> list[str]:
    """Words with the white space behind them, so that lines and paragraphs stay."""
    import re

    return re.findall(r"\S+\s*", text + "\n\n")


def write_jsonl(path: Path, count: int) -> None:
    """A file of that many different articles."""
    base = texts()
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            line = {
                "id": f"a{number}",
                "text": f"{base[number % len(base)]}\nDesk number {number}.",
                "published": "2024-05-01",
            }
            file.write(json.dumps(line) + "\n")


async def _whole(path: Path) -> int:
    renderer = open_renderer("jsonl")
    written = 0
    async for result in stream(read_inputs([str(path)]), RulesModel(), window=64):
        written += len(renderer.report(result))  # type: ignore[arg-type]  # none of these articles fails
    return written


def _stage(articles: list[Article], work: Callable[[Article], object]) -> tuple[float, list[object]]:
    start = time.process_time()
    results = [work(article) for article in articles]
    return (time.process_time() - start) / len(articles) * 1000, results


def stages(articles: list[Article]) -> dict[str, float]:
    """Milliseconds of CPU an article for each stage."""
    model = RulesModel()
    split, _ = _stage(articles, lambda article: article.sentences)
    language, _ = _stage(articles, lambda article: article.language)
    drafted, drafts = _stage(articles, draft_article)
    by_id = dict(zip((article.id for article in articles), drafts, strict=True))
    grounded, reports = _stage(articles, lambda a: ground_draft(by_id[a.id], a, provenance(a, model.identity)))  # type: ignore[arg-type]
    renderer = open_renderer("jsonl")
    start = time.process_time()
    for report in reports:
        renderer.report(report)  # type: ignore[arg-type]  # made by ground_draft above
    written = (time.process_time() - start) / len(articles) * 1000
    return {"split and mark": split, "language": language, "rules": drafted, "ground": grounded, "write": written}


def main() -> None:
    """Print the table; exit 1 below the floor."""
    collect_rarely()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        write_jsonl(path, ARTICLES)
        asyncio.run(_whole(path))  # lexicons and pages are warm after this
        start = time.process_time()
        asyncio.run(_whole(path))
        rate = ARTICLES / (time.process_time() - start)
    base = texts()
    articles = [Article(f"{base[n % len(base)]}\nDesk number {n}.", id=f"a{n}") for n in range(200)]
    for name, cost in stages(articles).items():
        print(f"{name:16} {cost:6.2f} ms an article")
    print(f"read to report   {rate:6.0f} articles/s of CPU on one core (floor {FLOOR:.0f})")
    sys.exit(rate < FLOOR)


if __name__ == "__main__":
    main()
