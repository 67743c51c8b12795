"""Mentions: the phrases of the lexicons that a sentence holds, in order, found in one pass over its tokens."""

from __future__ import annotations

from collections.abc import Sequence
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


def find_mentions(clause: Clause, beginnings: Sequence[Beginning | None]) -> Mentions:
    """At each token the longest phrase of each table; none inside a longer one of the same table.

    Args:
        clause: the sentence.
        beginnings: what begins with each token of its article.
    """
    found: Mentions = {}
    keys, last = clause.tokens.keys, clause.stop - 1
    for position in range(clause.first, clause.stop):
        if beginning := beginnings[position]:
            if position < last and keys[position + 1] in beginning.longer:
                _add_longest(found, clause, position, beginning.longer[keys[position + 1]])
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
    keys = clause.tokens.keys
    for phrase in candidates:
        stop = position + len(phrase.keys)
        if keys[position:stop] == phrase.keys and stop <= clause.stop and phrase.label not in seen:
            seen.append(phrase.label)
            _add(found, Mention(phrase.label, phrase.value, position, stop))


def find_beginnings(tokens: Tokens) -> list[Beginning | None]:
    """What begins with each token of an article, None for nothing."""
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
