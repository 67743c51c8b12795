"""Paragraphs of a PDF: lines that were wrapped to the width of a column are put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from summarize.readers.pdf_lines import Line

_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_BULLET = re.compile(r"[•●○◦▪■–—‣·*-]\s|\(?\d{1,2}[.)]\s")
_DIVIDED = re.compile(r"(\w+)[-\u2010\u00ad]$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DIGITS = re.compile(r"\d+")

_SAME_SIZE = 0.08  # sizes that differ by less are one font
_WIDE_GAP = 1.2  # leadings between base lines that set a paragraph apart
_INDENT = 0.5  # font sizes by which a first line is set in
_FULL = 0.8  # of the longest line, in characters: proportional fonts vary by about that much
_LETTER_WIDTH = 0.5  # of the font's size, for indents
_EDGE_LINES = 2  # at the head and foot of a page, where running titles stand
# Second halves of compounds in news; a hyphen before them was not put there by the line's end.
_COMPOUNDS = frozenset({
    "affiliated", "air", "aligned", "allied", "armed", "backed", "based", "born", "bound", "built",
    "caliber", "calibre", "called", "controlled", "day", "defence", "defense", "designated", "east",
    "economy", "elect", "ever", "explosive", "fire", "fired", "flagged", "flying", "foot", "funded",
    "general", "going", "guided", "half", "held", "hit", "hour", "killed", "kilometer", "kilometre",
    "known", "language", "largest", "launched", "led", "level", "linked", "looking", "made", "man",
    "marshal", "meter", "metre", "mile", "minister", "minute", "month", "most", "mounted", "off",
    "old", "one", "operated", "organized", "owned", "party", "person", "piece", "powered",
    "produced", "profile", "propelled", "range", "ranking", "ridden", "ruled", "run", "running",
    "scale", "seeking", "sized", "speaking", "sponsored", "stricken", "style", "supplied",
    "supported", "term", "time", "to", "top", "torn", "up", "upon", "west", "wide", "wing", "year",
})  # fmt: skip


class _Column:
    """How many characters a line holds; in another size of font, as many as its size lets in, or as were seen."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._left = min(line.x for line in lines)
        self._widest = max(len(line.text) * line.size for line in lines)
        self._longest: dict[int, int] = {}
        for line in lines:
            size = round(line.size)
            self._longest[size] = max(self._longest.get(size, 0), len(line.text))

    def has_room(self, line: Line, following: Line) -> bool:
        """Whether the following line's first word would have fitted: if so, the line's end was meant."""
        holds = float(self._longest[round(line.size)])
        if line.size > 0:
            indent = (line.x - self._left) / (_LETTER_WIDTH * line.size)
            holds = max(holds, self._widest / line.size) - indent
        first_word = following.text.partition(" ")[0]
        return len(line.text) + 1 + len(first_word) < _FULL * holds


def join_pages(pages: Sequence[Sequence[Line]]) -> str:
    """The text of pages, one paragraph a line."""
    kept = _without_running_titles(pages)
    lines = [line for page in kept for line in page]
    if not lines:
        return ""
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    leading, column = _leading(kept), _Column(lines)
    paragraphs = [lines[0].text]
    for before, line in pairwise(lines):
        if _begins_paragraph(before, line, leading, column):
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = _joined(paragraphs[-1], line.text, words)
    return "\n".join(paragraphs)


def _without_running_titles(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without the lines that, their numbers aside, stand at the edge of several of them."""
    seen = Counter(key for page in pages for key in {_numberless(line) for line in _edges(page)})
    return [[line for line in page if not (line in _edges(page) and seen[_numberless(line)] > 1)] for page in pages]


def _edges(page: Sequence[Line]) -> list[Line]:
    return [*page[:_EDGE_LINES], *page[-_EDGE_LINES:]]


def _numberless(line: Line) -> tuple[str, int]:
    """The line's words and about where it stands: a sentence that is said twice is no running title."""
    return _DIGITS.sub("#", line.text), round(line.y / 10)


def _leading(pages: Sequence[Sequence[Line]]) -> float:
    """The usual distance of base lines, in font sizes; 0 where lines have no places."""
    gaps = [
        (upper.y - lower.y) / lower.size
        for page in pages
        for upper, lower in pairwise(page)
        if lower.size > 0 and _same_size(upper, lower) and 0 < upper.y - lower.y < 3 * lower.size
    ]
    return median(gaps) if gaps else 0.0


def _begins_paragraph(before: Line, line: Line, leading: float, column: _Column) -> bool:
    if not _same_size(before, line) or _BULLET.match(line.text):
        return True
    ended = _ENDS_SENTENCE.search(before.text) is not None
    gap = (before.y - line.y) / line.size if line.size else 0.0
    if gap < 0:  # the next column or page
        return ended or line.text[:1].isupper()
    if leading and gap > _WIDE_GAP * leading:
        return True
    if ended and line.x - before.x > _INDENT * line.size:
        return True
    return column.has_room(before, line) and not line.text[:1].islower()


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


def _joined(text: str, line: str, words: Counter[str]) -> str:
    divided = _DIVIDED.search(text)
    if divided is None or not line[:1].isalnum():
        return f"{text} {line}"
    return text + line if _keeps_hyphen(divided.group(1), line, words) else text[:-1] + line


def _keeps_hyphen(first: str, line: str, words: Counter[str]) -> bool:
    """Whether a hyphen at a line's end belongs to the word ("Iran-backed") or was put there ("infor-mation").

    The document decides where it can: the word without hyphen is in it, or the first half is a word of its own.
    """
    match = _WORD.match(line)
    if match is None or not match.group()[0].islower() or not first.isalpha():
        return True
    second = match.group()
    if words[(first + second).casefold()]:
        return False
    # The divided line itself counts its halves once each.
    return second in _COMPOUNDS or words[first.casefold()] > 1
