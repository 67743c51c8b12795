"""The view of an article that rules share: its tokens, and any of its sentences as a clause."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.article import Article, Sentence, Span
from summarize.grounding.clause import Clause
from summarize.tokens import Tokens


@dataclass(frozen=True)
class ArticleView:
    """An article as rules read it."""

    article: Article

    @property
    def tokens(self) -> Tokens:
        """The tokens of the whole text."""
        return self.article.tokens

    def clause(self, number: int) -> Clause | None:
        """The sentence with that number, None if there is none."""
        sentence = self.article.sentence(number)
        return self.clause_of(sentence) if sentence else None

    def clause_of(self, sentence: Sentence) -> Clause:
        """A sentence's tokens."""
        return Clause(self.tokens, *self.tokens.range(Span(sentence.start, sentence.end)))
