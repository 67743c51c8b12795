"""A place's name taken apart: the name itself and the words that say what sort of place it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from summarize.grounding.gazetteer import Entry, entries, place_key
from summarize.grounding.lexicon import word_lists
from summarize.lazy import lazy

_POSSESSIVE = re.compile(r"['’]s?$")
_THE = re.compile(r"^(?:the|The|THE) ")
_SORTS = ("division", "district", "site", "settlement", "water", "border", "land")
_KINDS = {
    "division": ("division", "district", "region"),
    "district": ("district", "division", "city", "town", "region"),
    "site": ("site", "sea"),
    "settlement": ("city", "town"),
    "water": ("sea",),
    "border": (),
    "land": ("region",),
}


@dataclass(frozen=True)
class PlaceName:
    """A place's name; what is asked of it is kept with it, as names come again and again.

    Attributes:
        core: the name without the words around it.
        sort: what those words make of it, as "site"; None without any.
        direction: "western" of "western Iraq"; None without any.
        whole: the name as it stands, without article and possessive.
    """

    core: str
    sort: str | None
    direction: str | None
    whole: str

    @lazy
    def candidates(self) -> tuple[Entry, ...]:
        """The places of the gazetteer that bear the name, the whole of it before its core."""
        if found := entries(place_key(self.whole)):
            return _own_first(found)
        of_core = entries(place_key(self.core)) if self.direction is None else ()
        if self.sort is None:
            return _own_first(of_core)
        fitting = tuple(entry for entry in of_core if entry.kind in _KINDS[self.sort])
        return fitting or (of_core if self.sort in ("site", "settlement", "district") else ())

    @lazy
    def is_capitalised(self) -> bool:
        """Whether the name begins with a capital letter, an Arabic article before it aside."""
        return any(word[:1].isupper() for word in re.split(r"[\s-]", self.whole)[:2])


def _own_first(found: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """A sea, region or site of the field alone where it shares its name: "Gaza" is the strip."""
    return tuple(entry for entry in found if entry.kind in ("sea", "region", "site")) or found


@lru_cache(maxsize=1024)
def place_name(words: str) -> PlaceName:
    """A place's name taken apart.

    Args:
        words: the article's words, as "Saky airfield", "the western Iraqi desert", "Erbil's".
    """
    whole = _THE.sub("", _POSSESSIVE.sub("", words.strip()))
    core, sort = whole, None
    lowered = whole.casefold()
    for tail, tail_sort in _tails():
        if lowered.endswith(f" {tail}"):
            core, sort = whole[: -len(tail) - 1], tail_sort
            break
    first, _, rest = core.partition(" ")
    if rest and first.casefold() in word_lists("place_words")["direction"]:
        return PlaceName(rest, sort, first, whole)
    return PlaceName(_POSSESSIVE.sub("", core), sort, None, whole)


@cache
def _tails() -> tuple[tuple[str, str], ...]:
    """The words that end a name, with their sort, the longest first."""
    lists = _phrases()
    tails = ((phrase, sort) for sort in _SORTS for phrase in lists[sort])
    return tuple(sorted(tails, key=lambda tail: (-len(tail[0]), tail)))


@cache
def _phrases() -> dict[str, list[str]]:
    import tomllib

    from summarize.content import lexicon_path

    lists: dict[str, list[str]] = tomllib.loads(lexicon_path("place_words.toml").read_text("utf-8"))
    return lists
