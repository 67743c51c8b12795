"""Speakers: whether a statement is the actor's own, and whether its speaker is an authority."""

from __future__ import annotations

from summarize.grounding.lexicon import word_lists
from summarize.grounding.names import country_of, with_codes
from summarize.tokens import tokenise

_SHORTEST = 3  # letters of a word that can identify somebody
_LONGEST = 300  # characters of a speaker that are looked at


def speaks_for(speaker: str, actor: str) -> bool:
    """Whether a speaker is the actor itself or named for it: "the Houthis' military spokesman" for the Houthis."""
    return bool(_identity(speaker) & _identity(actor))


def is_authority(speaker: str) -> bool | None:
    """Whether a speaker is an authority by its words; None if they do not tell."""
    lists, keys = word_lists("speakers"), tokenise(speaker[:_LONGEST]).keys
    if any(key in lists["layman"] for key in keys):
        return False
    if country_of(speaker) or any(key in lists["authority"] | lists["seat"] for key in keys):
        return True
    return None


def _identity(name: str) -> set[str]:
    """The words that tell who somebody is: names, in singular, with the country's code for its names."""
    tokens = tokenise(name[:_LONGEST])
    lists = word_lists("speakers")
    words = [word.key for word in with_codes(tokens, 0, len(tokens)) if tokens.surfaces[word.first][0].isupper()]
    return {
        word.removesuffix("s")
        for word in words
        if word.isupper() or (len(word) >= _SHORTEST and word not in lists["authority"] and word != "the")
    }
