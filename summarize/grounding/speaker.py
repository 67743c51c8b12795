"""Speakers: whether a statement is the actor's own, and whether its speaker is an authority."""

from __future__ import annotations

from functools import lru_cache

from summarize.grounding.actors import speaker_kind
from summarize.grounding.clause import Clause
from summarize.grounding.lexicon import word_lists
from summarize.grounding.names import with_codes
from summarize.schema.vocabulary import SpeakerKind
from summarize.tokens import token_key, tokenise

_AUTHORITY = {
    SpeakerKind.OFFICIAL: True,
    SpeakerKind.INTERNATIONAL: True,
    SpeakerKind.MONITOR: False,
    SpeakerKind.WITNESS: False,
}
_SHORTEST = 3  # letters of a word that can identify somebody
_LONGEST = 300  # characters of a speaker that are looked at
_KEPT_NAMES = 1024  # speakers of whom it is kept who they are: they repeat from fact to fact


def speaks_for(speaker: str, actor: str) -> bool:
    """Whether a speaker is the actor itself or named for it: "the Houthis' military spokesman" for the Houthis."""
    return not _identity(speaker[:_LONGEST]).isdisjoint(_identity(actor[:_LONGEST]))


def is_authority(speaker: str) -> bool | None:
    """Whether a speaker is an authority by its words; None if they do not tell, as "the spokesman"."""
    titles = word_lists("speakers")["titles"]
    telling = [word for word in speaker[:_LONGEST].split() if token_key(word) not in titles]
    return _AUTHORITY.get(speaker_kind(" ".join(telling)))


@lru_cache(maxsize=_KEPT_NAMES)
def _identity(name: str) -> frozenset[str]:
    """The words that tell who somebody is: names, in singular, with the country's code for its names."""
    tokens = tokenise(name)
    institutions = word_lists("speakers")["institutions"]
    words = [
        word.key for word in with_codes(Clause(tokens, 0, len(tokens))) if tokens.surfaces[word.first][0].isupper()
    ]
    return frozenset(
        word.removesuffix("s")
        for word in words
        if word.isupper() or (len(word) >= _SHORTEST and word not in institutions and word != "the")
    )
