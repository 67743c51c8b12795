"""Mentions: the phrases of the lexicons that a sentence holds, in order, found in one pass over its tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.grounding.clause import Clause
from summarize.kept import Kept
from summarize.rules.lexicon import Case, Phrase, phrase_index
from summarize.tokens import Tokens, token_key

_KEPT_WORDS = 16_384  # words of which it is kept what begins with them


@dataclass(slots=True, eq=False)  # and no tuple, nor frozen: made and read hundreds of times an article
class Mention:
    """A phrase in an article: the lexicon's table and list, and the tokens from `first` up to `stop`."""

    label: str
    value: str
    first: int
    stop: int


Mentions = dict[str, list[Mention]]
"""The mentions of a sentence by label, each list in the order of the text; no label without one."""


@dataclass(frozen=True, slots=True)
class Beginning:
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
        beginning = beginnings[position]
        if beginning is None:
            continue
        if position < last and keys[position + 1] in beginning.longer:
            _add_longest(found, clause, position, beginning.longer[keys[position + 1]])
            continue
        for label, value in beginning.alone:  # as `_add_longest`, without a call: most mentions are one word
            if label not in found:
                found[label] = [Mention(label, value, position, position + 1)]
            elif found[label][-1].stop <= position:
                found[label].append(Mention(label, value, position, position + 1))
    return found


def _add_longest(found: Mentions, clause: Clause, position: int, candidates: list[Phrase]) -> None:
    """Add the longest phrase of each table at a token, if none of its table holds the token already."""
    keys = clause.tokens.keys
    for phrase, label, value, _ in candidates:
        stop = position + len(phrase)
        if keys[position:stop] == phrase and stop <= clause.stop:
            beside = found.setdefault(label, [])
            if not beside or beside[-1].stop <= position:
                beside.append(Mention(label, value, position, stop))


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
