"""Actors: what sort of actor a noun phrase names, and the country said to stand behind him."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.grounding.speaker import is_authority
from summarize.rules.lexicon import COUNTRY, country_title, word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage
from summarize.schema.vocabulary import ActorKind

_NAMELESS = word_set("actors", "nameless")
_BODIES = word_set("actors", "bodies")
_FORCES = word_set("actors", "forces")
_BACKED = word_set("actors", "backed")
_SEATS = word_set("actors", "seats")
_DETERMINERS = word_set("small", "determiner")
_PREPOSITIONS = word_set("small", "preposition")
_VOICES = word_set("actors", "voices")
_REACH = 3  # tokens between a country and "backed"
_KINDS = {kind.value: kind for kind in ActorKind}  # asked in a quarter of the time that the enumeration takes
_NAMING = _BODIES | _SEATS
_STATE = ActorKind.STATE


@dataclass(slots=True)  # neither frozen nor a tuple: both would take twice as long to make
class Actor:
    """Somebody who may have done it.

    Attributes:
        first: the first token of the words for him, without article.
        stop: the token behind them.
        kind: what sort of actor.
        sponsor: the country said to stand behind him, by its English name.
    """

    first: int
    stop: int
    kind: ActorKind
    sponsor: str | None


def may_name(passage: Passage, stop: int) -> bool:
    """Whether a sentence has, before a token, any word by which `actor_at` knows an actor without a fallback."""
    found = passage.found
    if "actor" in found and found["actor"][0].first < stop:
        return True
    if COUNTRY in found and found[COUNTRY][0].first < stop:
        return True
    return not _NAMING.isdisjoint(passage.clause.vocabulary)


def actor_at(passage: Passage, phrase: tuple[int, int] | None, fallback: ActorKind | None = None) -> Actor | None:
    """The actor that a noun phrase names.

    Args:
        passage: the sentence.
        phrase: the phrase as a range of tokens, or None.
        fallback: what somebody is of whom the words do not tell; None if he is no actor then.
    """
    if phrase is None:
        return None
    first, stop = _group(passage, *phrase)
    if _is_weapon(passage, first, stop):
        return _by_country(passage, first, stop)
    kind = _kind(passage, first, stop) or fallback
    if kind is None:
        return None
    keys = passage.clause.tokens.keys
    while first < stop - 1 and keys[first] in _DETERMINERS:
        first += 1
    return Actor(first, stop, kind, _sponsor(passage, first, stop))


def _group(passage: Passage, first: int, stop: int) -> tuple[int, int]:
    """The group that somebody speaks or acts for: of "the Houthi military spokesman" the Houthis."""
    if "actor" not in passage.found or _VOICES.isdisjoint(passage.clause.tokens.keys[first:stop]):
        return first, stop
    groups = [mention for mention in passage.of("actor", "armed_group") if first <= mention.first < stop]
    if not groups or not passage.clause.is_capitalised(groups[0].first):
        return first, stop
    return groups[0].first, min(groups[0].stop, stop)


def is_official(words: str | None) -> bool:
    """Whether a speaker is an authority, by his words."""
    return bool(words and is_authority(words))


def _kind(passage: Passage, first: int, stop: int) -> ActorKind | None:
    clause = passage.clause
    keys = clause.tokens.keys[first:stop]
    if (head := _last(passage, "actor", first, stop)) is not None:
        kind = _KINDS[head.value]
        return kind if kind is _STATE or _NAMELESS.isdisjoint(keys) else ActorKind.UNKNOWN
    if not _BODIES.isdisjoint(keys[-3:]) and any(map(clause.is_capitalised, range(first + 1, stop))):
        return ActorKind.ARMED_GROUP
    if stop - first <= 2 and keys[-1] in _SEATS:  # noqa: PLR2004 - "the Kremlin"
        return ActorKind.STATE
    named = _last(passage, COUNTRY, first, stop)
    if named is None:
        return None
    is_head = named.stop == stop and clause.key(named.first - 1) not in _PREPOSITIONS
    return ActorKind.STATE if is_head or not _FORCES.isdisjoint(keys) else None


def _last(passage: Passage, label: str, first: int, stop: int) -> Mention | None:
    """The last mention of a table inside a range of tokens."""
    for mention in reversed(passage.found.get(label, ())):
        if first <= mention.first and mention.stop <= stop:
            return mention
    return None


def _by_country(passage: Passage, first: int, stop: int) -> Actor | None:
    """The country of "an Israeli missile"; None for a weapon of nobody's."""
    for mention in passage.of(COUNTRY):
        if first <= mention.first < stop:
            return Actor(mention.first, mention.stop, ActorKind.STATE, None)
    return None


def _is_weapon(passage: Passage, first: int, stop: int) -> bool:
    """Whether a phrase is of things that fly by themselves: "30 aircraft", "one-way drones"."""
    if "weapon" not in passage.found:
        return False
    for mention in passage.found["weapon"]:
        if first <= mention.first < stop <= mention.stop:
            return True
    return False


def _sponsor(passage: Passage, first: int, stop: int) -> str | None:
    """The country of "Iran-backed militia", "groups supported by Iran", "an Iranian proxy"."""
    clause = passage.clause
    for mention in passage.found.get(COUNTRY, ()):
        if first <= mention.first < stop + _REACH:
            around = clause.tokens.keys[max(first, mention.first - 2) : min(clause.stop, mention.stop + _REACH)]
            if not _BACKED.isdisjoint(around):
                return country_title(mention.value)
    return None
