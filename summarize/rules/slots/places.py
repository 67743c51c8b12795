"""The places slot: where it happened or was aimed, and where it was launched."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.rules.incidents import Found
from summarize.rules.mentions import Passage
from summarize.rules.places import Where, places
from summarize.schema.draft import DraftPlace
from summarize.schema.vocabulary import PlaceRole

_WIDE = ("country", "area", "sea")
_LAUNCH = ("launched", "fired")


def place_facts(incident: Found) -> list[DraftPlace]:
    """The places of the sentence that introduces an incident."""
    passage = incident.opening
    told = places(passage)
    located = [place for place in told if place.sort not in _WIDE]
    if located:
        return [_fact(passage, place, told) for place in located]
    wide = [place for place in told if place.sort in ("area", "sea")]
    return [_fact(passage, place, told).model_copy(update={"role": PlaceRole.AREA}) for place in wide[:1]]


def _fact(passage: Passage, place: Where, told: Sequence[Where]) -> DraftPlace:
    following = [other for other in told if other.first >= place.stop]
    country = next((other for other in following if other.sort == "country"), None)
    region = next((other for other in following if other.sort == "area"), None)
    is_origin = place.preposition in ("from", "of") and any(
        passage.clause.key(index) in _LAUNCH for index in range(max(passage.clause.first, place.first - 5), place.first)
    )
    return DraftPlace(
        q=passage.words(place.first, place.stop),
        s=passage.number,
        role=PlaceRole.LAUNCH_ORIGIN if is_origin else PlaceRole.TARGET,
        within=passage.words(region.first, region.stop) if region else None,
        country=passage.words(country.first, country.stop) if country else None,
    )
