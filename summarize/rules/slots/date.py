"""The date slot: the most specific words for when."""

from __future__ import annotations

from summarize.rules.dates import dates, relative_to
from summarize.rules.incidents import Found
from summarize.schema.draft import DraftDate

_GRAINS = ("date", "day", "span", "month", "past")


def date(incident: Found) -> DraftDate | None:
    """When it happened, by the first of the finest words."""
    told = [(_GRAINS.index(when.grain), passage, when) for passage in incident.passages for when in dates(passage)]
    if not told:
        return None
    _, passage, when = min(told, key=lambda item: (item[0], item[1].number))
    return DraftDate(q=passage.words(when.first, when.stop), s=passage.number, relative_to=relative_to(when))
