"""An article's text as HTML: numbered sentences, boilerplate dimmed, and the words that state facts marked.

Evidence may overlap: the text is cut at every border, and each piece names all facts whose words it belongs to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarize.render.page import safe
from summarize.schema.report import ReportSentence


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words to mark.

    Attributes:
        start: offset into the text.
        end: offset behind the last character.
        fact: the HTML id of the fact that they state.
        style: class names of the mark; more than one highlight's add up.
    """

    start: int
    end: int
    fact: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    highlights: tuple[Highlight, ...]


def text_html(text: str, sentences: Sequence[ReportSentence], highlights: Iterable[Highlight], prefix: str) -> str:
    """The text; line breaks stay (the style keeps white space).

    Args:
        text: the article's text.
        sentences: where its sentences are.
        highlights: the words to mark; out of range or empty ones are passed over.
        prefix: begins the id of every sentence, as in "r0-s7".
    """
    pieces = _Pieces(text, highlights)
    parts = []
    position = 0
    for sentence in sentences:
        parts.append(_gap(text[position : sentence.start]))
        mark = f' data-mark="{sentence.mark.replace("_", " ")}"' if sentence.mark else ""
        inner = "".join(_piece_html(text, piece) for piece in pieces.between(sentence.start, sentence.end))
        parts.append(f'<span class="s" id="{prefix}s{sentence.number}" data-n="{sentence.number}"{mark}>{inner}</span>')
        position = sentence.end
    parts.append(_gap(text[position:]))
    return "".join(parts)


def _gap(text: str) -> str:
    """What stands between two sentences: a line break becomes the space between two paragraphs."""
    return f'<span class="gap">{safe(text)}</span>' if "\n" in text else safe(text)


class _Pieces:
    """The text cut at the borders of all highlights."""

    def __init__(self, text: str, highlights: Iterable[Highlight]) -> None:
        self._opening: dict[int, list[Highlight]] = defaultdict(list)
        borders = set()
        for highlight in highlights:
            if 0 <= highlight.start < highlight.end <= len(text):
                self._opening[highlight.start].append(highlight)
                borders |= {highlight.start, highlight.end}
        self._borders = sorted(borders)
        self._next = 0
        self._open: list[Highlight] = []

    def between(self, start: int, end: int) -> Iterator[_Piece]:
        """The pieces of one sentence; sentences are asked for in order."""
        position = start
        while position < end:
            self._enter(position)
            stop = self._borders[self._next] if self._next < len(self._borders) else end
            stop = min(stop, end)
            yield _Piece(position, stop, tuple(self._open))
            position = stop

    def _enter(self, position: int) -> None:
        """Open and close the highlights whose borders lie up to here."""
        while self._next < len(self._borders) and self._borders[self._next] <= position:
            self._open += self._opening[self._borders[self._next]]
            self._next += 1
        self._open = [highlight for highlight in self._open if highlight.end > position]


def _piece_html(text: str, piece: _Piece) -> str:
    words = safe(text[piece.start : piece.end])
    if not piece.highlights:
        return words
    facts = " ".join(dict.fromkeys(highlight.fact for highlight in piece.highlights))
    styles = " ".join(sorted({highlight.style for highlight in piece.highlights if highlight.style}))
    style = f' class="{styles}"' if styles else ""
    return f'<mark data-f="{facts}"{style} tabindex="0">{words}</mark>'
