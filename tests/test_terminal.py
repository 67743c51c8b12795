"""What an article says can never steer a terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from summarize.terminal import printable, visible


@given(st.text())
def test_nothing_printed_is_a_control(text: str) -> None:
    """No character of category Cc, no surrogate and no direction override is left, whatever the text."""
    shown = printable(text)
    assert not [char for char in shown if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_an_escape_sequence_is_shown_not_obeyed() -> None:
    """ESC and the eight-bit CSI are written as their escapes."""
    assert printable("\x1b[2Jboo\x9b31m") == r"\x1b[2Jboo\x9b31m"


def test_line_feeds_and_tabs_stay_where_lines_are_wanted() -> None:
    """`visible` keeps the shape of a text, `printable` makes it one line."""
    assert visible("a\n\tb") == "a\n\tb"
    assert printable("a\n\tb") == r"a\n\tb"


def test_ordinary_text_is_untouched() -> None:
    """Letters of any script, quotes, dashes and NBSP pass."""
    text = "“Ain al-Asad” — 2\u00a0drones, İzmir, Кривий Ріг, عين الأسد"
    assert printable(text) == text
