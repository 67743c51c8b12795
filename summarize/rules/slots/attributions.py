"""The attributions slot: who is said to have done it, by whom and how firmly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.rules.blame import find_blame
from summarize.rules.doers import find_doer, find_threats
from summarize.rules.incidents import Found
from summarize.rules.passage import Passage
from summarize.schema.draft import DraftAttribution
from summarize.schema.vocabulary import IncidentKind

_MOST = 4
_THREAT = IncidentKind.THREAT


def attributions(incident: Found) -> list[DraftAttribution]:
    """Each asserted link once: those that somebody asserts first, then those that the article states itself."""
    facts: list[DraftAttribution] = []
    for fact in _facts(incident):
        if not _is_told(fact, facts):
            facts.append(fact)
    return facts[:_MOST]


def _facts(incident: Found) -> Iterator[DraftAttribution]:
    passages: list[Passage] = []
    for telling in incident.tellings:
        passage = telling.passage
        if "status" in passage.found:
            yield from find_blame(passage, passages)
        passages.append(passage)
    is_threat = incident.kind is _THREAT
    for telling in incident.tellings:
        if is_threat:
            yield from find_threats(telling)
        elif doer := find_doer(telling):
            yield doer


def _is_told(fact: DraftAttribution, told: Sequence[DraftAttribution]) -> bool:
    """Whether a link was asserted before."""
    for other in told:
        if _is_same(fact, other):
            return True
    return False


def _is_same(one: DraftAttribution, other: DraftAttribution) -> bool:
    if one.actor is None or other.actor is None:
        return one.actor == other.actor and one.status == other.status
    mine, theirs = set(one.actor.casefold().split()), set(other.actor.casefold().split())
    return (mine <= theirs or theirs <= mine) and (one.status == other.status or one.by is None)
