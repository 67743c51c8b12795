"""Number words: what one token is worth, and the tables of `lexicons/numbers.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any

from summarize.content import lexicon_path
from summarize.kept import Kept
from summarize.tokens import token_key, tokenise

_KEPT_VALUES = 4_096  # words of which it is kept what number they are in digits
_DIGITS = re.compile(r"\d{1,12}|\d{1,3}(?:,\d{3}){1,4}")
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_DECIMAL = re.compile(r"\d{1,6}\.\d{1,3}")


@cache
def _file() -> dict[str, dict[str, Any]]:
    return tomllib.loads(lexicon_path("numbers.toml").read_text("utf-8"))


@cache
def number_table(name: str) -> dict[str, int]:
    """A table of number words by key, as "cardinals"."""
    return {token_key(word): value for word, value in _file()[name].items()}


@cache
def number_list(name: str) -> frozenset[str]:
    """A list of words around numbers, as "units". For membership alone."""
    return frozenset(map(token_key, _file()["words"][name]))


@cache
def bound_phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a bound as keys, the longest first."""
    phrases = (tokenise(phrase).keys for phrase in _file()["phrases"][name])
    return tuple(sorted(phrases, key=lambda keys: (-len(keys), keys)))


Bounds = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
"""By one of their words, the phrases of bounds, each with its side, "low" or "high"; the longest first."""


def bounds_before() -> Bounds:
    """The phrases before a number by their last word."""
    return _bounds("", -1)


def bounds_behind() -> Bounds:
    """The phrases behind a number by their first word."""
    return _bounds("_behind", 0)


@cache
def _bounds(suffix: str, at: int) -> Bounds:
    """Phrases of bounds by one of their words."""
    found = [(phrase, side) for side in ("low", "high") for phrase in bound_phrases(side + suffix)]
    found.sort(key=lambda bound: -len(bound[0]))  # the sides stay in order
    return {word: tuple(b for b in found if b[0][at] == word) for word in sorted({b[0][at] for b in found})}


def digits_value(key: str) -> int | None:
    """The value of a whole number in digits, None for anything else: "1,000" is 1000, "5.30pm" nothing."""
    return _VALUES[key]


def _digits_value(key: str) -> int | None:
    return int(key.replace(",", "")) if key[:1].isdigit() and _DIGITS.fullmatch(key) else None


def decimal_value(key: str) -> float | None:
    """The value of a number with a decimal point, None for anything else."""
    return float(key) if key[:1].isdigit() and _DECIMAL.fullmatch(key) else None


def ordinal_value(key: str) -> int | None:
    """The value of an ordinal or of "twice", None for anything else."""
    if key[:1].isdigit() and (match := _ORDINAL.fullmatch(key)):
        return int(match.group(1))
    return number_table("ordinal_values").get(key)


def begins_number(key: str) -> bool:
    """Whether a number can begin with a token, or an article that counts one."""
    return key[0].isdigit() or key in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    tables = ("cardinals", "groups", "vague")
    return frozenset({"half", "the"}).union(number_list("articles"), *map(number_table, tables))


def is_number(key: str) -> bool:
    """Whether a token is a number in digits or words; ordinals and "both" are."""
    return key[:1].isdigit() or key in _number_words()


@cache
def _number_words() -> frozenset[str]:
    tables = ("cardinals", "multipliers", "groups", "vague")
    return number_list("ordinals").union(*map(number_table, tables))


_VALUES = Kept(_digits_value, _KEPT_VALUES)
