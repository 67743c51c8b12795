"""Mentions: the phrases of the lexicons that a sentence holds, in order, found in one pass over its tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from summarize.article import Article, Mark
from summarize.grounding.clause import Clause
from summarize.grounding.view import ArticleView
from summarize.rules.lexicon import Phrase, PhraseIndex, phrase_index


class Mention(NamedTuple):
    """A phrase in an article: the lexicon's table and list, and the tokens from `first` up to `stop`."""

    label: str
    value: str
    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence as the rules read it.

    Attributes:
        number: the sentence's number.
        mark: why it is no news, None if it is.
        clause: its tokens.
        mentions: the phrases of the lexicons in it, in order.
    """

    number: int
    mark: Mark | None
    clause: Clause
    mentions: tuple[Mention, ...] = field(repr=False)

    def of(self, label: str) -> list[Mention]:
        """The mentions of one table, in order."""
        return [mention for mention in self.mentions if mention.label == label]

    def words(self, first: int, stop: int) -> str:
        """The article's own words from one token up to another."""
        return self.clause.words(first, stop)


def read_passages(article: Article) -> tuple[Passage, ...]:
    """The sentences of an article with their mentions."""
    view, index = ArticleView(article), phrase_index()
    passages = []
    for sentence in article.sentences:
        clause = view.clause_of(sentence)
        passages.append(Passage(sentence.number, sentence.mark, clause, tuple(_mentions(clause, index))))
    return tuple(passages)


def _mentions(clause: Clause, index: PhraseIndex) -> Iterator[Mention]:
    """At each token the longest phrase of each table."""
    keys = clause.tokens.keys
    for position in range(clause.first, clause.stop):
        candidates = index.get(keys[position])
        if candidates:
            yield from _at(keys, position, clause.stop, candidates)


def _at(keys: tuple[str, ...], position: int, end: int, candidates: tuple[Phrase, ...]) -> Iterator[Mention]:
    seen: list[str] = []
    for phrase in candidates:
        stop = position + len(phrase.keys)
        if phrase.label not in seen and stop <= end and keys[position:stop] == phrase.keys:
            seen.append(phrase.label)
            yield Mention(phrase.label, phrase.value, position, stop)
