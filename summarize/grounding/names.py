"""Names: whether a name that a model fills in stands in a sentence, itself or as another name of the same country."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from summarize.grounding.case import differs_by_case
from summarize.grounding.clause import Clause
from summarize.grounding.lexicon import country_names
from summarize.tokens import Tokens, is_word, tokenise

_LONGEST = 200  # characters; no name is longer
_KEPT_NAMES = 1024  # names whose tokens are kept: they repeat from fact to fact
_OPENERS = ("the", "a", "an")
_CLITIC = "'s"


def stands_in(name: str, clause: Clause) -> bool:
    """Whether a name stands in a sentence.

    Its words stand there together and in order, case and signs as in `ground`, or with other names of the same
    countries ("US forces" for "American forces", "Iran" for "Iranian").

    Args:
        name: what a model filled in.
        clause: the sentence it may stand in.
    """
    if len(name) > _LONGEST:
        return False
    wanted = _wanted(name)
    surfaces, length = clause.tokens.surfaces, len(wanted.keys)
    for place in clause.occurrences(wanted.keys):
        found = surfaces[place : place + length]
        if found == wanted.surfaces or not differs_by_case(wanted.surfaces, found):
            return True
    return wanted.coded is not None and bool(countries_named(clause)) and _contains(coded_keys(clause), wanted.coded)


def country_of(name: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country's name or a word for its people; None for anything else."""
    return country_names().get(_wanted(name[:_LONGEST]).keys)


class Coded(NamedTuple):
    """A token, or a country's name of several: its key, or the country's code in capitals, and its range."""

    key: str
    first: int
    stop: int


def with_codes(clause: Clause) -> list[Coded]:
    """The tokens of a sentence, or of a part of one, with the country's code for each of its capitalised names."""
    found: list[Coded] = []
    for country in countries_named(clause):
        found += _plain(clause.tokens, found[-1].stop if found else clause.first, country.first)
        found.append(country)
    return found + _plain(clause.tokens, found[-1].stop if found else clause.first, clause.stop)


def countries_named(clause: Clause) -> list[Coded]:
    """The capitalised names of countries in a sentence, in order."""
    return clause.once(_countries)


def country_starts(clause: Clause) -> list[int]:
    """The capitalised tokens of a sentence that the name of a country may begin with, in order."""
    names, surfaces = first_keys(), clause.tokens.surfaces
    if clause.vocabulary.isdisjoint(names):  # as in most sentences
        return []
    keys = enumerate(clause.all_keys, clause.first)
    return [index for index, key in keys if key in names and surfaces[index][0].isupper()]


def coded_keys(clause: Clause) -> list[str]:
    """The keys of a sentence with the country's code for each of its capitalised names."""
    return clause.once(_coded_keys)


@cache
def first_keys() -> frozenset[str]:
    """The first keys of countries' names."""
    return frozenset(_name_lengths())


@cache
def name_beginnings() -> frozenset[tuple[str, ...]]:
    """The keys that countries' names of several words begin with, as ("south",) and ("trinidad", "and")."""
    return frozenset(keys[:length] for keys in country_names() for length in range(1, len(keys)))


def _plain(tokens: Tokens, first: int, stop: int) -> list[Coded]:
    return [Coded(tokens.keys[index], index, index + 1) for index in range(first, stop)]


def _countries(clause: Clause) -> list[Coded]:
    found: list[Coded] = []
    reached = 0
    for index in country_starts(clause):
        length, code = _country_at(clause.tokens, index, clause.stop) if index >= reached else (1, None)
        if code:
            reached = index + length
            found.append(Coded(code, index, reached))
    return found


def _coded_keys(clause: Clause) -> list[str]:
    keys = list(clause.all_keys)
    for country in reversed(countries_named(clause)):
        keys[country.first - clause.first : country.stop - clause.first] = [country.key]
    return keys


class _Wanted(NamedTuple):
    """A name without article, possessive and outer signs.

    Attributes:
        keys: the keys of its words.
        surfaces: its words.
        coded: the keys with codes for the names of countries in it, None if it names none.
    """

    keys: tuple[str, ...]
    surfaces: list[str]
    coded: list[str] | None


@lru_cache(maxsize=_KEPT_NAMES)
def _wanted(name: str) -> _Wanted:
    tokens = tokenise(name)
    keys, first, stop = tokens.keys, 0, len(tokens)
    while first < stop and (keys[first] in _OPENERS or not is_word(keys[first])):
        first += 1
    while first < stop and (keys[stop - 1] == _CLITIC or not is_word(keys[stop - 1])):
        stop -= 1
    clause = Clause(tokens, first, stop)
    return _Wanted(
        keys[first:stop], tokens.surfaces[first:stop], coded_keys(clause) if countries_named(clause) else None
    )


def _contains(keys: list[str], wanted: list[str]) -> bool:
    return any(keys[i : i + len(wanted)] == wanted for i in range(len(keys) - len(wanted) + 1))


def _country_at(tokens: Tokens, index: int, stop: int) -> tuple[int, str | None]:
    """How many tokens the country's name that begins at a capitalised token has, and the country's code."""
    is_pronoun = tokens.keys[index] == "us" and not tokens.surfaces[index].isupper()
    for length in () if is_pronoun else _name_lengths()[tokens.keys[index]]:
        code = country_names().get(tokens.keys[index : index + length])
        if code and index + length <= stop:
            return length, code
    return 1, None


@cache
def _name_lengths() -> dict[str, tuple[int, ...]]:
    """By first key, how many keys the names of countries have, the longest first."""
    runs = sorted((keys[0], -len(keys)) for keys in country_names())
    return {
        first: tuple(dict.fromkeys(-length for _, length in group))
        for first, group in groupby(runs, key=lambda run: run[0])
    }
