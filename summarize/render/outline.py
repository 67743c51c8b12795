"""A report as an outline of labelled rows, each with its evidence: what text, Markdown, CSV and HTML all draw."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from summarize.render import phrases
from summarize.schema.report import Evidence, Fact, Incident, Rejected, Report
from summarize.schema.vocabulary import CheckOutcome


@dataclass(frozen=True, slots=True)
class Row:
    """One fact on one line.

    Attributes:
        path: where it stands in the report, as "incidents[0].weapons[1]".
        label: what sort of fact it is.
        phrase: the fact in a few words.
        quote: the article's words that state it.
        evidence: where those words stand.
        notes: what the checks removed or could not check.
    """

    path: str
    label: str
    phrase: str
    quote: str
    evidence: tuple[Evidence, ...]
    notes: tuple[str, ...] = ()

    @property
    def cited(self) -> list[int]:
        """The sentences the words stand in."""
        return sorted({evidence.sentence for evidence in self.evidence})


# Field of an incident -> (label, phrase), in the order in which a person asks.
ROWS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "date": ("when", phrases.when),
    "places": ("where", phrases.where),
    "weapons": ("weapon", phrases.weapon),
    "targets": ("target", phrases.target),
    "outcome": ("outcome", phrases.outcome),
    "attributions": ("blamed", phrases.attribution),
    "casualties": ("casualties", phrases.casualties),
    "damage": ("damage", phrases.damage),
    "responses": ("response", phrases.response),
    "motives": ("motive", phrases.motive),
    "reported_by": ("reported by", phrases.quote),
}


def incident_rows(incident: Incident, index: int) -> list[Row]:
    """The rows of one incident; `index` is its position in the report."""
    rows = []
    for field, (label, phrase) in ROWS.items():
        value = getattr(incident, field)
        base = f"incidents[{index}].{field}"
        if isinstance(value, list):
            rows += [_row(f"{base}[{number}]", label, phrase, fact) for number, fact in enumerate(value)]
        elif value is not None:
            rows.append(_row(base, label, phrase, value))
    return rows + list(_conflict_rows(incident, index))


def aggregate_rows(report: Report) -> list[Row]:
    """The rows of sums and campaigns."""
    return [
        _row(f"aggregates[{number}]", "total", phrases.aggregate, fact) for number, fact in enumerate(report.aggregates)
    ]


def link_lines(incident: Incident, report: Report) -> list[str]:
    """What the incident is linked to, by the other's headline."""
    return [f"{phrases.plain(link.kind)}: {report.incidents[link.to].headline}" for link in incident.links]


def refused_lines(report: Report) -> list[str]:
    """What a model said and the article does not: sort of fact, its words, where it stood in the draft, and why."""
    return [f"{_refused_words(refused)} ({refused.path}): {refused.message}" for refused in report.rejected]


def warning_lines(report: Report) -> list[str]:
    """What was removed or rebuilt without refusing a fact, and where in the draft."""
    return [f"{warning.path}: {warning.message}" for warning in report.warnings]


def _refused_words(refused: Rejected) -> str:
    field = re.split(r"\W+", refused.path.rstrip("]0123456789["))[-1]
    label = ROWS[field][0] if field in ROWS else phrases.plain(field.removesuffix("s"))
    words = refused.fact.get("q")
    return f"{label} “{' '.join(words.split())}”" if isinstance(words, str) else label


def _conflict_rows(incident: Incident, index: int) -> Iterable[Row]:
    for number, conflict in enumerate(incident.conflicts):
        for place, version in enumerate(conflict.versions):
            path = f"incidents[{index}].conflicts[{number}].versions[{place}]"
            source = f" ({version.source})" if version.source else ""
            phrase = f"{phrases.plain(conflict.field)}: {version.value}{source}"
            yield _row(path, "disputed", lambda _, phrase=phrase: phrase, version)  # type: ignore[misc]  # mypy cannot type a default in a lambda


def _row(path: str, label: str, phrase: Callable[[Any], str], fact: Fact) -> Row:
    notes = tuple(
        check.message or check.rule
        for check in fact.checks
        if check.outcome in {CheckOutcome.REMOVED, CheckOutcome.UNCHECKED}
    )
    return Row(path, label, phrase(fact), phrases.quote(fact), tuple(fact.evidence), notes)
