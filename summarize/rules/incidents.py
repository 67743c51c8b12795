"""Incidents: the sentences that open one, those that go on with it, and its role in the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarize.article import Mark
from summarize.rules.aggregates import is_sum
from summarize.rules.dates import When, dates
from summarize.rules.mentions import Passage
from summarize.rules.places import Where, places
from summarize.schema.vocabulary import IncidentKind, Role

_NEWS = (None, Mark.REPEATED_HEADLINE)
_WEAPON_KINDS = {
    "armed_drone": IncidentKind.DRONE_ATTACK,
    "drone": IncidentKind.DRONE_ATTACK,
    "rocket": IncidentKind.ROCKET_ATTACK,
    "missile": IncidentKind.MISSILE_ATTACK,
    "mortar": IncidentKind.INDIRECT_FIRE,
    "artillery": IncidentKind.INDIRECT_FIRE,
    "indirect_fire": IncidentKind.INDIRECT_FIRE,
    "ied": IncidentKind.IED_BOMBING,
    "vehicle_bomb": IncidentKind.IED_BOMBING,
    "bomb": IncidentKind.IED_BOMBING,
    "firearm": IncidentKind.ARMED_ASSAULT,
}
_GENERIC = ("plain", "strike")


@dataclass
class Found:
    """An incident while it is put together: its kind, and the sentences that tell of it."""

    kind: IncidentKind
    role: Role
    passages: list[Passage] = field(default_factory=list)

    @property
    def opening(self) -> Passage:
        """The sentence that introduces it."""
        return self.passages[0]


def find_incidents(passages: Sequence[Passage]) -> list[Found]:
    """The incidents of an article in the order in which they are introduced."""
    found: list[Found] = []
    for passage in passages:
        if passage.mark not in _NEWS or _is_sum(passage) or is_sum(passage):
            continue
        if _opens(passage):
            current = _same(found, passage)
            if current is None:
                found.append(Found(_kind(passage), _role(passage, found), [passage]))
            else:
                current.passages.append(passage)
        elif found and _continues(found[-1], passage):
            found[-1].passages.append(passage)
    return found


def _opens(passage: Passage) -> bool:
    """Whether a sentence tells of an act with a place or a day of its own."""
    if not passage.of("trigger"):
        return False
    return any(when.grain in ("day", "date") for when in dates(passage)) or bool(_located(passage))


def _located(passage: Passage) -> list[Where]:
    return [place for place in places(passage) if place.sort not in ("country", "area")]


def _kind(passage: Passage) -> IncidentKind:
    for mention in passage.of("trigger"):
        if mention.value not in _GENERIC:
            return IncidentKind(mention.value)
    for mention in passage.of("weapon"):
        if mention.value in _WEAPON_KINDS:
            return _WEAPON_KINDS[mention.value]
    return IncidentKind.ATTACK_UNSPECIFIED


def _same(found: Sequence[Found], passage: Passage) -> Found | None:
    """The incident that a sentence tells of again: no other day, and a place or the kind in common."""
    for incident in reversed(found):
        if _days(passage) and _days(incident.opening) and not _days(passage) & _days(incident.opening):
            continue
        if _names(passage) & {name for part in incident.passages for name in _names(part)}:
            return incident
        if not _names(passage) and _kind(passage) in (incident.kind, IncidentKind.ATTACK_UNSPECIFIED):
            return incident
    return None


def _days(passage: Passage) -> set[str]:
    return {when.key for when in dates(passage)[:1]}


def _names(passage: Passage) -> set[str]:
    return {place.key for place in _located(passage)}


def _continues(incident: Found, passage: Passage) -> bool:
    """Whether a sentence without act, day and place of its own goes on with the incident before it."""
    near = passage.number - incident.passages[-1].number <= 2  # noqa: PLR2004 - sentences
    return near and not any(when.is_past for when in dates(passage))


def _role(passage: Passage, found: Sequence[Found]) -> Role:
    if any(_is_past(when) for when in dates(passage)):
        return Role.BACKGROUND
    return Role.SECONDARY if len(found) > 3 else Role.MAIN  # noqa: PLR2004


def _is_past(when: When) -> bool:
    return when.is_past


def _is_sum(passage: Passage) -> bool:
    """Whether a sentence sums up many attacks: "over 100 attacks since October"."""
    clause = passage.clause
    keys = clause.keys(clause.first, clause.stop)
    return "attacks" in keys and any(word in keys for word in ("since", "series", "months", "regularly", "these"))
