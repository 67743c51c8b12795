"""Page: an article's sentences as the lines of the page they came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from summarize.article import Mark, Sentence

_ODD_SPACES = ("  ", "\n", "\t", "\u00a0", "\u202f")
_STOPS = tuple(".!?…")
_CLOSERS = "\"'”’»)]"
_LETTERED = re.compile(r"\(\w{1,2}\)\s")
_BULLETS = tuple("•·▪◦●○‣■*→►✚†-–—")


class Line(NamedTuple):
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

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that hold sentences, in order."""
        return tuple(self._lines())

    def sentence(self, index: int) -> str:
        """The words of the sentence with that index, with single spaces."""
        return self._texts[index]

    @cached_property
    def _texts(self) -> list[str]:
        return [_single_spaced(self.text[sentence.start : sentence.end]) for sentence in self.sentences]

    def _lines(self) -> Iterator[Line]:
        first, gap = 0, 2
        for index in range(len(self.sentences)):
            following = self._gap(index)
            if following:
                text = _single_spaced(self.text[self.sentences[first].start : self.sentences[index].end])
                yield Line(text, range(first, index + 1), gap > 1, _is_stopped(text))
                first, gap = index + 1, following

    def _gap(self, index: int) -> int:
        """How many lines end between a sentence and the next; one or more at the end of the text."""
        if index + 1 == len(self.sentences):
            return 1
        return self.text.count("\n", self.sentences[index].end, self.sentences[index + 1].start)


def _single_spaced(text: str) -> str:
    return " ".join(text.split()) if any(space in text for space in _ODD_SPACES) else text


def _is_stopped(text: str) -> bool:
    return text[-1] in _STOPS or text.rstrip(_CLOSERS)[-1:] in _STOPS


Marking = tuple[int, Mark]
"""The index of a sentence of a page and the mark it gets."""

Marker = Callable[[Page, Mapping[int, Mark]], Iterable[Marking]]
"""Finds furniture on a page, knowing what the markers before it have marked."""
