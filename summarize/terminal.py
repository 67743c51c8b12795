"""Text of unknown origin made safe for a terminal: no escape sequence, no control, no hidden direction change."""

from __future__ import annotations

import re

# C0 but tab and line feed, DEL, C1; the line and paragraph separators; bidirectional controls (UAX 9) and
# lone surrogates. An article's ESC [ 2 J must not clear the screen, nor its U+202E turn the line around.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def visible(text: str) -> str:
    r"""The text with every unsafe character written as its escape, as in `\x1b`; line feeds and tabs stay."""
    return _UNSAFE.sub(_escape, text)


def printable(text: str) -> str:
    """The same on one line: line feeds and tabs are escaped too."""
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - the last two-digit code
