"""A sentence as rules read it: its tokens, and what kind of word each is, by lists and endings."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from summarize.grounding.lexemes import lexemes
from summarize.once import Once
from summarize.tokens import DASH, Tokens


class Clause(Once):
    """The tokens of one sentence: those of an article from `first` up to, not including, `stop`.

    Attributes:
        tokens: all tokens of the article.
        first: the sentence's first token.
        stop: the token behind its last one.
        all_keys: the keys of its tokens.
        vocabulary: every key that occurs in it. For membership alone: what looks for certain words asks it first.
        lexemes: what each token of the article is by itself, for those inside the sentence.
    """

    # Slots and no dataclass: an article has forty, and is asked for a key thousands of times.
    __slots__ = ("_article_keys", "_done", "all_keys", "first", "lexemes", "stop", "tokens", "vocabulary")

    def __init__(self, tokens: Tokens, first: int, stop: int) -> None:
        """The clause of a range of tokens."""
        keys = tokens.keys
        self.tokens, self.first, self.stop = tokens, first, stop
        self._article_keys, self.lexemes = keys, tokens.once(lexemes)
        self.all_keys = all_keys = keys[first:stop]
        self.vocabulary = frozenset(all_keys)
        self._done: dict[Any, Any] = {}

    def key(self, index: int) -> str:
        """A token's key; empty outside the sentence."""
        return self._article_keys[index] if self.first <= index < self.stop else ""

    def keys(self, first: int, stop: int) -> tuple[str, ...]:
        """The keys of a range of tokens."""
        return self._article_keys[first:stop]

    def words(self, first: int, stop: int) -> str:
        """The text of a range of tokens."""
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[stop - 1]]

    def having(self, keys: Container[str]) -> list[int]:
        """The tokens whose key is one of these, in order."""
        return [index for index, key in enumerate(self.all_keys, self.first) if key in keys]

    def occurrences(self, keys: tuple[str, ...]) -> list[int]:
        """The token at which each run of these keys begins, in order."""
        if not keys or not self.vocabulary.issuperset(keys):
            return []
        mine, length, index = self.all_keys, len(keys), -1
        found = []
        for _ in range(mine.count(keys[0])):
            index = mine.index(keys[0], index + 1)
            if length == 1 or mine[index : index + length] == keys:
                found.append(self.first + index)
        return found

    def is_in(self, index: int, *lists: str) -> bool:
        """Whether a token is in one of the lists of `scope.toml`."""
        return self.first <= index < self.stop and not self.lexemes[index].titles.isdisjoint(lists)

    def is_capitalised(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.first <= index < self.stop and self.lexemes[index].is_capitalised

    def is_negation(self, index: int) -> bool:
        """Whether a token is a negation: "no", "never", "didn't"."""
        return self.first <= index < self.stop and self.lexemes[index].is_negation

    def is_hyphen(self, index: int) -> bool:
        """Whether a token is a dash without space on either side, as in "Iran-backed" or "6-8"."""
        if not self.first < index < self.stop - 1 or self._article_keys[index] != DASH:
            return False
        gaps = self.tokens.gaps
        return not gaps[index] and not gaps[index + 1]

    def is_verb(self, index: int) -> bool:
        """Whether a token is used as a verb or participle, as far as its form and neighbours tell."""
        if not self.first <= index < self.stop:
            return False
        verb = self.lexemes[index].verb
        if verb is None or verb == "always":
            return verb is not None
        if verb == "past":
            return not self._describes(index)
        if verb == "noun_ing":
            return self.is_in(index + 1, "definite")
        return self.first < index and self.lexemes[index - 1].calls_for_verb

    def is_past(self, index: int) -> bool:
        """Whether a token is a past form: "said", "killed"."""
        if not self.first <= index < self.stop:
            return False
        lexeme = self.lexemes[index]
        return "past" in lexeme.titles or (lexeme.is_participle and not self._describes(index))

    def _describes(self, index: int) -> bool:
        """Whether a past form describes the noun behind it: "armed drones", "Iran-backed", "the captured boat"."""
        if self.is_hyphen(index - 1):
            return True
        if index + 1 >= self.stop or not self.lexemes[index + 1].is_plain:
            return False
        return "adjective_ed" in self.lexemes[index].titles or (
            self.first < index and self.lexemes[index - 1].opens_noun
        )
