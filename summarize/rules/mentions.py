"""Mentions: the phrases of the lexicons that a sentence holds, in order, found in one pass over its tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.grounding.clause import Clause
from summarize.kept import Kept
from summarize.rules.lexicon import Case, Phrase, phrase_index
from summarize.tokens import Tokens, token_key

_PAIR = 2  # words
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


_Candidate = tuple[tuple[str, ...], str, str]
"""The keys of a phrase, its table and its list: plain, so that it is quickly unpacked."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The phrases that begin with a word, as it is written.

    Attributes:
        alone: table and list of those that are the word alone, one of each table.
        longer: by the two keys behind the word, all that may be meant where some go on with the first of them, the
            longest first; by "" instead of the second what may be meant where none goes on with it.
    """

    alone: list[tuple[str, str]]
    longer: dict[str, dict[str, list[_Candidate]]]


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
            behind = beginning.longer[keys[position + 1]]
            second = keys[position + 2] if position + 1 < last else ""
            _add_longest(found, clause, position, behind.get(second, behind[""]))
            continue
        for label, value in beginning.alone:  # as `_add_longest`, without a call: most mentions are one word
            if label not in found:
                found[label] = [Mention(label, value, position, position + 1)]
            elif found[label][-1].stop <= position:
                found[label].append(Mention(label, value, position, position + 1))
    return found


def _add_longest(found: Mentions, clause: Clause, position: int, candidates: list[_Candidate]) -> None:
    """Add the longest phrase of each table at a token, if none of its table holds the token already."""
    keys = clause.tokens.keys
    for phrase, label, value in candidates:
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
    longer = {key: _by_second(phrases, alone) for key, phrases in fitting.items() if phrases}
    by_label = {phrase.label: phrase.value for phrase in reversed(alone)}  # the first of a table stays
    labels = dict.fromkeys(phrase.label for phrase in alone)
    return Beginning([(label, by_label[label]) for label in labels], longer) if alone or longer else None


def _by_second(phrases: list[Phrase], alone: list[Phrase]) -> dict[str, list[_Candidate]]:
    """Phrases with the same first two words by their third word; those without one, and of one word, are in all."""
    seconds = dict.fromkeys(phrase.keys[2] for phrase in phrases if len(phrase.keys) > _PAIR)
    fitting = {key: [p for p in phrases if len(p.keys) == _PAIR or p.keys[2] == key] for key in seconds}
    fitting[""] = [phrase for phrase in phrases if len(phrase.keys) == _PAIR]
    return {key: [(p.keys, p.label, p.value) for p in (*fitting[key], *alone)] for key in fitting}


def _written(surface: str) -> Case:
    """How a token is written."""
    if surface.isupper() and len(surface) > 1:
        return Case.CAPITALS
    return Case.CAPITAL if surface[0].isupper() else Case.ANY


_BEGINNINGS = Kept(_beginning, _KEPT_WORDS)
