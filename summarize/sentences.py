"""Sentences: where each one begins and ends in the text of a news article.

Lines come first (a headline, a bullet or a caption needs no full stop), lines that were wrapped by a typewriter's
width are put together again, and then `sentencex` proposes ends. Its proposals are mended where news breaks them:
ranks, "U.S.", times of day, quotations of several sentences. Everything here is linear in the text.
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

# A possible end: stops with the quotes and brackets closed after them. Possessive, so that it never goes back.
_STOP = re.compile(r"([.!?…؟。]++)([\"'”’»›)\]}]*+)")
_TOKEN = re.compile(r"[\"'“”‘’«»(\[{]*+([^\W_](?:[\w'’.-]*\w)?)")
_OPENERS = "\"'“”‘’«»([{"
_QUOTES = "\"'“”‘’«»„"
# sentencex never splits inside quotes, and is quadratic in open ones.
_TO_SPACES = str.maketrans(dict.fromkeys(_QUOTES, " "))
_ARABIC_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul)[-‑][A-Z]")
_BULLET = re.compile(r"(?:[-*•·▪◦●○‣–—>#|>]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_ITEM = re.compile(r"\d{1,3}|\w")
_INITIAL = re.compile(r"[^\W\d_]")
_NAME_REACH = 60  # characters looked at behind a quotation for who said it
_WORD_REACH = 40  # characters looked at before a stop: no abbreviation is longer
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 50, 110  # characters in a line that was cut to a width


class _Stop(NamedTuple):
    """A possible end in a line: where its marks are, and where the next sentence would begin."""

    start: int
    closed: int
    next: int
    marks: str
    closers: str


class _Follower(NamedTuple):
    """What stands behind a stop: the first word in lower case, and whether a bracket opens before it."""

    word: str
    opened: bool

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
    spans = (sentence for unit in _units(text) for sentence in _split(text[unit.start : unit.end], unit.start))
    return tuple(Sentence(number, start, end) for number, (start, end) in enumerate(spans, 1))


def _units(text: str) -> Iterator[Span]:
    """The lines of a text, wrapped ones joined, without the white space around them."""
    for block in _blocks(text):
        yield from _join_wrapped(text, block)


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of lines with no empty line between them."""
    block: list[Span] = []
    offset = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = offset + line.index(bare)
            block.append(Span(start, start + len(bare)))
        elif block:
            yield block
            block = []
        offset += len(line) + 1
    if block:
        yield block


def _join_wrapped(text: str, block: list[Span]) -> Iterator[Span]:
    width = max((length for line in block if (length := line.end - line.start) <= _LONGEST_WRAPPED), default=0)
    wrapped = any(_goes_on(text, one, two) for one, two in pairwise(block))
    start = block[0].start
    for line, following in pairwise(block):
        joined = wrapped and (_goes_on(text, line, following) or _was_full(text, line, following, width))
        if not joined:
            yield Span(start, line.end)
            start = following.start
    yield Span(start, block[-1].end)


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """Whether a line of a wrapped text's length ends without a stop and the next goes on in lower case."""
    if not _SHORTEST_WRAPPED <= line.end - line.start <= _LONGEST_WRAPPED:
        return False
    return (
        text[following.start].islower() and text[line.end - 1] not in '.!?:;…)”"' and not _starts_item(text, following)
    )


def _was_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word would have passed the width of the block."""
    first = text[following.start : min(following.end, following.start + _LONGEST_WRAPPED)].split(None, 1)[0]
    length = line.end - line.start
    return (
        _SHORTEST_WRAPPED <= length <= width <= _LONGEST_WRAPPED
        and length + 1 + len(first) > width
        and not _starts_item(text, following)
    )


def _starts_item(text: str, line: Span) -> bool:
    return _BULLET.match(text, line.start, line.end) is not None


def _split(line: str, offset: int) -> Iterator[Span]:
    """The sentences of one line, shifted by the line's place in the text."""
    start = 0
    stops = list(_stops(line))
    proposed = _proposed(line) if stops else frozenset()
    for stop in stops:
        if _is_end(line, stop, start, proposed=not proposed.isdisjoint(range(stop.start, stop.closed + 1))):
            yield Span(offset + start, offset + stop.closed)
            start = stop.next
    yield Span(offset + start, offset + len(line))


def _stops(line: str) -> Iterator[_Stop]:
    """The stops of a line that white space and something else follow."""
    length = len(line)
    for match in _STOP.finditer(line):
        closed = after = match.end()
        while after < length and line[after].isspace():
            after += 1
        if closed < after < length:
            yield _Stop(match.start(), closed, after, match[1], match[2])


def _proposed(line: str) -> frozenset[int]:
    """The offsets behind the last character of each sentence that sentencex sees."""
    from sentencex import get_sentence_boundaries

    bounds = get_sentence_boundaries("en", line.translate(_TO_SPACES))
    return frozenset(bound["start_index"] + len(bound["text"].rstrip()) for bound in bounds)


def _is_end(line: str, stop: _Stop, start: int, *, proposed: bool) -> bool:
    """Whether a sentence that began at `start` ends at the stop."""
    following = _TOKEN.match(line, stop.next)
    head = following[1] if following else ""
    if not head or (head[0].islower() and not _ARABIC_ARTICLE.match(head)):
        return not head and line[stop.next] in "•@#[" and stop.marks != "…"
    if stop.closers or stop.marks != ".":
        return not _is_said(line, stop)
    before = line[max(start, stop.start - _WORD_REACH) : stop.start]
    return _ends_after_word(before, _Follower(head.lower(), line[stop.next] in "(["), proposed=proposed)


def _is_said(line: str, stop: _Stop) -> bool:
    """Whether a quoted question or cry is followed by who said it, as in "Why?" Col. Smith asked."""
    if stop.marks[-1] not in "!?" or not set(stop.closers) & set(_QUOTES) or line[stop.next] in _OPENERS:
        return False
    for word in line[stop.next : stop.next + _NAME_REACH].split():
        if word.strip(".,:") in _lexicon()["saying"]:
            return True
        if not word[0].isupper() or word.lower() in _lexicon()["starters"]:
            return False
    return False


def _ends_after_word(before: str, follower: _Follower, *, proposed: bool) -> bool:
    """Whether a single full stop ends the sentence: every list that has the word before it must allow that."""
    words = before.split()
    word = words[-1].lower().lstrip(_OPENERS + "-–—") if words else ""
    if len(words) == 1 and _ITEM.fullmatch(word):
        return False  # the number of a list, or the Q. and A. of a transcript
    verdicts = [allows(follower) for kind, allows in _AFTER.items() if word in _lexicon()[kind]]
    if not verdicts:
        verdicts = [follower.begins_sentences() or (proposed and not _INITIAL.fullmatch(word))]
    return all(verdicts)


# What has to follow an abbreviation of each list so that its full stop ends a sentence.
_AFTER: Mapping[str, Callable[[_Follower], bool]] = {
    "never": lambda _: False,
    "before_number": lambda follower: not follower.word[0].isdigit(),
    "before_name": _Follower.begins_sentences,
    "perhaps": _Follower.begins_sentences,
    "clock": lambda follower: not (follower.opened or follower.is_in("after_clock")),
}
