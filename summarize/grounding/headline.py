"""The headline of an incident: kept if the article supports it, else made of the facts that stand."""

from __future__ import annotations

from summarize.grounding.desk import Desk
from summarize.grounding.mentions import unsupported
from summarize.grounding.orders import word_from_order
from summarize.schema.draft import DraftIncident
from summarize.schema.report import Incident
from summarize.schema.vocabulary import PlaceRole

_MOST_WORDS = 20


def grounded_headline(desk: Desk, draft: DraftIncident, incident: Incident, path: str) -> str:
    """The model's headline if its numbers, dates and names stand in the incident's sentences, else one of the facts.

    Args:
        desk: where a rebuilt headline is noted.
        draft: the incident as the model gave it.
        incident: what stands of it.
        path: its path in the draft.
    """
    reason = _why_rebuilt(desk, draft)
    if reason is None:
        return draft.headline
    desk.warn(f"{path}.headline", f"The headline is rebuilt from the facts: {reason}")
    return _from_facts(incident)


def _why_rebuilt(desk: Desk, draft: DraftIncident) -> str | None:
    """One sentence: what is wrong with the headline, None if nothing."""
    if not 0 < len(draft.headline.split()) <= _MOST_WORDS:
        return f"it is empty or longer than {_MOST_WORDS} words."
    clauses = desk.view.cited(draft.sentences)
    beyond = unsupported(draft.headline, clauses) or word_from_order(draft.headline, desk.view, clauses)
    return f"“{beyond}” does not stand in the incident's sentences." if beyond else None


def _from_facts(incident: Incident) -> str:
    """As "Drone attack: Al Asad Airbase, On Tuesday"."""
    kind = incident.kind.value.replace("_", " ").capitalize()
    where = [place.name for place in incident.places if place.role is not PlaceRole.LAUNCH_ORIGIN][:1]
    when = [incident.date.words] if incident.date else []
    return f"{kind}: {', '.join(where + when)}" if where or when else kind
