"""Furniture told by its own words: "Read more:", "Subscribe to …", "By …", share bars."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from summarize.article import Mark
from summarize.boilerplate.page import Line, Marking, Page
from summarize.content import lexicon_path
from summarize.wordlist import read_words

_LONGEST = 300  # characters of a line of furniture
_LONGEST_STOPPED = 150  # of one that ends in a stop, as paragraphs do
_START = 3  # letters by which a sentence is looked at for an opening
_LONGEST_SEGMENT = 5  # words between two bars of a line of links
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BARS = re.compile(r"\s[|·•]\s")
_NAME = r"(?:staff|[A-Z][\w.’'-]*|[a-z]{2,3} [A-Z][\w.’'-]*|al-[A-Z][\w’'-]*)"
# "By Marta Ellison and J. P. Okafor, Transport Editor": upper case counts, so that it is not in the lexicon.
_BY = re.compile(
    rf"(?:exclusive |Exclusive |EXCLUSIVE )?(?:by|By|BY) {_NAME}(?:,? (?:and |in |of |for |at |& )?{_NAME}){{0,12}}"
)
_NOT_NAMES = re.compile(r"(?:by|By|BY) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|BY THE\b|(?:by|By|BY) [A-Z][a-z]* \d")


def mark_phrases(page: Page, _: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark whole lines by what they say, and the rest of a line from a sentence that opens like furniture."""
    openings = _openings(page)
    for line in page.lines:
        mark = _said(line)
        if mark:
            yield from ((index, mark) for index in line.sentences)
            continue
        if openings:
            yield from _rest(line, openings)
        if not line.is_stopped and len(line.text) <= _LONGEST and _is_bar(line):
            yield from ((index, Mark.SHARE_BAR) for index in line.sentences)


def _said(line: Line) -> Mark | None:
    if len(line.text) > (_LONGEST_STOPPED if line.is_stopped else _LONGEST):
        return None
    match = _patterns("line").fullmatch(line.text.lower())
    if match:
        return Mark(str(match.lastgroup))
    is_by = not line.is_stopped and _BY.fullmatch(line.text) and not _NOT_NAMES.match(line.text)
    return Mark.BYLINE if is_by else None


def _is_bar(line: Line) -> bool:
    """Whether a line is made of links: furniture words alone, or short segments between bars."""
    if _is_furniture(line.text):
        return True
    segments = _BARS.split(line.text)
    if len(segments) == 1:
        return False
    return any(map(_is_furniture, segments)) or all(len(part.split()) <= _LONGEST_SEGMENT for part in segments)


def _is_furniture(text: str) -> bool:
    first = _WORD.search(text.lower())  # tells for all lines but a few
    if first is None or first[0] not in _furniture_words():
        return False
    return _furniture_words().issuperset(_WORD.findall(text.lower()))


def _openings(page: Page) -> dict[int, Mark]:
    """The sentences that open like furniture, and what they are."""
    match, starts = _patterns("opening").match, _opening_starts()
    likely = [(n, text) for n, text in enumerate(page.lowered) if text[:_START] in starts or not text[0].isalpha()]
    found = [(index, match(text)) for index, text in likely]
    return {index: Mark(str(opening.lastgroup)) for index, opening in found if opening}


def _rest(line: Line, openings: Mapping[int, Mark]) -> Iterator[Marking]:
    """The sentences of a line from its first opening on."""
    mark: Mark | None = None
    for index in line.sentences:
        mark = mark or openings.get(index)
        if mark:
            yield index, mark


@cache
def _furniture_words() -> frozenset[str]:
    return frozenset(read_words("furniture_words"))


@cache
def _opening_starts() -> frozenset[str]:
    """The first letters of what opens like furniture: most sentences begin otherwise."""
    return frozenset(f"{word} "[:_START] for word in read_words("furniture_openers"))


@cache
def _patterns(kind: str) -> re.Pattern[str]:
    """All patterns of one kind of boilerplate.toml in the file's order; the group that matched is the mark."""
    tables = tomllib.loads(lexicon_path("boilerplate.toml").read_text("utf-8"))
    groups = (f"(?P<{name}>{'|'.join(table[kind])})" for name, table in tables.items() if kind in table)
    return re.compile("|".join(groups))
