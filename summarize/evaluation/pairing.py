"""Facts of one field, gold's and the report's: which belong together, and the verdict on each of their slots."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarize.evaluation.assign import assign
from summarize.evaluation.comparators import words
from summarize.evaluation.slots import KEYS, Slot, agree, judge, slots_of
from summarize.evaluation.stated import Stated, StatedIncident
from summarize.evaluation.verdict import POINTS, Verdict

PAIRED = 1e-3
"""Weight of being taken for each other at all: below every point, above the tie-break."""
TOO_MUCH = 1e-5
"""Weight against each spurious slot: of pairs of equal points the one that says no more than gold is meant."""
SAME_WORDS = 1e-6
"""Weight of the same words: breaks the ties that are left."""


class Decision(NamedTuple):
    """The verdict on one slot of one fact.

    Attributes:
        slot: the slot.
        verdict: COR, PAR, INC, MIS or SPU.
        gold: the gold fact, None where spurious.
        predicted: the report's fact, None where missing.
    """

    slot: Slot
    verdict: Verdict
    gold: Stated | None
    predicted: Stated | None


def points(decisions: Sequence[Decision]) -> float:
    """COR + PAR/2."""
    return sum(POINTS.get(decision.verdict, 0.0) for decision in decisions)


def pair_weight(decisions: Sequence[Decision]) -> float:
    """What a pair is worth to an assignment: its points, and against ties the little that it says too much."""
    too_much = sum(decision.verdict is Verdict.SPURIOUS for decision in decisions)
    return points(decisions) + PAIRED - TOO_MUCH * too_much


def compare_incidents(gold: StatedIncident, predicted: StatedIncident) -> list[Decision]:
    """The verdict on every slot of two incidents, their links apart."""
    return [
        decision for field, facts in gold.facts.items() for decision in compare_facts(facts, predicted.facts[field])
    ]


def compare_facts(gold: Sequence[Stated], predicted: Sequence[Stated]) -> list[Decision]:
    """The verdict on every slot of the facts of one field.

    Gold's required facts are paired first. A report's fact that is left over and resembles an optional gold fact
    counts nowhere; so does an optional gold fact without a partner.
    """
    if not gold and not predicted:
        return []
    required = [fact for fact in gold if not fact.optional]
    pairs = _pairs(required, predicted)
    left = _without(predicted, [column for _, column, _ in pairs])
    excused = _pairs([fact for fact in gold if fact.optional], left)
    decisions = [decision for _, _, found in pairs for decision in found]
    for fact in _without(required, [row for row, _, _ in pairs]):
        decisions += missing(fact)
    for fact in _without(left, [column for _, column, _ in excused]):
        decisions += spurious(fact)
    return decisions


def missing(fact: Stated) -> list[Decision]:
    """Every filled slot of a gold fact, missing; none of an optional one."""
    if fact.optional:
        return []
    return [Decision(slot, Verdict.MISSING, fact, None) for slot in slots_of(fact.field) if slot.name in fact.slots]


def spurious(fact: Stated) -> list[Decision]:
    """Every filled slot of a report's fact, spurious."""
    return [Decision(slot, Verdict.SPURIOUS, None, fact) for slot in slots_of(fact.field) if slot.name in fact.slots]


def _compare(gold: Stated, predicted: Stated) -> list[Decision]:
    verdicts = ((slot, judge(slot, gold, predicted)) for slot in slots_of(gold.field))
    return [Decision(slot, verdict, gold, predicted) for slot, verdict in verdicts if verdict]


def _pairs(gold: Sequence[Stated], predicted: Sequence[Stated]) -> list[tuple[int, int, list[Decision]]]:
    """Which facts belong together (row, column), with the verdicts on their slots."""
    if not gold or not predicted:
        return []
    verdicts = {
        (row, column): _compare(one, other)
        for row, one in enumerate(gold)
        for column, other in enumerate(predicted)
        if _akin(one, other)
    }
    weights = [[0.0] * len(predicted) for _ in gold]
    for (row, column), found in verdicts.items():
        weights[row][column] = pair_weight(found) + SAME_WORDS * _same_words(gold[row], predicted[column])
    return [(row, column, verdicts[row, column]) for row, column in assign(weights)]


def _akin(gold: Stated, predicted: Stated) -> bool:
    """Whether two facts can be taken for each other."""
    keys = KEYS.get(gold.field)
    return not keys or any(agree(key, gold, predicted) is not Verdict.INCORRECT for key in keys)


def _same_words(gold: Stated, predicted: Stated) -> bool:
    return "words" in gold.values and words(gold.values, predicted.values) is Verdict.CORRECT


def _without(found: Sequence[Stated], taken: Sequence[int]) -> list[Stated]:
    return [fact for index, fact in enumerate(found) if index not in taken]
