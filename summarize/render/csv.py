"""CSV: one row an incident, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

from summarize.render import phrases
from summarize.render.base import Look
from summarize.render.outline import ROWS
from summarize.schema.report import Fact, Incident, Report
from summarize.schema.vocabulary import PlaceRole

COLUMNS = (
    "article",
    "title",
    "source",
    "published",
    "incident",
    "role",
    "kind",
    "headline",
    "date_start",
    "date_end",
    "date_precision",
    "country_code",
    "latitude",
    "longitude",
    *(field for field in ROWS),
    "acled_event_type",
    "acled_sub_event_type",
    "sentences",
    "quotes",
    "duplicate_of",
)
"""The columns, in order; a column of facts holds their phrases, joined by " | "."""

_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # as OWASP lists them, full width too


class CsvRenderer:
    """A header, then a row an incident; an article without incidents gives no row."""

    def __init__(self, _look: Look) -> None:
        pass

    def begin(self) -> str:
        """The header."""
        return _line(COLUMNS)

    def report(self, report: Report) -> str:
        """The rows of one article."""
        return "".join(
            _line([_cell(row.get(column, "")) for column in COLUMNS])
            for row in (_row(report, incident, index) for index, incident in enumerate(report.incidents))
        )

    def end(self) -> str:
        """Nothing stands behind the last row."""
        return ""


def _row(report: Report, incident: Incident, index: int) -> dict[str, object]:
    article = report.article
    return {
        "article": article.id,
        "title": article.title or "",
        "source": article.source or "",
        "published": article.published or "",
        "duplicate_of": article.duplicate_of or "",
        "incident": index + 1,
        "role": incident.role,
        "kind": incident.kind,
        "headline": incident.headline,
        "sentences": " ".join(str(number) for number in incident.sentences),
        **_resolved(incident),
        **_facts(incident),
    }


def _resolved(incident: Incident) -> dict[str, object]:
    """Date, map and ACLED columns: numbers stay numbers, what is unknown stays empty."""
    date = incident.date
    target = next((fact for fact in incident.places if fact.role is not PlaceRole.LAUNCH_ORIGIN), None)
    place = target.place if target else None
    acled = incident.acled
    return {
        "date_start": (date and date.start) or "",
        "date_end": (date and date.end) or "",
        "date_precision": date.precision if date else "",
        "country_code": (place and place.country_code) or "",
        "latitude": place.lat if place and place.lat is not None else "",
        "longitude": place.lon if place and place.lon is not None else "",
        "acled_event_type": acled.event_type if acled else "",
        "acled_sub_event_type": acled.sub_event_type if acled else "",
    }


def _facts(incident: Incident) -> dict[str, object]:
    cells: dict[str, object] = {}
    quotes: list[str] = []
    for field, (_, phrase) in ROWS.items():
        value = getattr(incident, field)
        facts: list[Fact] = value if isinstance(value, list) else [value] if value else []
        cells[field] = " | ".join(phrase(fact) for fact in facts)
        quotes += [phrases.quote(fact) for fact in facts]
    return {**cells, "quotes": " | ".join(quotes)}


def _cell(value: object) -> str:
    """A cell that no spreadsheet runs: a text that begins like a formula gets an apostrophe before it."""
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.lstrip(" \u00a0").startswith(_FORMULA) else text


def _line(cells: list[str] | tuple[str, ...]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
