"""Speakers: who says a thing, by the words before a verb of saying or behind "according to"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summarize.grounding.actors import known_actor, speaker_kind
from summarize.grounding.clause import Clause
from summarize.rules.mentions import Passage
from summarize.schema.vocabulary import SpeakerKind

_LONGEST = 9  # tokens of a speaker
_BORDERS = frozenset(
    {",", ".", ";", ":", "“", "”", '"', "(", ")", "—", "–", "that", "but", "while", "which", "who", "as", "when",
     "after", "on", "because", "if"}
)  # fmt: skip
_BESIDE_VERBS = frozenset({"has", "have", "had", "also", "later", "first", "then", "itself", "was", "were", "is", "it"})
_WEAK = frozenset({"he", "she", "it", "they", "i", "we", "the", "a", "an", "this", "there", "nobody", "no", "one"})


class Speaker(NamedTuple):
    """Who says it: its tokens."""

    first: int
    stop: int


def speakers(passage: Passage) -> Iterator[Speaker]:
    """Those whom a sentence lets report something, in order."""
    for mention in passage.of("speech"):
        found = (
            _behind(passage, mention.stop)
            if mention.value == "before"
            else subject(passage, mention.first) or _behind(passage, mention.stop)
        )
        if found and _can_speak(passage.words(found.first, found.stop)):
            yield found


def subject(passage: Passage, verb: int) -> Speaker | None:
    """The words before a verb back to the border of their clause."""
    clause, times = passage.clause, _times(passage)
    stop = verb
    while stop > clause.first and (clause.key(stop - 1) in _BESIDE_VERBS or stop - 1 in times):
        stop -= 1
    first = stop
    while first > max(clause.first, stop - _LONGEST) and not _is_border(clause, first - 1, times):
        first -= 1
    return Speaker(first, stop) if _is_name(clause, first, stop) else None


def _behind(passage: Passage, start: int) -> Speaker | None:
    clause, times, stop = passage.clause, _times(passage), start
    while stop < min(clause.stop, start + _LONGEST) and not _is_border(clause, stop, times):
        stop += 1
    return Speaker(start, stop) if _is_name(clause, start, stop) else None


def _times(passage: Passage) -> set[int]:
    """Tokens of date words, for membership alone."""
    return {index for mention in passage.of("time") for index in range(mention.first, mention.stop)}


def _is_border(clause: Clause, index: int, times: set[int]) -> bool:
    if clause.key(index) == "." and clause.is_capitalised(index - 1):
        return len(clause.key(index - 1)) > 3  # noqa: PLR2004 - letters of an abbreviated title: "Col."
    return index in times or clause.key(index) in _BORDERS


def _is_name(clause: Clause, first: int, stop: int) -> bool:
    return stop > first and not all(clause.key(index) in _WEAK for index in range(first, stop))


def _can_speak(words: str) -> bool:
    return bool(known_actor(words)) or speaker_kind(words) is not SpeakerKind.OTHER
