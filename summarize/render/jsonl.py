"""JSON Lines: a report a line; the form that programs read and `summarize eval --reports` scores."""

from __future__ import annotations

from summarize.render.base import Look
from summarize.schema.report import Report


class JsonlRenderer:
    """One line of JSON a report, in the fields of `schemas/report.v1.json`."""

    def __init__(self, _look: Look) -> None:
        pass

    def begin(self) -> str:
        """Nothing stands before the first line."""
        return ""

    def report(self, report: Report) -> str:
        """The report on one line."""
        return report.model_dump_json() + "\n"

    def end(self) -> str:
        """Nothing stands behind the last line."""
        return ""
