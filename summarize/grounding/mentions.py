"""Mentions: the numbers, dates and proper names of a free text, held to the sentences it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from summarize.grounding.clause import Clause
from summarize.grounding.demands import LOOKS, Demand, demand, demand_of, month_key, names_at, values_of
from summarize.grounding.lexicon import is_english
from summarize.grounding.names import Coded, coded_keys, countries_named
from summarize.grounding.number_words import number_list
from summarize.grounding.numbers import Amount, amounts
from summarize.tokens import QUOTE_MARK, tokenise

_LONGEST = 2_000  # characters of a free text
_SHOWN = 60  # characters of a word in a message
_TITLE_CASE = 0.6  # share of capitalised words from which on capitals say nothing
_SHORT = 3  # letters; words up to this length stay small in titles


def unsupported(text: str, clauses: Sequence[Clause]) -> str | None:
    """The first number, date or proper name of a text that none of the sentences holds; None if all stand.

    A number stands by its value ("two" for "both"), a month by its first letters, a name by its words or as
    another name of the same country.

    Args:
        text: a headline, a sentence of a summary, an action.
        clauses: the sentences it must rest on, the likeliest first.
    """
    if len(text) > _LONGEST:
        return text[:_SHOWN]
    asked = demand_of(text)
    if not any(asked):  # as in "was sent back": nothing that a sentence need hold
        return None
    if not any(_missing(asked, clauses)):
        return None
    tokens = tokenise(text)
    whole = Clause(tokens, 0, len(tokens))
    beyond = next(_not_held(whole, clauses), None)
    return whole.words(beyond.first, beyond.stop) if beyond else None


def _not_held(text: Clause, clauses: Sequence[Clause]) -> Iterator[Amount | Coded]:
    """The numbers, then the names of a text that no sentence holds."""
    numbers = [number for number in amounts(text) if not number.is_article]
    names = _names_in(text, amounts(text))
    values = {value for number in numbers for value in values_of(number)}
    missing = _missing(demand(values, {name.key for name in names}), clauses)
    yield from (number for number in numbers if not missing.values.isdisjoint(values_of(number)))
    unknown = missing.plain | missing.coded
    yield from (name for name in names if name.key in unknown and not _is_for_title(text, name.first))


def _missing(asked: Demand, clauses: Sequence[Clause]) -> Demand:
    """What of a demand no sentence meets; mostly the first sentences meet it all."""
    values, plain, coded = asked
    for clause in clauses:
        if values:
            values = values - clause.once(_numbers_of)
        if plain:
            plain = plain - clause.vocabulary
        if coded:
            coded = coded - clause.once(_codes_of)
            if any(map(str.islower, coded)):  # months, and words of countries' names
                coded = coded - clause.once(_names_of)
        if not (values or plain or coded):
            break
    return Demand(values, plain, coded)


def _numbers_of(clause: Clause) -> frozenset[int | None]:
    """The ends of all readings, open ones too; for membership alone."""
    readings = [interval for amount in amounts(clause) for interval in amount.readings]
    return frozenset(chain.from_iterable(readings))


def _names_in(text: Clause, numbers: Sequence[Amount]) -> list[Coded]:
    """The words of a text that look like names, dates or signs with digits; its numbers are none."""
    passed = {index for number in numbers for index in range(number.first, number.stop)}
    looks = enumerate(map(LOOKS.__getitem__, text.tokens.surfaces))
    likely = [i for i, look in looks if look and look.is_name and not (look.is_english and _is_first(text, i))]
    return names_at(text, [index for index in likely if index not in passed])


def _codes_of(clause: Clause) -> frozenset[str]:
    """Of the countries named; for membership alone."""
    return frozenset([country.key for country in countries_named(clause)])


def _names_of(clause: Clause) -> frozenset[str]:
    """For membership alone."""
    keys = frozenset(coded_keys(clause)) if countries_named(clause) else clause.vocabulary
    months = keys & number_list("months")
    return keys - months | set(map(month_key, months)) if months else keys


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
