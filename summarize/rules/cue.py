"""Cues: a word for sureness in its sentence, with who stands before it, behind it, and who says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.rules.lexicon import word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage
from summarize.rules.phrases import is_pronoun, phrase_before, phrase_behind
from summarize.rules.speakers import find_speakers

REACH = 8
"""Tokens in which what belongs to a cue stands."""
SPEAKER_REACH = 2
"""Sentences back in which a speaker's name may stand."""
_NEGATION_REACH = 4  # tokens between a negation and the cue
_NOBODY = frozenset({"nobody", "no"})
_DAYS = word_set("time", "weekday")
_FIRST_PERSON = word_set("blame", "first_person")

Range = tuple[int, int]


@dataclass(slots=True)
class Cue:
    """A word for sureness, the sentence it stands in and those before it.

    Attributes:
        mention: the word.
        passage: its sentence.
        before: the incident's sentences before it.
    """

    mention: Mention
    passage: Passage
    before: Sequence[Passage]

    @property
    def last(self) -> str:
        """Its last word."""
        return self.passage.clause.key(self.mention.stop - 1)

    @property
    def behind(self) -> str:
        """The word behind it, a day left out: "denied on Sunday that"."""
        clause, stop = self.passage.clause, self.mention.stop
        is_day = clause.key(stop) == "on" and clause.key(stop + 1) in _DAYS
        return clause.key(stop + 2 if is_day else stop)

    @property
    def is_passive(self) -> bool:
        """Whether it is done to who stands before it: "was blamed"."""
        clause, before = self.passage.clause, self.mention.first - 1
        return clause.is_in(before, "auxiliary") and clause.key(before) not in ("has", "had", "have")

    @property
    def is_negated(self) -> bool:
        """Whether a negation stands right before it."""
        clause = self.passage.clause
        first = max(clause.first, self.mention.first - _NEGATION_REACH)
        is_nobody = not _NOBODY.isdisjoint(clause.keys(first, self.mention.first))
        return is_nobody or any(map(clause.is_negation, range(first, self.mention.first)))

    def subject(self) -> Range | None:
        """The noun phrase before it, None for a pronoun."""
        clause = self.passage.clause
        phrase = phrase_before(clause, self.mention.first)
        if phrase is None and clause.key(self.mention.first - 1) in ("and", "but"):
            phrase = self._clause_subject()
        return None if phrase is None or is_pronoun(clause, *phrase) else phrase

    def _clause_subject(self) -> Range | None:
        """The subject that a verb behind "and" shares with the one before."""
        clause, first = self.passage.clause, self.mention.first
        while first > clause.first and clause.key(first - 1) not in (";", ":"):
            first -= 1
        return phrase_behind(clause, first)

    def object(self, *prepositions: str) -> Range | None:
        """The noun phrase right behind it, or behind a preposition near it."""
        clause, stop = self.passage.clause, self.mention.stop
        if not prepositions:
            return phrase_behind(clause, stop)
        for index in range(stop, min(clause.stop, stop + REACH)):
            if clause.key(index) in prepositions:
                return phrase_behind(clause, index + 1)
        return None

    def speaker(self) -> str | None:
        """Whose words they are: the sentence's speaker, else the last named one of the sentences before."""
        subject = self.subject()
        if subject:
            return self.passage.words(*subject)
        clause = self.passage.clause
        first_person = not _FIRST_PERSON.isdisjoint(clause.keys(clause.first, self.mention.first))
        for passage in (self.passage, *reversed(self.before)):
            if self.passage.number - passage.number > SPEAKER_REACH:
                break
            named = [each for each in find_speakers(passage) if not each.is_pronoun and each.is_label >= first_person]
            if named:
                return passage.words(named[-1].first, named[-1].stop)
        return None
