"""The date slot: the most specific words for when."""

from __future__ import annotations

from typing import Literal

from summarize.rules.dates import Grain, When
from summarize.rules.incidents import Found
from summarize.rules.telling import Telling
from summarize.schema.draft import DraftDate
from summarize.schema.typed import typed
from summarize.schema.vocabulary import IncidentKind

_CALENDAR, _ANCHORED = (Grain.DATE, Grain.YEAR), Grain.ANCHORED
_THREAT = IncidentKind.THREAT


def date(incident: Found) -> DraftDate | None:
    """When it happened: the finest words, those of a sentence with an act first."""
    is_threat = incident.kind is _THREAT
    told = [
        (when.grain, telling.kind is None, place, when.first, telling, when)
        for place, telling in enumerate(incident.tellings)
        for when in telling.dates
        if not is_threat or not _is_ahead(when, telling)
    ]
    if not told:
        return None
    *_, telling, when = min(told)  # no two of one sentence begin at the same token
    passage = telling.passage
    words = passage.clause.words(when.first, when.stop)
    return typed(DraftDate, {"q": words, "s": passage.number, "relative_to": _relative_to(when, telling)})


def _is_ahead(when: When, telling: Telling) -> bool:
    """Whether a day is the one from which a threat holds, not the one on which it was made."""
    return telling.passage.clause.key(when.first - 1) in ("from", "until", "by", "after")


def _relative_to(when: When, telling: Telling) -> Literal["publication"] | int | None:
    """What the words count from: a calendar date from nothing, "the same night" from the news told before."""
    if when.grain in _CALENDAR:
        return None
    if when.grain is _ANCHORED:
        return telling.anchor or "publication"
    return "publication"
