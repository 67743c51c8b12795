"""Case: words that are other words in capitals, as "us" and "US"."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.grounding.lexicon import word_lists
from summarize.tokens import token_key

_SHOUTED_WORDS = 2  # capitalised words that show that everything is in capitals


def differs_by_case(quoted: Sequence[str], words: Sequence[str]) -> str | None:
    """The first quoted word that capitals make another word than the article's.

    Case is noise elsewhere, and here too where either side is written in capitals throughout.

    Args:
        quoted: the quotation's words.
        words: the article's words at that place, as many.
    """
    for place, (mine, theirs) in enumerate(zip(quoted, words, strict=True)):
        if mine != theirs and _is_other(mine, theirs, is_alone=len(words) == 1, is_first=not place):
            return None if _is_shouted(quoted) or _is_shouted(words) else mine
    return None


def _is_other(mine: str, theirs: str, *, is_alone: bool, is_first: bool) -> bool:
    """Whether capitals make another word of one; those of a first word may be its sentence's."""
    pairs, key = word_lists("case_pairs"), token_key(mine)
    if key in pairs["acronyms"]:
        return mine.isupper() != theirs.isupper()
    return key in pairs["names"] and mine[0].isupper() != theirs[0].isupper() and (is_alone or not is_first)


def _is_shouted(words: Sequence[str]) -> bool:
    lettered = [word for word in words if any(map(str.isalpha, word))]
    return len(lettered) >= _SHOUTED_WORDS and all(map(str.isupper, lettered))
