"""The eval page: one self-contained HTML file with the tables, and every article with the verdicts on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from tempfile import TemporaryFile

from summarize.evaluation.charts import bar, slot_plot
from summarize.evaluation.evaluate import Scored
from summarize.evaluation.gold_schema import Phenomenon
from summarize.evaluation.page_article import article_html
from summarize.evaluation.run import RunHead
from summarize.evaluation.slots import SLOTS
from summarize.evaluation.tables import Figures, Table
from summarize.render.page import page_foot, page_head, safe

_STYLES = ("reading.css", "evaluation.css")
_SCRIPTS = ("reading.js", "evaluation.js")
_CHUNK = 1 << 20
"""Characters copied at once."""


class EvalPage:
    """Takes articles as they come and keeps them in a file: the tables, which come first, are known last."""

    def __init__(self, write: Callable[[str], object], head: RunHead) -> None:
        self._write = write
        self._head = head
        self._articles = TemporaryFile("w+", encoding="utf-8", errors="backslashreplace", newline="")  # noqa: SIM115 - closed at the end of the page
        self._count = 0

    def article(self, scored: Scored) -> None:
        """Add an article."""
        self._articles.write(article_html(scored, self._count))
        self._count += 1

    def end(self, figures: Figures, tables: Iterable[Table]) -> None:
        """Write the page."""
        self._write(page_head(f"Eval of {self._head.model}", styles=_STYLES, scripts=_SCRIPTS))
        self._write(_header(self._head))
        self._write(f'<div class="tables">\n{"".join(map(_table, tables))}</div>\n')
        self._write(f'<div class="tables">\n{slot_plot(figures)}</div>\n')
        self._write(_FILTERS)
        self._write("<main>\n")
        self._articles.seek(0)
        for chunk in iter(lambda: self._articles.read(_CHUNK), ""):
            self._write(chunk)
        self._articles.close()
        self._write("</main>\n" + page_foot(_SCRIPTS))


def _header(head: RunHead) -> str:
    prompt = f", prompt {head.prompt}" if head.prompt else ""
    return (
        f"<header>\n<h1>Eval of {safe(head.model)}</h1>\n"
        f"<p>split {safe(head.split)}{safe(prompt)}, summarize {safe(head.version)}</p>\n"
        f"<p>gold {safe(head.gold)}</p>\n</header>\n"
    )


def _table(table: Table) -> str:
    if not table.rows:
        return ""
    heads = "".join(f'<th scope="col">{safe(head)}</th>' for head in table.heads)
    rows = []
    for first, *cells in table.rows:
        drawn = "".join(f"<td>{safe(cell.text)}{bar(cell.figure) if cell.figure else ''}</td>" for cell in cells)
        rows.append(f'<tr><th scope="row">{safe(first.text)}</th>{drawn}</tr>\n')
    return (
        f'<table class="scores"><caption>{safe(table.title)}</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{''.join(rows)}</tbody>{_note(table)}</table>\n"
    )


def _note(table: Table) -> str:
    """How to read the table, below it."""
    return f'<tfoot><tr><td colspan="{len(table.heads)}">{safe(table.note)}</td></tr></tfoot>' if table.note else ""


def _options(names: Iterable[str]) -> str:
    return "".join(f'<option value="{safe(name)}">{safe(name.replace("_", " "))}</option>' for name in names)


_FILTERS = (
    '<div class="filters">\n'
    f'<label>phenomenon <select id="phenomenon"><option value="">all</option>{_options(Phenomenon)}</select></label>\n'
    '<label>slot <select id="slot"><option value="">all</option>'
    f"{_options(slot.name for slot in SLOTS)}</select></label>\n"
    '<label><input type="checkbox" id="faults"> only what is not right</label>\n'
    '<span id="shown"></span>\n'
    '<span class="legend"><mark class="gold">gold</mark> <mark class="predicted">report</mark> '
    '<mark class="gold predicted">both</mark></span>\n</div>\n'
)
