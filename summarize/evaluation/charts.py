"""Intervals drawn as SVG: a bar in a table's cell, and a plot of all slots. No script, no style attribute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarize.evaluation.metrics import SLOT_METRICS
from summarize.evaluation.statistics import Figure
from summarize.evaluation.tables import Figures
from summarize.render.page import safe

_BAR = 90  # pixels from 0 to 1
_PLOT = 420  # pixels from 0 to 1
_NAMES = 190  # pixels for the slots' names
_ROW = 20  # pixels
_LEGEND = 150  # pixels a name in the legend


def bar(figure: Figure) -> str:
    """A bar from 0 to 1 with the interval and the value; nothing for figures of another scale."""
    if figure.value is None or figure.low is None or figure.high is None or figure.high > 1:
        return ""
    low, high, value = (_BAR * end for end in (figure.low, figure.high, figure.value))
    return (
        f'<svg class="bar" width="{_BAR}" height="8" role="img" aria-label="interval">'
        f'<rect class="axis" y="3" width="{_BAR}" height="1"/>'
        f'<rect class="range" x="{low:.1f}" y="1" width="{max(high - low, 1):.1f}" height="6"/>'
        f'<rect class="value" x="{max(value - 1, 0):.1f}" width="2" height="8"/></svg>'
    )


def slot_plot(figures: Figures) -> str:
    """F1 of every slot with its interval, a colour for each model and baseline."""
    shown = [m for m in SLOT_METRICS if any(found[m.name].value is not None for found in figures.values())]
    step = _ROW + 6 * len(figures)
    height = _ROW * 2 + step * len(shown)
    parts = [_legend(tuple(figures)), _grid(height)]
    for place, metric in enumerate(shown):
        top = _ROW * 2 + place * step
        parts.append(f'<text x="{_NAMES - 8}" y="{top + step // 2}" text-anchor="end">{safe(metric.label)}</text>')
        parts += _marks({name: found[metric.name] for name, found in figures.items()}, top)
    width = _NAMES + max(_PLOT, _LEGEND * len(figures)) + 20
    return (
        f'<svg class="plot" width="{width}" height="{height}" role="img" aria-label="F1 by slot">{"".join(parts)}</svg>'
    )


def _legend(names: Sequence[str]) -> str:
    return "".join(
        f'<circle class="m{place}" cx="{_NAMES + place * _LEGEND}" cy="10" r="4"/>'
        f'<text x="{_NAMES + place * _LEGEND + 8}" y="14">{safe(name)}</text>'
        for place, name in enumerate(names)
    )


def _grid(height: int) -> str:
    lines = []
    for tenth in range(0, 11, 2):
        x = _NAMES + _PLOT * tenth // 10
        lines.append(f'<line class="grid" x1="{x}" x2="{x}" y1="36" y2="{height}"/>')
        lines.append(f'<text x="{x}" y="32" text-anchor="middle">{tenth / 10}</text>')
    return "".join(lines)


def _marks(found: Mapping[str, Figure], top: int) -> list[str]:
    """A line for each interval and a dot for its value, one below the other."""
    marks = []
    for place, figure in enumerate(found.values()):
        if figure.value is None or figure.low is None or figure.high is None:
            continue
        y = top + 6 + 6 * place
        low, high, value = (_NAMES + _PLOT * end for end in (figure.low, figure.high, figure.value))
        marks.append(f'<line class="m{place}" x1="{low:.1f}" x2="{high:.1f}" y1="{y}" y2="{y}"/>')
        marks.append(f'<circle class="m{place}" cx="{value:.1f}" cy="{y}" r="2.5"/>')
    return marks
