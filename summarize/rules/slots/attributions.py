"""The attributions slot: who is said to have done it, by whom and how firmly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summarize.grounding.actors import known_actor
from summarize.grounding.clause import Clause
from summarize.grounding.cues import Cue, cues
from summarize.grounding.names import country_of
from summarize.grounding.speaker import is_authority
from summarize.rules.incidents import Found
from summarize.rules.mentions import Passage
from summarize.rules.speakers import subject
from summarize.schema.draft import DraftAttribution
from summarize.schema.vocabulary import ActorKind
from summarize.schema.vocabulary import AttributionStatus as Status

_MOST = 2  # of an incident; what is said later is mostly of others
_LONGEST = 7  # tokens of an actor's name
_GROUP_REACH = 6  # tokens before "militants" that belong to it
_REACH = 14  # tokens between a verb of blame and the actor
_BACKING = frozenset({"backed", "supported", "aligned", "sponsored"})
_NOUN_BEGINS = frozenset({"a", "an", "the"})
_WHO = frozenset({"who", "which", "group", "whom", "name", "whose", "responsible", "nobody", "behind"})


class _Actor(NamedTuple):
    """An actor's words: their tokens and what he is."""

    first: int
    stop: int
    kind: ActorKind


def attributions(incident: Found) -> list[DraftAttribution]:
    """One of each actor and status, in order."""
    best: dict[tuple[str | None, Status], DraftAttribution] = {}
    for passage in incident.passages:
        for fact in _of(passage):
            best.setdefault((fact.actor, fact.status), fact)
    return list(best.values())[:_MOST]


def _of(passage: Passage) -> Iterator[DraftAttribution]:
    actors = list(_actors(passage))
    for cue in cues(passage.clause, "status"):
        extract = _BY_CUE.get(cue.says)
        fact = extract(passage, cue, actors) if extract else None
        if fact:
            yield fact
            return


def _own(passage: Passage, cue: Cue, actors: list[_Actor]) -> DraftAttribution | None:
    """The actor before the verb claims or denies it."""
    actor = next((each for each in reversed(actors) if each.stop <= cue.first), None)
    if actor is None or any(map(passage.clause.is_negation, range(actor.first, cue.first))):
        return None
    status = Status.CLAIMED if cue.says == "claim_of_deed" else Status.DENIED
    return _fact(passage, (actor.first, cue.stop), actor, status, by=passage.words(actor.first, actor.stop))


def _blamed(passage: Passage, cue: Cue, actors: list[_Actor]) -> DraftAttribution | None:
    """The actor behind the verb is blamed or suspected by its subject."""
    actor = next((each for each in actors if 0 <= each.first - cue.stop < _REACH), None)
    if actor is None or any(map(passage.clause.is_negation, range(passage.clause.first, cue.first))):
        return None
    speaker = subject(passage, cue.first)
    by = passage.words(*speaker) if speaker and is_authority(passage.words(*speaker)) is not None else None
    firm, weak = (Status.ATTRIBUTED, Status.ALLEGED) if cue.says == "blame" else (
        Status.SUSPECTED_BY_AUTHORITY if by else Status.SUSPECTED, Status.SUSPECTED)  # fmt: skip
    status = weak if by and not is_authority(by) else firm
    return _fact(passage, (cue.first, actor.stop), actor, status, by=by)


def _unnamed(passage: Passage, cue: Cue, _: list[_Actor]) -> DraftAttribution | None:
    """The subject does not say who it was."""
    stop = next((i + 1 for i in range(cue.first, min(passage.clause.stop, cue.stop + 4)) if _is_who(passage, i)), None)
    if stop is None:
        return None
    speaker = subject(passage, cue.first)
    words = (cue.first, max(stop, cue.stop))
    return _fact(passage, words, None, Status.DECLINED_TO_NAME, by=passage.words(*speaker) if speaker else None)


def _unclaimed(passage: Passage, cue: Cue, _: list[_Actor]) -> DraftAttribution | None:
    """Nobody has claimed it."""
    keys = passage.clause.keys(cue.first, min(passage.clause.stop, cue.stop + 4))
    is_claim = any(key.startswith("claim") or key == "responsibility" for key in keys)
    return _fact(passage, (cue.first, cue.stop), None, Status.NOT_CONFIRMED, by=None) if is_claim else None


_BY_CUE = {
    "claim_of_deed": _own, "denial": _own, "blame": _blamed, "suspicion": _blamed,
    "silence": _unnamed, "no_claim": _unclaimed,
}  # fmt: skip


def _is_who(passage: Passage, index: int) -> bool:
    return passage.clause.key(index) in _WHO


def _fact(
    passage: Passage, words: tuple[int, int], actor: _Actor | None, status: Status, *, by: str | None
) -> DraftAttribution:
    return DraftAttribution(
        q=passage.words(*words),
        s=passage.number,
        actor=passage.words(actor.first, actor.stop) if actor else None,
        actor_kind=actor.kind if actor else ActorKind.UNKNOWN,
        sponsor=_sponsor(passage, actor) if actor else None,
        status=status,
        by=by,
    )


def _sponsor(passage: Passage, actor: _Actor) -> str | None:
    """The country before "-backed"."""
    for index in range(actor.first, actor.stop - 2):
        if passage.clause.is_hyphen(index + 1) and passage.clause.key(index + 2) in _BACKING:
            return passage.words(index, index + 1)
    return None


def _actors(passage: Passage) -> Iterator[_Actor]:
    """The armed groups and states of a sentence, in order."""
    clause, index = passage.clause, passage.clause.first
    nouns = {mention.first: mention for mention in passage.of("group")}
    while index < clause.stop:
        found = _named(clause, index)
        if found is None and index in nouns:
            found = _Actor(_begin(clause, index), nouns[index].stop, ActorKind.ARMED_GROUP)
        if found:
            yield found
        index = found.stop if found else index + 1


def _named(clause: Clause, first: int) -> _Actor | None:
    if not clause.is_capitalised(first) or clause.key(first + 2) in _BACKING:
        return None
    for stop in range(min(clause.stop, first + _LONGEST), first, -1):
        words = clause.words(first, stop)
        if clause.is_capitalised(stop - 1) and (actor := known_actor(words)):
            return _Actor(first, stop, actor.kind)
    is_state = country_of(clause.words(first, first + 1)) and not clause.is_hyphen(first + 1)
    return _Actor(first, first + 1, ActorKind.STATE) if is_state and not clause.key(first).endswith("n") else None


def _begin(clause: Clause, noun: int) -> int:
    """The first token of "an Iran-backed militia"."""
    for index in range(noun - 1, max(clause.first, noun - _GROUP_REACH) - 1, -1):
        if clause.key(index) in _NOUN_BEGINS:
            return index + 1
    return noun
