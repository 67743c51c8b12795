"""The outcome slot: how far the act came, by the first verb that tells."""

from __future__ import annotations

from summarize.grounding.cues import cues
from summarize.rules.incidents import Found
from summarize.schema.draft import DraftOutcome
from summarize.schema.vocabulary import Result, Stage

_STAGES = {Result.FAILED: Stage.ATTEMPTED}


def outcome(incident: Found) -> DraftOutcome | None:
    """The first verb of the incident's sentences that says what came of it."""
    for passage in incident.passages:
        for cue in cues(passage.clause, "outcome"):
            if cue.says in Result.__members__.values():
                result = Result(cue.says)
                stage = _STAGES.get(result, Stage.ACCOMPLISHED)
                return DraftOutcome(q=passage.words(cue.first, cue.stop), s=passage.number, stage=stage, result=result)
    return None
