"""Attribution status: who says it and how firmly, against the words and the speaker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from summarize.grounding.clause import Clause
from summarize.grounding.cues import Cue, cues
from summarize.grounding.speaker import is_authority, speaks_for
from summarize.grounding.statement import PASSED, Statement, Verdict, failed, unchecked
from summarize.schema.draft import DraftAttribution
from summarize.schema.vocabulary import ActorKind
from summarize.schema.vocabulary import AttributionStatus as Status

_Statuses = frozenset[Status]

_ALL = frozenset(Status)
_BLAMED = frozenset({Status.ATTRIBUTED, Status.ALLEGED})
_SUSPECTED = frozenset({Status.SUSPECTED, Status.SUSPECTED_BY_AUTHORITY})
_NAMELESS = frozenset({Status.DECLINED_TO_NAME, Status.NOT_CONFIRMED})
_OWN = frozenset({Status.CLAIMED, Status.DENIED, Status.NOT_CONFIRMED})
_OF_AUTHORITIES = frozenset({Status.ATTRIBUTED, Status.SUSPECTED_BY_AUTHORITY})
_OF_LAYMEN = frozenset({Status.ALLEGED, Status.SUSPECTED})

# What each list of words allows. The last words take back what the others say.
_LAST_WORDS: dict[str, _Statuses] = {
    "denial": frozenset({Status.DENIED}),
    "no_claim": frozenset({Status.NOT_CONFIRMED}),
    "quiet": _NAMELESS,
    "silence": frozenset({Status.DECLINED_TO_NAME}),
    "ignorance": frozenset({Status.DENIED, Status.NOT_CONFIRMED}),
}
_WORDS: dict[str, _Statuses] = {
    "claim_of_deed": frozenset({Status.CLAIMED}),
    "blame": _BLAMED,
    "suspicion": _SUSPECTED,
    "pointing": _BLAMED | _SUSPECTED,
    "custody": _BLAMED | _SUSPECTED | {Status.STATED_AS_FACT},
    "possibility": frozenset({Status.POSSIBLE}),
    "allegation": frozenset({Status.ALLEGED}) | _SUSPECTED,
    "unknown": frozenset({Status.NOT_CONFIRMED, Status.STATED_AS_FACT}),
    "in_name": frozenset({Status.CLAIMED, Status.STATED_AS_FACT}),
    "claiming": _BLAMED | {Status.CLAIMED, Status.STATED_AS_FACT},
    "saying": _BLAMED | {Status.CLAIMED, Status.STATED_AS_FACT},
}
_NEGATED = {"blame": "silence", "claim_of_deed": "no_claim", "claiming": "no_claim"}
_NEGATION_REACH = 2  # tokens before a verb in which its negation stands
# These are never said without a word for it.
_SPEECHLESS = (ActorKind.UNKNOWN, ActorKind.INDIVIDUAL)  # have no outlet whose article this might be
_ANOTHERS = (Status.ALLEGED, Status.SUSPECTED_BY_AUTHORITY)  # are said by somebody, in some words
_WORDED = _NAMELESS | {Status.SUSPECTED, Status.POSSIBLE, Status.DENIED}


def attribution_status(statement: Statement) -> Verdict:
    """The status must be the one of the verb (claimed, blamed, believed, denied) and of the speaker."""
    fact = cast("DraftAttribution", statement.fact)
    if reason := _speaker_forbids(fact):
        return failed(reason)
    said = statement.cues("status")
    allowed = _allowed(statement.quote_clause, said) if said else _Statuses()
    if allowed == _BLAMED and fact.by is None:
        allowed = frozenset({Status.ATTRIBUTED})
    if allowed:
        return PASSED if fact.status in allowed else failed(_not_said(allowed, fact.status))
    return _without_words(fact, _allowed(statement.clause, cues(statement.clause, "status")))


def _without_words(fact: DraftAttribution, around: _Statuses) -> Verdict:
    """The verdict where the quoted words themselves do not say how sure they are, but perhaps those around them."""
    if fact.status in around or fact.status is Status.STATED_AS_FACT:
        return PASSED
    shown = fact.status.value.replace("_", " ")
    if fact.status in _WORDED:
        return failed(f"No word of the sentence says {shown}.")
    if fact.by is None and not around and (fact.actor_kind in _SPEECHLESS or fact.status in _ANOTHERS):
        return failed(f"Nobody is said to say it, so that it is not {shown}.")
    return unchecked("The quoted words do not say how sure they are.")


def _allowed(clause: Clause, found: Sequence[Cue]) -> _Statuses:
    """The statuses that the words found in a stretch allow; empty if they say nothing of it."""
    said = {_negated(clause, cue) if cue.says in _NEGATED else cue.says for cue in found}
    for last_word, statuses in _LAST_WORDS.items():
        if last_word in said:
            return statuses
    return _Statuses().union(*map(_WORDS.__getitem__, said))


def _negated(clause: Clause, cue: Cue) -> str:
    """What a verb says that may have a negation before it: "has never named", "without claiming it"."""
    before = range(max(clause.first, cue.first - _NEGATION_REACH), cue.first)
    return _NEGATED[cue.says] if any(map(clause.is_negation, before)) else cue.says


def _not_said(allowed: _Statuses, status: Status) -> str:
    said = ", ".join(sorted(option.value for option in allowed))
    return f"The words allow {said}, not {status.value}."


def _speaker_forbids(fact: DraftAttribution) -> str | None:
    """Why nobody can say this in this way: one sentence, None if somebody can."""
    if fact.actor is not None and fact.status is Status.DECLINED_TO_NAME:
        return "An actor is given, and the status is declined to name."
    if fact.by is None:
        return None
    if fact.status is Status.STATED_AS_FACT:
        return "A speaker is given, and the status is the article's own statement."
    return _wrong_for_speaker(fact, fact.by)


def _wrong_for_speaker(fact: DraftAttribution, speaker: str) -> str | None:
    shown = speaker[:60]
    if fact.actor and speaks_for(speaker, fact.actor):
        return None if fact.status in _OWN else f"“{shown}” speaks for the actor: it claims or denies."
    authority = is_authority(speaker)
    if authority and fact.status is Status.CLAIMED and fact.actor_kind is not ActorKind.STATE:
        return f"“{shown}” is an authority and does not speak for the actor, which claims nothing here."
    if authority and fact.status in _OF_LAYMEN and fact.actor_kind is not ActorKind.STATE:
        return f"“{shown}” is an authority, so that the status is attributed or suspected by authority."
    if authority is False and fact.status in _OF_AUTHORITIES:
        return f"“{shown}” is no authority, so that the status is alleged or suspected."
    return None
