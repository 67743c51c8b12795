"""Transcripts: briefings written down as speeches, each behind its speaker's name in capitals."""

from __future__ import annotations

from collections.abc import Iterable

from summarize.grounding.clause import Clause

_LONGEST_LABEL = 6  # tokens of a speaker's label
_SPEECHES = 3  # labels that make a transcript


def speech_label(clause: Clause) -> tuple[int, int] | None:
    """The name in capitals before a colon that opens a speech, as a range of tokens: "MS. MARSH:"."""
    keys = clause.all_keys[:_LONGEST_LABEL]
    if ":" not in keys:
        return None
    colon = clause.first + keys.index(":")
    if colon == clause.first or clause.key(colon - 1) == "q":
        return None
    is_label = all(
        clause.tokens.surfaces[i].isupper() or clause.key(i) in (".", "-") for i in range(clause.first, colon)
    )
    return (clause.first, colon) if is_label else None


def is_transcript(clauses: Iterable[Clause]) -> bool:
    """Whether the sentences are those of a transcript."""
    likely = [clause for clause in clauses if ":" in clause.vocabulary]
    return len(likely) >= _SPEECHES and sum(speech_label(clause) is not None for clause in likely) >= _SPEECHES
