"""Markdown: the report as a person would paste it into an issue or a note."""

from __future__ import annotations

import re

from summarize.render.base import Look
from summarize.render.outline import Row, aggregate_rows, incident_rows, link_lines, refused_lines, warning_lines
from summarize.render.phrases import plain
from summarize.schema.report import Incident, Report, ReportArticle
from summarize.schema.vocabulary import Role
from summarize.terminal import printable

# What Markdown (CommonMark, GitHub's tables, autolinks, emoji and formulas) reads as syntax, and what HTML inside
# it would be; "U.S." and "al-Asad" stay as a person writes them.
_SYNTAX = re.compile(r"([\\`*_\[\]<>|~&@#$]|:(?=//|\w+:)|(?<=www)\.)", re.IGNORECASE)
_START = re.compile(r"^(\d{0,9})([-+=.)])")  # of a line: a list, a rule or the underline of a heading


class MarkdownRenderer:
    """A heading a report, a table an incident."""

    def __init__(self, _look: Look) -> None:
        pass

    def begin(self) -> str:
        """Nothing stands before the first report."""
        return ""

    def report(self, report: Report) -> str:
        """The report as one section."""
        article = report.article
        lines = [f"# {_safe(article.title or article.id)}", "", *_known(article), *_summary(report)]
        for heading, background in (("News", False), ("Background", True)):
            lines += _section(report, heading, background=background)
        lines += _table("## Totals and campaigns", aggregate_rows(report))
        refused = [f"- {_safe(line)}" for line in [*refused_lines(report), *warning_lines(report)]]
        lines += ["## Refused", "", *refused, ""] if refused else []
        return "\n".join(lines) + "\n"

    def end(self) -> str:
        """Nothing stands behind the last report."""
        return ""


def _known(article: ReportArticle) -> list[str]:
    """Source, day and id, and whether it is a copy; the id is not said twice."""
    published = article.published.isoformat() if article.published else None
    known = [article.source, published, article.id if article.title else None]
    lines = [" · ".join(_safe(part) for part in known if part)]
    if article.duplicate_of:
        lines.append(f"(nearly) the same text as {_safe(article.duplicate_of)}")
    return [line for text in lines if text for line in (text, "")]


def _summary(report: Report) -> list[str]:
    lines = [f"{_safe(sentence.text)} {_cited(sentence.sentences)}" for sentence in report.summary]
    if not report.incidents:
        why = f" ({plain(report.no_incident)})" if report.no_incident else ""
        lines.append(f"**No incident{why}.**")
    return [*lines, ""]


def _section(report: Report, heading: str, *, background: bool) -> list[str]:
    chosen = [
        (index, incident)
        for index, incident in enumerate(report.incidents)
        if (incident.role is Role.BACKGROUND) is background
    ]
    lines = [f"## {heading}", ""] if chosen else []
    for index, incident in chosen:
        lines += _incident(report, incident, index)
    return lines


def _incident(report: Report, incident: Incident, index: int) -> list[str]:
    what = f"{incident.role} · {plain(incident.kind)} · {_cited(incident.sentences)}"
    lines = _table(f"### {index + 1}. {_safe(incident.headline)}", incident_rows(incident, index), what)
    links = [f"- {_safe(line)}" for line in link_lines(incident, report)]
    return [*lines, *links, ""] if links else lines


def _table(heading: str, rows: list[Row], what: str = "") -> list[str]:
    if not rows and not what:
        return []
    head = [heading, "", what, ""] if what else [heading, ""]
    return [*head, "| what | fact | the article's words |", "|---|---|---|", *(_table_row(row) for row in rows), ""]


def _table_row(row: Row) -> str:
    notes = "".join(f" *{_safe(note)}*" for note in row.notes)
    return f"| {row.label} | {_safe(row.phrase)} | “{_safe(row.quote)}” {_cited(row.cited)}{notes} |"


def _cited(numbers: list[int]) -> str:
    return "(" + ", ".join(f"s{number}" for number in numbers) + ")" if numbers else ""


def _safe(text: str) -> str:
    """Text that Markdown shows as it is: syntax escaped, control characters made visible."""
    return _START.sub(r"\1\\\2", _SYNTAX.sub(r"\\\1", printable(text)))
