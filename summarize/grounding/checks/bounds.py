"""Numbers that cannot be: negative ones, and a least that is more than the most."""

from __future__ import annotations

from summarize.grounding.statement import PASSED, Statement, Verdict, failed

_COUNTS = ("min", "max", "hit", "intercepted")


def bounds(statement: Statement) -> Verdict | None:
    """Counts are not negative, and min is at most max; of no more than max were hit or stopped."""
    given = vars(statement.fact)
    counts = [(name, given[name]) for name in _COUNTS if name in given and given[name] is not None]
    high = given["max"]
    for name, count in counts:
        if count < 0:
            return failed(f"{name} is negative.")
    for name, part in counts:
        if high is not None and part > high:
            return failed(f"{name} ({part}) is greater than max ({high}).")
    return PASSED if counts else None
