"""Wheres: places in a sentence, each with the region or country that is named beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarize.grounding.clause import Clause
from summarize.rules.lexicon import word_set

_BESIDE = word_set("places", "beside")
_INNER = word_set("toponymy", "inner")
WIDE = frozenset({"country", "area", "sea", "border"})
"""The sorts of places that are too large to be where something happened."""


@dataclass(slots=True, eq=False)  # as `Mention`
class Where:
    """A place name in a sentence.

    Attributes:
        first: its first token.
        stop: the token behind it.
        sort: base, infrastructure, settlement, name, area, border, sea or country.
        key: equal for spellings of one place.
        is_near: whether a preposition of place or a noun for a site stands at it: the best sort of naming.
        is_origin: whether something came from there.
        is_seat: whether somebody only sits there.
        within: the region named beside it, as a range of tokens.
        country: the country named beside it, as a range of tokens.
    """

    first: int
    stop: int
    sort: str
    key: str
    is_near: bool
    is_origin: bool
    is_seat: bool
    within: tuple[int, int] | None = None
    country: tuple[int, int] | None = None

    @property
    def is_wide(self) -> bool:
        """Whether it is too large to be where something happened."""
        return self.sort in WIDE


def joined(clause: Clause, named: list[Where]) -> Iterator[Where]:
    """A place with what stands behind it ("Zummar in Iraq") or before it ("Iraq's Anbar province")."""
    index = 0
    while index < len(named):
        place = named[index]
        index += 1
        while index < len(named) and _is_beside(clause, place, named[index]):
            place = _with(place, named[index])
            index += 1
        yield place


def _is_beside(clause: Clause, one: Where, other: Where) -> bool:
    between = clause.keys(
        max(one.stop, *(part[1] for part in (one.within, one.country) if part), one.stop), other.first
    )
    small = all(key in _BESIDE or key in _INNER for key in between) and len(between) <= 4  # noqa: PLR2004 - ", in the north of"
    return small and (
        other.is_wide or (one.is_wide and "'s" in between) or (between in ((",",), ("of", "the")) and not one.is_wide)
    )


def _with(place: Where, other: Where) -> Where:
    """A place and the wider one beside it; the finer of the two is kept."""
    fine, wide = (other, place) if place.is_wide and not other.is_wide else (place, other)
    if place.is_wide and other.is_wide and place.sort == "country":
        fine, wide = other, place
    within, country = fine.within, fine.country
    if wide.sort != "country" or wide.country != (wide.first, wide.stop):
        within = within or (wide.first, wide.stop)
    country = country or wide.country
    return Where(
        fine.first,
        fine.stop,
        fine.sort,
        fine.key,
        fine.is_near or place.is_near,
        place.is_origin,
        place.is_seat,
        within,
        country,
    )
