"""Agreement of two labelling passes: Krippendorff's alpha for the number of incidents and for every slot.

Both passes follow one guide and were made by labellers of one kind without sight of each other, so the figures say
how consistent the guide is; they are an upper bound of what independent people would reach.

Source: K. Krippendorff, "Content Analysis", 4th ed. (2018), chapter 12; two observers, no missing data. Alpha is
1 - D_o / D_e: the disagreement observed over that expected if values were paired by chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from summarize.evaluation.alignment import Alignment, align
from summarize.evaluation.cases import gold_case
from summarize.evaluation.gold import GoldArticle
from summarize.evaluation.gold_schema import IncidentMark
from summarize.evaluation.pairing import Decision
from summarize.evaluation.stated import Case, Stated
from summarize.evaluation.verdict import Verdict

SEED = 20_240_501
RESAMPLES = 1_000
Pairs = Sequence[tuple[Any, Any]]
Distance = Callable[[Any, Any], float]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alpha of one coding.

    Attributes:
        name: "incidents" for how many an article has, else the slot.
        alpha: 1 is perfect, 0 is chance; None where nothing varies.
        low: lower end of the 95% bootstrap interval over articles.
        high: upper end.
        units: pairs of values compared.
        same: share of equal pairs.
    """

    name: str
    alpha: float | None
    low: float | None
    high: float | None
    units: int
    same: float


def agreements(passes: Iterable[tuple[GoldArticle, GoldArticle]]) -> list[Agreement]:
    """Agreement on the number of incidents, on roles and on every slot, over articles labelled twice."""
    cases = [(gold_case(_unmarked(one)), gold_case(_unmarked(other))) for one, other in passes]
    counts: list[Pairs] = [[(len(one.incidents), len(other.incidents))] for one, other in cases]
    by_article = [_values(one, other) for one, other in cases]
    names = dict.fromkeys(name for values in by_article for name in values)
    slots = [_agreement(name, [values.get(name, []) for values in by_article], unequal) for name in names]
    return [_agreement("incidents", counts, squared), *slots]


def alpha(pairs: Pairs, distance: Distance) -> float | None:
    """Krippendorff's alpha for two observers; None where all values are the same.

    Args:
        pairs: what the two observers said of each unit.
        distance: of two values: `unequal` for nominal data, `squared` for counts.
    """
    if not pairs:
        return None
    observed = sum(distance(one, other) for one, other in pairs) / len(pairs)
    values = Counter(value for pair in pairs for value in pair)
    total = 2 * len(pairs)
    expected = sum(values[one] * values[other] * distance(one, other) for one, other in product(values, repeat=2)) / (
        total * (total - 1)
    )
    return 1 - observed / expected if expected else None


def unequal(one: Hashable, other: Hashable) -> float:
    """Distance of nominal values."""
    return float(one != other)


def squared(one: float, other: float) -> float:
    """Distance of interval values."""
    return float((one - other) ** 2)


def _agreement(name: str, by_article: Sequence[Pairs], distance: Distance) -> Agreement:
    pairs = [pair for article in by_article for pair in article]
    low, high = _interval(by_article, distance)
    same = sum(one == other for one, other in pairs) / len(pairs) if pairs else 0.0
    return Agreement(name, alpha(pairs, distance), low, high, len(pairs), same)


def _interval(by_article: Sequence[Pairs], distance: Distance) -> tuple[float | None, float | None]:
    """The bootstrap's 95% interval over articles."""
    import numpy as np

    draws = np.random.default_rng(SEED).integers(len(by_article), size=(RESAMPLES, len(by_article)))
    found = (alpha([pair for index in draw for pair in by_article[index]], distance) for draw in draws)
    values = [value for value in found if value is not None]
    if not values:
        return None, None
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)


def _unmarked(gold: GoldArticle) -> GoldArticle:
    """The labels without what is optional or also accepted: what this pass itself says."""
    marks = tuple(IncidentMark(id=mark.id) for mark in gold.labels.incident_marks)
    dates = {
        path: mark.model_copy(update={"optional": False, "accept": {}}) for path, mark in gold.labels.fact_marks.items()
    }
    return replace(gold, labels=replace(gold.labels, incident_marks=marks, fact_marks=dates))


def _values(one: Case, other: Case) -> dict[str, list[tuple[Any, Any]]]:
    """What both passes say in each slot of the incidents that are the same, and of their roles."""
    aligned = align(one, other)
    values: dict[str, list[tuple[Any, Any]]] = {"role": _roles(aligned)}
    for decision in (decision for pair in aligned.pairs for decision in pair.decisions):
        values.setdefault(decision.slot.name, []).append(_both(decision))
    return values


def _roles(aligned: Alignment) -> list[tuple[Any, Any]]:
    return [(pair.gold.roles[0], pair.predicted.roles[0]) for pair in aligned.pairs]


def _both(decision: Decision) -> tuple[Any, Any]:
    """The two values; names that count as the same are one value."""
    if decision.verdict is Verdict.CORRECT:
        value = _value(decision, decision.gold)
        return value, value
    return _value(decision, decision.gold), _value(decision, decision.predicted)


def _value(decision: Decision, fact: Stated | None) -> Hashable:
    if fact is None:
        return None
    return tuple(str(fact.values[attribute]) for attribute in decision.slot.attributes)
