"""Tables as text: for a terminal by rich, for a GitHub summary as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import TYPE_CHECKING

from summarize.evaluation.tables import Table
from summarize.terminal import printable

if TYPE_CHECKING:
    from rich.table import Table as RichTable

_LABEL = 24
"""Columns of the terminal that names of rows may be folded to, so that more figures stand side by side."""
_GAP = 2
"""Spaces between two columns."""
_NUMERIC = re.compile(r"[-+<]?[.\d][\d.,]*( \[.*| of .*)?|–|")


def terminal_text(tables: Iterable[Table], *, width: int, color: bool) -> str:
    """The tables with their columns aligned; what is too wide for the terminal goes on below.

    Args:
        tables: what to show; empty ones are left out.
        width: of the terminal, in columns.
        color: with ANSI styles.
    """
    from rich.console import Console
    from rich.text import Text

    buffer = StringIO()
    console = Console(file=buffer, width=width, force_terminal=color, color_system="standard" if color else None)
    for table in tables:
        if table.rows:
            for part in _parts(table, width):
                console.print(_drawn(part))
                console.print()
            if table.note:
                console.print(Text(printable(table.note), style="dim"))
                console.print()
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def markdown_text(tables: Iterable[Table]) -> str:
    """The tables as GitHub shows them; what would break a cell is escaped."""
    parts = []
    for table in tables:
        if table.rows:
            lines = [_markdown_row(table.heads), "| " + " | ".join(_markdown_rules(table)) + " |"]
            lines += [_markdown_row(cell.text for cell in row) for row in table.rows]
            note = f"\n{table.note}\n" if table.note else ""
            parts.append(f"### {printable(table.title)}\n\n" + "\n".join(lines) + "\n" + note)
    return "\n".join(parts)


def _parts(table: Table, width: int) -> Iterator[Table]:
    """The table; where its figures do not fit side by side, tables of as many columns as do."""
    widths = [max(map(len, column)) + _GAP for column in _columns(table)]
    if not _has_figures(table) or sum(widths) <= width:
        yield table
        return
    start, title = 1, table.title
    while start < len(widths):
        stop = start + 1
        while stop < len(widths) and sum(widths[start : stop + 1]) + min(widths[0], _LABEL) <= width:
            stop += 1
        rows = tuple((row[0], *row[start:stop]) for row in table.rows)
        yield Table(title, (table.heads[0], *table.heads[start:stop]), rows)
        start, title = stop, f"{table.title}, continued"


def _drawn(table: Table) -> RichTable:
    """The table as rich draws it: numbers to the right, words to the left."""
    from rich.text import Text

    drawn, figures = _frame(table.title), _has_figures(table)
    for place, (head, numeric) in enumerate(zip(table.heads, _numeric(table), strict=True)):
        drawn.add_column(
            printable(head),
            justify="right" if numeric else "left",
            overflow="fold",
            no_wrap=figures and place > 0,
            vertical="bottom" if figures else "top",
        )
    for row in table.rows:
        drawn.add_row(*(Text(printable(cell.text)) for cell in row))
    return drawn


def _frame(title: str) -> RichTable:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable

    padding = (0, _GAP - 1, 0, 0)  # above, right, below, left; a space more is the line between two columns
    drawn = RichTable(title=printable(title), box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=padding)
    drawn.title_justify, drawn.title_style = "left", "bold"
    return drawn


def _has_figures(table: Table) -> bool:
    return any(cell.figure for row in table.rows for cell in row)


def _columns(table: Table) -> list[tuple[str, ...]]:
    """What stands in each column, its head first."""
    texts = ((printable(cell.text) for cell in row) for row in table.rows)
    return list(zip(map(printable, table.heads), *texts, strict=True))


def _numeric(table: Table) -> list[bool]:
    """Which columns hold numbers; the first names the rows."""
    return [place > 0 and all(map(_NUMERIC.fullmatch, cells)) for place, (_, *cells) in enumerate(_columns(table))]


def _markdown_rules(table: Table) -> list[str]:
    return ["---:" if numeric else "---" for numeric in _numeric(table)]


def _markdown_row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(printable(cell).replace("|", "\\|").replace("<", "&lt;") for cell in cells) + " |"
