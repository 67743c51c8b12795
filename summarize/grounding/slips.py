"""Slips: one letter dropped or doubled in a quoted word, where that cannot make another word of it."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.grounding.clause import Clause
from summarize.grounding.lexicon import is_english
from summarize.grounding.number_words import is_number
from summarize.tokens import Tokens

_SHORTEST, _LONGEST = 5, 40  # letters in a word of the article that may be damaged


def slipped_from(key: str, article: Tokens) -> list[str]:
    """The words of the article of which a quoted word that does not occur in it is a slip, sorted.

    The article's word has at least five letters and lost or doubled one, not its last; the damaged form is
    no English word ("there" never stands for "here").
    """
    if not key.isalpha() or not _SHORTEST - 1 <= len(key) <= _LONGEST:
        return []
    candidates = {*_letter_restored(key, article.letters), *_letter_undoubled(key)}
    whole = (word for word in candidates if len(word) >= _SHORTEST and word in article.vocabulary)
    found = sorted(word for word in whole if key != word + word[-1] and not _lost_its_end(key, word))
    return [] if found and is_english(key) else found


def _lost_its_end(key: str, word: str) -> bool:
    """Whether the last letter is the one that is missing: "attack" for "attacks", but not "stil" for "still"."""
    return key == word[:-1] and word[-1] != word[-2]


def may_slip(clause: Clause, index: int) -> bool:
    """Whether a word of the article is one that a slip leaves recognisable: no number, negation, modal or name."""
    return not (
        clause.is_capitalised(index)
        or is_number(clause.key(index))
        or clause.is_negation(index)
        or clause.is_in(index, "modal", "denial", "conditional")
    )


def _letter_restored(key: str, letters: str) -> Iterator[str]:
    """The word before one letter was dropped; its last letter is still there."""
    for place in range(len(key)):
        for letter in letters:
            yield key[:place] + letter + key[place:]


def _letter_undoubled(key: str) -> Iterator[str]:
    """The word before one letter was doubled; its last letter was not."""
    for place in range(1, len(key) - 1):
        if key[place] == key[place - 1]:
            yield key[:place] + key[place + 1 :]
