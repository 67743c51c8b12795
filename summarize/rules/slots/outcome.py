"""The outcome slot: how far the act came and what came of it, by the kind of incident and the words for its end."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from summarize.grounding.clause import Clause
from summarize.grounding.scope import Quotation, left_out
from summarize.rules.fate import fate_of
from summarize.rules.incidents import Found
from summarize.rules.lexicon import word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage
from summarize.rules.phrases import phrase_before, phrase_behind
from summarize.rules.quotation import quotation
from summarize.schema.draft import DraftOutcome
from summarize.schema.typed import typed
from summarize.schema.vocabulary import IncidentKind as Kind
from summarize.schema.vocabulary import Result, Stage

_CERTAIN = {
    Kind.THREAT: (Stage.THREATENED, Result.UNKNOWN),
    Kind.EXPLOSION_DISPUTED: (Stage.DISPUTED, Result.EXPLODED),
    Kind.KIDNAPPING: (Stage.ACCOMPLISHED, Result.SEIZED),
    Kind.VESSEL_SEIZURE: (Stage.ACCOMPLISHED, Result.SEIZED),
    Kind.WEAPONS_INTERDICTION: (Stage.ACCOMPLISHED, Result.SEIZED),
}
"""Kinds whose outcome is in their name."""
_EXPLODED, _HIT = (Stage.ACCOMPLISHED, Result.EXPLODED), (Stage.ACCOMPLISHED, Result.HIT)
_STOPPED = "intercepted"
"""The list of words whose object is quoted with them: "shot down one drone"."""
_PREPOSITIONS = word_set("small", "preposition")
_BOMBS = (Kind.IED_BOMBING, Kind.SUICIDE_BOMBING)
_FLYING = (Kind.DRONE_ATTACK, Kind.ROCKET_ATTACK, Kind.MISSILE_ATTACK)
_SUPPORTS = {
    Result.HIT: ("hit", "attacked", "exploded"),
    Result.EXPLODED: ("exploded", "attacked"),
    Result.SEIZED: ("seized",),
    Result.INTERCEPTED: ("intercepted",),
    Result.PARTLY_INTERCEPTED: ("intercepted", "hit"),
    Result.FAILED: ("failed", "intercepted"),
    Result.DEFACED: ("defaced",),
    Result.UNKNOWN: (),
}
"""The lists of words for an outcome that can state a result."""


def outcome(incident: Found) -> DraftOutcome | None:
    """What came of it; the quotation is the verb that says so, else the act itself."""
    told = [telling.passage for telling in incident.tellings if "outcome" in telling.passage.found]
    said = {mention.value for passage in told for mention in passage.found["outcome"]} if told else ()
    stage, result = _stage_and_result(incident, said)
    place = _stated(told, [name for name in _SUPPORTS[result] if name in said]) if told else None
    place = place or _act(incident, result)
    if place is None:
        return None
    passage, first, stop = place
    fields = {"q": quotation(passage, first, stop), "s": passage.number, "stage": stage, "result": result}
    return typed(DraftOutcome, fields)


def _stage_and_result(incident: Found, said: Container[str]) -> tuple[Stage, Result]:
    """How far it came, by its kind and the lists of words for an outcome that its sentences have."""
    if incident.kind in _CERTAIN:
        return _CERTAIN[incident.kind]
    if "defaced" in said:
        return Stage.ACCOMPLISHED, Result.DEFACED
    if incident.kind in _FLYING:
        return Stage.ACCOMPLISHED, _flying(incident, is_failed="failed" in said)
    if "failed" in said and "exploded" not in said:
        return Stage.ACCOMPLISHED if incident.kind in _BOMBS else Stage.ATTEMPTED, Result.FAILED
    return _EXPLODED if incident.kind in _BOMBS else _HIT


def _flying(incident: Found, *, is_failed: bool) -> Result:
    """What came of things that fly: all stopped, some stopped, missed, or hit."""
    fate = incident.once(fate_of)
    if fate.is_stopped:
        return Result.PARTLY_INTERCEPTED if fate.is_through or _is_rest(incident) else Result.INTERCEPTED
    is_felt = any(act.value in ("kill", "wound") for telling in incident.tellings for act in telling.acts)
    return Result.FAILED if is_failed and not is_felt else Result.HIT


def _is_rest(incident: Found) -> bool:
    """Whether fewer are said to be stopped than came: "19 of 22", "one of them"."""
    return any(
        mention.value == "down"
        and any(
            (telling.passage.clause.key(amount.stop) == "of" and amount.stop <= mention.first <= amount.stop + 8)
            or (mention.stop <= amount.first <= mention.stop + 2 and telling.passage.clause.key(amount.stop) == "of")
            for amount in telling.passage.amounts
        )
        for telling in incident.tellings
        for mention in telling.acts
    )


def _stated(passages: Sequence[Passage], lists: Sequence[str]) -> tuple[Passage, int, int] | None:
    """The first words for the result that may be quoted."""
    for passage, mention in _mentions(passages, lists):
        first = _with_subject(passage.clause, mention.first)
        reach = phrase_behind(passage.clause, mention.stop) if mention.value == _STOPPED else None
        for start, stop in ((first, reach[1] if reach else mention.stop), (mention.first, mention.stop)):
            if left_out(passage.clause, Quotation(start, stop)) is None:
                return passage, start, stop
    return None


def _mentions(passages: Sequence[Passage], lists: Sequence[str]) -> Iterator[tuple[Passage, Mention]]:
    for name in lists:
        for passage in passages:
            for mention in passage.found["outcome"]:
                if mention.value == name:
                    yield passage, mention


def _act(incident: Found, result: Result) -> tuple[Passage, int, int] | None:
    """The act itself, where no word says what came of it; none whose words say something else."""
    for telling in incident.tellings:
        for mention in telling.acts:
            for first in (_with_subject(telling.passage.clause, mention.first), mention.first):
                if _may_state(telling.passage, Quotation(first, mention.stop), result):
                    return telling.passage, first, mention.stop
    return None


def _with_subject(clause: Clause, verb: int) -> int:
    """Where a verb's subject begins; the verb itself where only a part of it stands before: "in two boats seized"."""
    subject = phrase_before(clause, verb)
    return subject[0] if subject and clause.key(subject[0] - 1) not in _PREPOSITIONS else verb


def _may_state(passage: Passage, words: Quotation, result: Result) -> bool:
    """Whether words are honest and speak of no other result."""
    said = [mention.value for mention in passage.of("outcome") if words.first <= mention.first < words.stop]
    agrees = not said or result is Result.UNKNOWN or not set(said).isdisjoint(_SUPPORTS[result])
    return agrees and left_out(passage.clause, words) is None
