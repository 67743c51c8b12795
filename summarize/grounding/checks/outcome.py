"""Outcome: what came of an attack, against its verb; how many weapons hit and how many were stopped."""

from __future__ import annotations

from typing import cast

from summarize.grounding.statement import PASSED, Statement, Verdict, failed, unchecked
from summarize.schema.draft import DraftOutcome
from summarize.schema.vocabulary import Result, Stage

# The results that each list of words is compatible with.
_RESULTS: dict[str, frozenset[Result]] = {
    "intercepted": frozenset({Result.INTERCEPTED, Result.PARTLY_INTERCEPTED}),
    "hit": frozenset({Result.HIT, Result.PARTLY_INTERCEPTED}),
    "failed": frozenset({Result.FAILED, Result.PARTLY_INTERCEPTED, Result.INTERCEPTED}),
    "seized": frozenset({Result.SEIZED}),
    "exploded": frozenset({Result.EXPLODED, Result.HIT}),
    "down": frozenset({Result.INTERCEPTED, Result.PARTLY_INTERCEPTED, Result.HIT, Result.FAILED, Result.EXPLODED}),
    "attacked": frozenset({Result.HIT, Result.EXPLODED, Result.PARTLY_INTERCEPTED, Result.FAILED}),
    "defaced": frozenset({Result.DEFACED}),
}


def outcome_verb(statement: Statement) -> Verdict | None:
    """An interception is no hit, a seizure no explosion: the result must be one that the quoted verb allows."""
    outcome = cast("DraftOutcome", statement.fact)
    result = outcome.result
    if result is Result.UNKNOWN or outcome.stage is Stage.DISPUTED:
        return None
    said = {cue.says for cue in statement.cues("outcome")}
    allowed = frozenset[Result]().union(*map(_RESULTS.__getitem__, said))
    if not allowed:
        return unchecked("The quoted words do not say what came of it.")
    if result in allowed:
        return PASSED
    return failed(f"The words say {', '.join(sorted(said))}, not {result.value}.")
