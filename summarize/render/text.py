"""Text for a person at a terminal: summary, incidents with their evidence, background apart, what was refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import StringIO
from textwrap import wrap

from summarize.render.base import Look
from summarize.render.outline import (
    Row,
    aggregate_rows,
    incident_rows,
    link_lines,
    refused_lines,
    warning_lines,
)
from summarize.render.phrases import plain
from summarize.schema.report import Incident, Report
from summarize.schema.vocabulary import Role
from summarize.terminal import printable

_INDENT = 3  # columns
_LABEL_WIDTH = 13  # columns; the longest common label is "reported by"
_PHRASE_WIDTH = 32  # columns; most phrases are shorter, and their words then stand beside them
_NARROWEST = 20  # columns of text beside the labels


@dataclass
class _Page:
    """Lines as they come, each a run of (text, style) pieces; everything of an article goes through `printable`."""

    width: int
    pieces: list[tuple[str, str]] = field(default_factory=list)

    def line(self, text: str = "", style: str = "", *, indent: int = 0) -> None:
        """Text that wraps at the width."""
        for piece in wrap(printable(text), max(_NARROWEST, self.width - indent)) or [""]:
            self.pieces += [(" " * indent + piece, style), ("\n", "")]

    def labelled(self, label: str, text: str, style: str = "") -> None:
        """A label, and text that wraps under itself."""
        for number, piece in enumerate(wrap(printable(text), self._room) or [""]):
            head = label if number == 0 else ""
            self.pieces += [(" " * _INDENT + head.ljust(_LABEL_WIDTH), "green"), (piece, style), ("\n", "")]

    def stated(self, label: str, phrase: str, quote: str) -> None:
        """A labelled phrase with the words that state it: beside it where there is room, else below."""
        short, words = printable(phrase), printable(quote)
        if len(short) < _PHRASE_WIDTH and _PHRASE_WIDTH + len(words) <= self._room:
            head = " " * _INDENT + label.ljust(_LABEL_WIDTH)
            self.pieces += [(head, "green"), (short.ljust(_PHRASE_WIDTH), ""), (words, "dim"), ("\n", "")]
        else:
            self.labelled(label, phrase)
            self.labelled("", quote, "dim")

    @property
    def _room(self) -> int:
        """Columns beside the labels."""
        return max(_NARROWEST, self.width - _INDENT - _LABEL_WIDTH)

    def heading(self, text: str) -> None:
        """A heading with an empty line before it."""
        self.pieces += [("\n", ""), (text, "bold underline"), ("\n", "")]


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
        page = _Page(self._look.width)
        if not self._first:
            page.line("─" * self._look.width, "dim")
        self._first = False
        _head(page, report)
        _incidents(page, report)
        _totals(page, report)
        _refused(page, report)
        page.line()
        return _styled(page) if self._look.color else "".join(text for text, _ in page.pieces)

    def end(self) -> str:
        """Nothing stands behind the last report."""
        return ""


def _styled(page: _Page) -> str:
    """The lines with ANSI styles."""
    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    console = Console(file=out, force_terminal=True, color_system="standard", highlight=False, width=page.width)
    console.print(Text.assemble(*page.pieces), end="", soft_wrap=True)
    return out.getvalue()


def _head(page: _Page, report: Report) -> None:
    article = report.article
    page.line(article.title or article.id, "bold")
    known = [article.source, article.published and article.published.isoformat(), article.id if article.title else None]
    if any(known):
        page.line(" · ".join(str(part) for part in known if part), "dim")
    if article.duplicate_of:
        page.line(f"(nearly) the same text as {article.duplicate_of}", "yellow")
    page.line()
    for sentence in report.summary:
        page.line(f"{sentence.text} {_cited(sentence.sentences)}")
    if not report.incidents:
        page.line(f"No incident ({plain(report.no_incident)})." if report.no_incident else "No incident.", "bold")


def _incidents(page: _Page, report: Report) -> None:
    """Current news first, background behind a heading of its own."""
    numbered = list(enumerate(report.incidents))
    news = [pair for pair in numbered if pair[1].role is not Role.BACKGROUND]
    background = [pair for pair in numbered if pair[1].role is Role.BACKGROUND]
    for heading, pairs in (("NEWS", news), ("BACKGROUND", background)):
        if pairs:
            page.heading(heading)
        for index, incident in pairs:
            _incident(page, report, incident, index)


def _incident(page: _Page, report: Report, incident: Incident, index: int) -> None:
    page.line()
    page.line(f"{index + 1}. {incident.headline}", "bold")
    page.line(f"{incident.role} · {plain(incident.kind)} · {_cited(incident.sentences)}", "cyan", indent=_INDENT)
    for row in incident_rows(incident, index):
        _row(page, row)
    for line in link_lines(incident, report):
        page.labelled("link", line)


def _totals(page: _Page, report: Report) -> None:
    rows = aggregate_rows(report)
    if rows:
        page.heading("TOTALS AND CAMPAIGNS")
    for row in rows:
        _row(page, row)


def _refused(page: _Page, report: Report) -> None:
    if report.rejected or report.warnings:
        page.heading("REFUSED")
    for refused in refused_lines(report):
        page.line(refused, "red", indent=_INDENT)
    for warning in warning_lines(report):
        page.line(warning, "yellow", indent=_INDENT)


def _row(page: _Page, row: Row) -> None:
    quote = f"“{row.quote}” {_cited(row.cited)}"
    if row.phrase == row.quote:
        page.labelled(row.label, quote)
    else:
        page.stated(row.label, row.phrase, quote)
    for note in row.notes:
        page.labelled("", f"! {note}", "yellow")


def _cited(numbers: list[int]) -> str:
    return "[" + ", ".join(f"s{number}" for number in numbers) + "]" if numbers else ""
