"""Blame: who is said to have done it, by the words for claiming, blaming, suspecting, denying and keeping silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from summarize.rules.actors import Actor, actor_at, is_official
from summarize.rules.attribution import attribution_fact
from summarize.rules.cue import REACH, Cue
from summarize.rules.lexicon import word_set
from summarize.rules.passage import Passage
from summarize.rules.speakers import find_speakers
from summarize.schema.draft import DraftAttribution
from summarize.schema.vocabulary import ActorKind
from summarize.schema.vocabulary import AttributionStatus as Status

_WHO, _CLAIM, _CLAIMABLE, _INVOLVED, _LIKELY, _SIGNS, _NO_DEED = (
    word_set("blame", name) for name in ("who", "claim", "claimable", "involved", "likely", "signs", "no_deed")
)
_PREPOSITIONS = word_set("small", "preposition")


def find_blame(passage: Passage, before: Sequence[Passage]) -> Iterator[DraftAttribution]:
    """What a sentence says of who did it.

    Args:
        passage: the sentence.
        before: the incident's sentences before it, for the names behind its pronouns.
    """
    keys = passage.clause.tokens.keys
    for mention in passage.found.get("status", ()):
        if mention.value == "saying" and keys[mention.stop - 1] != "of":
            continue  # most words for sureness are of this list, and the others in it say nothing here
        handler = HANDLERS.get(mention.value)
        fact = handler(Cue(mention, passage, before)) if handler else None
        if fact:
            yield fact


def _claimed(cue: Cue) -> DraftAttribution | None:
    """Claimed responsibility, took credit: the actor's own word."""
    if cue.is_negated or cue.behind in _NO_DEED:
        return None
    subject = cue.subject()
    actor = actor_at(cue.passage, subject, ActorKind.ARMED_GROUP) if subject else _last_group(cue)
    return _fact(cue, actor, Status.CLAIMED, _words(cue, actor)) if actor else None


def _claiming(cue: Cue) -> DraftAttribution | None:
    """The group claimed the attack; was claimed by the group; not: claimed that somebody else did it."""
    if cue.behind == "by":
        actor = actor_at(cue.passage, cue.object("by"), ActorKind.ARMED_GROUP)
        return _fact(cue, actor, Status.CLAIMED, _words(cue, actor)) if actor else None
    return _claimed(cue) if cue.behind in _CLAIMABLE else None


def _spoke_of(cue: Cue) -> DraftAttribution | None:
    """Neighbours spoke of the brigade."""
    actor = actor_at(cue.passage, cue.object())
    if actor is None or actor.kind in (ActorKind.INDIVIDUAL, ActorKind.UNKNOWN):
        return None
    by = cue.speaker()
    return _fact(cue, actor, Status.ATTRIBUTED if is_official(by) else Status.ALLEGED, by)


def _blamed(cue: Cue) -> DraftAttribution | None:
    """Y blamed X; Y attributed it to X; X was blamed."""
    if cue.is_negated:
        return _silent(cue)
    if cue.last == "responsible":
        return _responsible(cue)
    is_to = cue.last.startswith("attribut") or cue.behind == "on" or cue.is_passive
    target = cue.object("to", "on") if is_to else cue.object()
    actor = actor_at(cue.passage, cue.subject() if cue.is_passive and target is None else target)
    actor = actor or (actor_at(cue.passage, cue.object("on")) if cue.last.startswith("blam") else None)
    if actor is None:
        return None
    by = None if cue.is_passive else cue.speaker()
    is_known = is_official(by) or by is None or cue.last.startswith("attribut")
    return _fact(cue, actor, Status.ATTRIBUTED if is_known else Status.ALLEGED, by)


def _responsible(cue: Cue) -> DraftAttribution | None:
    """Officials said X was (likely) responsible."""
    actor = actor_at(cue.passage, cue.subject())
    if actor is None:
        return None
    named = (each for each in find_speakers(cue.passage) if not each.is_pronoun and each.first != actor.first)
    by = next((cue.passage.words(each.first, each.stop) for each in named), None)
    is_sure = _LIKELY.isdisjoint(cue.passage.clause.keys(actor.stop, cue.mention.first))
    sure, unsure = (
        (Status.ATTRIBUTED, Status.SUSPECTED_BY_AUTHORITY) if is_official(by) else (Status.ALLEGED, Status.SUSPECTED)
    )
    return _fact(cue, actor, sure if is_sure else unsure, by)


def _suspected(cue: Cue) -> DraftAttribution | None:
    """Y suspects X; X is believed to have; believed to be X; suspected X."""
    by = None
    if not _SIGNS.isdisjoint(cue.passage.clause.keys(cue.mention.first, cue.mention.stop + 2)):
        actor = actor_at(cue.passage, cue.object("of", "on"), ActorKind.ARMED_GROUP)
    elif cue.last == "be":
        actor = actor_at(cue.passage, cue.object(), ActorKind.ARMED_GROUP)
    elif cue.last in ("have", "to") or (cue.is_passive and cue.behind in ("to", "of")):
        actor = actor_at(cue.passage, cue.subject())
    else:
        actor = actor_at(cue.passage, cue.object()) or _named_before(cue)
        by = cue.speaker() if actor else None
    if actor is None:
        return None
    return _fact(cue, actor, Status.SUSPECTED_BY_AUTHORITY if is_official(by) else Status.SUSPECTED, by)


def _pointed(cue: Cue) -> DraftAttribution | None:
    """Neighbours point at X; fingers were pointed at X."""
    actor = actor_at(cue.passage, cue.object() if cue.last in ("at", "to") else cue.object("at", "to"))
    if actor is None:
        return None
    by = cue.speaker()
    return _fact(cue, actor, Status.SUSPECTED_BY_AUTHORITY if is_official(by) else Status.ALLEGED, by)


def _denied(cue: Cue) -> DraftAttribution | None:
    """Denied any involvement; had no part in it."""
    if cue.behind not in _INVOLVED and cue.mention.stop - cue.mention.first == 1:
        return None
    subject = cue.subject()
    fallback = None if subject and is_official(cue.passage.words(*subject)) else ActorKind.ARMED_GROUP
    actor = actor_at(cue.passage, subject, fallback) if subject else _last_group(cue)
    is_named = actor is not None and (actor.kind is not ActorKind.ARMED_GROUP or _is_named(cue, actor))
    return _fact(cue, actor, Status.DENIED, _words(cue, actor)) if actor and is_named else None


def _is_named(cue: Cue, actor: Actor) -> bool:
    """Whether words name somebody or are a whole subject: not "militias on the west bank", "one of its spokesmen"."""
    clause = cue.passage.clause
    is_group = any(actor.first <= mention.first < actor.stop for mention in cue.passage.of("actor", "armed_group"))
    is_whole = clause.key(actor.first - 1) == "the" and clause.key(actor.first - 2) not in _PREPOSITIONS
    return clause.is_capitalised(actor.first) or is_group or is_whole


def _silent(cue: Cue) -> DraftAttribution | None:
    """Declined to name anyone."""
    clause = cue.passage.clause
    if _WHO.isdisjoint(clause.tokens.keys[clause.first : clause.stop]):
        return None
    return _nobody(cue, Status.DECLINED_TO_NAME, cue.speaker())


def _unclaimed(cue: Cue) -> DraftAttribution | None:
    """Nobody has claimed it, or nobody knows who did it."""
    clause = cue.passage.clause
    words = clause.keys(cue.mention.first, min(clause.stop, cue.mention.stop + REACH))
    if _WHO.isdisjoint(words) and _CLAIM.isdisjoint(words):
        return None
    return _nobody(cue, Status.NOT_CONFIRMED, None)


HANDLERS: dict[str, Callable[[Cue], DraftAttribution | None]] = {
    "claim_of_deed": _claimed,
    "claiming": _claiming,
    "saying": _spoke_of,
    "blame": _blamed,
    "suspicion": _suspected,
    "pointing": _pointed,
    "denial": _denied,
    "silence": _silent,
    "no_claim": _unclaimed,
}
"""What is made of each list of cues, by its name in `lexicons/cues.toml`, table `status`."""


def _nobody(cue: Cue, status: Status, by: str | None) -> DraftAttribution:
    stop = min(cue.passage.clause.stop, cue.mention.stop + REACH)
    return attribution_fact(cue.passage, cue.mention.first, stop, None, status, by)


def _fact(cue: Cue, actor: Actor, status: Status, by: str | None) -> DraftAttribution:
    first, stop = cue.mention.first, cue.mention.stop
    if cue.passage.clause.first <= actor.first < cue.passage.clause.stop:
        first, stop = min(first, actor.first), max(stop, actor.stop)
    return attribution_fact(cue.passage, first, stop, actor, status, by)


def _words(cue: Cue, actor: Actor) -> str:
    return cue.passage.clause.words(actor.first, actor.stop)


def _last_group(cue: Cue) -> Actor | None:
    """The group that a pronoun stands for: the last one named in the sentence before it."""
    for mention in reversed(cue.passage.of("actor", "armed_group")):
        if mention.first < cue.mention.first:
            return actor_at(cue.passage, (mention.first, mention.stop))
    return None


def _named_before(cue: Cue) -> Actor | None:
    """The group of "they were for X, the governor believes"."""
    for mention in reversed(cue.passage.of("actor", "armed_group")):
        if mention.stop < cue.mention.first and cue.passage.clause.is_capitalised(mention.first):
            return actor_at(cue.passage, (mention.first, mention.stop))
    return None
