"""A sentence as rules read it: its tokens, and what kind of word each is, by lists and endings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from summarize.grounding.lexicon import lists_of
from summarize.grounding.number_words import is_number
from summarize.tokens import DASH, Tokens

_SHORTEST_PARTICIPLE = 5  # letters: "fired"; "red" and "bed" are none


T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """The tokens of one sentence: those of an article from `first` up to, not including, `stop`."""

    tokens: Tokens = field(repr=False)
    first: int
    stop: int
    _done: dict[Callable[[Clause], Any], Any] = field(default_factory=dict, repr=False)

    def once(self, work: Callable[[Clause], T]) -> T:
        """What a function of the sentence alone says of it, worked out once."""
        if work not in self._done:
            self._done[work] = work(self)
        found: T = self._done[work]
        return found

    def key(self, index: int) -> str:
        """A token's key; empty outside the sentence."""
        return self.tokens.keys[index] if self.first <= index < self.stop else ""

    def keys(self, first: int, stop: int) -> tuple[str, ...]:
        """The keys of a range of tokens."""
        return self.tokens.keys[first:stop]

    def words(self, first: int, stop: int) -> str:
        """The text of a range of tokens."""
        return self.tokens.text[slice(*self.tokens.span(first, stop))]

    def is_in(self, index: int, *lists: str) -> bool:
        """Whether a token is in one of the lists of `scope.toml`."""
        titles = lists_of("scope").get(self.key(index))
        return titles is not None and not titles.isdisjoint(lists)

    def is_capitalised(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.first <= index < self.stop and self.tokens.surfaces[index][0].isupper()

    def is_negation(self, index: int) -> bool:
        """Whether a token is a negation: "no", "never", "didn't"."""
        return self.key(index).endswith("n't") or self.is_in(index, "negation")

    def is_hyphen(self, index: int) -> bool:
        """Whether a token is a dash without space on either side, as in "Iran-backed" or "6-8"."""
        gaps = self.tokens.gaps
        return (
            self.key(index) == DASH and not gaps[index] and self.first < index < self.stop - 1 and not gaps[index + 1]
        )

    def is_verb(self, index: int) -> bool:
        """Whether a token is used as a verb or participle, as far as its form and neighbours tell."""
        key = self.key(index)
        if self.is_in(index, "auxiliary", "present", "modal") or key.endswith("n't"):
            return True
        if self.is_in(index, "past"):
            return not self._describes(index)
        if key.endswith("ed"):
            return self._is_past(index)
        if key.endswith("ing") and len(key) >= _SHORTEST_PARTICIPLE:
            return not self.is_in(index, "noun_ing") or self.is_in(index + 1, "definite")
        return self.is_in(index, "base") and self._calls_for_verb(index - 1)

    def is_past(self, index: int) -> bool:
        """Whether a token is a past form: "said", "killed"."""
        return self.is_in(index, "past") or (self.key(index).endswith("ed") and self._is_past(index))

    def _is_past(self, index: int) -> bool:
        return (
            len(self.key(index)) >= _SHORTEST_PARTICIPLE
            and not self.is_capitalised(index)
            and not self._describes(index)
        )

    def _describes(self, index: int) -> bool:
        """Whether a past form describes the noun behind it: "armed drones", "Iran-backed", "the captured boat"."""
        if self.is_hyphen(index - 1):
            return True
        if self.is_in(index, "adjective_ed") and self._is_plain(index + 1):
            return True
        return self._opens_noun(index - 1) and self._is_plain(index + 1)

    def _opens_noun(self, index: int) -> bool:
        return self.is_in(index, "definite") or self.key(index) in ("a", "an") or is_number(self.key(index))

    def _is_plain(self, index: int) -> bool:
        """Whether a token is a word that can be a noun."""
        key = self.key(index)
        return key[:1].isalpha() and not self.is_in(
            index, "auxiliary", "definite", "border", "light", "subject", "modal"
        )

    def _calls_for_verb(self, index: int) -> bool:
        return (
            self.key(index) in ("to", "do", "does", "did", "and", "or")
            or self.is_in(index, "modal")
            or self.is_negation(index)
        )
