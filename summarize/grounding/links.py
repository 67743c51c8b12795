"""Links between incidents: carried over to the positions that the incidents have in the report."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.grounding.desk import Desk
from summarize.schema.draft import DraftIncident
from summarize.schema.report import Incident, Link


def grounded_links(desk: Desk, drafts: Sequence[DraftIncident], incidents: Sequence[Incident | None]) -> list[Incident]:
    """The incidents that stand, each link pointing at its target's new position.

    Args:
        desk: where links that lead nowhere are noted.
        drafts: the incidents as the model gave them.
        incidents: for each of them what stands, None if nothing does.
    """
    standing = [index for index, incident in enumerate(incidents) if incident]
    positions = {old: new for new, old in enumerate(standing)}
    linked = []
    for index, (draft, incident) in enumerate(zip(drafts, incidents, strict=True)):
        if incident:
            links = _links(desk, draft, index, positions)
            linked.append(incident.model_copy(update={"links": links}) if links else incident)
    return linked


def _links(desk: Desk, draft: DraftIncident, index: int, positions: dict[int, int]) -> list[Link]:
    links = []
    for number, link in enumerate(draft.links):
        if link.to in positions and link.to != index:
            links.append(Link(to=positions[link.to], kind=link.kind))
        else:
            message = f"It leads to incident {link.to}, which does not stand or is the incident itself."
            desk.reject(f"incidents[{index}].links[{number}]", "link", message, link)
    return links
