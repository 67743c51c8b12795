"""The reported_by slot: who reports the facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.rules.incidents import Found
from summarize.rules.passage import Passage
from summarize.rules.speakers import Speaker, find_speakers
from summarize.rules.telling import Telling
from summarize.schema.draft import DraftReporter
from summarize.schema.typed import typed

_MOST = 2
_BLAME = ("blame", "suspicion", "denial", "pointing", "silence")
_NOTHING = frozenset({"nothing", "neither"})


def reporters(incident: Found) -> list[DraftReporter]:
    """The first speakers of an incident's sentences."""
    found: list[DraftReporter] = []
    for number, words in _speakers(incident):
        if not _is_known(words.casefold(), found):
            found.append(typed(DraftReporter, {"q": words, "s": number}))
        if len(found) == _MOST:
            break
    return found


def _is_known(words: str, found: Sequence[DraftReporter]) -> bool:
    """Whether casefolded words are those of a reporter found before, or part of them, or hold them."""
    for other in found:
        known = other.q.casefold()
        if words in known or known in words:
            return True
    return False


def _speakers(incident: Found) -> Iterator[tuple[int, str]]:
    for telling in incident.tellings:
        passage = telling.passage
        is_said = "say" in passage.found or passage.is_transcript
        for speaker in find_speakers(passage) if is_said and _is_told(telling) else ():
            if not speaker.is_pronoun and not _is_silent(passage, speaker) and not _is_party(passage, speaker):
                yield passage.number, passage.words(speaker.first, speaker.stop)


def _is_told(telling: Telling) -> bool:
    """Whether a sentence tells what happened, not who did it."""
    found = telling.passage.found
    if "effect" in found:
        return True
    for mention in found.get("status", ()):
        if mention.value in _BLAME:
            return False
    return bool(telling.acts) or "outcome" in found


def _is_party(passage: Passage, speaker: Speaker) -> bool:
    """Whether a speaker is an armed group, whose word is a claim and no report."""
    if "actor" not in passage.found:
        return False
    for mention in passage.found["actor"]:
        if speaker.first <= mention.first < speaker.stop and mention.value == "armed_group":
            return True
    return False


def _is_silent(passage: Passage, speaker: Speaker) -> bool:
    """Whether a speaker says that he says nothing."""
    clause = passage.clause
    keys, lexemes = clause.tokens.keys, clause.lexemes
    if keys[speaker.first] in ("no", "nobody", "none"):
        return True
    for index in range(speaker.stop, min(clause.stop, speaker.verb + 3)):
        if keys[index] in _NOTHING or lexemes[index].is_negation:
            return True
    return False
