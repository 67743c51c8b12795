"""Mentions: the numbers, dates and proper names of a free text, held to the sentences it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from summarize.grounding.clause import Clause
from summarize.grounding.lexicon import is_english, word_lists
from summarize.grounding.names import coded_keys, with_codes
from summarize.grounding.number_words import number_list
from summarize.grounding.numbers import Amount, amounts
from summarize.tokens import QUOTE_MARK, is_word, tokenise

_LONGEST = 2_000  # characters of a free text
_SHOWN = 60  # characters of a word in a message
_TITLE_CASE = 0.6  # share of capitalised words from which on capitals say nothing
_SHORT = 3  # letters; words up to this length stay small in titles
_MONTH_LETTERS = 3  # "Oct." is "October"


def unsupported(text: str, clauses: Sequence[Clause]) -> str | None:
    """The first number, date or proper name of a text that none of the sentences holds; None if all stand.

    A number stands by its value ("two" for "both"), a month by its first letters, a name by its words or as
    another name of the same country.

    Args:
        text: a headline, a sentence of a summary, an action.
        clauses: the sentences it must rest on.
    """
    if len(text) > _LONGEST:
        return text[:_SHOWN]
    tokens = tokenise(text)
    whole = Clause(tokens, 0, len(tokens))
    return next(chain(_numbers_beyond(whole, clauses), _names_beyond(whole, clauses)), None)


def _numbers_beyond(text: Clause, clauses: Sequence[Clause]) -> Iterator[str]:
    """The numbers of a text that the sentences do not hold."""
    stated = [amount for amount in amounts(text) if not amount.is_article]
    held = frozenset[int]().union(*(clause.once(_numbers_of) for clause in clauses)) if stated else frozenset()
    for amount in stated:
        if not held.issuperset(_values(amount)):
            yield text.words(amount.first, amount.stop)


def _numbers_of(clause: Clause) -> frozenset[int]:
    """For membership alone."""
    return frozenset(value for amount in amounts(clause) for value in _values(amount))


def _values(amount: Amount) -> set[int]:
    return {value for interval in amount.readings for value in interval if value is not None}


def _names_beyond(text: Clause, clauses: Sequence[Clause]) -> Iterator[str]:
    """The capitalised words, and those with a digit, of a text that the sentences do not hold."""
    counted = {index for amount in amounts(text) for index in range(amount.first, amount.stop)}
    for word in with_codes(text.tokens, text.first, text.stop):
        if not _may_be_name(text, word.first) or word.first in counted:
            continue
        if not _is_held(_month(word.key), clauses) and _is_name(text, word.first):
            yield text.words(word.first, word.stop)


def _is_held(key: str, clauses: Sequence[Clause]) -> bool:
    return any(key in clause.once(_names_of) for clause in clauses)


def _may_be_name(text: Clause, index: int) -> bool:
    """Whether a token has a capital or a digit."""
    surface = text.tokens.surfaces[index]
    return surface[0].isupper() or (not surface.isalpha() and any(map(str.isdigit, text.key(index))))


def _names_of(clause: Clause) -> frozenset[str]:
    """For membership alone."""
    keys, months = frozenset(coded_keys(clause)), number_list("months")
    return keys if keys.isdisjoint(months) else frozenset(map(_month, keys))


def _is_name(text: Clause, index: int) -> bool:
    """Whether such a token is a proper name, a date or a sign with digits; a first word only if no English word."""
    key = text.key(index)
    if any(map(str.isdigit, key)):
        return True
    if not is_word(key) or key in word_lists("case_pairs")["common"]:
        return False
    is_first = index == text.first or text.key(index - 1) in (".", "!", "?", ":", QUOTE_MARK)
    return not is_english(key) or not (is_first or text.once(_is_title))


def _is_title(text: Clause) -> bool:
    """Whether capitals say nothing because most words have one."""
    words = [i for i in range(text.first, text.stop) if len(text.key(i)) > _SHORT and text.key(i).isalpha()]
    return sum(map(text.is_capitalised, words)) >= _TITLE_CASE * len(words) > 0


def _month(key: str) -> str:
    """A month's first letters; any other key as it is."""
    return key[:_MONTH_LETTERS] if key in number_list("months") else key
