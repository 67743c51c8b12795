"""Noun phrases: the words for somebody or something before and behind a point of a sentence."""

from __future__ import annotations

from typing import Literal

from summarize.grounding.clause import Clause
from summarize.grounding.lexemes import lexeme
from summarize.kept import Kept
from summarize.rules.lexicon import word_set
from summarize.tokens import DASH, QUOTE_MARK, token_key

_PREPOSITIONS = word_set("small", "preposition")
_DETERMINERS = word_set("small", "determiner")
_CONJUNCTIONS = word_set("small", "conjunction")
PRONOUNS = word_set("small", "pronoun")
_SAYING = word_set("say", "verb")
_LINKS = frozenset({"of", "for", "in", "at", "from", "with"})
_SIGNS = frozenset({DASH, ".", "(", ")"})
_LONGEST = 12  # tokens
_APPOSITION = 12  # tokens between the commas of "Zahid Rind, the provincial home minister, said"
_ADVERBS = frozenset({"also", "later", "then", "has", "had", "not", "still", "now", "already"})
_ADVERB = "ly"
_NO_ADVERBS = frozenset({"family", "july", "italy"})
_ABBREVIATION = 3  # letters of "Gen." and "Lt."
_KEPT_WORDS = 32_768  # words of which it is kept what they are to a phrase
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


Part = Literal["noun", "perhaps", "link", "determiner", "possessive", "sign", "none"]
"""What a token is to a noun phrase.

A part of it whatever stands around ("noun"), or as its neighbours tell ("perhaps"); a preposition that can link two
nouns; an article and its like; "'s"; a sign that can stand inside; and what ends every phrase ("none").
"""


_OUTER = frozenset({"sign", "possessive", "link"})
_NO_END = frozenset({"link", "determiner", "sign"})


def phrase_before(clause: Clause, stop: int) -> tuple[int, int] | None:
    """The noun phrase that ends right before a token, as a range of tokens; None without one.

    Of a name with an apposition ("Zahid Rind, the minister, said") it is the name.

    Args:
        clause: the sentence.
        stop: the token behind the phrase, as a verb.
    """
    tokens, begin = clause.tokens, clause.first
    keys, surfaces = tokens.keys, tokens.surfaces
    while stop > begin and _ADVERBIALS[keys[stop - 1]]:
        stop -= 1
    if stop > begin and keys[stop - 1] == "," and (comma := _comma_before(clause, stop - 1)) is not None:
        return phrase_before(clause, comma)
    first = stop
    while first > begin and stop - first < _LONGEST:
        part = _PARTS[surfaces[first - 1]]
        if part != "noun" and (part == "none" or not _is_inside(clause, part, first, stop)):
            break
        first -= 1
        if part == "determiner" and (first == begin or keys[first - 1] not in _LINKS):
            break
    if first < stop and (first == begin or _PARTS[surfaces[first]] in _OUTER):
        first = _without_signs(clause, first, stop)
    is_plain = first < stop and _PARTS[surfaces[stop - 1]] == "noun"
    return (first, stop) if is_plain or _has_noun(clause, first, stop) else None


def phrase_behind(clause: Clause, first: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a token, as a range of tokens; None without one.

    Args:
        clause: the sentence.
        first: its first token; articles belong to it.
    """
    tokens, end = clause.tokens, clause.stop
    keys, surfaces = tokens.keys, tokens.surfaces
    while first < end and keys[first] == QUOTE_MARK:
        first += 1
    stop = first
    while stop < end and stop - first < _LONGEST:
        part = _PARTS[surfaces[stop]]
        if part != "noun" and (part == "none" or not _goes_on(clause, part, first, stop)):
            break
        stop += 1
    while stop > first and _PARTS[surfaces[stop - 1]] in _NO_END:
        stop -= 1
    return (first, stop) if stop > first else None  # what ends it is a noun


def is_pronoun(clause: Clause, first: int, stop: int) -> bool:
    """Whether a phrase is a pronoun alone."""
    return stop - first == 1 and clause.key(first) in PRONOUNS


def _part(surface: str) -> Part:
    key, word = token_key(surface), lexeme(surface)
    if key in _LINKS:
        return "link"
    if key in _DETERMINERS:
        return "determiner"
    if key == "'s":
        return "possessive"
    if not word.is_word:
        return "sign" if key in _SIGNS else "none"
    if key in _CONJUNCTIONS or (not word.is_capitalised and (key in _PREPOSITIONS or key in PRONOUNS)):
        return "none"
    is_sure = key not in PRONOUNS and key not in _TIMES and (word.is_number or word.verb is None)
    return "noun" if is_sure else "perhaps"


_PARTS: Kept[str, Part] = Kept(_part, _KEPT_WORDS)


def _is_adverbial(key: str) -> bool:
    """Whether a word can stand between a subject and its verb: an auxiliary or adverb."""
    is_adverb = key in _ADVERBS or (key.endswith(_ADVERB) and key not in _NO_ADVERBS)
    return is_adverb or not lexeme(key).titles.isdisjoint(("auxiliary", "modal"))


_ADVERBIALS: Kept[str, bool] = Kept(_is_adverbial, _KEPT_WORDS)


def _comma_before(clause: Clause, comma: int) -> int | None:
    """The comma that opens the apposition which another closes."""
    keys, lexemes = clause.tokens.keys, clause.lexemes
    for index in range(comma - 1, max(clause.first, comma - _APPOSITION), -1):
        if keys[index] == ",":
            return index
        if keys[index] in _SAYING or not (lexemes[index].is_word or clause.is_hyphen(index)):
            return None
    return None


def _is_inside(clause: Clause, part: Part, first: int, stop: int) -> bool:
    """Whether the token before `first`, which is no sure noun, belongs to the phrase from there to `stop`."""
    index = first - 1
    if part == "perhaps":
        return _is_noun(clause, index)
    if part == "sign":
        key = clause.key(index)
        return clause.is_capitalised(index - 1) if key == "." else key != DASH or clause.is_hyphen(index)
    if part == "link":
        return first < stop and _links(clause, index)
    return True


def _links(clause: Clause, index: int) -> bool:
    """Whether a preposition links two nouns: "of", or another before a name or "the"."""
    key = clause.key(index)
    if key == "with" or index == clause.first or not _is_noun(clause, index - 1):
        return False
    return key == "of" or clause.is_capitalised(index + 1) or clause.key(index + 1) == "the"


def _is_noun(clause: Clause, index: int) -> bool:
    """Whether a token can be part of a name or noun."""
    key, word = clause.tokens.keys[index], clause.lexemes[index]
    if not word.is_word or key in _CONJUNCTIONS or (key in _PREPOSITIONS and not word.is_capitalised):
        return False
    if word.is_capitalised and index > clause.first:
        return key not in _TIMES
    if key in PRONOUNS or (key in _TIMES and not clause.is_hyphen(index + 1)):
        return False
    return word.is_number or not clause.is_verb(index)


def _goes_on(clause: Clause, part: Part, first: int, index: int) -> bool:
    """Whether a token that is no sure noun goes on with the phrase that begins at `first`."""
    if part == "perhaps":
        return _is_noun(clause, index)
    if part == "determiner":
        return index == first or clause.key(index - 1) in _LINKS
    if part == "link":
        return index > first if clause.key(index) == "of" else _is_noun(clause, index)
    if part == "sign":
        return _is_abbreviation(clause, index) or (index > first and clause.is_hyphen(index))
    return part == "possessive" and index > first


def _is_abbreviation(clause: Clause, index: int) -> bool:
    """Whether a token is the stop of "Gen." before a name."""
    is_stop = clause.key(index) == "." and len(clause.key(index - 1)) <= _ABBREVIATION
    return is_stop and clause.is_capitalised(index - 1) and clause.is_capitalised(index + 1)


def _has_noun(clause: Clause, first: int, stop: int) -> bool:
    """Whether more than articles, prepositions and signs stands in a range of tokens."""
    surfaces = clause.tokens.surfaces
    while stop > first and _PARTS[surfaces[stop - 1]] in _NO_END:
        stop -= 1
    return stop > first


def _without_signs(clause: Clause, first: int, stop: int) -> int:
    """Where a phrase begins behind the signs and prepositions at its front."""
    if first == clause.first and ":" in clause.key(first):
        first += 1  # the time of an entry of a live report
    surfaces = clause.tokens.surfaces
    while first < stop and _PARTS[surfaces[first]] in _OUTER:
        first += 1
    return first
