"""Page: an article's sentences as the lines of the page they came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarize.article import Mark, Sentence
from summarize.lazy import lazy

_ODD_SPACES = ("  ", "\n", "\t", "\u00a0", "\u202f")
_STOPS = tuple(".!?…")
_CLOSERS = "\"'”’»)]"
_LETTERED = re.compile(r"\(\w{1,2}\)\s")
_BULLETS = tuple("•·▪◦●○‣■*→►✚†-–—")


@dataclass(slots=True)  # and no tuple, nor frozen: every marker reads every line
class Line:
    """One line: its words with single spaces, and which sentences stand on it (indices into the page's).

    `starts_block` says that an empty line or nothing is above; `is_stopped` that it ends as running text does.
    """

    text: str
    sentences: range
    starts_block: bool
    is_stopped: bool

    @property
    def is_open(self) -> bool:
        """Whether it announces what follows or is one of a list."""
        return self.text[-1] in ":;,"

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list: "• …" or "(a) …"."""
        return self.text.startswith(_BULLETS) or _LETTERED.match(self.text) is not None

    @property
    def words(self) -> list[str]:
        """The words, split at white space."""
        return self.text.split()

    @property
    def key(self) -> str:
        """The words in one case, to compare lines."""
        return self.text.casefold()


@dataclass(frozen=True)
class Page:
    """The article's text cut into sentences and those put into lines; `title` is the headline if given apart."""

    text: str
    sentences: Sequence[Sentence]
    title: str | None = None

    @lazy
    def lines(self) -> tuple[Line, ...]:
        """The lines that hold sentences, in order."""
        return tuple(self._lines())

    @lazy
    def texts(self) -> list[str]:
        """The words of each sentence, with single spaces."""
        texts = [self.text[sentence.start : sentence.end] for sentence in self.sentences]
        for space in self._odd_spaces:
            for index in [index for index, text in enumerate(texts) if space in text]:
                texts[index] = " ".join(texts[index].split())
        return texts

    @lazy
    def lowered(self) -> list[str]:
        """The same in lower case."""
        return [text.lower() for text in self.texts]

    @lazy
    def _odd_spaces(self) -> list[str]:
        return [space for space in _ODD_SPACES if space in self.text]  # most pages have a line feed alone

    def _single_spaced(self, start: int, end: int) -> str:
        text = self.text[start:end]
        for space in self._odd_spaces:
            if space in text:
                return " ".join(text.split())
        return text

    def _lines(self) -> Iterator[Line]:
        first, gap = 0, 2
        for index, following in enumerate(self._gaps(), 1):
            if following:
                yield self._line(range(first, index), gap)
                first, gap = index, following

    def _gaps(self) -> Iterator[int]:
        """How many lines end between each sentence and the next; one or more at the end of the text."""
        for sentence, following in pairwise(self.sentences):
            yield self.text.count("\n", sentence.end, following.start)
        if self.sentences:
            yield 1

    def _line(self, indices: range, gap: int) -> Line:
        if len(indices) == 1:
            text = self.texts[indices[0]]
        else:
            text = self._single_spaced(self.sentences[indices[0]].start, self.sentences[indices[-1]].end)
        return Line(text, indices, gap > 1, _is_stopped(text))


def _is_stopped(text: str) -> bool:
    return text[-1] in _STOPS or text.rstrip(_CLOSERS)[-1:] in _STOPS


Marking = tuple[int, Mark]
"""The index of a sentence of a page and the mark it gets."""

Marker = Callable[[Page, Mapping[int, Mark]], Iterable[Marking]]
"""Finds furniture on a page, knowing what the markers before it have marked."""
