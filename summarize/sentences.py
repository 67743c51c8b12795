"""Sentences: where each one begins and ends in the text of a news article.

Lines come first (a headline, a bullet or a caption needs no full stop), and lines that were wrapped to a width
are put together again. Then every stop is judged: what is special to news (ranks, "U.S.", times of day,
quotations of several sentences) by the lists of abbreviations.toml, any other short word by `sentencex`.
Everything is linear in the text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from summarize.article import Sentence, Span
from summarize.content import lexicon_path
from summarize.kept import Kept

# A possible end: stops with the quotes and brackets closed after them, and white space before something else.
# Possessive, and never from the middle of a run of stops, so that it stays linear.
_STOP = re.compile(r"([.!?…؟。](?<![.!?…؟。]{2})[.!?…؟。]*+)([\"'”’»›)\]}]*+)\s++(?=\S)")
_TOKEN = re.compile(r"[\"'“”‘’«»(\[{]*+([^\W_](?:[\w'’.-]*\w)?)")
_OPENERS = "\"'“”‘’«»([{"
_QUOTES = frozenset("\"'“”‘’«»„")
_ARABIC_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul)[-‑][A-Z]")
# What begins a line of its own, whatever stands before it: a bullet, a number, a lower-case by-line or credit.
_NEW_LINE = re.compile(r"(?:[-*•·▪◦●○‣■–—>#|]|\(?\d{1,3}[.)]|\(?[a-z][.)]|by|via|photo:|image:|source:)\s")
_ITEM = re.compile(r"\d{1,3}|\w")
_INITIAL = re.compile(r"[^\W\d_]")
_NAME_REACH = 60  # characters looked at behind a quotation for who said it
_REACH = 40  # characters looked at on either side of a stop: no abbreviation is longer
_BRACKET_REACH = 400  # characters in which an open square bracket counts
_LONGEST_ABBREVIATION = 6  # letters, of those without stops inside: "approx", "Messrs"
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 50, 130  # characters in a line that was cut to a width


class _Follower(NamedTuple):
    """What stands behind a stop: the first word in lower case, and whether a bracket opens before it."""

    word: str
    opened: bool

    @classmethod
    def read(cls, line: str, match: re.Match[str]) -> _Follower:
        """The follower `_TOKEN` found; an initial keeps its stop, so that "A. Holm" is not taken for an article."""
        word = match[1]
        is_initial = len(word) == 1 and line[match.end() : match.end() + 1] == "."
        return cls(word + "." if is_initial else word.lower(), line[match.start()] in "([")

    def is_in(self, name: str) -> bool:
        return self.word.removesuffix("’s").removesuffix("'s") in _lexicon()[name]

    def begins_sentences(self) -> bool:
        return self.word in _lexicon()["starters"]


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    """The lists of abbreviations.toml."""
    text = lexicon_path("abbreviations.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order, numbered from 1; every character but white space lies in exactly one."""
    spans = [span for start, end in _units(text) for span in _split(text[start:end], start)]
    return tuple([Sentence(number, start, end) for number, (start, end) in enumerate(spans, 1)])


def _units(text: str) -> Iterator[Span]:
    """The lines of a text, wrapped ones joined, without the white space around them."""
    blocks = list(_blocks(text))
    width = max((_width(block) for block in blocks if len(block) > 1 and _is_wrapped(text, block)), default=0)
    for block in blocks:
        yield from _join_wrapped(text, block, width) if width and len(block) > 1 else block


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of lines with no empty line between them."""
    block: list[Span] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = offset + len(line) - len(line.lstrip())
            block.append(Span(start, start + len(bare)))
        elif block:
            yield block
            block = []
        offset += len(line)
    if block:
        yield block


def _is_wrapped(text: str, block: list[Span]) -> bool:
    """Whether the block shows that the text was cut to a width."""
    return any(_goes_on(text, line, following) for line, following in pairwise(block))


def _width(block: list[Span]) -> int:
    return max(length for line in block if (length := line.end - line.start) <= _LONGEST_WRAPPED)


def _join_wrapped(text: str, block: list[Span], width: int) -> Iterator[Span]:
    """The lines of a block, those that were one line before a wrapping joined."""
    start = block[0].start
    for line, following in pairwise(block):
        if not (_goes_on(text, line, following) or _was_full(text, line, following, width)):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, block[-1].end)


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """Whether a line of a wrapped text's length ends without a stop and the next goes on in lower case."""
    return (
        _SHORTEST_WRAPPED <= line.end - line.start <= _LONGEST_WRAPPED
        and text[following.start].islower()
        and text[line.end - 1] not in '.!?:;…)”"'
        and _NEW_LINE.match(text, following.start, following.end) is None
    )


def _was_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word would have passed the width the text was cut to."""
    length = line.end - line.start
    first = text[following.start : min(following.end, following.start + _LONGEST_WRAPPED)].split(None, 1)[0]
    return (
        _SHORTEST_WRAPPED <= length <= width < length + 1 + len(first)
        and _NEW_LINE.match(text, following.start, following.end) is None
    )


def _split(line: str, offset: int) -> Iterator[tuple[int, int]]:
    """The sentences of one line, shifted by the line's place in the text."""
    start = 0
    for stop in _STOP.finditer(line):
        if _is_end(line, stop, start):
            yield offset + start, offset + stop.end(2)
            start = stop.end()
    yield offset + start, offset + len(line)


def _is_end(line: str, stop: re.Match[str], start: int) -> bool:
    """Whether a sentence that began at `start` ends at what `_STOP` found."""
    following = _TOKEN.match(line, stop.end(), stop.end() + _REACH)
    if following is None:
        return line[stop.end()] in "•@#["
    head = following[1]
    if head[0].islower() and not _ARABIC_ARTICLE.match(head):
        return False
    if "[" in line and _is_bracketed(line, stop, start) and not _Follower.read(line, following).begins_sentences():
        return False
    marks, closers = stop.groups()
    if marks[-1] in "!?" or not _QUOTES.isdisjoint(closers):
        return not _is_said(line, stop)
    if marks != ".":
        return not head[0].isdigit()
    return _ends_after(line, stop.start(), start, following)


def _is_bracketed(line: str, stop: re.Match[str], start: int) -> bool:
    """Whether a square bracket is open at the stop: "[Photo: A tank burns. Archive]" is one."""
    opened = line.rfind("[", max(start, stop.start() - _BRACKET_REACH), stop.start())
    return opened >= 0 and line.find("]", opened, stop.end(2)) < 0


def _is_said(line: str, stop: re.Match[str]) -> bool:
    """Whether a quoted question or cry is followed by who said it, as in "Why?" Col. Smith asked."""
    marks, closers = stop.groups()
    following = stop.end()
    if marks[-1] not in "!?" or not closers or line[following] in _OPENERS:
        return False
    for word in line[following : following + _NAME_REACH].split():
        if word.strip(".,:") in _lexicon()["saying"]:
            return True
        if not word[0].isupper() or (word != "I" and word.lower() in _lexicon()["starters"]):
            return False
    return False


def _ends_after(line: str, end: int, start: int, following: re.Match[str]) -> bool:
    """Whether a full stop behind a word ends the sentence: every list that has the word must allow that."""
    before = line[max(start, end - _REACH) : end].rsplit(None, 1)
    if not before:
        return False  # a stop of its own, as in ". . . Two died", belongs to what follows
    word = before[-1]
    if word.isalpha() and len(word) > _LONGEST_ABBREVIATION:
        return True
    if len(word) == end - start and _ITEM.fullmatch(word):
        return False  # the number of a list, or the Q. and A. of a transcript
    conditions = _CONDITIONS[word.lstrip(_OPENERS + "-–—")]
    if not conditions:
        return True
    follower = _Follower.read(line, following)
    return all(allows(follower) for allows in conditions)


def _conditions(word: str) -> tuple[Callable[[_Follower], bool], ...]:
    """What has to hold of the follower so that a full stop behind this word ends the sentence."""
    forms = {word, word.capitalize()} if word.isupper() else {word}  # "GEN. HASK" in a transcript
    allowing = tuple(allows for kind, allows in _AFTER.items() if not forms.isdisjoint(_lexicon()[kind]))
    if _INITIAL.fullmatch(word) or not (allowing or _ends_for_library(word)):
        return (*allowing, _Follower.begins_sentences)
    return allowing


def _ends_for_library(word: str) -> bool:
    """Whether sentencex, which knows more abbreviations, ends a sentence behind this word."""
    from sentencex import segment

    try:
        return len(segment("en", f"They saw {word}. Washington was told.")) > 1
    except UnicodeEncodeError:  # half of a surrogate pair, which is in no abbreviation
        return True


# What has to follow an abbreviation of each list so that its full stop ends a sentence.
_AFTER: Mapping[str, Callable[[_Follower], bool]] = {
    "never": lambda _: False,
    "before_name": lambda _: False,
    "before_number": lambda follower: not follower.word[0].isdigit(),
    "perhaps": _Follower.begins_sentences,
    "clock": lambda follower: not (follower.opened or follower.is_in("after_clock")),
}
_CONDITIONS = Kept(_conditions, 4096)
