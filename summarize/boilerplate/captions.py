"""Captions and credits: the words under a picture, told by who took it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from summarize.article import Mark
from summarize.boilerplate.page import Line, Marking, Page

_LONGEST_CAPTION = 4  # sentences, the credit among them
_LONGEST_CREDIT = 10  # words; a longer bracket is a caption with its credit inside
_MADE_BY = (
    r"photos?|photographs?|images?|pictures?|handout|archives?|courtesy|file|still|footage|screenshot|screengrab|"
    r"illustration|illustrative|released|getty|social media|satellite"
)
# A bracket that says who took a picture: "(U.S. Army photo by Sgt. J. Hernandez)", "(I. Berg/Combined Staff)".
_CREDIT = re.compile(
    rf"[(\[](?:[^()\[\]]{{0,80}}\b(?i:{_MADE_BY})\b[^()\[\]]{{0,80}}"
    r"|(?:[\w.’'&-]+ ){0,6}[\w.’'-]+ ?/ ?[A-Z][\w .’'&-]{1,40})[)\]]\.?"
)
_CREDIT_SIGNS = "([/"  # no credit is without one of them
_SIGNATURE = re.compile(r"\(\w+(?:/\w+)*\)\.?")  # an agency's, below news: "(AFP/Reuters)"
# The same without brackets, behind a caption or below it: "GLP/File/R. Achan", "Northgate/Handout".
_BARE_CREDIT = re.compile(
    r"(?:[\w .’'&-]{2,30}/ ?)+(?i:handout|file|pool|archive|getty(?: images)?|afp|ap|reuters|epa|anadolu|xinhua)"
    r"(?:/ ?[\w .’'&-]{2,30})?"
)
_FILLER = re.compile(r"(?:[\w-]+ ){1,4}\d{1,2}")  # what a page puts for a picture: "US Base 2"
_SAYING = re.compile(r"\b(?:said|says|told|according to)\b")


def mark_captions(page: Page, _: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark credits, the captions they end, and what stands above a credit or for a picture."""
    signs = [sign for sign in _CREDIT_SIGNS if sign in page.text]
    for line in page.lines if signs else ():
        if any(map(line.text.__contains__, signs)):
            yield from _credited(page, line)
    for line, following in pairwise(page.lines):
        if following.starts_block:
            continue
        if not following.is_stopped and _BARE_CREDIT.fullmatch(following.text) and _may_be_caption(line):
            yield from ((index, Mark.CAPTION) for index in line.sentences)
        if _FILLER.fullmatch(line.text) and _ends_in_credit(following):
            yield from ((index, Mark.CAPTION) for index in line.sentences)


def _credited(page: Page, line: Line) -> Iterator[Marking]:
    """The marks of a line whose last sentence is a credit, or that ends in one without a stop."""
    *before, last = line.sentences
    closing = page.texts[last]
    if _is_credit(closing):
        is_short = before or len(closing.split()) <= _LONGEST_CREDIT
        yield last, Mark.CREDIT if is_short else Mark.CAPTION
    elif line.is_stopped or not _ends_in_credit(line):
        return
    if _may_be_caption(line) and not _SIGNATURE.fullmatch(closing):
        yield from ((index, Mark.CAPTION) for index in line.sentences)


def _is_credit(sentence: str) -> bool:
    pattern = _CREDIT if sentence[0] in "([" else _BARE_CREDIT
    return pattern.fullmatch(sentence) is not None


def _may_be_caption(line: Line) -> bool:
    return len(line.sentences) <= _LONGEST_CAPTION and not _SAYING.search(line.text)


def _ends_in_credit(line: Line) -> bool:
    if line.text[-1] not in ")].":
        return False
    start = max(line.text.rfind("("), line.text.rfind("["))
    return start >= 0 and _CREDIT.fullmatch(line.text, start) is not None
