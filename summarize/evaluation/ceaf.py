"""CEAF-RME, the field's own score of incident templates, here to check our arithmetic against published systems.

Source: Y. Chen, W. Gantt, W. Gu, T. Chen, A. S. White, B. Van Durme, "Iterative Document-level Information
Extraction via Imitation Learning" (IterX), EACL 2023, with the subset similarity φ; the definition is written out
in docs/ceaf-rme.md. It scores strings of entities, not incidents: our own reports are not scored with it.
"""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from summarize.evaluation.assign import assign

Template = Mapping[str, Any]
"""`incident_type`, a string, and for each role a list of entities, each a list of the strings that mention it."""

TYPE = "incident_type"
_ARTICLES = frozenset({"a", "an", "the"})
_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)

_Mention = tuple[str, str, str]
_Entity = frozenset[_Mention]


class Ceaf(NamedTuple):
    """Precision, recall and F1, from 0 to 1."""

    p: float
    r: float
    f1: float


@dataclass(frozen=True, slots=True)
class _Document:
    """What one document adds: entities hit and all entities, on either side."""

    predicted_hit: int
    predicted: int
    gold_hit: int
    gold: int


def ceaf_rme(gold: Mapping[str, Sequence[Template]], predicted: Mapping[str, Sequence[Template]]) -> Ceaf:
    """Score predicted templates.

    Args:
        gold: documents to lists of templates.
        predicted: the same; a document that is missing counts as one without templates.

    Returns:
        P = predicted entities hit / predicted entities, R = gold entities hit / gold entities, and F1.
    """
    scores = [_score(templates, predicted.get(document, ())) for document, templates in gold.items()]
    precision = _share(sum(s.predicted_hit for s in scores), sum(s.predicted for s in scores))
    recall = _share(sum(s.gold_hit for s in scores), sum(s.gold for s in scores))
    total = precision + recall
    return Ceaf(precision, recall, 2 * precision * recall / total if total else 0.0)


def normalise(mention: str) -> str:
    """Lower case, without ASCII punctuation and the words a, an, the; one space between words."""
    words = mention.lower().translate(_NO_PUNCTUATION).split()
    return " ".join(word for word in words if word not in _ARTICLES)


def _score(gold: Sequence[Template], predicted: Sequence[Template]) -> _Document:
    guesses = [entities for template in predicted if (entities := _entities(template, template[TYPE]))]
    wanted = [_best_typing(typings, guesses) for typings in _distinct([_typings(template) for template in gold])]
    pairs = assign([[len(_hits(one, guess)) for guess in guesses] for one in wanted])
    hits = [_hits(wanted[row], guesses[column]) for row, column in pairs]
    return _Document(
        predicted_hit=sum(map(len, hits)),
        predicted=sum(map(len, guesses)),
        gold_hit=sum(len(set(found)) for found in hits),
        gold=sum(map(len, wanted)),
    )


def _typings(template: Template) -> tuple[tuple[_Entity, ...], ...]:
    """The template's entities under each of its types ("attack / bombing" has two)."""
    return tuple(_entities(template, kind.strip()) for kind in template[TYPE].split("/"))


def _entities(template: Template, kind: str) -> tuple[_Entity, ...]:
    return tuple(
        frozenset((kind, role, normalise(mention)) for mention in entity)
        for role, entities in template.items()
        if role != TYPE
        for entity in entities
    )


def _best_typing(typings: Sequence[tuple[_Entity, ...]], guesses: Sequence[tuple[_Entity, ...]]) -> tuple[_Entity, ...]:
    """The typing with the greatest sum of hits over all predictions; of equal ones the first."""
    return max(typings, key=lambda entities: sum(len(_hits(entities, guess)) for guess in guesses))


def _hits(gold: Sequence[_Entity], predicted: Sequence[_Entity]) -> list[int]:
    """For each predicted entity that hits, the first gold entity that holds one of its mentions."""
    found = (next((i for i, wanted in enumerate(gold) if wanted & entity), None) for entity in predicted)
    return [index for index in found if index is not None]


def _distinct(templates: Sequence[tuple[tuple[_Entity, ...], ...]]) -> list[tuple[tuple[_Entity, ...], ...]]:
    """Identical templates once."""
    return list(dict.fromkeys(templates))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
