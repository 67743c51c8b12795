"""Tellings: what one sentence tells of an incident: the act, the day, the place, and how it joins what was told."""

from __future__ import annotations

from datetime import date
from operator import attrgetter

from summarize.lazy import lazy
from summarize.rules.asides import aside
from summarize.rules.cause import cause
from summarize.rules.dates import Grain, find_dates
from summarize.rules.kinds import kind_of
from summarize.rules.lexicon import word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage
from summarize.rules.places import find_places
from summarize.rules.reality import is_real, is_sum
from summarize.rules.speakers import find_speakers
from summarize.rules.traits import Traits, traits
from summarize.rules.where import WIDE, Where
from summarize.schema.vocabulary import IncidentKind

_EVENT, _DEFINITE = word_set("reference", "event"), word_set("reference", "definite")
_SLOTS = ("effect", "status", "response", "outcome")
"""The labels of what an incident's slots hold, without an act."""
_ORDER = attrgetter("first", "label")
_TOLL = frozenset({"kill", "wound"})
_NO_KEYS: frozenset[str] = frozenset()


class Telling:
    """What one sentence tells.

    What every sentence is asked for is there from the beginning; the rest is worked out for those that need it.

    Attributes:
        passage: the sentence.
        dateline: the token behind its dateline; its first token without one.
        before: the telling before it.
        is_sum: whether it sums up many acts instead of telling one.
        acts: the words for acts that are told as real, in order.
        kind: the kind of the act, None if the sentence tells of none, asks, or says that there was none.
        dates: when, statements' own days left out.
        days: the days it names. For membership alone.
        past: the months and years gone by that it names. For membership alone.
    """

    # No dataclass: an article has forty, and a plain method is the cheapest way to make them.
    def __init__(
        self, passage: Passage, dateline: int = 0, published: date | None = None, before: Telling | None = None
    ) -> None:
        """What a sentence tells.

        Args:
            passage: the sentence.
            dateline: the token behind its dateline; its first token without one.
            published: the day of publication, if it is known.
            before: the telling before it.
        """
        self.passage, self.dateline, self.before = passage, dateline, before
        found = passage.found if passage.is_news or passage.is_heading else {}  # an advertisement tells nothing
        self.is_sum = passage.is_news and is_sum(passage)
        self.acts = _acts(passage) if "kind" in found or "act" in found else []
        self.kind = self._kind() if self.acts else None
        self.dates = find_dates(passage, dateline, published) if found else []
        self.days = self.past = _NO_KEYS
        if self.dates:  # of few sentences
            self.dates = [when for when in self.dates if not (when.is_spoken or self._is_beside(when.first))]
            self.days = frozenset([when.key for when in self.dates if when.is_day])
            self.past = frozenset([when.key for when in self.dates if when.is_past])

    def _kind(self) -> IncidentKind | None:
        return None if self.is_question or self.is_denied else kind_of(self.traits())

    def traits(self) -> Traits:
        """What it mentions, of its acts those told as real."""
        return traits(self.passage, self.acts)

    def _is_beside(self, index: int) -> bool:
        """Whether a token is of another act, which this one answers, or said in passing of those who are blamed."""
        answered, said = cause(self.passage.clause), aside(self.passage)
        return bool(answered and index in answered) or bool(said and index in said)

    @property
    def names_kind(self) -> bool:
        """Whether one of its acts names a kind of incident."""
        return any(mention.label == "kind" for mention in self.acts)

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
        return "unreal" in self.passage.found and self.passage.has("unreal", "denied")

    @property
    def is_corrected(self) -> bool:
        """Whether it tells what was reported wrongly before."""
        return "unreal" in self.passage.found and self.passage.has("unreal", "corrected")

    @property
    def is_toll(self) -> bool:
        """Whether it tells only of the harm, not of what was done."""
        return _TOLL.issuperset([mention.value for mention in self.acts])

    @lazy
    def places(self) -> list[Where]:
        """Where, seats of speakers left out."""
        found = find_places(self.passage, self.dateline)
        return found and [
            place
            for place in found
            if (place.is_near or not self._speaks(place.first)) and not (place.is_seat or self._is_beside(place.first))
        ]

    def _speaks(self, index: int) -> bool:
        """Whether a token begins the words for a speaker: "Kampala says"."""
        for speaker in find_speakers(self.passage):
            if speaker.first == index:
                return True
        return False

    @property
    def sites(self) -> list[Where]:
        """The places where something can have happened."""
        return [place for place in self.places if not place.is_origin and place.sort not in WIDE]

    @lazy
    def site_keys(self) -> frozenset[str]:
        """The keys of those places. For membership alone."""
        return frozenset([place.key for place in self.sites]) if self.places else _NO_KEYS

    @lazy
    def anchor(self) -> int | None:
        """The number of the last sentence of news before it that names a day of its own; None without one."""
        before = self.before
        while before and not before.names_day:
            before = before.before
        return before.passage.number if before else None

    @lazy
    def names_day(self) -> bool:
        """Whether it tells of news with its day."""
        return self.passage.is_news and bool(self.days) and not self.past and not self.turns("history")

    @property
    def is_anchored(self) -> bool:
        """Whether its day counts from another sentence."""
        return bool(self.dates) and any(when.grain is Grain.ANCHORED for when in self.dates)

    @property
    def is_about(self) -> bool:
        """Whether a sentence without an act says something that an incident's slots hold."""
        return not self.passage.found.keys().isdisjoint(_SLOTS) or self.is_reference

    @lazy
    def is_reference(self) -> bool:
        """Whether it speaks of an event as known: "the attack", "Tuesday's bombing"."""
        clause = self.passage.clause
        for index in () if _EVENT.isdisjoint(clause.vocabulary) else clause.having(_EVENT):
            if clause.key(index - 1) in _DEFINITE or clause.key(index - 2) in ("the", "this", "'s"):
                return True
        return False

    @property
    def is_answer(self) -> bool:
        """Whether it tells how those attacked answered at once, by force."""
        return "response" in self.passage.found and self.passage.has("response", "military")

    def turns(self, *values: str) -> bool:
        """Whether it turns to another incident, to history, to an answer."""
        return "turn" in self.passage.found and self.passage.has("turn", *values)


def _acts(passage: Passage) -> list[Mention]:
    found, clause, answered = passage.found, passage.clause, cause(passage.clause)
    mentions = [*found.get("kind", ()), *found.get("act", ())]
    acts = [m for m in mentions if not (answered and m.first in answered) and is_real(clause, m)]
    if "kind" in found and "act" in found:
        acts.sort(key=_ORDER)
    return acts
