"""An article: its text, its numbered sentences, and where each stands in the text and in the original."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from summarize.lazy import lazy
from summarize.once import Once
from summarize.surrogates import without_surrogates

if TYPE_CHECKING:
    from summarize.tokens import Tokens


_WORDS = ("text", "id", "title", "source", "url")  # the fields that come from outside


class Span(NamedTuple):
    """A stretch of an article's text: character offsets, end exclusive."""

    start: int
    end: int


class Mark(StrEnum):
    """Why a sentence is not news: it creates no incident, and `INSTRUCTION` is never evidence."""

    HEADING = "heading"
    BYLINE = "byline"
    CAPTION = "caption"
    CREDIT = "credit"
    SHARE_BAR = "share_bar"
    PAYWALL = "paywall"
    ADVERTISEMENT = "advertisement"
    TEASER = "teaser"
    KEY_TAKEAWAYS = "key_takeaways"
    REPEATED_HEADLINE = "repeated_headline"
    INSTRUCTION = "instruction"


class Basis(StrEnum):
    """Where the publication date comes from: a person or file gave it, or the page's markup states it."""

    GIVEN = "given"
    MARKUP = "markup"


class Sentence(NamedTuple):
    """One numbered sentence: `number` counts from 1, `start` and `end` are offsets into the article's text.

    White space around the sentence is outside it. `mark` is None for running text.
    """

    number: int
    start: int
    end: int
    mark: Mark | None = None


@dataclass(frozen=True)
class Article(Once):
    """A news article as it was read.

    Attributes:
        text: the decoded text, BOM dropped, CRLF made LF and lone surrogates U+FFFD, nothing else changed.
        id: the given id, else the path or address it came from; unique in a run.
        title: the headline if the file or page gives one apart from the text.
        published: the publication day, None if neither a person nor the markup gives it.
        published_basis: where `published` comes from, None without it.
        source: the outlet, if given.
        url: the address, if given.
        raw_starts: ascending pairs (offset in text, offset in the decoded original), each the start of a
            stretch that both share unchanged; empty where the format has no such mapping (HTML, PDF, JSONL).
        duplicate_of: the id of an earlier article of the run with the same or nearly the same text.
    """

    text: str
    id: str = "article"
    title: str | None = None
    published: date | None = None
    published_basis: Basis | None = None
    source: str | None = None
    url: str | None = None
    raw_starts: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    duplicate_of: str | None = None

    def __post_init__(self) -> None:
        """Replace lone surrogates by U+FFFD: no report that holds one could be written."""
        for name in _WORDS:
            if (words := getattr(self, name)) and not words.isascii():
                object.__setattr__(self, name, without_surrogates(words))

    @lazy
    def sentences(self) -> tuple[Sentence, ...]:
        """The numbered sentences in order, with boilerplate marked."""
        from summarize.boilerplate import mark_sentences
        from summarize.sentences import split_sentences

        return mark_sentences(self.text, split_sentences(self.text), title=self.title)

    @lazy
    def tokens(self) -> Tokens:
        """The words and signs of the text, with what makes two of them the same word."""
        from summarize.tokens import tokenise

        return tokenise(self.text)

    @lazy
    def language(self) -> str:
        """The ISO 639-1 code of the language the text is most likely in; "und" for a text without words."""
        from summarize.language import detect_language

        return detect_language(self.text)

    @lazy
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, hexadecimal."""
        return sha256(self.text.encode()).hexdigest()

    def sentence(self, number: int) -> Sentence | None:
        """The sentence with that number, None if there is none."""
        return self.sentences[number - 1] if 1 <= number <= len(self.sentences) else None

    def words(self, span: Span | Sentence) -> str:
        """The article's own characters in a span or sentence."""
        return self.text[span.start : span.end]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence in which (or in whose trailing white space) the offset lies, None before the first."""
        index = bisect_right(self._starts, offset) - 1
        return self.sentences[index] if index >= 0 else None

    def raw(self, span: Span) -> Span | None:
        """The span in the decoded original, None where the format does not allow it."""
        if not self.raw_starts:
            return None
        return Span(self._raw_offset(span.start), self._raw_offset(span.end - 1) + 1)

    def with_duplicate_of(self, other: str | None) -> Article:
        """The same article, marked as a copy of another; what was worked out of its text is not worked out again."""
        marked = object.__new__(Article)
        marked.__dict__.update(self.__dict__, duplicate_of=other)  # no lazy attribute depends on the mark
        return marked

    def __getstate__(self) -> dict[str, Any]:
        """What goes to another process: the fields and the sentences; the rest is made anew sooner than it is sent."""
        state = {name: self.__dict__[name] for name in self.__dataclass_fields__}
        if "sentences" in self.__dict__:
            state["sentences"] = [(sentence.start, sentence.end, sentence.mark) for sentence in self.sentences]
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        """The article again, its sentences numbered."""
        if "sentences" in state:
            state["sentences"] = tuple(Sentence(number, *row) for number, row in enumerate(state["sentences"], 1))
        self.__dict__.update(state)

    @lazy
    def _done(self) -> dict[Any, Any]:
        return {}

    @lazy
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def _raw_offset(self, offset: int) -> int:
        index = bisect_right(self.raw_starts, offset, key=itemgetter(0)) - 1
        text_start, raw_start = self.raw_starts[index]
        return raw_start + offset - text_start
