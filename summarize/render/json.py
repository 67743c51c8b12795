"""JSON: one array of reports, indented for reading."""

from __future__ import annotations

from summarize.render.base import Look
from summarize.schema.report import Report


class JsonRenderer:
    """An array that is written report by report."""

    def __init__(self, _look: Look) -> None:
        self._first = True

    def begin(self) -> str:
        """The opening bracket."""
        return "["

    def report(self, report: Report) -> str:
        """The report, with a comma before all but the first."""
        comma = "\n" if self._first else ",\n"
        self._first = False
        return comma + report.model_dump_json(indent=2)

    def end(self) -> str:
        """The closing bracket."""
        return "\n]\n"
