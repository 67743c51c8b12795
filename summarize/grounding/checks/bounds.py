"""Numbers that cannot be: negative ones, and a least that is more than the most."""

from __future__ import annotations

from summarize.grounding.statement import PASSED, Statement, Verdict, failed

_COUNTS = ("min", "max", "hit", "intercepted")


def bounds(statement: Statement) -> Verdict | None:
    """Counts are not negative, and min is at most max; of no more than max were hit or stopped."""
    given = vars(statement.fact)
    counts = {name: count for name in _COUNTS if (count := given.get(name)) is not None}
    if not counts:
        return None
    for name, count in counts.items():
        if count < 0:
            return failed(f"{name} is negative.")
    high = counts.get("max")
    if high is not None:
        for name, part in counts.items():
            if part > high:
                return failed(f"{name} ({part}) is greater than max ({high}).")
    return PASSED
