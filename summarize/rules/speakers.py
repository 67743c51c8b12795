"""Speakers: who is said to say what in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.grounding.clause import Clause
from summarize.rules.lexicon import word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage
from summarize.rules.phrases import is_pronoun, phrase_before, phrase_behind
from summarize.rules.transcript import speech_label

_NOUNS = word_set("speakers", "nouns")
_TOLD = frozenset({"told", "said", "counted", "reported", "claimed", "announced", "confirmed", "put"})
_PASSIVE = frozenset({"was", "were", "are", "is", "been", "be", "usually"})
_BEFORE_NOUN = word_set("speakers", "before_noun")


@dataclass(slots=True)  # neither frozen nor a tuple: both would take twice as long to make
class Speaker:
    """Somebody who says something in a sentence.

    Attributes:
        first: the first token of the words for him.
        stop: the token behind them.
        verb: the token at which the verb of saying begins.
        is_pronoun: whether the words are only "he" or "it".
        is_label: whether they are the label of a speech in a transcript.
    """

    first: int
    stop: int
    verb: int
    is_pronoun: bool
    is_label: bool = False


def find_speakers(passage: Passage) -> Sequence[Speaker]:
    """The speakers of a sentence, in the order of their verbs."""
    if "say" not in passage.found and not passage.is_transcript:
        return ()
    return passage.once(_find_speakers)


def _find_speakers(passage: Passage) -> Sequence[Speaker]:
    return tuple(_speakers(passage))


def _speakers(passage: Passage) -> Iterator[Speaker]:
    clause = passage.clause
    label = speech_label(clause) if passage.is_transcript else None
    if label:
        yield Speaker(*label, label[1], is_pronoun=False, is_label=True)
    for mention in passage.found.get("say", ()):
        if _is_name(clause, mention) or _is_passive(clause, mention):
            continue
        phrase = phrase_behind(clause, mention.stop) if mention.value == "before" else _beside(clause, mention)
        if phrase:
            yield Speaker(*phrase, mention.first, is_pronoun(clause, *phrase))


def _is_name(clause: Clause, mention: Mention) -> bool:
    """Whether a word for saying is part of a name or a noun: "United States", "no claim"."""
    first = mention.first
    if clause.lexemes[first].is_capitalised and first > clause.first and mention.value == "verb":
        return True
    return clause.tokens.keys[first] in _NOUNS and clause.key(first - 1) in _BEFORE_NOUN


def _is_passive(clause: Clause, mention: Mention) -> bool:
    """Whether somebody is told or said to do something."""
    return clause.key(mention.first - 1) in _PASSIVE and clause.key(mention.first) in _TOLD


def _beside(clause: Clause, mention: Mention) -> tuple[int, int] | None:
    """The subject of a verb of saying: before it, or behind it ("said the governor")."""
    before_verb = clause.key(mention.first - 1)
    if before_verb == '"' or (before_verb == "," and _opens_name(clause, mention.stop)):
        return phrase_behind(clause, mention.stop)
    return phrase_before(clause, mention.first) or (
        phrase_behind(clause, mention.stop) if before_verb in (",", "") else None
    )


def _opens_name(clause: Clause, index: int) -> bool:
    """Whether what follows a verb is a speaker, not what is said."""
    return clause.key(index) in ("the", "a", "an") or clause.is_capitalised(index)
