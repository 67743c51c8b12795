"""The tail: what a page puts behind the end of an article, and advertisements set between its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from summarize.article import Mark
from summarize.boilerplate.page import Line, Marking, Page
from summarize.wordlist import read_words

_FEWEST_PARAGRAPHS = 3  # of news before anything can be the end of an article
_LONGEST_ADVERTISEMENT = 4  # lines between two lines that say "Advertisement"
# What stands behind the end only. A share bar or "Subscribe" also stands above and between paragraphs.
_END = re.compile(
    r"comments?|more from .{2,40}|our (?:partners|sponsors)|.{2,30}-friendly companies|about the authors?|"
    r"related (?:articles|stories)|most (?:read|popular)",
    re.IGNORECASE,
)


def mark_tail(page: Page, marks: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark what follows the end of the article, if nothing of it reads like news."""
    position = _end(page, marks)
    if position is None:
        return
    tail = page.lines[position:]
    if any(line.is_stopped and line.sentences[0] not in marks and has_news(line) for line in tail):
        return
    kind = Mark.ADVERTISEMENT
    for line in tail:
        kind = _kind(marks.get(line.sentences[0]), kind)
        yield from ((index, Mark.TEASER if has_news(line) else kind) for index in line.sentences)


def mark_advertising_block(page: Page, marks: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark what stands between two lines that say "Advertisement", if it is short and does not read like news."""
    if Mark.ADVERTISEMENT not in marks.values():
        return  # as on most pages
    said = [n for n, line in enumerate(page.lines) if marks.get(line.sentences[0]) is Mark.ADVERTISEMENT]
    for start, end in pairwise(said):
        between = page.lines[start + 1 : end]
        if len(between) <= _LONGEST_ADVERTISEMENT and not any(map(has_news, between)):
            yield from ((index, Mark.ADVERTISEMENT) for line in between for index in line.sentences)


def has_news(line: Line) -> bool:
    """Whether a line has a word that news has and furniture lacks: a weekday, "said", "killed"."""
    return not _news_cues().isdisjoint(word.strip(".,:;!?\"'“”‘’()").casefold() for word in line.words)


def _end(page: Page, marks: Mapping[int, Mark]) -> int | None:
    """The line that ends the article: the first of its kind behind enough paragraphs."""
    paragraphs = 0
    for position, line in enumerate(page.lines):
        if paragraphs >= _FEWEST_PARAGRAPHS and not line.is_stopped and _END.fullmatch(line.text):
            return position
        paragraphs += line.is_stopped and line.sentences[0] not in marks
    return None


def _kind(mark: Mark | None, before: Mark) -> Mark:
    """What an unmarked line of the tail is: what the last heading above it announced."""
    return mark if mark in {Mark.BYLINE, Mark.TEASER, Mark.ADVERTISEMENT} else before


@cache
def _news_cues() -> frozenset[str]:
    return frozenset(read_words("news_cues"))
