"""A page knows which sentences stand on which line."""

from __future__ import annotations

from summarize.boilerplate.page import Page
from summarize.sentences import split_sentences


def page(text: str) -> Page:
    """A text as a page."""
    return Page(text, split_sentences(text))


def test_lines_hold_their_sentences() -> None:
    """Sentences of one line are together, and an empty line begins a block."""
    lines = page("Rockets hit base\nBAGHDAD. Two fell. One burned\n\nIt is over.”").lines
    assert [(list(line.sentences), line.starts_block, line.is_stopped) for line in lines] == [
        ([0], True, False),
        ([1, 2, 3], False, False),
        ([4], True, True),
    ]


def test_an_empty_text_has_no_lines() -> None:
    """Nothing is no line."""
    assert page(" \n ").lines == ()
