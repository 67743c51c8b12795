"""The rates of the values' benchmark, held with some slack on the dev half of gold."""

from __future__ import annotations

from collections import defaultdict

from benchmarks._value_cases import Measured, measure
from benchmarks.values import shares
from summarize.evaluation.gold import load_gold
from summarize.evaluation.gold_schema import Split

_LEAST = 60  # wrong values of a slot, below which a share says little


def test_right_values_stand_and_wrong_ones_are_found() -> None:
    """Contradicted at most 2 in 100 right ones, found at least 85 in 100 wrong ones, unchecked at most a quarter."""
    rows = [row for seed in (1, 2) for row in measure(load_gold(split=Split.DEV).articles, seed)]
    by_slot: dict[str, list[Measured]] = defaultdict(list)
    for row in rows:
        by_slot[row.slot].append(row)
    assert len(rows) > 500
    for slot, slot_rows in by_slot.items():
        if len(slot_rows) >= _LEAST:
            contradicted, found, unchecked = shares(slot_rows)
            assert contradicted <= 0.02, slot
            assert found >= 0.85, slot
            assert unchecked <= 0.25, slot
