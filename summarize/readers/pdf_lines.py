"""Lines of a PDF page: their words, where they stand, and how large they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:  # pypdf is only imported when a PDF is read
    from pypdf import PageObject

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)  # Unicode FB00 to FB06: one glyph, but a reader sees letters

_COST_OF_FORM = 100  # operators that pypdf gets through in the time that it takes to enter a form


class Line(NamedTuple):
    """One line of text: its left end and base line in points from the lower left corner, and its font's size."""

    text: str
    x: float
    y: float
    size: float


class LineCollector:
    """Collects the lines of pages, and stops when they take too many operators."""

    def __init__(self, most_operators: int, too_many: type[Exception]) -> None:
        self._operators_left = most_operators
        self._too_many = too_many
        self._lines: list[Line] = []
        self._pieces: list[str] = []
        self._start: tuple[float, float, float] | None = None

    def page(self, page: PageObject) -> list[Line]:
        """The lines of a page in the order in which they are drawn, blank ones left out."""
        self._lines, self._pieces, self._start = [], [], None
        page.extract_text(visitor_operand_before=self._count, visitor_text=self._text)
        self._check()  # once more: pypdf goes on after an exception inside a form
        self._end_line()
        return self._lines

    def _count(self, operator: bytes, *_: Any) -> None:
        self._operators_left -= _COST_OF_FORM if operator == b"Do" else 1
        self._check()

    def _check(self) -> None:
        if self._operators_left < 0:
            raise self._too_many

    def _text(self, text: str, cm: Sequence[float], tm: Sequence[float], _font: Any, size: float) -> None:
        """Pypdf calls this with runs of text, and with the line feeds that it puts between them."""
        first, *others = text.split("\n")
        self._add(first, cm, tm, size)
        for piece in others:
            self._end_line()
            self._add(piece, cm, tm, size)

    def _add(self, piece: str, cm: Sequence[float], tm: Sequence[float], size: float) -> None:
        if not piece:
            return
        if self._start is None and piece.strip():
            self._start = _place(cm, tm, size)
        self._pieces.append(piece)

    def _end_line(self) -> None:
        text = " ".join("".join(self._pieces).split(" ")).strip().translate(_LIGATURES)
        if text and self._start is not None:
            self._lines.append(Line(text, *self._start))
        self._pieces, self._start = [], None


def _place(cm: Sequence[float], tm: Sequence[float], size: float) -> tuple[float, float, float]:
    """A text matrix's origin on the page, and the font's size there (PDF 32000-1, 8.3.4)."""
    a, b, c, d, e, f = cm[:6]
    x, y = tm[4] * a + tm[5] * c + e, tm[4] * b + tm[5] * d + f
    up_x, up_y = tm[2] * a + tm[3] * c, tm[2] * b + tm[3] * d
    return x, y, size * (up_x**2 + up_y**2) ** 0.5
