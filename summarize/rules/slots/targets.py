"""The targets slot: the nouns for people and things that stand by a verb of attack."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.grounding.names import country_of
from summarize.grounding.numbers import Interval, amounts
from summarize.rules.incidents import Found
from summarize.rules.mentions import Mention, Passage
from summarize.schema.draft import DraftTarget
from summarize.schema.vocabulary import TargetKind

_BEHIND = 9  # tokens from a verb to what it strikes
_BEFORE = 4  # tokens from what is struck to its verb: "the ship was hit"
_LONGEST = 5  # tokens before a noun that belong to it
_NOUN_BEGINS = frozenset({"the", "a", "an", "its", "his", "their", "this", "same"})
_NO_PART = frozenset(
    {"on", "at", "in", "of", "by", "near", "and", "from", "to", "with", "against", "hit", "struck", "attacked",
     "targeted", "killed", "into", "for", ",", "stormed", "towards", "toward", "inside", "outside", "that"}
)  # fmt: skip
_NOT_STRUCK = frozenset({"by", "from"})
_MOST = 2
_DOERS = (TargetKind.PERSON_COMBATANT,)


def targets(incident: Found) -> list[DraftTarget]:
    """The first of each kind, in order."""
    best: dict[TargetKind, DraftTarget] = {}
    for passage in incident.passages:
        for fact in _of(passage):
            best.setdefault(fact.kind, fact)
    return list(best.values())[:_MOST]


def _of(passage: Passage) -> Iterator[DraftTarget]:
    acts, stop = passage.of("trigger"), -1
    for mention in passage.of("target"):
        first = _first(passage, mention)
        if mention.first >= stop and _is_struck(passage, acts, first, mention):
            yield _fact(passage, first, mention)
        stop = max(stop, mention.stop)


def _is_struck(passage: Passage, acts: list[Mention], first: int, mention: Mention) -> bool:
    if passage.clause.key(first - 1) in _NOT_STRUCK or mention.value in _DOERS:
        return False
    after = any(0 <= first - act.stop < _BEHIND for act in acts)
    before = any(0 <= act.first - mention.stop < _BEFORE and _is_passive(passage, mention.stop, act) for act in acts)
    return after or before


def _is_passive(passage: Passage, first: int, act: Mention) -> bool:
    return any(passage.clause.key(index) in ("was", "were", "been", "being") for index in range(first, act.first))


def _first(passage: Passage, mention: Mention) -> int:
    """The first token of the noun with its article, number and adjectives."""
    clause, first = passage.clause, mention.first
    acts = [act.stop for act in passage.of("trigger") if act.stop <= mention.first]
    while first > max(clause.first, mention.first - _LONGEST, *acts) and clause.key(first - 1) not in _NO_PART:
        first -= 1
        if clause.key(first) in _NOUN_BEGINS:
            break
    return first


def _fact(passage: Passage, first: int, mention: Mention) -> DraftTarget:
    counted = [a for a in amounts(passage.clause) if a.is_count and not a.is_article]
    within = [amount for amount in counted if first <= amount.first and amount.stop <= mention.first]
    low, high = within[-1].readings[0] if within else Interval(None, None)
    return DraftTarget(
        q=passage.words(first, mention.stop),
        s=passage.number,
        kind=TargetKind(mention.value),
        nationality=_nationality(passage, first, mention.first),
        min=low,
        max=high,
    )


def _nationality(passage: Passage, first: int, stop: int) -> str | None:
    """The word for a country in the noun, as in "a Turkish patrol"."""
    capital = (index for index in range(first, stop) if passage.clause.is_capitalised(index))
    words = (passage.words(index, index + 1) for index in capital)
    return next((word for word in words if country_of(word)), None)
