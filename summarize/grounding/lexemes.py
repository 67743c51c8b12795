"""Lexemes: what a word is by itself, by lists and endings, before its sentence is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarize.grounding.lexicon import lists_of
from summarize.grounding.number_words import begins_number, is_number
from summarize.kept import Kept
from summarize.tokens import Tokens, is_word, token_key

_SHORTEST_PARTICIPLE = 5  # letters: "fired"; "red" and "bed" are none
_KEPT_LEXEMES = 16_384  # words of which it is kept: those of a language repeat from article to article
_VERBS = frozenset({"auxiliary", "present", "modal"})
_NO_NOUNS = frozenset({"auxiliary", "definite", "border", "light", "subject", "modal"})
_TRIGGERS = frozenset(
    {"negation", "denial", "modal", "conditional", "before_verb", "before_infinitive", "before_claim"}
)
_DENIALS = frozenset({"negation", "disproved", "proved"})
_BEFORE_VERBS = frozenset({"to", "do", "does", "did", "and", "or"})

Verb = Literal["always", "past", "noun_ing", "base"]
"""When a word is a verb: always; as a past form that describes no noun; as a noun in -ing before "the"; behind "to"."""


@dataclass(frozen=True, slots=True)  # and no tuple: its attributes are read thousands of times an article
class Lexeme:
    """What a token is whatever stands around it.

    Attributes:
        titles: the lists of `scope.toml` that its key is in.
        is_capitalised: whether it begins with a capital letter.
        is_word: whether it is a word or number, not a sign.
        is_number: whether it is a number in digits or words, ordinals and "both" included.
        begins_number: whether an amount can begin with it, articles included.
        is_negation: whether it is "no", "never", "didn't".
        may_take_back: whether it is in a list of words that take back what follows them (`reach`), or a negation.
        may_deny: whether it can be part of what takes back reports before it: "were denied", "could not be confirmed".
        is_participle: whether its form is that of a past in -ed.
        is_plain: whether it can be a noun.
        opens_noun: whether a noun follows it: "the", "a", "his", "two".
        calls_for_verb: whether a verb in its base form follows it: "to", "did", "could".
        verb: when it is a verb, None for never.
    """

    titles: frozenset[str]
    is_capitalised: bool
    is_word: bool
    is_number: bool
    begins_number: bool
    is_negation: bool
    may_take_back: bool
    may_deny: bool
    is_participle: bool
    is_plain: bool
    opens_noun: bool
    calls_for_verb: bool
    verb: Verb | None


def lexemes(tokens: Tokens) -> list[Lexeme]:
    """What each of the tokens is by itself."""
    return list(map(_LEXEMES.__getitem__, tokens.surfaces))


def lexeme(surface: str) -> Lexeme:
    """What a word is by itself, by its surface or key."""
    return _LEXEMES[surface]


def _lexeme(surface: str) -> Lexeme:
    key = token_key(surface)
    titles = lists_of("scope").get(key, frozenset())
    is_capitalised = surface[0].isupper()
    is_negation = "negation" in titles or key.endswith("n't")
    is_participle = key.endswith("ed") and len(key) >= _SHORTEST_PARTICIPLE and not is_capitalised
    found = Lexeme(
        titles=titles,
        is_capitalised=is_capitalised,
        is_word=is_word(key),
        is_number=is_number(key),
        begins_number=begins_number(key),
        is_negation=is_negation,
        may_take_back=is_negation or not titles.isdisjoint(_TRIGGERS),
        may_deny=is_negation or not titles.isdisjoint(_DENIALS),
        is_participle=is_participle,
        is_plain=key[0].isalpha() and titles.isdisjoint(_NO_NOUNS),
        opens_noun="definite" in titles or key in ("a", "an") or is_number(key),
        calls_for_verb=key in _BEFORE_VERBS or "modal" in titles or is_negation,
        verb=_verb(key, titles, is_participle=is_participle),
    )
    return _ALIKE[found]


def _verb(key: str, titles: frozenset[str], *, is_participle: bool) -> Verb | None:
    if not titles.isdisjoint(_VERBS) or key.endswith("n't"):
        return "always"
    if "past" in titles or is_participle:
        return "past"
    if key.endswith("ed"):
        return None
    if key.endswith("ing") and len(key) >= _SHORTEST_PARTICIPLE:
        return "noun_ing" if "noun_ing" in titles else "always"
    return "base" if "base" in titles else None


def _itself(lexeme: Lexeme) -> Lexeme:
    return lexeme


_ALIKE = Kept(_itself, _KEPT_LEXEMES)  # most words are alike, and share one object
_LEXEMES = Kept(_lexeme, _KEPT_LEXEMES)
