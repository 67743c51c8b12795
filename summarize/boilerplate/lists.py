"""Lists beside the news: key takeaways, which repeat it, and teasers, which lead to other articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile

from summarize.article import Mark
from summarize.boilerplate.page import Line, Marking, Page

_LONGEST_ITEM = 20  # words


def mark_key_takeaways(page: Page, marks: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark the items below a heading such as "Key Takeaways", and bullets without stops above the first paragraph."""
    yield from _below_headings(page, marks, Mark.KEY_TAKEAWAYS)
    for line in takewhile(lambda line: not line.is_stopped, page.lines):
        if line.is_item:
            yield from ((index, Mark.KEY_TAKEAWAYS) for index in line.sentences)


def mark_teasers(page: Page, marks: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark the headlines of other articles below a heading such as "Read more"."""
    yield from _below_headings(page, marks, Mark.TEASER)


def _below_headings(page: Page, marks: Mapping[int, Mark], mark: Mark) -> Iterator[Marking]:
    """The items below the lines that have a mark: bullets as long as there are some, else lines without a stop."""
    if mark not in marks.values():
        return  # as on most pages
    lines = page.lines
    marked = [line.sentences[0] in marks for line in lines]
    for heading in [n for n, line in enumerate(lines) if marks.get(line.sentences[0]) is mark]:
        bulleted = heading + 1 < len(lines) and lines[heading + 1].is_item
        for position in range(heading + 1, len(lines)):
            line = lines[position]
            if marked[position] or not (line.is_item if bulleted else _is_unstopped_item(line)):
                break
            yield from ((index, mark) for index in line.sentences)


def _is_unstopped_item(line: Line) -> bool:
    stopped = line.is_stopped and not line.text.endswith("?")
    return len(line.words) <= _LONGEST_ITEM and len(line.sentences) == 1 and not (stopped or line.is_open)
