"""Alignment: which predicted incident is which gold incident.

The similarity of a pair is its slot points (COR + PAR/2), so that the alignment serves what is scored. (With the
overlap of cited sentences instead, giving one prediction twice raised F1 from .67 to 1.00.) Overlap of cited
sentences, then role and nearness in the text, only break ties, as does saying no more than gold. Required gold
comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

from summarize.evaluation.assign import assign
from summarize.evaluation.comparators import KIND_FAMILIES, dates, places, same_group
from summarize.evaluation.pairing import Decision, compare_incidents, pair_weight
from summarize.evaluation.slots import agree
from summarize.evaluation.stated import Case, StatedIncident
from summarize.evaluation.verdict import Verdict

OVERLAP = 1e-6
ROLE = 1e-7
NEARNESS = 1e-9
"""Weights against ties, below what `pair_weight` looks at, each below the one before."""


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """A gold incident and the predicted one that it is taken for, with the verdicts on their slots."""

    gold: StatedIncident
    predicted: StatedIncident
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """Which predicted incident is which gold incident.

    Attributes:
        pairs: required gold with its prediction.
        missed: required gold without one.
        spurious: predictions that are nothing in gold, copies of another prediction among them.
        excused: predictions that gold allows, with the gold incident that does: an optional one, or one that may
            be split. They count nowhere.
    """

    pairs: tuple[Pair, ...]
    missed: tuple[StatedIncident, ...]
    spurious: tuple[StatedIncident, ...]
    excused: tuple[tuple[StatedIncident, StatedIncident], ...] = field(default=())


def align(gold: Case, predicted: Case) -> Alignment:
    """The one-to-one alignment of greatest total similarity over admissible pairs."""
    distinct, copies = _without_copies(predicted.incidents)
    required = [incident for incident in gold.incidents if not incident.optional]
    pairs = _best_pairs(required, distinct)
    left = _others(distinct, [pair.predicted for pair in pairs])
    optional = _best_pairs([incident for incident in gold.incidents if incident.optional], left)
    excused = [(pair.gold, pair.predicted) for pair in optional]
    left = _others(left, [pair.predicted for pair in optional])
    excused += _accepted_parts(pairs, left)
    return Alignment(
        pairs=tuple(pairs),
        missed=tuple(_others(required, [pair.gold for pair in pairs])),
        spurious=(*_others(left, [part for _, part in excused]), *copies),
        excused=tuple(excused),
    )


def admissible(gold: StatedIncident, predicted: StatedIncident) -> bool:
    """A place or a date in common, or a cited sentence and the family of kind."""
    if _in_common(gold, predicted, "places") or _in_common(gold, predicted, "date"):
        return True
    return bool(gold.cited & predicted.cited) and same_kind(gold, predicted)


def same_kind(gold: StatedIncident, predicted: StatedIncident) -> bool:
    """The predicted kind is one that gold accepts, or of its family."""
    kinds = (values["kind"] for fact in gold.facts["kind"] for values in fact.alternatives)
    return any(same_group(kind, predicted.kind, KIND_FAMILIES) for kind in kinds)


def _in_common(gold: StatedIncident, predicted: StatedIncident, name: str) -> bool:
    compare = {"places": places, "date": dates}[name]
    pairs = product(gold.facts[name], predicted.facts[name])
    return any(agree(compare, one, other) is Verdict.CORRECT for one, other in pairs)


def _best_pairs(gold: Sequence[StatedIncident], predicted: Sequence[StatedIncident]) -> list[Pair]:
    decisions = {
        (row, column): tuple(compare_incidents(one, other))
        for (row, one), (column, other) in product(enumerate(gold), enumerate(predicted))
        if admissible(one, other)
    }
    weights = [[0.0] * len(predicted) for _ in gold]
    for (row, column), found in decisions.items():
        weights[row][column] = pair_weight(found) + _tie_break(gold[row], predicted[column])
    return [Pair(gold[row], predicted[column], decisions[row, column]) for row, column in assign(weights)]


def _tie_break(gold: StatedIncident, predicted: StatedIncident) -> float:
    shared = len(gold.cited & predicted.cited) / max(len(gold.cited | predicted.cited), 1)
    distance = abs(min(gold.cited, default=0) - min(predicted.cited, default=0))
    same_role = predicted.roles[0] in gold.roles
    return OVERLAP * shared + ROLE * same_role + NEARNESS / (1 + distance)


def _accepted_parts(
    pairs: Sequence[Pair], left: Sequence[StatedIncident]
) -> list[tuple[StatedIncident, StatedIncident]]:
    """Predictions that are further parts of an incident which may be split."""
    splittable = [pair.gold for pair in pairs if pair.gold.accept_split]
    found = []
    for part in left:
        whole = next((gold for gold in splittable if _is_part(gold, part)), None)
        if whole:
            found.append((whole, part))
    return found


def _is_part(gold: StatedIncident, part: StatedIncident) -> bool:
    return admissible(gold, part) and same_kind(gold, part) and bool(gold.cited & part.cited)


def _without_copies(
    incidents: Sequence[StatedIncident],
) -> tuple[list[StatedIncident], list[StatedIncident]]:
    """The first of each content, and its copies."""
    seen: set[str] = set()
    distinct: list[StatedIncident] = []
    copies: list[StatedIncident] = []
    for incident in incidents:
        (copies if incident.content in seen else distinct).append(incident)
        seen.add(incident.content)
    return distinct, copies


def _others(incidents: Sequence[StatedIncident], without: Sequence[StatedIncident]) -> list[StatedIncident]:
    taken = {id(incident) for incident in without}
    return [incident for incident in incidents if id(incident) not in taken]
