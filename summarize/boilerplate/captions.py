"""Captions and credits: the words under a picture, told by who took it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from summarize.article import Mark
from summarize.boilerplate.page import Line, Marking, Page

_LONGEST_CAPTION = 4  # sentences, the credit among them
_MADE_BY = (
    r"photos?|photographs?|images?|pictures?|handout|archives?|courtesy|file|still|footage|screenshot|screengrab|"
    r"illustration|illustrative|released|getty|social media|satellite"
)
# A bracket that says who took a picture: "(U.S. Army photo by Sgt. J. Hernandez)", "(I. Berg/Combined Staff)".
_CREDIT = re.compile(
    rf"[(\[](?:[^()\[\]]{{0,80}}\b(?:{_MADE_BY})\b[^()\[\]]{{0,80}}"
    r"|(?:[\w.’'&-]+ ){0,6}[\w.’'-]+ ?/ ?[\w .’'&-]{2,40})[)\]]\.?",
    re.IGNORECASE,
)
# The same without brackets, on a line of its own: "GLP/File/R. Achan", "Northgate/Handout".
_BARE_CREDIT = re.compile(r"[A-Z][\w .’'&-]{1,30}/ ?[A-Z\w][\w .’'&-]{1,30}(?:/ ?[\w .’'&-]{2,30})?")
_FILLER = re.compile(r"(?:[\w-]+ ){1,4}\d{1,2}")  # what a page puts for a picture: "US Base 2"
_SAYING = re.compile(r"\b(?:said|says|told|according to)\b")


def mark_captions(page: Page, _: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark bracketed credits, the captions they end, and what stands above a credit or beside a picture."""
    for line in page.lines:
        yield from _credited(page, line)
    for line, following in pairwise(page.lines):
        if following.starts_block:
            continue
        if _is_bare_credit(following) and len(line.sentences) < _LONGEST_CAPTION:
            yield from _all(line, Mark.CAPTION)
            yield from _all(following, Mark.CREDIT)
        if _FILLER.fullmatch(line.text) and _ends_in_credit(following):
            yield from _all(line, Mark.CAPTION)


def _credited(page: Page, line: Line) -> Iterator[Marking]:
    """The marks of a line that ends in a bracketed credit."""
    if not _ends_in_credit(line):
        return
    last = line.sentences[-1]
    is_apart = _CREDIT.fullmatch(page.sentence(last)) is not None
    if is_apart:
        yield last, Mark.CREDIT
    if len(line.sentences) <= _LONGEST_CAPTION and not _SAYING.search(line.text):
        yield from ((index, Mark.CAPTION) for index in line.sentences if not (is_apart and index == last))


def _ends_in_credit(line: Line) -> bool:
    if line.text[-1] not in ")].":
        return False
    start = max(line.text.rfind("("), line.text.rfind("["))
    return start >= 0 and _CREDIT.fullmatch(line.text, start) is not None


def _is_bare_credit(line: Line) -> bool:
    return not line.is_stopped and _BARE_CREDIT.fullmatch(line.text) is not None


def _all(line: Line, mark: Mark) -> Iterator[Marking]:
    return ((index, mark) for index in line.sentences)
