"""Headings between paragraphs, and the headline where a page repeats it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from summarize.article import Mark
from summarize.boilerplate.page import Line, Marking, Page
from summarize.boilerplate.tail import has_news

_LONGEST_HEADING = 10  # words
_STOPPED_SHARE = 0.5  # of the words have to stand in lines with a stop, else the text has no paragraphs


def mark_headings(page: Page, marks: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark short lines without a stop that stand before a paragraph; the headline and what is below it are news."""
    if not _has_paragraphs(page):
        return
    lines = page.lines
    begun = False
    for position, line in enumerate(lines[:-1]):
        begun = begun or line.is_stopped
        is_free = line.sentences[0] not in marks and begun
        if is_free and _is_heading(line) and _leads_on(lines[position + 1]):
            yield line.sentences[0], Mark.HEADING


def mark_repeated_headline(page: Page, marks: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark every line that repeats the headline; the first time it is news."""
    unmarked = [line for line in page.lines if line.sentences[0] not in marks]
    if not unmarked:
        return
    headlines = {unmarked[0].key} if not unmarked[0].is_stopped else set()
    if page.title:
        headlines.add(" ".join(page.title.split()).casefold())
    seen: set[str] = set()
    for line in unmarked:
        if line.key in headlines and line.key in seen:
            yield from ((index, Mark.REPEATED_HEADLINE) for index in line.sentences)
        seen.add(line.key)


def _has_paragraphs(page: Page) -> bool:
    stopped = sum(len(line.text) for line in page.lines if line.is_stopped)
    return stopped >= _STOPPED_SHARE * sum(len(line.text) for line in page.lines)


def _is_heading(line: Line) -> bool:
    if line.is_stopped or line.is_open or line.is_item or len(line.words) > _LONGEST_HEADING:
        return False
    return line.text.isupper() or not has_news(line)


def _leads_on(line: Line) -> bool:
    """Whether the next line is a paragraph or a list."""
    return line.is_stopped or line.is_item or line.is_open
