"""Lists beside the news: key takeaways, which repeat it, and teasers, which lead to other articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from summarize.article import Mark
from summarize.boilerplate.page import Line, Marking, Page

_LONGEST_TEASER = 20  # words


def mark_key_takeaways(page: Page, marks: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark the items below a heading such as "Key Takeaways", and bullets without stops above the first paragraph."""
    for position, line in enumerate(page.lines):
        if marks.get(line.sentences[0]) is Mark.KEY_TAKEAWAYS:
            yield from _block(page.lines[position + 1 :], marks, Mark.KEY_TAKEAWAYS)
    head = takewhile(lambda line: not line.is_stopped, page.lines)
    for line in head:
        if line.is_item:
            yield from ((index, Mark.KEY_TAKEAWAYS) for index in line.sentences)


def mark_teasers(page: Page, marks: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark the headlines of other articles below a heading such as "Read more"."""
    for position, line in enumerate(page.lines):
        if marks.get(line.sentences[0]) is Mark.TEASER and len(line.sentences) == 1:
            yield from _block(page.lines[position + 1 :], marks, Mark.TEASER)


def _block(lines: Sequence[Line], marks: Mapping[int, Mark], mark: Mark) -> Iterator[Marking]:
    """The items that follow a heading: bullets, or lines without a stop."""
    for line in lines:
        is_item = line.is_item or line.text[0].isdigit() or not (line.is_stopped or line.is_open)
        if not is_item or len(line.words) > _LONGEST_TEASER or marks.get(line.sentences[0], mark) is not mark:
            return
        yield from ((index, mark) for index in line.sentences)
