"""The conflicts slot: fields in which sources contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.rules.harm import find_harm
from summarize.rules.incidents import Found
from summarize.rules.passage import Passage
from summarize.rules.speakers import find_speakers
from summarize.schema.draft import DraftAttribution, DraftCasualties, DraftConflict, DraftVersion
from summarize.schema.vocabulary import AttributionStatus, CasualtyStatement, ConflictField, Effect, IncidentKind

_DENIALS = (AttributionStatus.DENIED,)
_BLAMES = (
    AttributionStatus.ATTRIBUTED,
    AttributionStatus.ALLEGED,
    AttributionStatus.SUSPECTED_BY_AUTHORITY,
    AttributionStatus.SUSPECTED,
)


def conflicts(incident: Found, said: Sequence[DraftAttribution]) -> list[DraftConflict]:
    """Who did it and how many were harmed, where there are two versions.

    Args:
        incident: the incident.
        said: its attributions.
    """
    told = [telling.passage for telling in incident.tellings if "effect" in telling.passage.found]
    found = list(_tolls(told, incident.kind)) if len(told) > 1 else []
    return [*found, *_culprits(said)] if len(said) > 1 else found


def _tolls(told: Sequence[Passage], kind: IncidentKind) -> Iterator[DraftConflict]:
    """Different numbers for the same harm, from different speakers."""
    sourced = [(passage, source) for passage in told if (source := _source(passage))]
    if len({source for _, source in sourced}) <= 1:
        return
    versions = [
        (fact, source)
        for passage, source in sourced
        for fact in find_harm(passage, kind)
        if fact.statement is CasualtyStatement.COUNT
    ]
    for effect in (Effect.KILLED, Effect.INJURED, Effect.CAPTURED):
        different = _different([version for version in versions if version[0].effect is effect])
        if len(different) > 1:
            yield DraftConflict(field=ConflictField.CASUALTIES, versions=[_version(*item) for item in different])


def _different(versions: list[tuple[DraftCasualties, str]]) -> list[tuple[DraftCasualties, str]]:
    kept: list[tuple[DraftCasualties, str]] = []
    for fact, source in versions:
        if all((fact.min, fact.max) != (other.min, other.max) and source != spoken for other, spoken in kept):
            kept.append((fact, source))
    return kept


def _version(fact: DraftCasualties, source: str) -> DraftVersion:
    return DraftVersion(value=fact.q, source=source, q=fact.q, s=fact.s)


def _source(passage: Passage) -> str | None:
    for speaker in find_speakers(passage):
        if not speaker.is_pronoun:
            return passage.words(speaker.first, speaker.stop)
    return None


def _culprits(facts: Sequence[DraftAttribution]) -> Iterator[DraftConflict]:
    """Somebody is blamed, and he or another denies it."""
    denied = [fact for fact in facts if fact.status in _DENIALS]
    blamed = [fact for fact in facts if fact.status in _BLAMES]
    if denied and blamed:
        versions = [*blamed[:1], *denied[:1]]
        yield DraftConflict(field=ConflictField.ATTRIBUTION, versions=[_said(fact) for fact in versions])


def _said(fact: DraftAttribution) -> DraftVersion:
    return DraftVersion(value=fact.q, source=fact.by, q=fact.q, s=fact.s)
