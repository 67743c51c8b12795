"""Aggregates: sums and campaigns, "more than 140 attacks since October", which are no incidents."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.grounding.clause import Clause
from summarize.grounding.number_words import ordinal_value
from summarize.grounding.numbers import Amount
from summarize.rules.actors import Actor, actor_at
from summarize.rules.lexicon import COUNTRY, word_set
from summarize.rules.passage import Passage
from summarize.rules.phrases import phrase_behind
from summarize.rules.quotation import quotation
from summarize.rules.speakers import find_speakers
from summarize.rules.telling import Telling
from summarize.schema.draft import DraftAggregate
from summarize.schema.vocabulary import AttributionStatus

_EVENTS = word_set("sum", "event")
_COUNTED = _EVENTS | word_set("aggregates", "counted")
_ORDINAL_REACH = 4  # tokens of "fourth such armed attack"
_DEAD = word_set("aggregates", "dead")
_NOUNS = _EVENTS | _DEAD | {"times"}
_SUMMED = _NOUNS | _COUNTED  # without one of these a sentence tells of no sum
_NOUN_REACH = 6  # tokens behind a number in which its noun stands
_PERIOD = word_set("aggregates", "period")
_SINCE = frozenset({"since", "between"})
_LASTING = frozenset({"in", "during"})
_NEAR = frozenset({"this", "last", "past"})
_OPENERS = _SINCE | _LASTING | _NEAR
_PERIOD_STOPS = word_set("aggregates", "period_stops")
_LONGEST_PERIOD = 10  # tokens
_YEAR = 4  # digits
_LONGEST_QUOTE = 25  # tokens
_LEAST = 4  # attacks that are a sum without a period
_YEARLY = ("year", "month", "week", "season")


def find_aggregates(tellings: list[Telling]) -> list[DraftAggregate]:
    """The sums of an article, in the order of the text."""
    facts: list[DraftAggregate] = []
    for telling in tellings:
        passage = telling.passage
        if passage.is_news and not _SUMMED.isdisjoint(passage.clause.vocabulary):
            facts += _of(passage)
    return facts


def _of(passage: Passage) -> Iterator[DraftAggregate]:
    may_count = not _NOUNS.isdisjoint(passage.clause.vocabulary) and _has_period(passage.clause)
    for amount in passage.amounts if may_count else ():
        if not amount.is_count or amount.is_article:
            continue
        noun = _event(passage.clause, amount)
        period = _period(passage.clause, amount.stop) if noun else None
        if noun and period and _is_sum(passage.clause, amount, noun):
            yield _fact(passage, amount, noun, period)
            return
    if (ordinal := _ordinal(passage.clause)) is not None:
        yield _nth(passage, *ordinal)


def _event(clause: Clause, amount: Amount) -> tuple[int, int] | None:
    """The noun that a number counts: attacks, or the dead."""
    for index in range(amount.stop, min(clause.stop, amount.stop + _NOUN_REACH)):
        key = clause.key(index)
        if key in _EVENTS or key == "times":
            return index, index + 1
        if key in _DEAD and _period(clause, index):
            return index, index + 1
        if key in (",", ";", ".", "and") or clause.is_verb(index):
            return None
    return None


def _is_sum(clause: Clause, amount: Amount, noun: tuple[int, int]) -> bool:
    low = amount.readings[0].low or amount.readings[0].high or 0
    return low >= _LEAST or clause.key(noun[0]) == "times" or amount.readings[0].high is None


def _has_period(clause: Clause) -> bool:
    """Whether any words in a sentence say how long: without them it counts no attacks, and need not be read."""
    if _OPENERS.isdisjoint(clause.vocabulary):
        return False
    for index, key in enumerate(clause.all_keys, clause.first):
        if key in _OPENERS and (key in _SINCE or _is_time(key, clause.key(index + 1))):
            return True
    return False


def _period(clause: Clause, first: int) -> tuple[int, int] | None:
    """The words for how long: "since mid-October", "in 2023", "this year", "between X and Y"."""
    if _OPENERS.isdisjoint(clause.vocabulary):
        return None
    for index in range(first, clause.stop):
        key = clause.key(index)
        if key in _OPENERS and (key in _SINCE or _is_time(key, clause.key(index + 1))):
            return index, _period_stop(clause, index)
        if key in (";", ":"):
            return None
    return None


def _is_time(key: str, behind: str) -> bool:
    """Whether a word and the one behind it say how long: "in 2023", "this year"."""
    return behind in _YEARLY if key in _NEAR else behind.isdigit() and len(behind) == _YEAR


def _period_stop(clause: Clause, first: int) -> int:
    stop = first + 1
    if clause.key(first) not in _SINCE:
        return first + 2
    while stop < min(clause.stop, first + _LONGEST_PERIOD) and (
        clause.key(stop) not in _PERIOD_STOPS or (clause.key(stop) in ("and", "the") and stop < first + 4)
    ):
        stop += 1
    return stop


def _fact(passage: Passage, amount: Amount, noun: tuple[int, int], period: tuple[int, int]) -> DraftAggregate:
    clause = passage.clause
    stop = period[1] if period[1] - amount.first <= _LONGEST_QUOTE else noun[1]
    actor = _actor(passage)
    low, high = amount.readings[0]
    label = phrase_behind(clause, amount.stop) or noun
    return DraftAggregate(
        q=quotation(passage, amount.first, stop),
        s=passage.number,
        label=passage.words(label[0], max(label[1], noun[1])),
        actor=passage.words(actor.first, actor.stop) if actor else None,
        status=_status(passage) if actor else None,
        by=_speaker(passage),
        motive=None,
        min=low,
        max=high,
        period=passage.words(*period),
        place=_place(passage, noun[1]),
    )


def _ordinal(clause: Clause) -> tuple[int, int, int] | None:
    """The fourth such attack this month: the ordinal, its value and the token behind the noun."""
    if "the" not in clause.vocabulary or _COUNTED.isdisjoint(clause.vocabulary):
        return None
    keys, index = clause.tokens.keys, clause.first
    for _ in range(clause.all_keys[:-3].count("the")):
        index = keys.index("the", index) + 1
        value = ordinal_value(keys[index])
        if value and value > 1 and (clause.key(index + 1) == "such" or _period(clause, index)):
            nouns = range(index + 1, min(clause.stop, index + _ORDINAL_REACH))
            if (noun := next((noun for noun in nouns if clause.key(noun) in _COUNTED), None)) is not None:
                return index, value, noun + 1
    return None


def _nth(passage: Passage, first: int, value: int, stop: int) -> DraftAggregate:
    period = _period(passage.clause, stop)
    end = period[1] if period else stop
    return DraftAggregate(
        q=quotation(passage, first - 1, end),
        s=passage.number,
        label=passage.words(first + 1, stop),
        actor=None,
        status=None,
        by=_speaker(passage),
        motive=None,
        min=value,
        max=value,
        period=passage.words(*period) if period else None,
        place=_place(passage, stop),
    )


def _actor(passage: Passage) -> Actor | None:
    for mention in passage.of("actor", "armed_group"):
        return actor_at(passage, (mention.first, mention.stop))
    return None


def _status(passage: Passage) -> AttributionStatus:
    keys = passage.clause.vocabulary
    if any(key in ("claimed", "claims", "credit") for key in keys):
        return AttributionStatus.CLAIMED
    if any(key.startswith(("blam", "attribut")) for key in keys):
        return AttributionStatus.ATTRIBUTED
    return AttributionStatus.STATED_AS_FACT


def _speaker(passage: Passage) -> str | None:
    named = [speaker for speaker in find_speakers(passage) if not speaker.is_pronoun]
    return passage.words(named[0].first, named[0].stop) if named else None


def _place(passage: Passage, first: int) -> str | None:
    for mention in passage.of(COUNTRY):
        if mention.first >= first and passage.clause.key(mention.first - 1) in ("in", "across", "on"):
            return passage.words(mention.first, mention.stop)
    return None
