"""Place names: runs of capitalised words behind a preposition or before a noun for a site."""

from __future__ import annotations

from typing import NamedTuple

from summarize.grounding.clause import Clause
from summarize.grounding.lexicon import is_english
from summarize.grounding.names import country_of
from summarize.rules.mentions import Passage

_PREPOSITIONS = frozenset(
    {"in", "at", "near", "from", "towards", "toward", "off", "outside", "inside", "around", "of", "on", "between",
     "targeted", "hit", "struck", "targeting", "into", "against", "over", "to", "across", "through", "above", "by"}
)  # fmt: skip
_TITLES = frozenset({"the", "a", "its", "'s", "their"})
_JOINTS = frozenset({"al", "el", "ez", "az", "ad", "as", "an", "ar", "at", "es", "de", "la", "del", "of", "-", "ash"})
_DIRECTIONS = frozenset(
    {"northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern",
     "southwestern", "north", "south", "north-eastern", "-", "east", "west"}
)  # fmt: skip
_LONGEST = 7  # tokens of a name


class Where(NamedTuple):
    """A place name: its tokens, the preposition before it, what sort of place, and its country if it is one."""

    first: int
    stop: int
    preposition: str
    sort: str
    country: str | None
    key: str


def places(passage: Passage) -> list[Where]:
    """The place names of a sentence, in order."""
    clause, found, index = passage.clause, [], passage.clause.first
    sites = {mention.first: mention for mention in passage.of("site")}
    times = {token for mention in passage.of("time") for token in range(mention.first, mention.stop)}
    while index < clause.stop:
        stop = _run(clause, index, times)
        if stop == index:
            index += 1
            continue
        site = sites.get(stop)
        end = site.stop if site else stop
        before = _before(clause, index)
        inner = next((m.value for i, m in sites.items() if index < i < stop), None)
        sort = site.value if site else inner or "name"
        if before in _PREPOSITIONS or site or inner:
            code = country_of(clause.words(index, stop))
            demonym = code and not site and before not in _PREPOSITIONS
            if not demonym:
                found.append(
                    Where(
                        index,
                        end,
                        before,
                        "country" if code and not site else sort,
                        code,
                        clause.words(index, stop).lower(),
                    )
                )
        index = end
    return found


def _run(clause: Clause, index: int, times: set[int]) -> int:
    """Where the run of capitalised words that begins at a token ends."""
    stop = index
    while stop < min(clause.stop, index + _LONGEST) and (step := _step(clause, index, stop, times)):
        stop += step
    return stop


def _step(clause: Clause, first: int, index: int, times: set[int]) -> int:
    """How many tokens the run goes on for: a capitalised word, or joints that lead to one."""
    if clause.is_capitalised(index) and index not in times:
        return 0 if _opens_sentence(clause, index) else 1
    if index == first or clause.key(index) not in _JOINTS:
        return 0
    return next((n for n in (1, 2) if clause.is_capitalised(index + n) and (n == 1 or clause.key(index + 1) == "-")), 0)


def _opens_sentence(clause: Clause, index: int) -> bool:
    return index == clause.first and is_english(clause.key(index))


def _before(clause: Clause, index: int) -> str:
    index -= 1
    while clause.key(index) in _TITLES or clause.key(index) in _DIRECTIONS:
        index -= 1
    return clause.key(index)
