"""The places slot: where it happened or was aimed, and where it was launched."""

from __future__ import annotations

from summarize.rules.incidents import Found
from summarize.rules.passage import Passage
from summarize.rules.where import Where
from summarize.schema.draft import DraftPlace
from summarize.schema.typed import typed
from summarize.schema.vocabulary import PlaceRole

_MOST = 2  # targets of one incident
_TARGET = PlaceRole.TARGET  # to look a member of an enumeration up takes twenty times as long as a name

_Named = tuple[Passage, Where]


def place_facts(incident: Found) -> list[DraftPlace]:
    """The best-told places of an incident, then where it came from."""
    sites: list[_Named] = []
    wide: list[_Named] = []
    origins: list[_Named] = []
    for named in _told(incident).values():
        place = named[1]
        (origins if place.is_origin else wide if place.is_wide else sites).append(named)
    facts = [_fact(*named, _TARGET) for named in _best(sites)]
    if wide and not facts:
        facts.append(_fact(*wide[0], PlaceRole.AREA))
    if origins:
        facts.append(_fact(*origins[0], PlaceRole.LAUNCH_ORIGIN))
    return facts


def _told(incident: Found) -> dict[str, _Named]:
    """Each place where it is named first, by its key."""
    told: dict[str, _Named] = {}
    for telling in incident.tellings:
        for place in telling.places:
            key = place.key
            if key not in told:
                told[key] = telling.passage, place
    return told


def _best(sites: list[_Named]) -> list[_Named]:
    """Those named best, of the first sentence that names any."""
    if len(sites) <= 1:
        return sites
    near = [named for named in sites if named[1].is_near] or sites
    return [named for named in near if named[0] is near[0][0]][:_MOST]


def _fact(passage: Passage, place: Where, role: PlaceRole) -> DraftPlace:
    words = passage.clause.words
    fields = {
        "q": words(place.first, place.stop),
        "s": passage.number,
        "role": role,
        "within": words(*place.within) if place.within else None,
        "country": words(*place.country) if place.country else None,
    }
    return typed(DraftPlace, fields)
