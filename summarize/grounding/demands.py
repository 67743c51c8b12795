"""Demands: what a free text asks the sentences it rests on to hold, each of its words read by itself.

The words around a word mostly take back what it asks: a capital may be that of a sentence's beginning, "no one" counts
nobody. So a text whose words find all they ask for is supported, and need not be read as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial
from typing import NamedTuple

from summarize.grounding.clause import Clause
from summarize.grounding.lexicon import country_names, is_english, word_lists
from summarize.grounding.names import Coded, countries_named, name_beginnings
from summarize.grounding.number_words import digits_value, is_number, number_list, number_table
from summarize.grounding.numbers import Amount, amounts
from summarize.kept import Kept
from summarize.tokens import DASH, is_word, token_key, tokenise

_MONTH_LETTERS = 3  # "Oct." is "October"
_SIGNS = '.,;:!?()"“”'  # are tokens of their own beside a word, and ask nothing
_KEPT_WORDS = 8_192  # words of which it is kept what they look like, and what they ask


class Look(NamedTuple):
    """What a token of a free text looks like by itself.

    Attributes:
        is_number: whether it may be part of a number.
        is_name: whether it may be a proper name, a date or a sign with digits.
        is_english: whether its capital may be no name's, since it is an English word; False without one.
    """

    is_number: bool
    is_name: bool
    is_english: bool


class Demand(NamedTuple):
    """What sentences must hold; the sets are for membership alone.

    Attributes:
        values: numbers by their values.
        plain: names that a sentence holds if it has the word.
        coded: names that it may hold as another: codes of countries, words of their names, months by first letters.
    """

    values: frozenset[int] | set[int]
    plain: frozenset[str] | set[str]
    coded: frozenset[str] | set[str]


# What no sentence meets: the text is to be read as a whole.
_UNTOLD = Demand(frozenset(), frozenset({""}), frozenset())
# The next word is to be read with it: it may make a country's name of both, as "South" and "Korea".
_OPEN = Demand(frozenset(), frozenset({"", DASH}), frozenset())


def demand_of(text: str) -> Demand:
    """What the words of a text ask, at least as much as the text as a whole does.

    Args:
        text: a headline, a sentence of a summary, an action.
    """
    values: set[int] = set()  # and not `set[int]()`, which takes five times as long
    plain: set[str] = set()
    coded: set[str] = set()
    words, table = iter(text.split()), _AT_FIRST
    for word in words:
        asked, run = table[word], word
        while asked is _OPEN:
            run = f"{run} {next(words, DASH)}"
            asked = table[run]
        if asked:
            values |= asked.values
            plain |= asked.plain
            coded |= asked.coded
        table = _INSIDE
    return Demand(values, plain, coded)


def demand(values: set[int], names: set[str]) -> Demand:
    """Numbers and names as a demand.

    Args:
        values: the numbers' values.
        names: keys, codes of countries in capitals, months by their first letters.
    """
    coded = {name for name in names if name.isupper() or name in coded_words()}
    return Demand(values, names - coded, coded)


def _asked(words: str, *, is_first: bool) -> Demand | None:
    """What one word asks, or several that may be one name; None for nothing."""
    core = words.strip(_SIGNS)
    if core.isalpha():
        look, key = LOOKS[core], token_key(core)
        if look is None:
            return None
        if not look.is_number and key not in coded_words():
            is_opening = is_first and look.is_english and words.startswith(core)
            return None if is_opening else Demand(frozenset(), frozenset({key}), frozenset())
    return _asked_by_tokens(words, is_first=is_first)


def _asked_by_tokens(words: str, *, is_first: bool) -> Demand | None:
    """The same, where more than a single word and signs are to be read."""
    tokens = tokenise(words)
    keys, found = tokens.keys, list(map(LOOKS.__getitem__, tokens.surfaces))
    if DASH in (*keys[:1], *keys[-1:]) or not number_table("multipliers").keys().isdisjoint(keys):
        return _UNTOLD  # "twenty - three" and "two hundred" are other numbers than their words
    looks = {index: look for index, look in enumerate(found) if look}
    if not looks:
        return None
    named = [index for index, look in looks.items() if look.is_name and digits_value(keys[index]) is None]
    if any(keys[index:] in name_beginnings() for index in named):
        return _OPEN
    if is_first and named[:1] == [0] and looks[0].is_english:
        del named[0]
    clause = Clause(tokens, 0, len(tokens))
    values = {value for amount in amounts(clause) if not amount.is_article for value in values_of(amount)}
    asked = demand(values, {name.key for name in names_at(clause, named)})
    return asked if any(asked) else None


def names_at(text: Clause, indexes: Iterable[int]) -> list[Coded]:
    """Names of a text: a country's by its code, which has the words inside it, a month by its first letters.

    Args:
        text: a free text or some words of it.
        indexes: the tokens that look like names.
    """
    countries = {country.first: country for country in countries_named(text)}
    inside = {index for country in countries.values() for index in range(country.first + 1, country.stop)}
    return [
        countries.get(index) or Coded(month_key(text.key(index)), index, index + 1)
        for index in indexes
        if index not in inside
    ]


def values_of(amount: Amount) -> set[int]:
    """The values that the readings of a number have at their ends."""
    return {value for interval in amount.readings for value in interval if value is not None}


@cache
def coded_words() -> frozenset[str]:
    """The words that may not stand as they are among the names of a sentence: of countries' names, and months."""
    months = number_list("months")
    return frozenset(map(month_key, months)).union(months, *country_names())


def month_key(key: str) -> str:
    """A month's first letters; any other key as it is."""
    return key[:_MONTH_LETTERS] if key in number_list("months") else key


def _look(surface: str) -> Look | None:
    """What a token looks like; None for neither a number nor a name."""
    key = token_key(surface)
    has_digit = any(map(str.isdigit, key))
    is_name = has_digit or (surface[0].isupper() and is_word(key) and not _is_common(key))
    if is_name:
        return Look(is_number(key), is_name, not has_digit and is_english(key))
    return Look(is_number=True, is_name=False, is_english=False) if is_number(key) else None


def _is_common(key: str) -> bool:
    """Whether a word is no name in capitals either: as "a", and words that acronyms are written like."""
    return key in number_list("articles") or key in word_lists("case_pairs")["common"]


LOOKS = Kept(_look, _KEPT_WORDS)
_INSIDE = Kept(partial(_asked, is_first=False), _KEPT_WORDS)
_AT_FIRST = Kept(partial(_asked, is_first=True), _KEPT_WORDS)
