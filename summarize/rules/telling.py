"""Tellings: what one sentence tells of an incident: the act, the day, the place, and how it joins what was told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from summarize.rules.asides import aside
from summarize.rules.cause import cause
from summarize.rules.dates import Grain, When, find_dates
from summarize.rules.kinds import kind_of
from summarize.rules.lexicon import word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage
from summarize.rules.places import find_places
from summarize.rules.reality import is_real, is_sum
from summarize.rules.speakers import find_speakers
from summarize.rules.traits import Traits, traits
from summarize.rules.where import Where
from summarize.schema.vocabulary import IncidentKind

_EVENT, _DEFINITE = word_set("reference", "event"), word_set("reference", "definite")


@dataclass(frozen=True)
class Telling:
    """What one sentence tells.

    Attributes:
        passage: the sentence.
        dateline: the token behind its dateline; its first token without one.
        published: the day of publication, if it is known.
        before: the telling before it.
    """

    passage: Passage
    dateline: int = 0
    published: date | None = None
    before: Telling | None = field(default=None, repr=False, compare=False)

    @cached_property
    def traits(self) -> Traits:
        """What it mentions, of its acts those told as real."""
        return traits(self.passage, self.acts)

    @cached_property
    def acts(self) -> list[Mention]:
        """The words for acts that are told as real, in order."""
        mentions = [*self.passage.of("kind"), *self.passage.of("act")]
        told = (m for m in mentions if m.first not in self._cause and is_real(self.passage.clause, m))
        return sorted(told, key=lambda m: (m.first, m.label))

    @cached_property
    def kind(self) -> IncidentKind | None:
        """The kind of the act, None if the sentence tells of none, asks, or says that there was none."""
        return None if self.is_question or self.is_denied else kind_of(self.traits)

    @property
    def _cause(self) -> range:
        """The tokens that tell of another act, which this one answers."""
        return cause(self.passage.clause)

    def _is_beside(self, index: int) -> bool:
        """Whether a token is of another act, or of what is said in passing of those who are blamed."""
        return index in self._cause or index in aside(self.passage)

    @property
    def is_headline(self) -> bool:
        """Whether it is the title: the first line, without a full stop."""
        clause = self.passage.clause
        return self.passage.number == 1 and clause.key(clause.stop - 1) not in (".", "!", "?", '"')

    @property
    def is_question(self) -> bool:
        """Whether it asks."""
        clause = self.passage.clause
        return clause.key(clause.stop - 1) == "?"

    @property
    def is_denied(self) -> bool:
        """Whether the sentence says that it was no attack."""
        return self.passage.has("unreal", "denied")

    @property
    def is_corrected(self) -> bool:
        """Whether it tells what was reported wrongly before."""
        return self.passage.has("unreal", "corrected")

    @property
    def is_toll(self) -> bool:
        """Whether it tells only of the harm, not of what was done."""
        return all(mention.value in ("kill", "wound") for mention in self.acts)

    @cached_property
    def dates(self) -> list[When]:
        """When, statements' own days left out."""
        found = find_dates(self.passage, self.dateline, self.published)
        return [when for when in found if not when.is_spoken and not self._is_beside(when.first)]

    @cached_property
    def places(self) -> list[Where]:
        """Where, seats of speakers left out."""
        found = find_places(self.passage, self.dateline)
        speakers = {speaker.first for speaker in find_speakers(self.passage)}  # "Kampala says"
        return [
            place
            for place in found
            if (place.is_near or place.first not in speakers) and not (place.is_seat or self._is_beside(place.first))
        ]

    @cached_property
    def sites(self) -> list[Where]:
        """The places where something can have happened."""
        return [place for place in self.places if not place.is_wide and not place.is_origin]

    @cached_property
    def site_keys(self) -> frozenset[str]:
        """The keys of those places. For membership alone."""
        return frozenset(place.key for place in self.sites)

    @cached_property
    def days(self) -> frozenset[str]:
        """The days it names. For membership alone."""
        return frozenset(when.key for when in self.dates if when.is_day)

    @cached_property
    def past(self) -> frozenset[str]:
        """The months and years gone by that it names. For membership alone."""
        return frozenset(when.key for when in self.dates if when.is_past)

    @cached_property
    def anchor(self) -> int | None:
        """The number of the last sentence of news before it that names a day of its own; None without one."""
        before = self.before
        while before and not before.names_day:
            before = before.before
        return before.passage.number if before else None

    @cached_property
    def names_day(self) -> bool:
        """Whether it tells of news with its day."""
        return self.passage.is_news and bool(self.days) and not self.past and not self.turns("history")

    @property
    def is_anchored(self) -> bool:
        """Whether its day counts from another sentence."""
        return any(when.grain is Grain.ANCHORED for when in self.dates)

    @property
    def is_about(self) -> bool:
        """Whether a sentence without an act says something that an incident's slots hold."""
        return self.is_reference or any(
            self.passage.has(label) for label in ("effect", "status", "response", "outcome")
        )

    @cached_property
    def is_reference(self) -> bool:
        """Whether it speaks of an event as known: "the attack", "Tuesday's bombing"."""
        clause = self.passage.clause
        return any(
            clause.key(index) in _EVENT
            and (clause.key(index - 1) in _DEFINITE or clause.key(index - 2) in ("the", "this", "'s"))
            for index in range(clause.first + 1, clause.stop)
        )

    @cached_property
    def is_sum(self) -> bool:
        """Whether it sums up many acts instead of telling one."""
        return is_sum(self.passage)

    @property
    def is_answer(self) -> bool:
        """Whether it tells how those attacked answered at once, by force."""
        return self.passage.has("response", "military")

    def turns(self, *values: str) -> bool:
        """Whether it turns to another incident, to history, to an answer."""
        return self.passage.has("turn", *values)
