"""Mentions: the phrases of the lexicons that a sentence holds, in order, found in one pass over its tokens."""

from __future__ import annotations

from typing import NamedTuple

from summarize.grounding.clause import Clause
from summarize.kept import Kept
from summarize.rules.lexicon import Case, Phrase, phrase_index
from summarize.tokens import Tokens, token_key

_KEPT_WORDS = 16_384  # words of which it is kept what begins with them


class Mention(NamedTuple):
    """A phrase in an article: the lexicon's table and list, and the tokens from `first` up to `stop`."""

    label: str
    value: str
    first: int
    stop: int


Mentions = dict[str, list[Mention]]
"""The mentions of a sentence by label, each list in the order of the text; no label without one."""


class Beginning(NamedTuple):
    """The phrases that begin with a word, as it is written.

    Attributes:
        alone: table and list of those that are the word alone, one of each table.
        longer: by the key behind the word, all that may be meant where some go on with it, the longest first.
    """

    alone: list[tuple[str, str]]
    longer: dict[str, list[Phrase]]


def find_mentions(clause: Clause) -> Mentions:
    """At each token the longest phrase of each table; none inside a longer one of the same table."""
    found: Mentions = {}
    keys, beginnings = clause.tokens.keys, clause.tokens.once(_beginnings)
    last = clause.stop - 1
    for position in range(clause.first, clause.stop):
        beginning = beginnings[position]
        if beginning:
            if beginning.longer and position < last and (candidates := beginning.longer.get(keys[position + 1])):
                _add_longest(found, clause, position, candidates)
            else:
                for label, value in beginning.alone:
                    _add(found, Mention(label, value, position, position + 1))
    return found


def _add(found: Mentions, mention: Mention) -> None:
    beside = found.get(mention.label)
    if beside is None:
        found[mention.label] = [mention]
    elif beside[-1].stop <= mention.first:
        beside.append(mention)


def _add_longest(found: Mentions, clause: Clause, position: int, candidates: list[Phrase]) -> None:
    """Add the longest phrase of each table at a token."""
    seen: list[str] = []
    for phrase in candidates:
        stop = position + len(phrase.keys)
        if phrase.label not in seen and stop <= clause.stop and clause.keys(position, stop) == phrase.keys:
            seen.append(phrase.label)
            _add(found, Mention(phrase.label, phrase.value, position, stop))


def _beginnings(tokens: Tokens) -> list[Beginning | None]:
    """What begins with each token of an article."""
    return list(map(_BEGINNINGS.__getitem__, tokens.surfaces))


def _beginning(surface: str) -> Beginning | None:
    written, behind = _written(surface), phrase_index().get(token_key(surface), {})
    fitting = {second: [phrase for phrase in phrases if phrase.case <= written] for second, phrases in behind.items()}
    alone = fitting.pop("", [])
    longer = {second: phrases + alone for second, phrases in fitting.items() if phrases}
    by_label = {phrase.label: phrase.value for phrase in reversed(alone)}  # the first of a table stays
    labels = dict.fromkeys(phrase.label for phrase in alone)
    return Beginning([(label, by_label[label]) for label in labels], longer) if alone or longer else None


def _written(surface: str) -> Case:
    """How a token is written."""
    if surface.isupper() and len(surface) > 1:
        return Case.CAPITALS
    return Case.CAPITAL if surface[0].isupper() else Case.ANY


_BEGINNINGS = Kept(_beginning, _KEPT_WORDS)
