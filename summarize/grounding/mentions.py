"""Mentions: the numbers, dates and proper names of a free text, held to the sentences it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from summarize.grounding.clause import Clause
from summarize.grounding.lexicon import is_english, word_lists
from summarize.grounding.names import Coded, coded_keys, countries_named
from summarize.grounding.number_words import number_list
from summarize.grounding.numbers import Amount, amounts
from summarize.kept import Kept
from summarize.tokens import QUOTE_MARK, is_word, token_key, tokenise

_LONGEST = 2_000  # characters of a free text
_SHOWN = 60  # characters of a word in a message
_TITLE_CASE = 0.6  # share of capitalised words from which on capitals say nothing
_SHORT = 3  # letters; words up to this length stay small in titles
_MONTH_LETTERS = 3  # "Oct." is "October"
_KEPT_WORDS = 8_192  # words of which it is kept whether they may be names


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
    return _number_beyond(whole, clauses) or _name_beyond(whole, clauses)


def _number_beyond(text: Clause, clauses: Sequence[Clause]) -> str | None:
    """The first number of a text that the sentences do not hold."""
    stated = [amount for amount in amounts(text) if not amount.is_article]
    if not stated:
        return None
    missing = {value for amount in stated for value in _values(amount)}
    for clause in clauses:  # mostly the first ones hold them all, and the numbers of the others are never worked out
        missing -= clause.once(_numbers_of)
        if not missing:
            return None
    beyond = (amount for amount in stated if not missing.isdisjoint(_values(amount)))
    return next((text.words(amount.first, amount.stop) for amount in beyond), None)


def _numbers_of(clause: Clause) -> frozenset[int]:
    """For membership alone."""
    return frozenset(value for amount in amounts(clause) for value in _values(amount))


def _values(amount: Amount) -> set[int]:
    return {value for interval in amount.readings for value in interval if value is not None}


def _name_beyond(text: Clause, clauses: Sequence[Clause]) -> str | None:
    """The first capitalised word, or word with a digit, of a text that the sentences do not hold."""
    names = _names_in(text)
    missing = {name.key for name in names}
    for clause in clauses:
        if not missing:
            return None
        missing -= clause.once(_names_of)
    beyond = (name for name in names if name.key in missing and not _is_for_title(text, name.first))
    return next((text.words(name.first, name.stop) for name in beyond), None)


def _names_in(text: Clause) -> list[Coded]:
    """The words of a text that look like names, dates or signs with digits; its numbers are none."""
    keys, looks = text.tokens.keys, map(_LOOKS.__getitem__, text.tokens.surfaces)
    likely = [index for index, look in enumerate(looks) if look and not (look is _Look.WORD and _is_first(text, index))]
    if not likely:
        return []
    passed = {index for amount in amounts(text) for index in range(amount.first, amount.stop)}
    countries = {country.first: country for country in countries_named(text)}
    passed.update(index for country in countries.values() for index in range(country.first + 1, country.stop))
    return [
        countries.get(index) or Coded(_month(keys[index]), index, index + 1) for index in likely if index not in passed
    ]


def _names_of(clause: Clause) -> frozenset[str]:
    """For membership alone."""
    keys = frozenset(coded_keys(clause)) if countries_named(clause) else clause.vocabulary
    return keys if keys.isdisjoint(number_list("months")) else frozenset(map(_month, keys))


class _Look(Enum):
    """What a token looks like: a name wherever it stands, or an English word with a capital."""

    NAME = "name"
    WORD = "word"


def _look(surface: str) -> _Look | None:
    """What a token looks like by itself; None for what is no proper name, date or sign with digits."""
    key = token_key(surface)
    if any(map(str.isdigit, key)):
        return _Look.NAME
    if not surface[0].isupper() or not is_word(key) or key in word_lists("case_pairs")["common"]:
        return None
    return _Look.WORD if is_english(key) else _Look.NAME


_LOOKS = Kept(_look, _KEPT_WORDS)


def _is_first(text: Clause, index: int) -> bool:
    """Whether a capital may be that of a sentence's beginning."""
    return index == text.first or text.key(index - 1) in (".", "!", "?", ":", QUOTE_MARK)


def _is_for_title(text: Clause, index: int) -> bool:
    """Whether an English word has its capital because the words of titles have one."""
    return _LOOKS[text.tokens.surfaces[index]] is _Look.WORD and text.once(_is_title)


def _is_title(text: Clause) -> bool:
    """Whether capitals say nothing because most words have one."""
    words = [i for i in range(text.first, text.stop) if len(text.key(i)) > _SHORT and text.key(i).isalpha()]
    return sum(map(text.is_capitalised, words)) >= _TITLE_CASE * len(words) > 0


def _month(key: str) -> str:
    """A month's first letters; any other key as it is."""
    return key[:_MONTH_LETTERS] if key in number_list("months") else key
