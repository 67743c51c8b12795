"""The motives slot: why it was done, where the article says so in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.grounding.scope import Quotation, left_out
from summarize.rules.incidents import Found
from summarize.rules.passage import Passage
from summarize.rules.phrases import is_pronoun, phrase_behind
from summarize.rules.quotation import quotation
from summarize.rules.speakers import find_speakers
from summarize.schema.draft import DraftMotive

_MOST = 2


def motives(incident: Found) -> list[DraftMotive]:
    """The first motives that are stated, each with whose word it is."""
    facts: list[DraftMotive] = []
    for telling in incident.tellings:
        if "motive" in telling.passage.found:
            facts += _of(telling.passage)
    return facts[:_MOST]


def _of(passage: Passage) -> Iterator[DraftMotive]:
    for mention in passage.of("motive"):
        reason = phrase_behind(passage.clause, mention.stop)
        is_whole = reason and not is_pronoun(passage.clause, *reason)
        if reason and is_whole and left_out(passage.clause, Quotation(mention.first, reason[1])) is None:
            yield DraftMotive(q=quotation(passage, mention.first, reason[1]), s=passage.number, by=_speaker(passage))


def _speaker(passage: Passage) -> str | None:
    """Whose word it is, None for the article's own."""
    for speaker in find_speakers(passage):
        if not speaker.is_pronoun:
            return passage.words(speaker.first, speaker.stop)
    return None
