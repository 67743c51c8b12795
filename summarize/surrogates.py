"""Lone surrogates: halves of characters, which some files and file names hold and no JSON file can."""

from __future__ import annotations

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for every lone surrogate; as long as it was."""
    try:
        text.encode()  # ten times quicker than to look for one, and nearly no text has any
    except UnicodeEncodeError:
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    return text
