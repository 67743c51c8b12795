"""The casualties slot: how many were killed and wounded, and what is said of none."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.grounding.cues import Cue, cues
from summarize.grounding.numbers import amounts
from summarize.rules.incidents import Found
from summarize.rules.mentions import Passage
from summarize.schema.draft import DraftCasualties
from summarize.schema.vocabulary import CasualtyStatement, Effect

_EFFECTS = {"killed": Effect.KILLED, "injured": Effect.INJURED, "any": Effect.ANY, "hurt": Effect.ANY}
_NEXT = 2  # words between a verb and the number behind it
_REACH = 5  # words between a verb and the number it governs
_REPORTED = frozenset({"reports", "reported", "immediate", "report"})


def casualties(incident: Found) -> list[DraftCasualties]:
    """The first statement of each effect."""
    best: dict[Effect, DraftCasualties] = {}
    for passage in incident.passages:
        for fact in _of(passage):
            best.setdefault(fact.effect, fact)
    return list(best.values())


def _of(passage: Passage) -> Iterator[DraftCasualties]:
    clause = passage.clause
    for cue in cues(clause, "effect"):
        if cue.says not in _EFFECTS:
            continue
        negation = next(
            (i for i in range(max(clause.first, cue.first - _REACH), cue.first) if clause.is_negation(i)), None
        )
        if negation is not None:
            yield _none(passage, negation, cue)
        elif (counted := _counted(passage, cue)) is not None:
            yield counted


def _none(passage: Passage, negation: int, cue: Cue) -> DraftCasualties:
    words = passage.clause.keys(negation, cue.stop)
    statement = CasualtyStatement.NONE_REPORTED if _REPORTED.intersection(words) else CasualtyStatement.NONE
    return DraftCasualties(
        q=passage.words(negation, cue.stop), s=passage.number, effect=_EFFECTS[cue.says], statement=statement,
        min=None, max=None, victims=None,
    )  # fmt: skip


def _counted(passage: Passage, cue: Cue) -> DraftCasualties | None:
    counts = [a for a in amounts(passage.clause) if a.is_count and (cue.says in ("killed", "injured"))]
    behind = [a for a in counts if 0 <= a.first - cue.stop < _NEXT]
    before = [a for a in counts if 0 <= cue.first - a.stop < _REACH and not a.is_article]
    near = behind[:1] or before[-1:]
    if not near:
        return None
    low, high = near[0].readings[0]
    first, stop = min(near[0].first, cue.first), max(near[0].stop, cue.stop)
    return DraftCasualties(
        q=passage.words(first, stop), s=passage.number, effect=_EFFECTS[cue.says], statement=CasualtyStatement.COUNT,
        min=low, max=high, victims=None,
    )  # fmt: skip
