"""Mentions: the numbers, dates and proper names of a free text, held to the sentences it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from summarize.grounding.clause import Clause
from summarize.grounding.lexicon import country_names, is_english, word_lists
from summarize.grounding.names import Coded, coded_keys, countries_named
from summarize.grounding.number_words import is_number, number_list
from summarize.grounding.numbers import Amount, amounts
from summarize.kept import Kept
from summarize.tokens import QUOTE_MARK, is_word, token_key, tokenise

_LONGEST = 2_000  # characters of a free text
_SHOWN = 60  # characters of a word in a message
_TITLE_CASE = 0.6  # share of capitalised words from which on capitals say nothing
_SHORT = 3  # letters; words up to this length stay small in titles
_MONTH_LETTERS = 3  # "Oct." is "October"
_KEPT_WORDS = 8_192  # words of which it is kept whether they may be names


def unsupported(text: str, clauses: Iterable[Clause]) -> str | None:
    """The first number, date or proper name of a text that none of the sentences holds; None if all stand.

    A number stands by its value ("two" for "both"), a month by its first letters, a name by its words or as
    another name of the same country.

    Args:
        text: a headline, a sentence of a summary, an action.
        clauses: the sentences it must rest on, the likeliest first.
    """
    if len(text) > _LONGEST:
        return text[:_SHOWN]
    tokens = tokenise(text)
    looks = {index: look for index, look in enumerate(map(_LOOKS.__getitem__, tokens.surfaces)) if look}
    if not looks:  # as in "was sent back": nothing that a sentence need hold
        return None
    whole = Clause(tokens, 0, len(tokens))
    numbers = amounts(whole) if any(look.is_number for look in looks.values()) else []
    stated = [number for number in numbers if not number.is_article]
    names = _names_in(whole, looks, numbers)
    beyond = next(_not_held(whole, stated, names, clauses), None)
    return whole.words(beyond.first, beyond.stop) if beyond else None


def _not_held(
    text: Clause, numbers: Sequence[Amount], names: Sequence[Coded], clauses: Iterable[Clause]
) -> Iterator[Amount | Coded]:
    """The numbers, then the names of a text that no sentence holds; mostly the first sentences hold them all."""
    values = {value for number in numbers for value in _values(number)}
    keys = {name.key for name in names}
    coded = {key for key in keys if key.isupper() or key in _coded_words()}
    plain = keys - coded  # a sentence holds them if its words do, and need not be searched for countries
    for clause in clauses:
        if not (values or plain or coded):
            return
        values = values and values - clause.once(_numbers_of)
        plain = plain and plain - clause.vocabulary
        coded = coded and coded - clause.once(_names_of)
    yield from (number for number in numbers if not values.isdisjoint(_values(number)))
    missing = plain | coded
    yield from (name for name in names if name.key in missing and not _is_for_title(text, name.first))


def _numbers_of(clause: Clause) -> frozenset[int]:
    """For membership alone."""
    return frozenset(value for amount in amounts(clause) for value in _values(amount))


def _values(amount: Amount) -> set[int]:
    return {value for interval in amount.readings for value in interval if value is not None}


def _names_in(text: Clause, looks: Mapping[int, _Look], numbers: Sequence[Amount]) -> list[Coded]:
    """The words of a text that look like names, dates or signs with digits; its numbers are none."""
    likely = [
        index for index, look in looks.items() if look.is_name and not (look.is_english and _is_first(text, index))
    ]
    if not likely:
        return []
    keys, passed = text.all_keys, {index for number in numbers for index in range(number.first, number.stop)}
    countries: dict[int, Coded] = {}
    if not _coded_words().isdisjoint(map(keys.__getitem__, likely)):
        countries = {country.first: country for country in countries_named(text)}
        passed.update(index for country in countries.values() for index in range(country.first + 1, country.stop))
    return [
        countries.get(index) or Coded(_month(keys[index]), index, index + 1) for index in likely if index not in passed
    ]


def _names_of(clause: Clause) -> frozenset[str]:
    """For membership alone."""
    keys = frozenset(coded_keys(clause)) if countries_named(clause) else clause.vocabulary
    months = keys & number_list("months")
    return keys - months | set(map(_month, months)) if months else keys


@cache
def _coded_words() -> frozenset[str]:
    """The words that may not stand as they are among the names of a sentence: of countries' names, and months."""
    months = number_list("months")
    return frozenset(map(_month, months)).union(months, *country_names())


class _Look(NamedTuple):
    """What a token of a free text looks like by itself.

    Attributes:
        is_number: whether it may be part of a number.
        is_name: whether it may be a proper name, a date or a sign with digits.
        is_english: whether its capital may be no name's, since it is an English word.
    """

    is_number: bool
    is_name: bool
    is_english: bool


def _look(surface: str) -> _Look | None:
    """What a token looks like; None for neither a number nor a name."""
    key = token_key(surface)
    has_digit = any(map(str.isdigit, key))
    is_name = has_digit or (surface[0].isupper() and is_word(key) and not _is_common(key))
    look = _Look(is_number(key), is_name, not has_digit and is_english(key))
    return look if look.is_number or look.is_name else None


def _is_common(key: str) -> bool:
    """Whether a word is no name in capitals either: as "a", and words that acronyms are written like."""
    return key in number_list("articles") or key in word_lists("case_pairs")["common"]


_LOOKS = Kept(_look, _KEPT_WORDS)


def _is_first(text: Clause, index: int) -> bool:
    """Whether a capital may be that of a sentence's beginning."""
    return index == text.first or text.key(index - 1) in (".", "!", "?", ":", QUOTE_MARK)


def _is_for_title(text: Clause, index: int) -> bool:
    """Whether an English word has its capital because the words of titles have one."""
    return is_english(text.key(index)) and text.once(_is_title)


def _is_title(text: Clause) -> bool:
    """Whether capitals say nothing because most words have one."""
    words = [i for i in range(text.first, text.stop) if len(text.key(i)) > _SHORT and text.key(i).isalpha()]
    return sum(map(text.is_capitalised, words)) >= _TITLE_CASE * len(words) > 0


def _month(key: str) -> str:
    """A month's first letters; any other key as it is."""
    return key[:_MONTH_LETTERS] if key in number_list("months") else key
