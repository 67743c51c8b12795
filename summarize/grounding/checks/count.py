"""Counts: min and max against the numbers in the quoted words, in their sentence, in the incident's sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, cast

from summarize.grounding.clause import Clause
from summarize.grounding.number_words import number_list, ordinal_value
from summarize.grounding.numbers import Amount, Interval, amounts
from summarize.grounding.statement import PASSED, Statement, Verdict, failed, unchecked
from summarize.schema.draft import DraftAggregate, DraftCasualties
from summarize.schema.vocabulary import CasualtyStatement

_ONE = Interval(1, 1)
_NOUN_REACH = 4  # tokens behind a number in which the noun it counts stands
_LISTED = 4  # tokens of a list's member: "the fisheries clerk and two others"
_SINGULAR = frozenset(
    {"he", "him", "his", "himself", "she", "her", "herself", "whom", "man", "woman", "boy", "girl", "was", "has", "is"}
)
_POSSESSED = frozenset({"his", "her", "their", "its", "my", "our", "the"})  # begin a noun that nobody counts


class _Counted(Protocol):
    min: int | None
    max: int | None


def count(statement: Statement) -> Verdict | None:
    """A count must be a number that the words give, bounds included: "at least five" is not five."""
    fact = cast("_Counted", statement.fact)
    quoted = statement.amounts
    if fact.min is None and fact.max is None:
        return _without_number(statement, quoted)
    interval = Interval(fact.min, fact.max)
    if _says(quoted, interval) or _says_together(statement.quote_clause, quoted, interval):
        return PASSED
    if isinstance(statement.fact, DraftAggregate) and _ordinal(statement.quote_clause, interval):
        return PASSED
    counts = [amount for amount in quoted if amount.is_count and not amount.is_article]
    if counts and not (interval == _ONE and _is_one_person(statement)):
        given = " or ".join(str(reading) for amount in counts for reading in amount.readings)
        return failed(f"The quoted words say {given}, not {interval}.")
    return _elsewhere(statement, interval)


def _without_number(statement: Statement, quoted: Sequence[Amount]) -> Verdict | None:
    fact = statement.fact
    if isinstance(fact, DraftCasualties) and fact.statement is not CasualtyStatement.COUNT:
        return None
    if isinstance(fact, DraftCasualties):
        return failed("The statement is a count, and no number is given.")
    counts = [amount for amount in quoted if amount.is_count and not amount.is_article]
    return unchecked("The quoted words hold a number that the fact leaves out.") if counts else PASSED


def _says(found: Sequence[Amount], interval: Interval) -> bool:
    for amount in found:
        if amount.is_count and interval in amount.readings:
            return True
    return False


def _says_together(clause: Clause, quoted: Sequence[Amount], interval: Interval) -> bool:
    """Whether the quotation's numbers give it together: "a cook and a guest" are two, "26 or even 30" a range.

    Somebody who is not counted ("his wife and two daughters", "the clerk and two others") may be one more.
    """
    words = clause.keys(clause.first, clause.stop)
    readings = [amount.readings[0] for amount in quoted if amount.is_count]
    if len(readings) > 1 and "or" in words and interval == (readings[0].low, readings[-1].high):
        return True
    if not readings or "and" not in words:
        return False
    low, high = _sum([reading.low for reading in readings]), _sum([reading.high for reading in readings])
    uncounted = sum(key in _POSSESSED and "and" in words[max(0, at - 1) : at + _LISTED] for at, key in enumerate(words))
    return any(interval == (_more(low, extra), _more(high, extra)) for extra in range(uncounted + 1))


def _sum(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _more(number: int | None, extra: int) -> int | None:
    return None if number is None else number + extra


def _ordinal(clause: Clause, interval: Interval) -> bool:
    """Whether an ordinal counts: "the fourth such attack" is four of them."""
    ordinals = {ordinal_value(key) for key in clause.keys(clause.first, clause.stop)}
    return interval.low == interval.high and interval.low in ordinals


def _is_one_person(statement: Statement) -> bool:
    """Whether the words speak of one person without counting: "took him away"; the numbers are of others."""
    clause = statement.quote_clause
    return any(key in _SINGULAR for key in clause.keys(clause.first, clause.stop))


def _elsewhere(statement: Statement, interval: Interval) -> Verdict:
    """What the words outside the quotation say, where the quotation holds no number."""
    if interval == _ONE:
        return PASSED if _is_singular(statement) else unchecked("The quoted words give no number.")
    if _names_one_thing(statement.quote_clause):
        return failed(f"The quoted words name one, not {interval}.")
    nouns = _nouns(statement.quote_clause)
    for clause in (statement.clause, *statement.incident_clauses()):
        for amount in amounts(clause):
            if _says([amount], interval) and nouns.intersection(_counted(clause, amount)):
                return PASSED
    held = [amount for clause in statement.incident_clauses() for amount in amounts(clause)]
    if _says(held, interval):
        return unchecked("The number stands in the incident's sentences, but not with these words.")
    return failed(f"No sentence of the incident says {interval}.")


def _names_one_thing(clause: Clause) -> bool:
    """Whether the quotation is "a drone" or the like, and no "swarm of drones"."""
    words = clause.keys(clause.first, clause.stop)
    return words[0] in number_list("articles") and not any(key in number_list("collective") for key in words[:_LISTED])


def _is_singular(statement: Statement) -> bool:
    """Whether the quotation names one person or thing."""
    clause = statement.quote_clause
    return _is_one_person(statement) or any(map(clause.is_capitalised, range(clause.first + 1, clause.stop)))


def _nouns(clause: Clause) -> set[str]:
    return {key for key in clause.keys(clause.first, clause.stop) if len(key) > 2 and key.isalpha()}  # noqa: PLR2004 - shorter words are no nouns


def _counted(clause: Clause, amount: Amount) -> Iterator[str]:
    """The words behind a number in which its noun is."""
    yield from clause.keys(amount.stop, min(amount.stop + _NOUN_REACH, clause.stop))
