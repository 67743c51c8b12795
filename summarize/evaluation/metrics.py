"""The metrics, one line each in a registry: what is counted in an article, and what shape the figure has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from summarize.evaluation.pairing import Decision
from summarize.evaluation.score import ArticleScore
from summarize.evaluation.shapes import (
    BAD_MEAN,
    BAD_SHARE,
    FOUND_F1,
    FOUND_PRECISION,
    FOUND_RECALL,
    MEAN,
    PER_THOUSAND,
    SHARE,
    SLOT_F1,
    SLOT_PRECISION,
    SLOT_RECALL,
    STRICT_F1,
    Shape,
)
from summarize.evaluation.slots import SLOTS
from summarize.evaluation.verdict import Verdict
from summarize.schema.vocabulary import Role

Counts = tuple[float, ...]

NEWS = frozenset({Role.MAIN, Role.SECONDARY})
"""Roles of the incidents that are news, not history."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One figure.

    Attributes:
        name: as it is stored and compared.
        table: the table it is printed in.
        label: as it is printed.
        shape: how its counts become a figure.
        counts: what is counted in one article.
        gated: whether the gate holds a floor for it.
    """

    name: str
    table: str
    label: str
    shape: Shape
    counts: Callable[[ArticleScore], Counts]
    gated: bool = False


def incident_counts(score: ArticleScore, roles: frozenset[Role]) -> Counts:
    """Incidents of these roles: found, predicted, in gold.

    Gold's role decides which gold incidents count. One that was found counts as predicted whatever role it was
    given, for role accuracy scores that; an incident that is nothing in gold counts if its own role is among these.
    """
    found = sum(pair.gold.roles[0] in roles for pair in score.alignment.pairs)
    invented = sum(incident.roles[0] in roles for incident in score.alignment.spurious)
    missed = sum(incident.roles[0] in roles for incident in score.alignment.missed)
    return float(found), float(found + invented), float(found + missed)


def tally(decisions: Iterable[Decision]) -> Counts:
    """Values by verdict: COR, PAR, INC, MIS, SPU."""
    found = Counter(decision.verdict for decision in decisions)
    return tuple(float(found[verdict]) for verdict in Verdict)


def role_counts(score: ArticleScore) -> Counts:
    """Aligned incidents whose role is right, and all aligned."""
    pairs = score.alignment.pairs
    return float(sum(pair.predicted.roles[0] in pair.gold.roles for pair in pairs)), float(len(pairs))


def false_alarm_counts(score: ArticleScore) -> Counts:
    """Incidents reported in an article that has none, and whether it is such an article."""
    return (0.0, 0.0) if score.wanted_incidents else (float(len(score.alignment.spurious)), 1.0)


def _incidents(roles: frozenset[Role]) -> Callable[[ArticleScore], Counts]:
    return lambda score: incident_counts(score, roles)


def _slot(name: str) -> Callable[[ArticleScore], Counts]:
    return lambda score: tally(score.by_slot.get(name, ()))


_NEWS_INCIDENTS = _incidents(NEWS)
_ALL_INCIDENTS = _incidents(frozenset(Role))


def _within(score: ArticleScore) -> Counts:
    return tally(score.within)


def _all_slots(score: ArticleScore) -> Counts:
    return tally(score.decisions)


METRICS: tuple[Metric, ...] = (
    Metric("incidents.precision", "incidents", "precision, main and secondary", FOUND_PRECISION, _NEWS_INCIDENTS),
    Metric("incidents.recall", "incidents", "recall, main and secondary", FOUND_RECALL, _NEWS_INCIDENTS),
    Metric("incidents.f1", "incidents", "F1, main and secondary", FOUND_F1, _NEWS_INCIDENTS, gated=True),
    Metric("incidents_all.precision", "incidents", "precision, all", FOUND_PRECISION, _ALL_INCIDENTS),
    Metric("incidents_all.recall", "incidents", "recall, all", FOUND_RECALL, _ALL_INCIDENTS),
    Metric("incidents_all.f1", "incidents", "F1, all", FOUND_F1, _ALL_INCIDENTS, gated=True),
    Metric("role_accuracy", "incidents", "role accuracy", SHARE, role_counts, gated=True),
    Metric("false_alarms", "incidents", "false alarms per 1,000 articles without", PER_THOUSAND, false_alarm_counts),
    Metric("slots_aligned.f1", "slots", "micro F1, aligned incidents", SLOT_F1, _within, gated=True),
    Metric("slots.precision", "slots", "micro precision, over all", SLOT_PRECISION, _all_slots),
    Metric("slots.recall", "slots", "micro recall, over all", SLOT_RECALL, _all_slots),
    Metric("slots.f1", "slots", "micro F1, over all", SLOT_F1, _all_slots, gated=True),
    Metric("slots_strict.f1", "slots", "micro F1, over all, strict", STRICT_F1, _all_slots),
    Metric(
        "evidence.grounded",
        "evidence",
        "facts grounded",
        SHARE,
        lambda s: (s.evidence.grounded, s.evidence.grounded + s.evidence.rejected),
        gated=True,
    ),
    Metric(
        "evidence.rejected", "evidence", "facts rejected per article", BAD_MEAN, lambda s: (s.evidence.rejected, 1.0)
    ),
    Metric(
        "sentences.precision",
        "evidence",
        "sentence precision",
        SHARE,
        lambda s: (s.evidence.shared, s.evidence.cited),
    ),
    Metric("sentences.recall", "evidence", "sentence recall", SHARE, lambda s: (s.evidence.shared, s.evidence.wanted)),
    Metric(
        "must_not",
        "must_not",
        "traps fallen into",
        BAD_SHARE,
        lambda s: (len(s.violations), len(s.gold.head.must_not)),
        gated=True,
    ),
    Metric(
        "summary.key_facts",
        "summary",
        "key facts covered",
        SHARE,
        lambda s: (sum(s.summary.covered), len(s.summary.covered)),
        gated=True,
    ),
    Metric(
        "summary.unsupported",
        "summary",
        "unsupported names and numbers per summary",
        BAD_MEAN,
        lambda s: (len(s.summary.unsupported), 1.0),
    ),
    Metric("summary.words", "summary", "words per summary", MEAN, lambda s: (s.summary.words, 1.0)),
)

SLOT_METRICS: tuple[Metric, ...] = tuple(
    Metric(f"slot.{slot.name}", "by slot", slot.name, SLOT_F1, _slot(slot.name)) for slot in SLOTS
)

BY_NAME: Mapping[str, Metric] = {metric.name: metric for metric in (*METRICS, *SLOT_METRICS)}


def count_article(score: ArticleScore) -> dict[str, Counts]:
    """The counts of every metric in one article, by the metric's name."""
    return {name: tuple(map(float, metric.counts(score))) for name, metric in BY_NAME.items()}
