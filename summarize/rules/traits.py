"""Traits: what a sentence mentions, as far as it bears on the kind of incident."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.rules.arms import arms
from summarize.rules.lexicon import COUNTRY, word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage

_NOTHING: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)  # as `Mention`
class Traits:
    """What a sentence mentions.

    Attributes:
        marks: the kinds that its phrases name, and the classes of its verbs and nouns of an act.
        weapons: the kinds of its weapons, in order.
        targets: the kinds of its targets.
        actors: the kinds of its actors.
        passage: the sentence.
    """

    marks: frozenset[str]
    weapons: tuple[str, ...]
    targets: frozenset[str]
    actors: frozenset[str]
    passage: Passage

    def does(self, *classes: str) -> bool:
        """Whether one of these classes of acts occurs."""
        return not self.marks.isdisjoint(classes)

    def uses(self, *weapons: str) -> bool:
        """Whether one of these weapons is mentioned."""
        return bool(self.weapons) and not frozenset(weapons).isdisjoint(self.weapons)

    def hits(self, *targets: str) -> bool:
        """Whether one of these targets is mentioned."""
        return not self.targets.isdisjoint(targets)

    def by(self, *actors: str) -> bool:
        """Whether one of these actors is mentioned."""
        return not self.actors.isdisjoint(actors)

    def hints(self, name: str) -> bool:
        """Whether a word of one of the lists of hints occurs."""
        return not word_set("hint", name).isdisjoint(self.passage.clause.vocabulary)

    @property
    def has_country(self) -> bool:
        """Whether a country or its people is named."""
        return self.passage.has(COUNTRY)


def traits(passage: Passage, real: list[Mention]) -> Traits:
    """What a sentence mentions, of its acts only those that are told as real."""
    found = passage.found
    return Traits(
        frozenset([mention.value for mention in real]),
        tuple([mention.value for mention in arms(passage)]) if "weapon" in found else (),
        frozenset([mention.value for mention in found["target"]]) if "target" in found else _NOTHING,
        frozenset([mention.value for mention in found["actor"]]) if "actor" in found else _NOTHING,
        passage,
    )


def together(seen: Sequence[Traits]) -> Traits:
    """What several sentences mention; the last one's words stand for all."""
    return Traits(
        _NOTHING.union(*[each.marks for each in seen]),
        tuple([weapon for each in seen for weapon in each.weapons]),
        _NOTHING.union(*[each.targets for each in seen]),
        _NOTHING.union(*[each.actors for each in seen]),
        seen[-1].passage,
    )
