"""Doers: who a sentence says did it, by the subject of the act or the "by" behind it."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.grounding.clause import Clause
from summarize.rules.actors import Actor, actor_at, is_official, may_name
from summarize.rules.attribution import attribution_fact
from summarize.rules.lexicon import word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage
from summarize.rules.phrases import is_pronoun, phrase_before, phrase_behind
from summarize.rules.speakers import Speaker, find_speakers
from summarize.rules.telling import Telling
from summarize.schema.draft import DraftAttribution
from summarize.schema.vocabulary import ActorKind
from summarize.schema.vocabulary import AttributionStatus as Status

_ACTIVE = ("launch", "strike", "attack", "shoot", "kill", "seize", "plant", "stab", "bomb", "burn", "wound", "explode")
_SPEAKING = (ActorKind.ARMED_GROUP, ActorKind.STATE)
_OWN, _DID, _INTRODUCTION, _STOPPED, _LAW, _CARRIED, _NO_DEED, _BEHIND = (
    word_set("blame", name) for name in ("own", "did", "introduction", "stopped", "law", "carried", "no_deed", "behind")
)
_OWNING, _END = _OWN | {"'s"}, frozenset({";", ":"})
_OWNING_OR_END = _OWNING | _END
_OWN_REACH = 14  # tokens behind "says" in which the deed stands
_NAME_REACH = 6  # tokens around a name that may introduce it
_LAUNCHED = ("weapon", "kind", "act")
_HAVING = ("has", "had", "have")
_INTRANSITIVE = frozenset({"died", "dies", "dead", "die", "perished"})
_LAUNCH_REACH = 7  # tokens behind "launched" in which the weapon stands
_BY_REACH = 4  # tokens between a participle and its "by"


def find_doer(telling: Telling) -> DraftAttribution | None:
    """Who did it by the sentence's own words, or by those of its speaker; None if it does not say so."""
    passage, acts = telling.passage, telling.acts
    if ("say" in passage.found or passage.is_transcript) and (claim := _own_claim(passage)):
        return claim
    if not acts or telling.is_answer or not may_name(passage, passage.clause.stop):
        return None
    vocabulary = passage.clause.vocabulary
    for mention in acts:
        if mention.label == "act" and (mention.value not in _ACTIVE or not _has_object(passage, mention)):
            continue
        if not _STOPPED.isdisjoint(vocabulary) and _is_stopped(passage.clause, mention):
            continue
        actor = ("by" in vocabulary and _behind_by(passage, mention)) or _subject(passage, mention)
        if actor and not _is_denied(passage, actor, mention):
            return _fact(passage, actor, mention)
    return None


def _is_denied(passage: Passage, actor: Actor, mention: Mention) -> bool:
    """Whether a denial stands between an actor and his act."""
    if "status" not in passage.found:
        return False
    behind = max(actor.stop, mention.first)
    return any(actor.first <= denial.first < behind for denial in passage.of("status", "denial"))


def find_threats(telling: Telling) -> Iterator[DraftAttribution]:
    """Who threatens: the speaker of the threat."""
    passage = telling.passage
    for speaker in find_speakers(passage):
        actor = actor_at(passage, (speaker.first, speaker.stop), ActorKind.ARMED_GROUP)
        if actor and telling.kind and not speaker.is_pronoun:
            by = passage.words(speaker.first, speaker.stop)
            stop = max(speaker.stop, speaker.verb + 1)
            yield attribution_fact(passage, speaker.first, stop, actor, Status.CLAIMED, by)


def _has_object(passage: Passage, mention: Mention) -> bool:
    """Whether a verb of harm has somebody behind it whom it befalls, so that who stands before it does it."""
    if mention.value == "launch":
        return _launches(passage, mention)
    if mention.value not in ("kill", "wound"):
        return True
    clause = passage.clause
    if clause.tokens.keys[mention.first] in _INTRANSITIVE:
        return False
    is_by = "by" in clause.keys(mention.stop, min(clause.stop, mention.stop + _BY_REACH))
    return is_by or phrase_behind(clause, mention.stop) is not None


def _is_stopped(clause: Clause, mention: Mention) -> bool:
    """Whether an act befalls who did it: "police shot the attacker"."""
    phrase = phrase_behind(clause, mention.stop)
    return phrase is not None and clause.key(phrase[1] - 1) in _STOPPED


def _launches(passage: Passage, mention: Mention) -> bool:
    """Whether what is launched is a weapon or an attack, not a search."""
    if passage.clause.key(mention.stop) == "by":
        return True
    reach = range(mention.first - _BY_REACH, mention.stop + _LAUNCH_REACH)
    return any(
        other.first in reach and other.first != mention.first and other.value != "launch"
        for label in _LAUNCHED
        for other in passage.found.get(label, ())
    )


def _behind_by(passage: Passage, mention: Mention) -> Actor | None:
    """The actor of "was attacked by gunmen", "bombing by the army"."""
    clause = passage.clause
    for index, key in enumerate(clause.keys(mention.stop, min(clause.stop, mention.stop + _BY_REACH)), mention.stop):
        if key == "by":
            return actor_at(passage, phrase_behind(clause, index + 1))
    return None


def _subject(passage: Passage, mention: Mention) -> Actor | None:
    """The actor before an active verb, or the noun that is itself an act: "gunmen"."""
    clause = passage.clause
    if clause.key(mention.stop) == "by" or not may_name(passage, mention.first):
        return None
    if clause.is_in(mention.first - 1, "auxiliary") and clause.key(mention.first - 1) not in _HAVING:
        return None  # a passive
    phrase = phrase_before(clause, _verb(clause, mention))
    actor = actor_at(passage, phrase)
    if actor is None and phrase and clause.key(phrase[0] - 1) in _CARRIED:
        return actor_at(passage, phrase_before(clause, phrase[0] - 1))
    return actor


def _verb(clause: Clause, mention: Mention) -> int:
    """The token of the verb that an act depends on: "carried out the attack", "was behind the raid"."""
    keys, lexemes, index = clause.tokens.keys, clause.lexemes, mention.first - 1
    while index >= clause.first and (keys[index] in ("a", "an") or "definite" in lexemes[index].titles):
        index -= 1
    key = clause.key(index)
    if key == "out" and clause.key(index - 1) in ("carried", "carrying"):
        return index - 1
    return index if key in _BEHIND else mention.first


def _own_claim(passage: Passage) -> DraftAttribution | None:
    """JNIM says it took the camp: the actor speaks of himself."""
    clause = passage.clause
    if _DID.isdisjoint(clause.vocabulary) or _OWNING.isdisjoint(clause.vocabulary):
        return None
    for speaker in find_speakers(passage):
        if speaker.is_pronoun or clause.is_negation(speaker.verb - 1):
            continue
        deed = _own_deed(clause, speaker.verb + 1)
        actor = _self(passage, speaker) if deed else None
        if deed and actor:
            by = passage.words(actor.first, actor.stop)
            return attribution_fact(passage, speaker.first, deed, actor, Status.CLAIMED, by)
    return None


def _own_deed(clause: Clause, first: int) -> int | None:
    """The token behind the words by which a speaker says that he did it: "it had", "its fighters"."""
    for index, key in enumerate(clause.keys(first, min(clause.stop, first + _OWN_REACH)), first):
        if key not in _OWNING_OR_END:
            continue
        if key in _END:
            return None
        is_own = key in _OWN or (key == "'s" and clause.key(index - 1) in _INTRODUCTION)
        if is_own and clause.key(index + 1) in _DID and clause.key(index + 2) not in _NO_DEED:
            return index + 2
    return None


def _self(passage: Passage, speaker: Speaker) -> Actor | None:
    """The speaker as an actor: a group, a force, or a name that is introduced as a group's."""
    clause = passage.clause
    around = clause.keys(max(clause.first, speaker.first - _NAME_REACH), min(clause.stop, speaker.stop + _NAME_REACH))
    is_introduced = not _INTRODUCTION.isdisjoint(around) and clause.is_capitalised(speaker.stop - 1)
    actor = actor_at(passage, (speaker.first, speaker.stop), ActorKind.ARMED_GROUP if is_introduced else None)
    is_law = not _LAW.isdisjoint(clause.keys(speaker.first, speaker.stop))
    return actor if actor and actor.kind in _SPEAKING and not is_law else None


def _fact(passage: Passage, actor: Actor, mention: Mention) -> DraftAttribution:
    by = _speaker(passage, actor) if actor.kind is ActorKind.ARMED_GROUP else None
    status = Status.ATTRIBUTED if is_official(by) else Status.STATED_AS_FACT
    first, stop = min(actor.first, mention.first), max(actor.stop, mention.stop)
    return attribution_fact(passage, first, stop, actor, status, by if status is Status.ATTRIBUTED else None)


def _speaker(passage: Passage, actor: Actor) -> str | None:
    """Somebody else who says it in the same sentence."""
    for speaker in find_speakers(passage):
        if (
            not speaker.is_pronoun
            and not is_pronoun(passage.clause, speaker.first, speaker.stop)
            and speaker.first != actor.first
        ):
            return passage.words(speaker.first, speaker.stop)
    return None
