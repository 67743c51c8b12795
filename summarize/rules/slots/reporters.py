"""The reported_by slot: those on whose word the article tells of the incident."""

from __future__ import annotations

from summarize.rules.incidents import Found
from summarize.rules.speakers import speakers
from summarize.schema.draft import DraftReporter

_MOST = 1  # of an incident; those who are named later mostly speak of something else


def reporters(incident: Found) -> list[DraftReporter]:
    """The speakers of the incident's sentences, each once."""
    found: dict[str, DraftReporter] = {}
    for passage in incident.passages:
        for first, stop in speakers(passage):
            words = passage.words(first, stop)
            found.setdefault(words.lower(), DraftReporter(q=words, s=passage.number))
    return list(found.values())[:_MOST]
