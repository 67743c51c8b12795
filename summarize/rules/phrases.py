"""Noun phrases: the words for somebody or something before and behind a point of a sentence."""

from __future__ import annotations

from summarize.grounding.clause import Clause
from summarize.grounding.number_words import is_number
from summarize.rules.lexicon import word_set
from summarize.tokens import QUOTE_MARK, is_word

_PREPOSITIONS = word_set("small", "preposition")
_DETERMINERS = word_set("small", "determiner")
_CONJUNCTIONS = word_set("small", "conjunction")
PRONOUNS = word_set("small", "pronoun")
_SAYING = word_set("say", "verb")
_LINKS = frozenset({"of", "for", "in", "at", "from", "with"})
_LONGEST = 12  # tokens
_APPOSITION = 12  # tokens between the commas of "Zahid Rind, the provincial home minister, said"
_ADVERB = "ly"
_ABBREVIATION = 3  # letters of "Gen." and "Lt."
_TIMES = word_set("time", "weekday") | {
    "yesterday",
    "today",
    "tonight",
    "morning",
    "evening",
    "night",
    "afternoon",
    "noon",
    "hours",
    "overnight",
    "least",
    "most",
    "ago",
    "later",
    "earlier",
    "local",
    "midnight",
    "dawn",
}


def phrase_before(clause: Clause, stop: int) -> tuple[int, int] | None:
    """The noun phrase that ends right before a token, as a range of tokens; None without one.

    Of a name with an apposition ("Zahid Rind, the minister, said") it is the name.

    Args:
        clause: the sentence.
        stop: the token behind the phrase, as a verb.
    """
    stop = _without_adverbs(clause, stop)
    if clause.key(stop - 1) == "," and (comma := _comma_before(clause, stop - 1)) is not None:
        return phrase_before(clause, comma)
    first = stop
    while first > max(clause.first, stop - _LONGEST) and _is_inside(clause, first - 1, first, stop):
        first -= 1
        if clause.key(first) in _DETERMINERS and clause.key(first - 1) not in _LINKS:
            break
    first = _without_signs(clause, first, stop)
    return (first, stop) if first < stop and _has_noun(clause, first, stop) else None


def phrase_behind(clause: Clause, first: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a token, as a range of tokens; None without one.

    Args:
        clause: the sentence.
        first: its first token; articles belong to it.
    """
    while clause.key(first) == QUOTE_MARK:
        first += 1
    stop = first
    while stop < min(clause.stop, first + _LONGEST) and _goes_on(clause, first, stop):
        stop += 1
    while stop > first and (
        clause.key(stop - 1) in _LINKS or clause.key(stop - 1) in _DETERMINERS or not is_word(clause.key(stop - 1))
    ):
        stop -= 1
    return (first, stop) if stop > first and _has_noun(clause, first, stop) else None


def is_pronoun(clause: Clause, first: int, stop: int) -> bool:
    """Whether a phrase is a pronoun alone."""
    return stop - first == 1 and clause.key(first) in PRONOUNS


def _without_adverbs(clause: Clause, stop: int) -> int:
    """The token behind the subject of a verb: auxiliaries and adverbs before the verb left out."""
    index = stop
    while (
        clause.is_in(index - 1, "auxiliary", "modal")
        or clause.key(index - 1) in ("also", "later", "then", "has", "had", "not", "still", "now", "already")
        or (clause.key(index - 1).endswith(_ADVERB) and clause.key(index - 1) not in ("family", "july", "italy"))
    ):
        index -= 1
    return index


def _comma_before(clause: Clause, comma: int) -> int | None:
    """The comma that opens the apposition which another closes."""
    for index in range(comma - 1, max(clause.first, comma - _APPOSITION), -1):
        if clause.key(index) == ",":
            return index
        if clause.key(index) in _SAYING or not (is_word(clause.key(index)) or clause.is_hyphen(index)):
            return None
    return None


def _is_inside(clause: Clause, index: int, first: int, stop: int) -> bool:
    """Whether a token belongs to the phrase that goes from `first` to `stop`."""
    key = clause.key(index)
    if key in _LINKS:
        return (
            first < stop
            and index > clause.first
            and _is_noun(clause, index - 1)
            and key in ("of", "for", "in", "from", "at")
            and (key == "of" or clause.is_capitalised(first) or clause.key(first) == "the")
        )
    if key == "'s" or clause.is_hyphen(index) or key in (".", "(", ")"):
        return key != "." or clause.is_capitalised(index - 1)
    if key in _DETERMINERS:
        return True
    return _is_noun(clause, index)


def _is_noun(clause: Clause, index: int) -> bool:
    """Whether a token can be part of a name or noun."""
    key = clause.key(index)
    if not is_word(key) or key in _CONJUNCTIONS or (key in _PREPOSITIONS and not clause.is_capitalised(index)):
        return False
    if clause.is_capitalised(index) and index > clause.first:
        return key not in _TIMES
    if key in PRONOUNS or (key in _TIMES and not clause.is_hyphen(index + 1)):
        return False
    return is_number(key) or not clause.is_verb(index)


def _goes_on(clause: Clause, first: int, index: int) -> bool:
    key = clause.key(index)
    if key in _DETERMINERS:
        return index == first or clause.key(index - 1) in _LINKS
    if key == "of":
        return index > first
    if key == "'s" or clause.is_hyphen(index):
        return index > first
    if (
        key == "."
        and clause.is_capitalised(index - 1)
        and clause.is_capitalised(index + 1)
        and len(clause.key(index - 1)) <= _ABBREVIATION
    ):
        return True
    return _is_noun(clause, index)


def _has_noun(clause: Clause, first: int, stop: int) -> bool:
    return any(is_word(key) and key not in _DETERMINERS and key not in _LINKS for key in clause.tokens.keys[first:stop])


def _without_signs(clause: Clause, first: int, stop: int) -> int:
    if first == clause.first and ":" in clause.key(first):
        first += 1  # the time of an entry of a live report
    while first < stop and (not is_word(clause.key(first)) or clause.key(first) == "'s" or clause.key(first) in _LINKS):
        first += 1
    return first
