"""Text for a person at a terminal: summary, incidents with their evidence, background apart, what was refused."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from summarize.render.base import Look
from summarize.render.outline import Row, aggregate_rows, incident_rows, link_lines
from summarize.render.phrases import plain
from summarize.schema.report import Incident, Report
from summarize.schema.vocabulary import Role
from summarize.terminal import printable

if TYPE_CHECKING:
    from rich.console import Console

_LABEL_WIDTH = 12  # columns; the longest common label is "reported by"


class TextRenderer:
    """One readable block a report."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._first = True

    def begin(self) -> str:
        """Nothing stands before the first report."""
        return ""

    def report(self, report: Report) -> str:
        """The report as a block of lines, styled if the look says so."""
        from rich.console import Console

        out = StringIO()
        console = Console(
            file=out,
            width=self._look.width,
            force_terminal=self._look.color,
            color_system="standard" if self._look.color else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )
        if not self._first:
            console.rule(style="dim")
        self._first = False
        _head(console, report)
        _incidents(console, report)
        _totals(console, report)
        _refused(console, report)
        console.print()
        return out.getvalue()

    def end(self) -> str:
        """Nothing stands behind the last report."""
        return ""


def _head(console: Console, report: Report) -> None:
    article = report.article
    title = article.title or article.id
    console.print(printable(title), style="bold")
    known = [article.source, article.published and article.published.isoformat(), article.id]
    console.print(printable(" · ".join(str(part) for part in known if part)), style="dim")
    if article.duplicate_of:
        console.print(printable(f"(nearly) the same text as {article.duplicate_of}"), style="yellow")
    console.print()
    for sentence in report.summary:
        console.print(printable(f"{sentence.text} {_cited(sentence.sentences)}"))
    if not report.incidents:
        why = f" ({plain(report.no_incident)})" if report.no_incident else ""
        console.print(f"No incident{why}.", style="bold")


def _incidents(console: Console, report: Report) -> None:
    """Current news first, background behind a heading of its own."""
    numbered = list(enumerate(report.incidents))
    news = [pair for pair in numbered if pair[1].role is not Role.BACKGROUND]
    background = [pair for pair in numbered if pair[1].role is Role.BACKGROUND]
    for heading, pairs in (("NEWS", news), ("BACKGROUND", background)):
        if pairs:
            console.print(f"\n{heading}", style="bold underline")
        for index, incident in pairs:
            _incident(console, report, incident, index)


def _incident(console: Console, report: Report, incident: Incident, index: int) -> None:
    console.print(f"\n{index + 1}. {printable(incident.headline)}", style="bold")
    console.print(f"   {incident.role} · {plain(incident.kind)} · {_cited(incident.sentences)}", style="cyan")
    for row in incident_rows(incident, index):
        _row(console, row)
    for line in link_lines(incident, report):
        _line(console, "link", printable(line))


def _totals(console: Console, report: Report) -> None:
    rows = aggregate_rows(report)
    if rows:
        console.print("\nTOTALS AND CAMPAIGNS", style="bold underline")
    for row in rows:
        _row(console, row)


def _refused(console: Console, report: Report) -> None:
    if report.rejected:
        console.print("\nREFUSED", style="bold underline")
    for refused in report.rejected:
        console.print(printable(f"   {refused.path}: {refused.message}"), style="red", soft_wrap=False)
    for warning in report.warnings:
        console.print(printable(f"   {warning.path}: {warning.message}"), style="yellow")


def _row(console: Console, row: Row) -> None:
    _line(console, row.label, printable(row.phrase))
    _line(console, "", printable(f"“{row.quote}” {_cited(row.cited)}"), style="dim")
    for note in row.notes:
        _line(console, "", printable(f"! {note}"), style="yellow")


def _line(console: Console, label: str, text: str, style: str = "") -> None:
    """A label and text that wraps under itself, not under the label."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=_LABEL_WIDTH)
    grid.add_column(overflow="fold")
    grid.add_row(Text(label, style="green"), Text(text, style=style))
    console.print(Padding(grid, (0, 0, 0, 3)))


def _cited(numbers: list[int]) -> str:
    return "[" + ", ".join(f"s{number}" for number in numbers) + "]" if numbers else ""
