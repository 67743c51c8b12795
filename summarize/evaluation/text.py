"""Tables as text: for a terminal by rich, for a GitHub summary as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from summarize.evaluation.tables import Table
from summarize.terminal import printable


def terminal_text(tables: Iterable[Table], *, width: int, color: bool) -> str:
    """The tables with their columns aligned.

    Args:
        tables: what to show; empty ones are left out.
        width: of the terminal, in columns.
        color: with ANSI styles.
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    buffer = StringIO()
    console = Console(file=buffer, width=width, force_terminal=color, color_system="standard" if color else None)
    for table in tables:
        if table.rows:
            drawn = RichTable(title=table.title, title_justify="left", title_style="bold", box=SIMPLE_HEAD)
            for place, head in enumerate(table.heads):
                drawn.add_column(printable(head), justify="right" if place else "left", overflow="fold")
            for row in table.rows:
                drawn.add_row(*(Text(printable(cell.text)) for cell in row))
            console.print(drawn)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def markdown_text(tables: Iterable[Table]) -> str:
    """The tables as GitHub shows them; a bar in a cell is escaped."""
    parts = []
    for table in tables:
        if table.rows:
            lines = [_markdown_row(table.heads), _markdown_row("---" for _ in table.heads)]
            lines += [_markdown_row(cell.text for cell in row) for row in table.rows]
            parts.append(f"### {printable(table.title)}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def _markdown_row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(printable(cell).replace("|", "\\|").replace("<", "&lt;") for cell in cells) + " |"
