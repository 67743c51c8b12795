"""Actors: an article's words for an actor under one name, and what kind of speaker makes a statement."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from typing import NamedTuple

from summarize.content import lexicon_path
from summarize.grounding.gazetteer import bare_key, place_key
from summarize.grounding.names import country_of
from summarize.schema.vocabulary import ActorKind, SpeakerKind

_LONGEST = 200  # characters; no actor's words are longer
_CACHED = 1024  # words whose name is kept
# Words around a name that change nothing of who is meant.
_AROUND = frozenset({
    "a", "an", "the", "militia", "militias", "group", "groups", "rebels", "rebel", "fighters", "fighter",
    "militants", "militant", "movement", "insurgents", "organisation", "organization", "terrorists",
    "terrorist", "cell", "cells", "of", "members", "gunmen", "iran", "iranian", "backed", "aligned",
    "supported", "linked", "suspected", "s", "forces", "gang", "cartel", "jihadists", "so", "called",
    "outlawed", "banned", "paramilitary", "paramilitaries", "army", "soldiers", "troops", "partisans",
    "guerrillas", "network",
})  # fmt: skip
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_SOMEBODY = re.compile(r"an?\s", re.IGNORECASE)


class Actor(NamedTuple):
    """A group or force: its normalised name, what it is, and its country (ISO 3166-1 alpha-2, None without one)."""

    name: str
    kind: ActorKind
    country: str | None


@lru_cache(maxsize=_CACHED)
def known_actor(words: str) -> Actor | None:
    """The group or force that words name, None for any other.

    Only words that are nothing but the name count ("the Houthi rebels"), not those that hold it ("a rival of the
    Houthis").

    Args:
        words: the article's words for an actor.
    """
    key = _key(words)
    if key in _aliases():
        return _aliases()[key]
    parts = key.split()
    while parts and parts[0] in _AROUND and " ".join(parts) not in _aliases():
        parts = parts[1:]
    while parts and parts[-1] in _AROUND and " ".join(parts) not in _aliases():
        parts = parts[:-1]
    return _aliases().get(" ".join(parts))


def normalise_actor(words: str) -> str | None:
    """The normalised name of an actor; a country's English name for its name or a word for its people.

    Args:
        words: the article's words for an actor.

    Returns:
        None if the list of actors does not have it.
    """
    if actor := known_actor(words):
        return actor.name
    code = None if _SOMEBODY.match(words) else country_of(words)  # "an Afghan" is not his country
    return _country_name(code) if code else None


@lru_cache(maxsize=_CACHED)
def speaker_kind(by: str | None, *, actor: str | None = None) -> SpeakerKind:
    """What kind of speaker makes a statement.

    Args:
        by: the article's words for the speaker; None is the article's own voice.
        actor: the armed group that the statement is on, if it is on one: who is it speaks for himself.
    """
    if by is None:
        return SpeakerKind.ARTICLE
    if actor and _key(actor) == _key(by):
        return SpeakerKind.PERPETRATOR
    key = f" {_key(by)} "
    if speaker := known_actor(by) or _held_group(key):
        return SpeakerKind.PERPETRATOR if speaker.kind is ActorKind.ARMED_GROUP else SpeakerKind.OFFICIAL
    for kind, words in _speaker_words().items():
        if any(f" {word} " in key for word in words):
            return kind
    return SpeakerKind.OFFICIAL if country_of(by) else SpeakerKind.OTHER


def _held_group(key: str) -> Actor | None:
    """The armed group that a speaker speaks for: "the Houthi military spokesman"; not "the Hamas-run ministry"."""
    if any(f" {word} " in key for word in ("run", "ministry", "anti", "by", "against")):
        return None
    parts = key.split()
    runs = (" ".join(parts[first:stop]) for first in range(len(parts)) for stop in range(len(parts), first, -1))
    groups = (_aliases()[run] for run in runs if run in _aliases())
    return next((actor for actor in groups if actor.kind is ActorKind.ARMED_GROUP), None)


@lru_cache(maxsize=_CACHED)
def _key(words: str) -> str:
    """Words without case, diacritics, signs, articles and quotation marks."""
    return bare_key(place_key(_POSSESSIVE.sub("", words[:_LONGEST])))


@cache
def _aliases() -> dict[str, Actor]:
    """The actors by the keys of all their names."""
    listed = tomllib.loads(lexicon_path("actors.toml").read_text("utf-8"))["actor"]
    aliases: dict[str, Actor] = {}
    for each in listed:
        actor = Actor(each["name"], ActorKind(each["kind"]), each.get("country"))
        for name in (each["name"], *each["aliases"]):
            aliases.setdefault(_key(name), actor)
    return aliases


@cache
def _speaker_words() -> dict[SpeakerKind, list[str]]:
    """The words of each kind of speaker, in the order in which the kinds are tried."""
    lists = tomllib.loads(lexicon_path("speaker_kinds.toml").read_text("utf-8"))
    return {SpeakerKind(kind): [_key(word) for word in table["words"]] for kind, table in lists.items()}


def _country_name(code: str) -> str:
    """A country's English short name."""
    return _countries()[code][0]


@cache
def _countries() -> dict[str, list[str]]:
    """The names of each country, its short name first."""
    lists: dict[str, list[str]] = tomllib.loads(lexicon_path("countries.toml").read_text("utf-8"))
    return lists
