"""What the benchmark's quotations are made of: random sentences of articles, and some of their words in a row."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from summarize.article import Article

WORDS: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("quote_words.toml").read_text("utf-8"))
"""Words that tampered quotations exchange for one another."""
_WORD = re.compile(r"\S+")


class Source(NamedTuple):
    """A sentence to make a case of, and the articles it is drawn from."""

    rng: Random
    articles: Sequence[Article]
    article: Article
    number: int
    text: str


def random_source(rng: Random, articles: Sequence[Article]) -> Source:
    """A sentence of running text of one of the articles."""
    article = rng.choice(articles)
    running = [sentence for sentence in article.sentences if sentence.mark is None]
    sentence = rng.choice(running)
    return Source(rng, articles, article, sentence.number, article.words(sentence))


def window(source: Source, least: int = 4, most: int = 14) -> str | None:
    """Some words of a sentence in a row; None if it has too few."""
    words = list(_WORD.finditer(source.text))
    if len(words) < least:
        return None
    length = source.rng.randint(least, min(most, len(words)))
    first = source.rng.randint(0, len(words) - length)
    return source.text[words[first].start() : words[first + length - 1].end()]


def not_there(source: Source, quote: str) -> str | None:
    """The tampered quotation unless it happens to stand in the article."""
    return None if " ".join(quote.split()).lower() in " ".join(source.article.text.split()).lower() else quote
