"""Speakers: whether a statement is the actor's own, and whether its speaker is an authority."""

from __future__ import annotations

from summarize.grounding.actors import speaker_kind
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


def speaks_for(speaker: str, actor: str) -> bool:
    """Whether a speaker is the actor itself or named for it: "the Houthis' military spokesman" for the Houthis."""
    return bool(_identity(speaker) & _identity(actor))


def is_authority(speaker: str) -> bool | None:
    """Whether a speaker is an authority by its words; None if they do not tell, as "the spokesman"."""
    titles = word_lists("speakers")["titles"]
    telling = [word for word in speaker[:_LONGEST].split() if token_key(word) not in titles]
    return _AUTHORITY.get(speaker_kind(" ".join(telling)))


def _identity(name: str) -> set[str]:
    """The words that tell who somebody is: names, in singular, with the country's code for its names."""
    tokens = tokenise(name[:_LONGEST])
    institutions = word_lists("speakers")["institutions"]
    words = [word.key for word in with_codes(tokens, 0, len(tokens)) if tokens.surfaces[word.first][0].isupper()]
    return {
        word.removesuffix("s")
        for word in words
        if word.isupper() or (len(word) >= _SHORTEST and word not in institutions and word != "the")
    }
