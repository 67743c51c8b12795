"""The decisions on an article as JSON, so that every figure can be traced to the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from summarize.evaluation.metrics import Counts
from summarize.evaluation.pairing import Decision
from summarize.evaluation.score import ArticleScore
from summarize.evaluation.slots import Slot
from summarize.evaluation.stated import Stated, StatedIncident

Row = dict[str, Any]


def article_row(score: ArticleScore, counts: Mapping[str, Counts]) -> Row:
    """Everything that was decided on an article.

    Returns:
        id, failure, counts (by metric, those that are not all 0), incidents (what each was taken for), decisions
        (a verdict on each slot, with path, values, words and sentences of both sides), violations and summary.
    """
    return {
        "id": score.gold.id,
        "failure": score.failure.row() if score.failure else None,
        "counts": {name: found for name, found in counts.items() if any(found)},
        "incidents": list(_incidents(score)),
        "decisions": [
            *(_decision(decision, aligned=True) for decision in score.within),
            *(_decision(decision, aligned=False) for decision in score.beyond),
        ],
        "violations": [
            {"trap": fall.trap, "path": fall.path, "s": fall.sentence, "why": fall.why} for fall in score.violations
        ],
        "summary": {
            "covered": score.summary.covered,
            "unsupported": score.summary.unsupported,
            "words": score.summary.words,
        },
    }


def _incidents(score: ArticleScore) -> Iterator[Row]:
    alignment = score.alignment
    for pair in alignment.pairs:
        yield {"outcome": "aligned", "gold": _incident(pair.gold), "predicted": _incident(pair.predicted)}
    for gold, predicted in alignment.excused:
        yield {"outcome": "excused", "gold": _incident(gold), "predicted": _incident(predicted)}
    for incident in alignment.missed:
        yield {"outcome": "missed", "gold": _incident(incident), "predicted": None}
    for incident in alignment.spurious:
        yield {"outcome": "spurious", "gold": None, "predicted": _incident(incident)}


def _incident(incident: StatedIncident) -> Row:
    return {"path": f"incidents[{incident.index}]", "role": incident.roles[0], "headline": incident.headline}


def _decision(decision: Decision, *, aligned: bool) -> Row:
    return {
        "slot": decision.slot.name,
        "verdict": decision.verdict,
        "aligned": aligned,
        "gold": _fact(decision.slot, decision.gold),
        "predicted": _fact(decision.slot, decision.predicted),
    }


def _fact(slot: Slot, fact: Stated | None) -> Row | None:
    if fact is None:
        return None
    values = fact.values
    return {
        "path": fact.path,
        "says": {name: values[name] for name in slot.attributes if name not in ("words", "sentences")},
        "words": values.get("words"),
        "sentences": fact.sentences,
    }
