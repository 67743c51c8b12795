"""Where the scores go besides the terminal: a file for each suffix, written an article at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Protocol

from summarize.errors import SettingsError
from summarize.evaluation.evaluate import Scored
from summarize.evaluation.gate import GateResult
from summarize.evaluation.junit import Case, article_case, junit_xml
from summarize.evaluation.page import EvalPage
from summarize.evaluation.run import RunHead, RunWriter
from summarize.evaluation.tables import Figures, Table
from summarize.evaluation.text import markdown_text, terminal_text

Write = Callable[[str], object]

_WIDTH = 160
"""Columns of a text file."""


@dataclass(frozen=True)
class Outcome:
    """What is known once everything is scored.

    Attributes:
        figures: of this model, other models of the same command, and the baselines.
        tables: all tables, as the terminal shows them.
        gate: what the gate says, if there is one.
    """

    figures: Figures
    tables: Sequence[Table]
    gate: GateResult | None


class Sink(Protocol):
    """One output file of one model's run."""

    def article(self, scored: Scored, row: Mapping[str, Any]) -> None:
        """Take an article: its score, and the decisions on it as JSON."""
        ...

    def end(self, outcome: Outcome) -> None:
        """Write what is still to be written."""
        ...


class JsonSink:
    """The run with every decision: what `compare` reads."""

    def __init__(self, write: Write, head: RunHead) -> None:
        self._writer = RunWriter(write, head)

    def article(self, _scored: Scored, row: Mapping[str, Any]) -> None:
        """Write the decisions."""
        self._writer.article(row)

    def end(self, outcome: Outcome) -> None:
        """Write the figures."""
        self._writer.close(outcome.figures)


class JunitSink:
    """The run as JUnit XML, for CI servers."""

    def __init__(self, write: Write, head: RunHead) -> None:
        self._write = write
        self._model = head.model
        self._cases: list[Case] = []

    def article(self, _scored: Scored, row: Mapping[str, Any]) -> None:
        """Keep the article's test case."""
        self._cases.append(article_case(row))

    def end(self, outcome: Outcome) -> None:
        """Write all test cases."""
        self._write(junit_xml(self._model, self._cases, outcome.gate))


class HtmlSink:
    """The run as a page to read."""

    def __init__(self, write: Write, head: RunHead) -> None:
        self._page = EvalPage(write, head)

    def article(self, scored: Scored, _row: Mapping[str, Any]) -> None:
        """Draw the article."""
        self._page.article(scored)

    def end(self, outcome: Outcome) -> None:
        """Write the page."""
        self._page.end(outcome.figures, outcome.tables)


class TextSink:
    """The tables as text."""

    def __init__(self, write: Write, _head: RunHead) -> None:
        self._write = write

    def article(self, _scored: Scored, _row: Mapping[str, Any]) -> None:
        """Nothing of a single article stands in the tables."""

    def end(self, outcome: Outcome) -> None:
        """Write the tables."""
        self._write(terminal_text(outcome.tables, width=_WIDTH, color=False))


class MarkdownSink(TextSink):
    """The tables as Markdown."""

    def end(self, outcome: Outcome) -> None:
        """Write the tables."""
        self._write(markdown_text(outcome.tables))


SINKS: Mapping[str, Callable[[Write, RunHead], Sink]] = {
    ".json": JsonSink,
    ".xml": JunitSink,
    ".html": HtmlSink,
    ".md": MarkdownSink,
    ".txt": TextSink,
}
"""By the suffix of the file."""


def sink_for(path: PurePath) -> Callable[[Write, RunHead], Sink]:
    """What writes a file of that suffix.

    Raises:
        SettingsError: no output has that suffix.
    """
    sink = SINKS.get(path.suffix.lower())
    if sink is None:
        raise SettingsError(f"No output of an eval has the suffix of {path}.", advice=f"Known: {', '.join(SINKS)}.")
    return sink
