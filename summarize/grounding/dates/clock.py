"""Live blogs: articles whose entries open with the time of day."""

from __future__ import annotations

import re
from functools import lru_cache

_ENTRY = re.compile(r"^\W{0,3}\d{1,2}[:.]\d\d\b", re.MULTILINE)
_ENTRIES = 3  # lines that open with a time make a live blog


@lru_cache(maxsize=8)  # the articles in hand
def is_live(text: str) -> bool:
    """Whether a text is a live blog: its bare times are times of the day of publication."""
    return len(_ENTRY.findall(text)) >= _ENTRIES
