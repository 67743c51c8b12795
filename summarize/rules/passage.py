"""Passages: an article's sentences as the rules read them, each with its mentions and its place in the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from summarize.article import Article, Mark
from summarize.grounding.clause import Clause
from summarize.grounding.numbers import Amount, amounts
from summarize.grounding.view import ArticleView
from summarize.lazy import lazy
from summarize.once import Once
from summarize.rules.mentions import Mention, Mentions, find_beginnings, find_mentions
from summarize.rules.transcript import is_transcript

_HEADING = Mark.HEADING  # every sentence asks, and a member of an enumeration is looked up in twenty steps
_LONGEST_HEADING = 5  # words of a line in capitals that is a heading though it is not marked


@dataclass(eq=False)
class Passage(Once):
    """One sentence as the rules read it.

    Attributes:
        number: the sentence's number.
        mark: why it is no news, None if it is.
        clause: its tokens.
        found: the phrases of the lexicons in it, by label; no label without one.
        section: number of the last heading before it, or of the sentence that opens its entry of a live report; else 0.
        paragraph: number of its paragraph, from 0.
        is_transcript: whether the article is a transcript of speeches.
        is_heading: whether it is a heading, marked or a short line in capitals.
        is_news: whether it may tell of an incident.
    """

    number: int
    mark: Mark | None
    clause: Clause
    found: Mentions = field(repr=False)
    section: int
    paragraph: int
    is_transcript: bool
    is_heading: bool = field(init=False)
    is_news: bool = field(init=False)
    _done: dict[Any, Any] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Say what it is in the page."""
        is_line = self.number > 1 and self.mark is None and _is_capitals(self.clause)
        self.is_heading = self.mark is _HEADING or is_line
        self.is_news = self.mark is None and not is_line

    def of(self, label: str, *values: str) -> list[Mention]:
        """The mentions of one table, or of some of its lists, in order."""
        mentions = self.found.get(label)
        if mentions is None:
            return []
        return [mention for mention in mentions if mention.value in values] if values else mentions

    def has(self, label: str, *values: str) -> bool:
        """Whether there is such a mention."""
        if not values or label not in self.found:
            return label in self.found
        return bool(self.of(label, *values))

    def words(self, first: int, stop: int) -> str:
        """The article's own words from one token up to another."""
        return self.clause.words(first, stop)

    @lazy
    def amounts(self) -> list[Amount]:
        """Its numbers."""
        return amounts(self.clause)


def read_passages(article: Article) -> tuple[Passage, ...]:
    """The sentences of an article as the rules read them."""
    clauses, beginnings = ArticleView(article).clauses, find_beginnings(article.tokens)
    speeches = is_transcript(clauses)
    passages: list[Passage] = []
    for sentence, clause, paragraph in zip(article.sentences, clauses, _paragraphs(article), strict=True):
        last = passages[-1] if passages else None
        section = last.number if last and last.is_heading else last.section if last else 0
        section = sentence.number if _is_entry(clause) else section
        found = find_mentions(clause, beginnings)
        passages.append(Passage(sentence.number, sentence.mark, clause, found, section, paragraph, speeches))
    return tuple(passages)


def _paragraphs(article: Article) -> Iterator[int]:
    """The number of each sentence's paragraph: a line break begins one."""
    paragraph, end = 0, 0
    for sentence in article.sentences:
        paragraph += "\n" in article.text[end : sentence.start]
        end = sentence.end
        yield paragraph


def _is_entry(clause: Clause) -> bool:
    """Whether a sentence opens an entry of a live report, with its time: "13:10 Police in ..."."""
    if clause.first == clause.stop or not clause.lexemes[clause.first].is_number:
        return False
    hour, _, minute = clause.key(clause.first).partition(":")
    return hour.isdigit() and minute.isdigit()


def _is_capitals(clause: Clause) -> bool:
    """Whether a sentence is a line of a few words, all in capitals."""
    surfaces = clause.tokens.surfaces
    if (
        clause.first == clause.stop
        or surfaces[clause.stop - 1] in (".", "!", "?")
        or surfaces[clause.first][0].islower()
    ):
        return False
    words = [surface for surface in surfaces[clause.first : clause.stop] if surface[0].isalpha()]
    return 0 < len(words) <= _LONGEST_HEADING and all(map(str.isupper, words))
