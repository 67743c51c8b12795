"""Numbers: what number words, digits and bounds say, as least and most.

"6-8" is 6 to 8; "at least six" 6 to open; "up to six" open to 6; "about six" 6; "a dozen" 12; "dozens" 24 to open.
Measures, times, dates, years, shares and money are numbers but no counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from summarize.grounding.clause import Clause
from summarize.grounding.number_words import (
    bound_phrases,
    bounds_before,
    bounds_behind,
    decimal_value,
    digits_value,
    number_list,
    number_table,
)
from summarize.kept import Kept
from summarize.tokens import DASH

_OLDEST = 115  # years
_YEARS = range(1900, 2101)
_CARDINALS, _MULTIPLIERS, _GROUPS, _VAGUE = map(number_table, ("cardinals", "multipliers", "groups", "vague"))
_BOUNDS_BEFORE, _BOUNDS_BEHIND = bounds_before(), bounds_behind()
_ARTICLES = frozenset({"a", "an", "the"})  # begin a number only before a "dozen" or a "hundred"
_COUNTING_ARTICLES = number_list("articles")
_ONE_OF = _MULTIPLIERS.keys() | _GROUPS.keys()
_JOINERS = frozenset({DASH, "to", "or", "and"})  # between the numbers of a range
_BEFORE_GROUP = frozenset({"a", "an", "half", "the", "one"})
_MONEY, _UNITS, _MONTHS = map(number_list, ("money", "units", "months"))
_BEFORE_AGE, _BEFORE_ONE, _NUMBERED = map(number_list, ("before_age", "before_pronoun_one", "numbered"))
_BEFORE_YEAR = number_list("before_year") | _MONTHS | {"", "."}
_BEHIND_AGE = frozenset({"", ",", ".", ")", ";", "and", "was", "who", "from"})


class Interval(NamedTuple):
    """Least and most, inclusive; None is open."""

    low: int | None
    high: int | None

    def __str__(self) -> str:
        if self.low == self.high:
            return str(self.low)
        return f"{'…' if self.low is None else self.low} to {'…' if self.high is None else self.high}"


@dataclass(slots=True)
class _Value:
    """A plain number and where it ends."""

    value: int
    stop: int


def _exact(value: int) -> tuple[Interval]:
    return (Interval(value, value),)


_EXACT = Kept(_exact, 4096)  # numbers and what each means without a bound
_ONE = _EXACT[1]


@dataclass(slots=True)  # and no tuple, nor frozen: made and read a hundred times an article
class Amount:
    """A number in a sentence.

    Attributes:
        readings: what it can mean, the likeliest first; more than one where a bound may be a preposition.
        first: its first token, bounds included.
        stop: the token behind it, bounds included.
        is_count: whether it can count people or things.
        is_article: whether it is only "a" or "an", which counts one if its noun can be counted.
    """

    readings: tuple[Interval, ...]
    first: int
    stop: int
    is_count: bool = True
    is_article: bool = False


def amounts(clause: Clause) -> list[Amount]:
    """The numbers of a sentence in order, "a" and "an" among them."""
    return clause.once(_amounts)


def _amounts(clause: Clause) -> list[Amount]:
    found: list[Amount] = []
    reached, lexemes, keys = clause.first, clause.lexemes, clause.tokens.keys
    for index in range(clause.first, clause.stop):
        if not lexemes[index].begins_number or index < reached:
            continue
        key = keys[index]
        is_article = key in _ARTICLES and clause.key(index + 1) not in _ONE_OF  # half of what can begin a number
        if amount := _article_at(index, key) if is_article else _amount_at(clause, index, key):
            found.append(amount)
            reached = amount.stop
    return found


def _amount_at(clause: Clause, index: int, key: str) -> Amount | None:
    if key in _VAGUE:
        return _vague_at(clause, index, _VAGUE[key])
    if value := _value_at(clause, index):
        return _bounded(clause, index, value)
    return _article_at(index, key)


def _article_at(index: int, key: str) -> Amount | None:
    return Amount(_ONE, index, index + 1, is_article=True) if key in _COUNTING_ARTICLES else None


def _vague_at(clause: Clause, index: int, least: int) -> Amount:
    """Dozens, "several hundred", "tens of thousands"; "dozens, including 69" is at least 69."""
    stop = index + 1
    if clause.key(stop) == "of" and clause.key(stop + 1) in _VAGUE:
        least, stop = _VAGUE[clause.key(stop + 1)], stop + 2
    including = stop + 1 if clause.key(stop) == "," else stop
    if clause.key(including) == "including" and (named := _value_at(clause, including + 1)):
        return Amount((Interval(named.value, None), Interval(least, None)), index, named.stop)
    return Amount((Interval(least, None),), index, stop)


def _value_at(clause: Clause, index: int) -> _Value | None:
    """The number that begins at a token: digits, words, "a dozen", "both"."""
    key = clause.key(index)
    if key in _BEFORE_GROUP and (grouped := _group_at(clause, index + (key != "one"), key)):
        return grouped
    if key in _GROUPS:
        return _Value(_GROUPS[key], index + 1)
    if key in _CARDINALS:
        return None if _is_pronoun(clause, index) else _multiplied(clause, _words_at(clause, index))
    value = digits_value(key)
    if value is not None:
        return _multiplied(clause, _Value(value, index + 1))
    decimal = decimal_value(key)
    if decimal is not None and (factor := _MULTIPLIERS.get(clause.key(index + 1))):
        return _Value(round(decimal * factor), index + 2)
    return None


def _group_at(clause: Clause, index: int, article: str) -> _Value | None:
    """A "dozen", "a hundred", "half a dozen", "a pair (of)": one of a group word."""
    if article == "half":
        if clause.key(index) == "a" and clause.key(index + 1) in ("dozen", "score"):
            return _Value(_MULTIPLIERS[clause.key(index + 1)] // 2, index + 2)
        return None
    number = clause.key(index)
    value = None if article == "one" else _MULTIPLIERS.get(number, _GROUPS.get(number))
    return None if value is None else _of(clause, _Value(value, index + 1))


def _of(clause: Clause, value: _Value) -> _Value:
    """A pair of drones: "of" belongs to the number."""
    return _Value(value.value, value.stop + 1) if clause.key(value.stop) == "of" else value


def _words_at(clause: Clause, index: int) -> _Value:
    """Twenty, or "twenty-three"."""
    value, behind = _CARDINALS[clause.key(index)], index + 2
    if value % 10 == 0 and value and clause.key(index + 1) == DASH and 0 < _CARDINALS.get(clause.key(behind), 0) < 10:  # noqa: PLR2004 - units of a ten
        return _Value(value + _CARDINALS[clause.key(behind)], behind + 1)
    return _Value(value, index + 1)


def _multiplied(clause: Clause, value: _Value) -> _Value:
    """Two hundred and five: a multiplier behind the number, and what is added to it."""
    factor = _MULTIPLIERS.get(clause.key(value.stop))
    if factor is None:
        return value
    total, stop = value.value * factor, value.stop + 1
    rest = stop + 1 if clause.key(stop) == "and" else stop
    if factor >= 100 and clause.key(rest) in _CARDINALS:  # noqa: PLR2004 - "two dozen five" is no number
        added = _multiplied(clause, _words_at(clause, rest))
        return _Value(total + added.value, added.stop)
    return _Value(total, stop)


def _is_pronoun(clause: Clause, index: int) -> bool:
    """Whether "one" counts nothing: "no one", "the second one", "one-way"."""
    key = clause.key(index)
    return key == "one" and (clause.key(index - 1) in _BEFORE_ONE or clause.key(index + 1) in ("another", "'s"))


class _Bound(NamedTuple):
    """What bounds a number ("low": at least it, "high": at most it), and the tokens that say so."""

    side: str
    first: int
    stop: int


def _bounded(clause: Clause, index: int, value: _Value) -> Amount:
    """A number with its bounds, or a range of two numbers."""
    if clause.key(value.stop) in _JOINERS and (ranged := _range_at(clause, index, value)):
        interval, stop = ranged
        return Amount((interval,), index, stop, _is_count(clause, index, stop))
    is_count = _is_count(clause, index, value.stop)
    exact = _EXACT[value.value]
    bound = _bound_before(clause, index) or _bound_behind(clause, value.stop)
    if bound is None:
        return Amount(exact, index, value.stop, is_count)
    interval = Interval(value.value, None) if bound.side == "low" else Interval(None, value.value)
    readings = (interval, *exact) if _may_be_place(clause, bound) else (interval,)
    return Amount(readings, min(index, bound.first), max(value.stop, bound.stop), is_count)


def _bound_before(clause: Clause, index: int) -> _Bound | None:
    """At least, up to, nearly: the longest bound that ends before a number."""
    for phrase, side in _BOUNDS_BEFORE.get(clause.key(index - 1), ()):
        first = index - len(phrase)
        if clause.first <= first and clause.keys(first, index) == phrase:
            return _Bound(side, first, index)
    return None


def _bound_behind(clause: Clause, stop: int) -> _Bound | None:
    """Or more, or fewer: the bound behind a number."""
    for phrase, side in _BOUNDS_BEHIND.get(clause.key(stop), ()):
        if clause.keys(stop, min(stop + len(phrase), clause.stop)) == phrase:
            return _Bound(side, stop, stop + len(phrase))
    return None


def _may_be_place(clause: Clause, bound: _Bound) -> bool:
    """Whether the bound can be a preposition of place: "flew over two villages"."""
    return clause.keys(bound.first, bound.stop) in bound_phrases("ambiguous")


def _range_at(clause: Clause, index: int, value: _Value) -> tuple[Interval, int] | None:
    """Two numbers as a range: "6-8", "six to eight", "three or four", "between five and seven"."""
    if clause.key(value.stop) == "and" and clause.key(index - 1) != "between":
        return None
    most = _value_at(clause, value.stop + 1)
    if most is None or most.value <= value.value:
        return None
    return Interval(value.value, most.value), most.stop


def _is_count(clause: Clause, index: int, stop: int) -> bool:
    """Whether a number can count people or things: no measure, time, date, year or money."""
    before, behind = clause.key(index - 1), clause.key(stop)
    if behind == DASH:
        behind = clause.key(stop + 1)
    is_measure = behind in _UNITS and not clause.is_hyphen(stop + 1)  # "two night-shift workers" are no nights
    if is_measure or before in _MONEY or (before == DASH and clause.is_hyphen(index - 1)):
        return False
    in_digits = clause.key(index)[0].isdigit()
    month = clause.key(index - 2) if before == "." else before
    if month in _MONTHS or (in_digits and clause.key(stop) in _MONTHS):  # May 19, Oct. 7, 13 March, 7 and 8 October
        return False
    return not in_digits or not (
        _is_year(clause, index, before) or _is_age(clause, index, stop) or _is_designator(clause, index, stop)
    )


def _is_designator(clause: Clause, index: int, stop: int) -> bool:
    """Tower 22, "ship 3302", "Estlink 2": the number is part of a name, and no noun follows."""
    noun_behind = clause.key(stop)[:1].isalpha() and not clause.is_in(stop, "empty", "light", "auxiliary", "border")
    before = clause.key(index - 1) in _NUMBERED or (index - 1 > clause.first and clause.is_capitalised(index - 1))
    return before and not noun_behind


def _is_age(clause: Clause, index: int, stop: int) -> bool:
    """The cook, 54, and "a boy of 14"."""
    value = digits_value(clause.key(index))
    if value is None or value > _OLDEST:
        return False
    if clause.key(index - 1) == "," and clause.key(stop) in _BEHIND_AGE:
        return True
    noun = index - 2 if clause.key(index - 1) == "of" else index - 1
    return clause.key(noun) in _BEFORE_AGE


def _is_year(clause: Clause, index: int, before: str) -> bool:
    key = clause.key(index)
    value = digits_value(key) if before in _BEFORE_YEAR else None
    return value is not None and value in _YEARS and "," not in key
