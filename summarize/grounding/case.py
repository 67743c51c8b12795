"""Case: words that are other words in capitals, as "us" and "US"."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.grounding.lexicon import word_lists
from summarize.tokens import token_key

_SHOUTED_WORDS = 2  # words in capitals that show that everything is


def differs_by_case(quoted: Sequence[str], words: Sequence[str]) -> str | None:
    """The first quoted word that capitals make another word than the article's.

    Case is noise elsewhere; and here too, where the whole quotation was put in one case, which its other words show,
    or where the article is in capitals throughout.

    Args:
        quoted: the quotation's words.
        words: the article's words at that place, as many.
    """
    differing = [place for place, mine in enumerate(quoted) if mine != words[place]]
    others = [place for place in differing if _is_other(quoted, words, place)]
    if not others or _is_shouted(words):
        return None
    one_case = all(map(str.isupper, _lettered(quoted))) or all(map(str.islower, _lettered(quoted)))
    if one_case and len(differing) > len(others):
        return None
    return quoted[others[0]]


def _is_other(quoted: Sequence[str], words: Sequence[str], place: int) -> bool:
    """Whether capitals make another word of one; those of a first word may be its sentence's."""
    mine, theirs = quoted[place], words[place]
    pairs, key = word_lists("case_pairs"), token_key(mine)
    if key in pairs["acronyms"]:
        return mine.isupper() != theirs.isupper()
    may_begin = place == 0 and len(words) > 1
    return key in pairs["names"] and mine[0].isupper() != theirs[0].isupper() and not may_begin


def _is_shouted(words: Sequence[str]) -> bool:
    lettered = _lettered(words)
    return len(lettered) >= _SHOUTED_WORDS and all(map(str.isupper, lettered))


def _lettered(words: Sequence[str]) -> list[str]:
    return [word for word in words if any(map(str.isalpha, word))]
