"""Links between incidents as facts of both sides: each names the gold incident that it leads to."""

from __future__ import annotations

from summarize.evaluation.alignment import Alignment
from summarize.evaluation.slots import LINK_FIELD, stated
from summarize.evaluation.stated import Case, Stated, StatedIncident


class Links:
    """The links of one article, comparable because its incidents are aligned."""

    def __init__(self, wanted: Case, alignment: Alignment) -> None:
        self._names = {incident.index: incident.name for incident in wanted.incidents}
        self._optional = {incident.index for incident in wanted.incidents if incident.optional}
        pairs = [*((pair.gold, pair.predicted) for pair in alignment.pairs), *alignment.excused]
        self._taken_for = {predicted.index: gold.name for gold, predicted in pairs}

    def of_gold(self, incident: StatedIncident) -> list[Stated]:
        """A gold incident's links; one to an optional incident is optional."""
        return [
            stated(LINK_FIELD, path, ({"to": self._names[to], "kind": kind},), optional=to in self._optional)
            for path, to, kind in _numbered(incident)
        ]

    def of_report(self, incident: StatedIncident) -> list[Stated]:
        """A predicted incident's links; one to an incident that is nothing in gold leads to None."""
        return [
            stated(LINK_FIELD, path, ({"to": self._taken_for.get(to), "kind": kind},))
            for path, to, kind in _numbered(incident)
        ]


def _numbered(incident: StatedIncident) -> list[tuple[str, int, str]]:
    path = f"incidents[{incident.index}].{LINK_FIELD}"
    return [(f"{path}[{at}]", link.to, link.kind) for at, link in enumerate(incident.links)]
