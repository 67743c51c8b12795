"""The places slot: where it happened or was aimed, and where it was launched."""

from __future__ import annotations

from summarize.rules.incidents import Found
from summarize.rules.passage import Passage
from summarize.rules.where import Where
from summarize.schema.draft import DraftPlace
from summarize.schema.vocabulary import PlaceRole

_MOST = 2  # targets of one incident

_Named = tuple[Passage, Where]


def place_facts(incident: Found) -> list[DraftPlace]:
    """The best-told places of an incident, then where it came from."""
    sites, wide, origins = list[_Named](), list[_Named](), list[_Named]()
    for passage, place in _told(incident).values():
        (origins if place.is_origin else wide if place.is_wide else sites).append((passage, place))
    facts = [_fact(*item, PlaceRole.TARGET) for item in _best(sites)]
    facts = facts or [_fact(*item, PlaceRole.AREA) for item in wide[:1]]
    return facts + [_fact(*item, PlaceRole.LAUNCH_ORIGIN) for item in origins[:1]]


def _told(incident: Found) -> dict[str, _Named]:
    """Each place where it is named first, by its key."""
    told: dict[str, _Named] = {}
    for telling in incident.tellings:
        for place in telling.places:
            if place.key not in told:
                told[place.key] = telling.passage, place
    return told


def _best(sites: list[_Named]) -> list[_Named]:
    """Those named best, of the first sentence that names any."""
    if len(sites) <= 1:
        return sites
    near = [item for item in sites if item[1].is_near] or sites
    return [item for item in near if item[0] is near[0][0]][:_MOST]


def _fact(passage: Passage, place: Where, role: PlaceRole) -> DraftPlace:
    return DraftPlace(
        q=passage.words(place.first, place.stop),
        s=passage.number,
        role=role,
        within=passage.words(*place.within) if place.within else None,
        country=passage.words(*place.country) if place.country else None,
    )
