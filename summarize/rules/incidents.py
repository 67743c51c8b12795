"""Incidents: the sentences that open one, and those that go on with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Any

from summarize.once import Once
from summarize.rules.kinds import kind_of
from summarize.rules.scene import Scene
from summarize.rules.telling import Telling
from summarize.rules.traits import together
from summarize.schema.vocabulary import IncidentKind as Kind

_WEAK = (Kind.ATTACK_UNSPECIFIED, Kind.THREAT, Kind.EXPLOSION_DISPUTED)
_FAMILIES = (
    {Kind.DRONE_ATTACK, Kind.AIR_STRIKE, Kind.MISSILE_ATTACK},
    {Kind.ROCKET_ATTACK, Kind.MISSILE_ATTACK, Kind.INDIRECT_FIRE},
    {Kind.AIR_STRIKE, Kind.MILITARY_STRIKE},
    {Kind.IED_BOMBING, Kind.SUICIDE_BOMBING, Kind.EXPLOSION_DISPUTED, Kind.SABOTAGE_ARSON, Kind.ARMED_ASSAULT},
    {Kind.ARMED_ASSAULT, Kind.ASSASSINATION, Kind.KIDNAPPING, Kind.MASS_ATTACK, Kind.SUICIDE_BOMBING},
    {Kind.VESSEL_SEIZURE, Kind.VESSEL_ATTACK, Kind.WEAPONS_INTERDICTION},
    {Kind.VESSEL_ATTACK, Kind.DRONE_ATTACK, Kind.MISSILE_ATTACK},
)
_LIKE = frozenset(pair for family in _FAMILIES for pair in permutations(family, 2))
"""Pairs of kinds of one family."""
_NEAR = 2  # sentences without a word on an incident after which one goes on with it no more
_LEAD = 5  # the last sentence of the lead, the title counted
_SETTING = 3  # sentences before an act that can tell its place and day


@dataclass(eq=False)
class Found(Once):
    """An incident while it is put together. What every later sentence asks of it is kept up while it grows.

    Attributes:
        kind: its kind.
        tellings: what tells of it, in the order of the text; at least one.
        last: its last sentence so far.
        days: the days that its sentences name. For membership alone.
        sites: the places that its sentences name. For membership alone.
        past: the months and years gone by that its sentences name. For membership alone.
    """

    kind: Kind
    tellings: list[Telling]
    last: Telling = field(init=False)
    days: set[str] = field(default_factory=set, init=False)
    sites: set[str] = field(default_factory=set, init=False)
    past: set[str] = field(default_factory=set, init=False)
    _opening: Scene | None = field(default=None, init=False)
    _done: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        """Take in the sentences that open it."""
        self.last = self.tellings[0]
        self._take_in(self.tellings)

    def _take_in(self, tellings: Sequence[Telling]) -> None:
        self._opening = None
        for telling in tellings:
            if telling.dates:
                self.days |= telling.days
                self.past |= telling.past
            if telling.places:
                self.sites |= telling.site_keys
            if telling.passage.number > self.last.passage.number:
                self.last = telling

    @property
    def opening(self) -> Scene:
        """What introduces it: up to the first sentence with an act."""
        if self._opening is None:
            acts = (place for place, telling in enumerate(self.tellings, 1) if telling.kind)
            self._opening = Scene(self.tellings[: next(acts, len(self.tellings))])
        return self._opening

    @property
    def is_past(self) -> bool:
        """Whether its opening places it before the news."""
        opening = self.opening
        return bool(opening.past) and not opening.days - opening.past

    @property
    def is_headline(self) -> bool:
        """Whether only the title has told of it so far, without a day."""
        return len(self.tellings) == 1 and self.last.is_headline and not self.last.dates

    def lead(self, kind: Kind, tellings: Sequence[Telling]) -> None:
        """Take in the lead under a title: it tells more, and comes first."""
        self.kind = kind if kind not in _WEAK else self.kind
        self.tellings[:0] = tellings
        self._take_in(tellings)

    def add(self, tellings: Sequence[Telling]) -> None:
        """Take in further sentences; a kind of their own makes a vague one clear."""
        for telling in tellings:
            if telling.kind and self.kind in _WEAK and telling.kind not in _WEAK:
                self.kind = telling.kind
        self.tellings += tellings
        self._take_in(tellings)

    def go_on(self, telling: Telling) -> None:
        """Take in a sentence without an act."""
        self.tellings.append(telling)
        self._take_in((telling,))


def find_incidents(tellings: Sequence[Telling]) -> list[Found]:
    """The incidents of an article in the order in which they are introduced."""
    reading = _Reading()
    for telling in tellings:
        if telling.passage.is_heading:
            reading.heading = telling
        elif telling.passage.is_news and telling.is_sum:
            reading.set_aside(telling)
        elif telling.passage.is_news:
            reading.take(telling)
    return reading.found or reading.unplaced()


@dataclass
class _Reading:
    """How far the article was read: what was found, the incident in hand, and the sentences not yet of any.

    Attributes:
        found: the incidents.
        current: the incident in hand.
        pending: the last sentences that belong to none.
        heading: the last heading.
    """

    found: list[Found] = field(default_factory=list)
    current: Found | None = None
    pending: list[Telling] = field(default_factory=list)
    heading: Telling | None = None

    def take(self, telling: Telling) -> None:
        """Read one sentence."""
        kind = (telling.kind or self._kind_together(telling)) if telling.acts else None
        if kind and (told := self._told(Scene([*self._setting(telling), telling]), kind)):
            self.current, self.pending = told, []
        elif not kind and self.current and _goes_on(self.current, telling, self.pending):
            self.current.go_on(telling)
        else:
            self.pending.append(telling)

    def _told(self, scene: Scene, kind: Kind) -> Found | None:
        """The incident that sentences with an act tell of, taken in; None without a place and a time."""
        known = _known(scene, kind, self.found, self.current)
        if known and known.is_headline:
            known.lead(kind, scene.tellings)
        elif known:
            known.add(scene.tellings)
        elif _can_open(scene):
            named = (each.kind for each in scene.tellings if each.names_kind and each.kind not in _WEAK)
            known = Found(next(filter(None, named), kind), list(scene.tellings))
            self.found.append(known)
        return known

    def _kind_together(self, telling: Telling) -> Kind | None:
        """The kind of an act without a weapon of its own, by the weapon of the sentences right before it."""
        if telling.is_toll or not (near := _near(self.pending, telling)):
            return None
        kind = kind_of(together([other.traits() for other in [*near, telling]]))
        return None if kind in _WEAK else kind

    def set_aside(self, telling: Telling) -> None:
        """Keep a sentence on many acts: its time may be that of the one told next."""
        self.pending = [telling] if telling.dates else []

    def unplaced(self) -> list[Found]:
        """An incident without place and day, in an article that has no other."""
        told = (telling for telling in self.pending if telling.kind and not telling.is_sum)
        return [Found(telling.kind, [telling]) for telling in told if telling.kind and telling.kind not in _WEAK][:1]

    def _setting(self, telling: Telling) -> list[Telling]:
        """The sentences right before an act that may tell its place and day, the section's heading first."""
        passage = telling.passage
        near = _near(self.pending, telling)
        is_first = not self.current or self.current.last.passage.section != passage.section
        if self.heading and self.heading.sites and self.heading.passage.number == passage.section and is_first:
            return [self.heading, *near]
        return near


def _near(pending: Sequence[Telling], telling: Telling) -> list[Telling]:
    """The sentences right before an act that can tell its place and day: none of them with another day than it."""
    near: list[Telling] = []
    number, section = telling.passage.number, telling.passage.section
    for before in reversed(pending):
        if number - before.passage.number > _SETTING:
            break
        other = telling.dates and (before.dates or before.is_sum)
        if before.passage.section == section and not other:
            near.append(before)
    return near[::-1]


def _can_open(scene: Scene) -> bool:
    """Whether sentences have what makes an incident: a place or a time."""
    if scene.last.is_toll:
        return bool(scene.last.sites) or bool(scene.last.dates)
    return bool(scene.sites) or scene.has_dates


def _goes_on(current: Found, telling: Telling, pending: Sequence[Telling]) -> bool:
    """Whether a sentence without an act goes on with the incident before it."""
    passage, last = telling.passage, current.last.passage
    if passage.section != last.section:
        return False
    if telling.dates:
        if telling.past - current.past:
            return False
        if telling.days and telling.days.isdisjoint(current.days):
            return not current.days and not pending and not _turns(telling)
    if passage.number - last.number > _NEAR or _turns(telling):
        return False
    return passage.paragraph == last.paragraph or telling.is_about


def _turns(telling: Telling) -> bool:
    """Whether a sentence turns away from what was told before it: it says that it was none, or tells of another."""
    return telling.is_denied or telling.turns("other", "answer")


def _known(scene: Scene, kind: Kind, found: Sequence[Found], current: Found | None) -> Found | None:
    """The incident that sentences tell of again."""
    candidates = [current] if current else []
    candidates += [incident for incident in reversed(found) if incident is not current]
    if scene.last.is_reference and not scene.sites:
        candidates.sort(key=lambda incident: incident.kind is not kind)
    is_lead = scene.last.passage.number <= _LEAD and not scene.past
    for incident in candidates:
        if is_lead and incident.is_headline and _compatible(incident.kind, kind):
            return incident  # the lead of the title, which names its place in other words or not at all
        if not _conflicts(incident, scene) and _agrees(incident, scene, kind, is_current=incident is current):
            return incident
    return None


def _conflicts(incident: Found, scene: Scene) -> bool:
    """Whether the day, the section or a turn of phrase says that it is another incident."""
    if scene.days.isdisjoint(incident.days):
        other_day = scene.days and (incident.days or incident.is_past)
        if other_day or scene.past - incident.past:
            return True
    is_elsewhere = scene.sites.isdisjoint(incident.sites)
    if scene.turns("other", "answer") and (scene.sites or scene.has_dates):
        return is_elsewhere
    if is_elsewhere and scene.sites and scene.is_anchored:
        return True
    other_section = scene.last.passage.section != incident.last.passage.section
    return is_elsewhere and other_section and not scene.last.is_reference


def _agrees(incident: Found, scene: Scene, kind: Kind, *, is_current: bool) -> bool:
    """Whether the place, the kind or a reference says that it is the same incident."""
    is_reference = scene.last.is_reference
    compatible = _compatible(incident.kind, kind)
    if not scene.sites.isdisjoint(incident.sites):
        return compatible or is_reference
    if scene.sites and incident.sites:
        return compatible and not scene.has_dates and (is_reference or is_current)
    if not (compatible or is_reference):
        return False
    return is_current or is_reference or not scene.days.isdisjoint(incident.days)


def _compatible(one: Kind, other: Kind) -> bool:
    return one is other or one in _WEAK or other in _WEAK or (one, other) in _LIKE
