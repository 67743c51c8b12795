"""Wording: what headlines and summaries call incidents, with the article's own words for the rest."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.schema.draft import DraftDate, DraftPlace
from summarize.schema.vocabulary import IncidentKind as Kind
from summarize.schema.vocabulary import PlaceRole

_NOUNS = {
    Kind.DRONE_ATTACK: "drone attack",
    Kind.ROCKET_ATTACK: "rocket attack",
    Kind.MISSILE_ATTACK: "missile attack",
    Kind.INDIRECT_FIRE: "mortar or artillery fire",
    Kind.AIR_STRIKE: "air strike",
    Kind.MILITARY_STRIKE: "military strike",
    Kind.IED_BOMBING: "bombing",
    Kind.SUICIDE_BOMBING: "suicide bombing",
    Kind.ARMED_ASSAULT: "armed assault",
    Kind.ASSASSINATION: "assassination",
    Kind.KIDNAPPING: "kidnapping",
    Kind.VESSEL_SEIZURE: "seizure of a vessel",
    Kind.VESSEL_ATTACK: "attack on a vessel",
    Kind.MASS_ATTACK: "attack on a crowd",
    Kind.SABOTAGE_ARSON: "sabotage",
    Kind.CYBER_ATTACK: "computer attack",
    Kind.EXPLOSION_DISPUTED: "explosion of disputed cause",
    Kind.WEAPONS_INTERDICTION: "seizure of weapons",
    Kind.THREAT: "threat",
    Kind.ATTACK_UNSPECIFIED: "attack",
    Kind.OTHER: "incident",
}


def kind_noun(kind: Kind) -> str:
    """As "drone attack"."""
    return _NOUNS[kind]


def where(places: Sequence[DraftPlace]) -> str:
    """As " at Al Asad Airbase" and " in northern Syria"; empty without a place where it happened."""
    if not places or (role := places[0].role) is _ORIGIN:  # the last of an incident's places
        return ""
    name = plain(places[0].q)
    return f" {'in' if role is _AREA else 'at'} {name.title() if _is_loud(name) else name}"


def when(date: DraftDate | None) -> str:
    """As ", on Tuesday"; empty without a date."""
    return f", {lowered(date.q)}" if date else ""


def lowered(words: str) -> str:
    """Words from the beginning of a sentence as they stand inside one."""
    if not words[:1].isupper():
        return words
    first, _, rest = words.partition(" ")
    if first.istitle() and first.casefold() in _OPENERS:
        return f"{first.casefold()} {rest}".strip()
    return words


def capital(words: str) -> str:
    """Words as they stand at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def plain(words: str) -> str:
    """Words on one line, without "there were" before them."""
    is_one_line = words.isprintable() and "  " not in words  # as nearly all are: of white space only blanks
    kept = words if is_one_line else " ".join(words.split())
    folded = kept.casefold()
    if not folded.startswith(_EMPTY_OPENINGS):
        return kept
    return kept[next(len(opening) for opening in _EMPTY_OPENINGS if folded.startswith(opening)) :]


def _is_loud(name: str) -> bool:
    """Whether a name is all in capitals, as in a dateline."""
    return name.isupper() and len(name) > _ABBREVIATION


_ABBREVIATION = 4  # letters
_ORIGIN, _AREA = PlaceRole.LAUNCH_ORIGIN, PlaceRole.AREA  # names are looked up faster than members of enumerations
_EMPTY_OPENINGS = ("there were ", "there was ", "there is ", "and ")


_OPENERS = frozenset(
    [
        "on",
        "in",
        "at",
        "the",
        "a",
        "an",
        "last",
        "early",
        "late",
        "shortly",
        "before",
        "after",
        "this",
        "that",
        "same",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "several",
        "some",
        "up",
        "more",
        "at",
        "least",
        "no",
        "nobody",
        "none",
        "there",
        "one",
        "both",
        "all",
        "its",
        "their",
        "his",
        "her",
        "it",
        "they",
        "by",
        "overnight",
        "yesterday",
        "today",
        "earlier",
        "hours",
        "minutes",
        "during",
        "over",
        "around",
        "about",
        "from",
        "as",
        "following",
        "armed",
        "unknown",
        "gunmen",
    ]
)
