"""Marked texts: the samples in tests/data/sentences, in which ‖ ends every sentence and {…} behind it is its mark.

They were written and marked before any splitter or marker was run on them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summarize.article import Mark

_END = re.compile(r"([^‖]*)‖(?:\{(\w+)\})?")


class MarkedText(NamedTuple):
    """A sample without its markers: where each sentence ends in the text, and the mark it should get."""

    name: str
    text: str
    ends: Mapping[int, Mark | None]


@cache
def marked_texts() -> tuple[MarkedText, ...]:
    """All samples, by name."""
    return tuple(_read(path) for path in sorted((Path(__file__).parent / "data" / "sentences").glob("*.txt")))


def _read(path: Path) -> MarkedText:
    _, _, body = path.read_text("utf-8").partition("\n")  # the first line says what the sample is
    text, ends = "", dict[int, Mark | None]()
    for match in _END.finditer(body):
        text += match[1]
        ends[len(text)] = Mark(match[2]) if match[2] else None
    return MarkedText(path.stem, text, ends)
