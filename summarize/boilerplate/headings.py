"""Headings between paragraphs, and the headline where a page repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from summarize.article import Mark
from summarize.boilerplate.page import Line, Marking, Page
from summarize.boilerplate.tail import has_news

_LONGEST_HEADING = 10  # words
_ENTRY = re.compile(r"\d{1,2}[:.]\d\d\b")  # the headline of a live blog's entry is news
_STOPPED_SHARE = 0.5  # of the words have to stand in lines with a stop, else the text has no paragraphs


def mark_headings(page: Page, marks: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark short lines without a stop that stand before a paragraph; the headline and what is below it are news."""
    if not _has_paragraphs(page):
        return
    free = [line.sentences[0] not in marks for line in page.lines]
    below_headline = below_paragraph = False
    for position, line in enumerate(page.lines[:-1]):
        is_below = below_paragraph or (below_headline and line.text.isupper())
        if is_below and free[position] and _is_heading(line) and _leads_on(page.lines[position + 1]):
            yield line.sentences[0], Mark.HEADING
        below_headline = below_headline or free[position]
        below_paragraph = below_paragraph or line.is_stopped


def mark_repeated_headline(page: Page, marks: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark every line that repeats the headline; the first time it is news."""
    unmarked = [line for line in page.lines if line.sentences[0] not in marks]
    headlines = {line.key for line in unmarked[:1] if not line.is_stopped}
    if page.title:
        headlines.add(" ".join(page.title.split()).casefold())
    longest = 2 * max(map(len, headlines), default=0)  # one letter may become two in `key`
    seen: set[str] = set()
    for line in unmarked:
        if len(line.text) > longest or (key := line.key) not in headlines:
            continue
        if key in seen:
            yield from ((index, Mark.REPEATED_HEADLINE) for index in line.sentences)
        seen.add(key)


def _has_paragraphs(page: Page) -> bool:
    stopped = sum(len(line.text) for line in page.lines if line.is_stopped)
    return stopped >= _STOPPED_SHARE * sum(len(line.text) for line in page.lines)


def _is_heading(line: Line) -> bool:
    if line.is_stopped or line.is_open or line.is_item or len(line.words) > _LONGEST_HEADING:
        return False
    if _ENTRY.match(line.text):
        return False
    return line.text.isupper() or not has_news(line)


def _leads_on(line: Line) -> bool:
    """Whether the next line is a paragraph or a list."""
    return line.is_stopped or line.is_item or line.is_open
