"""The view of an article that rules share: its tokens, and any of its sentences as a clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from summarize.article import Article, Mark, Sentence
from summarize.grounding.clause import Clause
from summarize.lazy import lazy
from summarize.tokens import Tokens


@dataclass(frozen=True)
class ArticleView:
    """An article as rules read it. What is worked out of a sentence is kept as long as the article."""

    article: Article

    @lazy
    def tokens(self) -> Tokens:
        """The tokens of the whole text."""
        return self.article.tokens

    @lazy
    def marks(self) -> frozenset[Mark]:
        """The marks that occur on its sentences."""
        return frozenset(sentence.mark for sentence in self.article.sentences if sentence.mark)

    @lazy
    def clauses(self) -> tuple[Clause, ...]:
        """The article's sentences in order."""
        return self.article.once(_clauses)

    def clause(self, number: int) -> Clause | None:
        """The sentence with that number, None if there is none."""
        return self.clauses[number - 1] if 1 <= number <= len(self.clauses) else None

    def cited(self, numbers: Iterable[int]) -> list[Clause]:
        """The sentences with these numbers, those left out that there are none of."""
        clauses = self.clauses
        return [clauses[number - 1] for number in numbers if 1 <= number <= len(clauses)]

    def clause_of(self, sentence: Sentence) -> Clause:
        """A sentence's tokens."""
        return self.clauses[sentence.number - 1]


def _clauses(article: Article) -> tuple[Clause, ...]:
    """What the article keeps of them: the tokens, and not the view, which would keep the article alive."""
    tokens, starts = article.tokens, article.tokens.starts
    firsts = [bisect_left(starts, sentence.start) for sentence in article.sentences]
    return tuple([Clause(tokens, first, stop) for first, stop in pairwise([*firsts, len(tokens)])])
