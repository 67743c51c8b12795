"""Transcripts: briefings written down as speeches, each behind its speaker's name in capitals."""

from __future__ import annotations

from collections.abc import Iterable

from summarize.grounding.clause import Clause

_LONGEST_LABEL = 6  # tokens of a speaker's label
_SPEECHES = 3  # labels that make a transcript


def speech_label(clause: Clause) -> tuple[int, int] | None:
    """The name in capitals before a colon that opens a speech, as a range of tokens: "MS. MARSH:"."""
    for index in range(clause.first, min(clause.stop, clause.first + _LONGEST_LABEL)):
        if clause.key(index) == ":":
            return (clause.first, index) if index > clause.first and clause.key(index - 1) != "q" else None
        if not (clause.tokens.surfaces[index].isupper() or clause.key(index) in (".", "-")):
            return None
    return None


def is_transcript(clauses: Iterable[Clause]) -> bool:
    """Whether the sentences are those of a transcript."""
    return sum(speech_label(clause) is not None for clause in clauses) >= _SPEECHES
