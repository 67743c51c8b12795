"""Values: how many right values of gold the rules contradict, how many wrong ones they find, how many they leave open.

Run from the project's root: `python -m benchmarks.values [SEEDS]`; with `-v` every contradicted right value is listed.
"""

from __future__ import annotations

import sys
from collections import defaultdict

from benchmarks._value_cases import Measured, measure
from summarize.evaluation.gold import load_gold
from summarize.schema.vocabulary import CheckOutcome

_SEEDS = 5
_MOST_CONTRADICTED, _LEAST_FOUND, _MOST_UNCHECKED = 0.01, 0.90, 0.25
_AGAINST = (CheckOutcome.FAILED, CheckOutcome.REMOVED)


def shares(rows: list[Measured]) -> tuple[float, float, float]:
    """Of right values the share contradicted, of wrong ones the share found, of right ones the share unchecked."""
    count = len(rows)
    contradicted = sum(row.right in _AGAINST for row in rows) / count
    found = sum(row.wrong in _AGAINST for row in rows) / count
    return contradicted, found, sum(row.right == CheckOutcome.UNCHECKED for row in rows) / count


def main() -> int:
    """Print the table; exit 1 if a limit is missed over all slots."""
    seeds = int(next((argument for argument in sys.argv[1:] if argument.isdigit()), _SEEDS))
    gold = load_gold().articles
    rows = [row for seed in range(seeds) for row in measure(gold, seed)]
    by_slot: dict[str, list[Measured]] = defaultdict(list)
    for row in rows:
        by_slot[row.slot].append(row)
    print(f"{len(gold)} articles, {seeds} seeds")
    print(f"{'slot':<30}{'n':>7}{'contradicted':>14}{'found':>9}{'unchecked':>11}")
    for name, slot_rows in sorted(by_slot.items()):
        _print_row(name, slot_rows)
    kept = _print_row("all", rows)
    if "-v" in sys.argv:
        for row in sorted({row for row in rows if row.right in _AGAINST}):
            print(f"{row.slot}: {row.place}: “{row.quote}”: {row.message}")
    return 0 if kept else 1


def _print_row(name: str, rows: list[Measured]) -> bool:
    contradicted, found, unchecked = shares(rows)
    print(f"{name:<30}{len(rows):>7}{contradicted:>14.1%}{found:>9.1%}{unchecked:>11.1%}")
    return contradicted <= _MOST_CONTRADICTED and found >= _LEAST_FOUND and unchecked <= _MOST_UNCHECKED


if __name__ == "__main__":
    sys.exit(main())
