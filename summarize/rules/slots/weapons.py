"""The weapons slot: what with and how many, how many hit and how many were stopped."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.grounding.clause import Clause
from summarize.grounding.numbers import Amount, Interval, amounts
from summarize.rules.incidents import Found
from summarize.rules.mentions import Mention, Passage
from summarize.schema.draft import DraftWeapon
from summarize.schema.vocabulary import WeaponKind

_REACH = 3  # words between a number and the weapon it counts
_STOPPED = (("shot", "down"), ("shoot", "down"), ("brought", "down"), ("downed",), ("intercepted",))
_HIT = (("hit",), ("struck",), ("got", "through"))
_FAMILY = {"armed_drone": "drone"}


def weapons(incident: Found) -> list[DraftWeapon]:
    """The weapons by kind: the first counted mention of each, else the first."""
    best: dict[str, DraftWeapon] = {}
    for passage in incident.passages:
        for fact in _of(passage):
            family = _FAMILY.get(fact.kind, fact.kind)
            if family not in best or (best[family].min is None and best[family].max is None and _is_counted(fact)):
                best[family] = fact
    return [_with_fate(fact, incident) for fact in best.values()]


def _is_counted(fact: DraftWeapon) -> bool:
    return fact.min is not None or fact.max is not None


def _of(passage: Passage) -> Iterator[DraftWeapon]:
    stop = -1
    counted = amounts(passage.clause) if passage.of("weapon") else []
    for mention in passage.of("weapon"):
        if mention.first >= stop:
            stop = mention.stop
            yield _fact(passage, mention, counted)


def _fact(passage: Passage, mention: Mention, counted: list[Amount]) -> DraftWeapon:
    amount = _amount(counted, mention)
    low, high = amount.readings[0] if amount else Interval(None, None)
    first = amount.first if amount else mention.first
    return DraftWeapon(
        q=passage.words(first, mention.stop),
        s=passage.number,
        kind=WeaponKind(mention.value),
        min=low,
        max=high,
        hit=None,
        intercepted=None,
    )


def _amount(counted: list[Amount], mention: Mention) -> Amount | None:
    near = [a for a in counted if a.is_count and 0 <= mention.first - a.stop < _REACH]
    return near[-1] if near else None


def _with_fate(fact: DraftWeapon, incident: Found) -> DraftWeapon:
    """Of two drones "one … the second": how many were stopped and how many hit."""
    if fact.min is None or fact.min != fact.max:
        return fact
    stopped = any(_says(passage.clause, _STOPPED) for passage in incident.passages)
    hit = any(_says(passage.clause, _HIT) for passage in incident.passages)
    if stopped and hit and fact.min == 2:  # noqa: PLR2004 - a pair
        return fact.model_copy(update={"hit": 1, "intercepted": 1})
    if stopped and not hit:
        return fact.model_copy(update={"intercepted": fact.min})
    return fact


def _says(clause: Clause, phrases: tuple[tuple[str, ...], ...]) -> bool:
    return any(
        clause.keys(index, index + len(phrase)) == phrase
        for phrase in phrases
        for index in range(clause.first, clause.stop)
    )
