"""Readers: milliseconds an article for each format, and as multiples of the plain read of the same words.

Run from the project's root: `python -m benchmarks.readers [ARTICLES]`. The words are the example article's, once
as text, Markdown, JSON Lines and HTML, and the example PDF. The first row, reading the text files with
`Path.read_text` and nothing else, is what the others are multiples of.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from summarize.article import Article
from summarize.readers import read_inputs

_ARTICLES = 500
_SLOW_SHARE = 10  # one in so many articles for the formats that take milliseconds
_EXAMPLES = Path(__file__).parents[1] / "examples"
_WORDS = 600  # of an article, as in the project's other figures
_RULES = "".join(f".c{n} > p, .c{n + 1}:hover {{ color: #333; display: block; margin: {n}px }}\n" for n in range(500))


def _body() -> str:
    """About 600 words in paragraphs."""
    paragraphs = (_EXAMPLES / "harbour-drone.md").read_text(encoding="utf-8").split("---\n")[2].strip().split("\n\n")
    words = 0
    chosen: list[str] = []
    while words < _WORDS:
        paragraph = paragraphs[len(chosen) % len(paragraphs)]
        chosen.append(f"{len(chosen) + 1}. {paragraph}")
        words += len(paragraph.split())
    return "\n\n".join(chosen)


def _page(body: str, style: str = "") -> str:
    paragraphs = "".join(f"<p class=c{n}>{text}</p>" for n, text in enumerate(body.split("\n\n")))
    return (
        f"<html><head><title>A</title><style>{style}</style></head><body><article>{paragraphs}</article></body></html>"
    )


def _write(folder: Path, count: int) -> dict[str, Path]:
    """A folder or file for each format."""
    body = _body()
    few = max(1, count // _SLOW_SHARE)
    texts = {
        "text": (".txt", body, count),
        "markdown": (".md", f"---\ntitle: A drone\npublished: 2024-04-22\n---\n{body}", count),
        "html": (".html", _page(body), few),
        "html, 500 style rules": (".html", _page(body, _RULES), few),
    }
    made = {}
    for name, (suffix, text, number) in texts.items():
        made[name] = folder / name.replace(", ", "-").replace(" ", "-")
        made[name].mkdir()
        for n in range(number):
            (made[name] / f"{n:06}{suffix}").write_text(text, encoding="utf-8")
    made["json lines"] = folder / "a.jsonl"
    row = json.dumps({"text": body, "published": "2024-04-22"}) + "\n"
    made["json lines"].write_text(row * count, encoding="utf-8")
    made["pdf"] = folder / "pdf"
    made["pdf"].mkdir()
    for n in range(few):
        (made["pdf"] / f"{n:06}.pdf").write_bytes((_EXAMPLES / "tanker-seizure.pdf").read_bytes())
    return made


async def _read(path: Path) -> int:
    count = 0
    async for row in read_inputs([str(path)]):
        assert isinstance(row, Article), row
        count += 1
    return count


def _plain(paths: Iterable[Path]) -> float:
    """Milliseconds an article for reading and decoding alone."""
    start, count = perf_counter(), 0
    for path in paths:
        path.read_text(encoding="utf-8")
        count += 1
    return (perf_counter() - start) / count * 1000


def main() -> None:
    """Print a line for each format."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _ARTICLES
    with TemporaryDirectory() as folder:
        made = _write(Path(folder), count)
        base = _plain(sorted(made["text"].iterdir()))
        print(f"{'format':<24}{'ms an article':>14}{'times plain':>14}")
        print(f"{'plain read':<24}{base:>14.3f}{1:>14.1f}")
        for name, path in made.items():
            asyncio.run(_read(path))  # imports and caches
            start = perf_counter()
            read = asyncio.run(_read(path))
            milliseconds = (perf_counter() - start) / read * 1000
            print(f"{name:<24}{milliseconds:>14.3f}{milliseconds / base:>14.1f}")


if __name__ == "__main__":
    main()
