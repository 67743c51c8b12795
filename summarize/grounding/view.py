"""The view of an article that rules share: its tokens, and any of its sentences as a clause."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from summarize.article import Article, Mark, Sentence, Span
from summarize.grounding.clause import Clause
from summarize.tokens import Tokens


@dataclass(frozen=True)
class ArticleView:
    """An article as rules read it. What is worked out of a sentence is kept as long as the article."""

    article: Article

    @property
    def tokens(self) -> Tokens:
        """The tokens of the whole text."""
        return self.article.tokens

    @cached_property
    def marks(self) -> frozenset[Mark]:
        """The marks that occur on its sentences."""
        return frozenset(sentence.mark for sentence in self.article.sentences if sentence.mark)

    def clause(self, number: int) -> Clause | None:
        """The sentence with that number, None if there is none."""
        sentence = self.article.sentence(number)
        return self.clause_of(sentence) if sentence else None

    def clause_of(self, sentence: Sentence) -> Clause:
        """A sentence's tokens."""
        found = self._clauses.get(sentence.number)
        if found is None:
            span = Span(sentence.start, sentence.end)
            found = self._clauses[sentence.number] = Clause(self.tokens, *self.tokens.range(span))
        return found

    @cached_property
    def _clauses(self) -> dict[int, Clause]:
        return self.article.once(_no_clauses)


def _no_clauses(_: Article) -> dict[int, Clause]:
    """Where the article keeps its clauses by number; not the view itself, which would keep the article alive."""
    return {}
