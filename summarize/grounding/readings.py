"""Readings: the ways in which a quotation may be read: whole, without outer signs, with its ellipsis, with a slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarize.grounding.slips import slipped_from
from summarize.tokens import ELLIPSIS, QUOTE_MARK, Tokens

OUTER_SIGNS = frozenset({".", ",", ";", ":", "!", "?", "(", ")", ELLIPSIS, QUOTE_MARK})
"""Signs that may stand around a quotation without being the article's."""


class Reading(NamedTuple):
    """One way to read a quotation: the keys to look for, in the parts that an ellipsis makes of it.

    Attributes:
        parts: the keys of each part.
        at: the quotation's token at which each part begins.
        slip: the token that is read as a slip of another word, if one is.
    """

    parts: tuple[tuple[str, ...], ...]
    at: tuple[int, ...]
    slip: int | None = None


def readings(quote: Tokens, article: Tokens, missing: Sequence[int]) -> Iterator[Reading]:
    """All ways to read a quotation, the most literal first."""
    first, stop = _without_outer_signs(quote.keys, 0, len(quote))
    if missing:
        for word in slipped_from(quote.keys[missing[0]], article):
            keys = (*quote.keys[: missing[0]], word, *quote.keys[missing[0] + 1 :])
            yield from _parted(keys, first, stop, missing[0])
        return
    yield Reading((quote.keys,), (0,))
    yield from _parted(quote.keys, first, stop, None)


def _parted(keys: tuple[str, ...], first: int, stop: int, slip: int | None) -> Iterator[Reading]:
    """The quotation without outer signs; then, if it holds one ellipsis, as the two parts around it."""
    yield Reading((keys[first:stop],), (first,), slip)
    if keys[first:stop].count(ELLIPSIS) == 1:
        gap = keys.index(ELLIPSIS, first)
        left, right = _without_outer_signs(keys, first, gap), _without_outer_signs(keys, gap + 1, stop)
        yield Reading((keys[slice(*left)], keys[slice(*right)]), (left[0], right[0]), slip)


def _without_outer_signs(keys: Sequence[str], first: int, stop: int) -> tuple[int, int]:
    while first < stop and keys[first] in OUTER_SIGNS:
        first += 1
    while first < stop and keys[stop - 1] in OUTER_SIGNS:
        stop -= 1
    return first, stop
