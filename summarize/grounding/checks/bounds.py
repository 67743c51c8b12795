"""Numbers that cannot be: negative ones, and a least that is more than the most."""

from __future__ import annotations

from summarize.grounding.statement import PASSED, Statement, Verdict, failed

_COUNTS = ("min", "max", "hit", "intercepted")


def bounds(statement: Statement) -> Verdict | None:
    """Counts are not negative, and min is at most max; of no more than max were hit or stopped."""
    given = vars(statement.fact)
    counts = {name: given.get(name) for name in _COUNTS}
    if all(count is None for count in counts.values()):
        return None
    for name, count in counts.items():
        if count is not None and count < 0:
            return failed(f"{name} is negative.")
    low, high = counts["min"], counts["max"]
    if low is not None and high is not None and low > high:
        return failed(f"min ({low}) is greater than max ({high}).")
    return _parts_in_whole(counts, high)


def _parts_in_whole(counts: dict[str, int | None], high: int | None) -> Verdict:
    for name in ("hit", "intercepted"):
        part = counts[name]
        if high is not None and part is not None and part > high:
            return failed(f"{name} ({part}) is greater than max ({high}).")
    return PASSED
