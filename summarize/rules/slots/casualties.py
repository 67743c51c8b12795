"""The casualties slot: who was killed, wounded, taken or lost, how many, and what is said of none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.rules.harm import find_harm
from summarize.rules.incidents import Found
from summarize.schema.draft import DraftCasualties
from summarize.schema.vocabulary import CasualtyStatement, Effect

_NOTHING = (CasualtyStatement.NONE, CasualtyStatement.NONE_REPORTED)
_MOST = 4


def casualties(incident: Found) -> list[DraftCasualties]:
    """What is said first of each effect; a sentence that counts several groups gives several."""
    facts: list[DraftCasualties] = []
    for fact in _facts(incident):
        if not _is_covered(fact, facts):
            facts.append(fact)
    return _without_contradiction(facts)[:_MOST]


def _facts(incident: Found) -> Iterator[DraftCasualties]:
    for telling in incident.tellings:
        if "effect" in telling.passage.found and not telling.is_corrected:
            yield from find_harm(telling.passage, incident.kind)


def _is_covered(fact: DraftCasualties, told: Sequence[DraftCasualties]) -> bool:
    """Whether an effect was told before: by another sentence, or with the same number."""
    for other in told:
        if fact.effect is other.effect and (fact.s != other.s or (fact.min, fact.max) == (other.min, other.max)):
            return True
    return False


def _is_toll(fact: DraftCasualties) -> bool:
    """Whether a fact counts people who came to harm."""
    return fact.statement is CasualtyStatement.COUNT and fact.effect is not Effect.CAPTURED


def _without_contradiction(facts: list[DraftCasualties]) -> list[DraftCasualties]:
    """A count of the harmed stands, and that nobody was harmed does not beside it."""
    if len(facts) > 1 and any(_is_toll(fact) for fact in facts):
        return [fact for fact in facts if fact.statement not in _NOTHING or fact.effect is not Effect.ANY]
    return facts
