"""What the statistics promise, simulated: coverage of intervals, false positives, the power of test and gate.

Run from the project's root: `python -m benchmarks.simulations [SETS]`. Articles are drawn from a population whose
figures are known: of differing length and difficulty, the values of an article right or wrong together.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np

from benchmarks._populations import asked_again, damaged, tallies
from summarize.evaluation.detectable import detectable
from summarize.evaluation.shapes import SLOT_F1
from summarize.evaluation.statistics import ALPHA, interval, permutation_p

if TYPE_CHECKING:
    from summarize.evaluation.shapes import Array

SETS = 2_000
SIZES = (40, 80, 160)
DRAWS = 999
DROPS = (0.5, 1.0, 1.5, 2.0)
"""Drops that are tried, in multiples of the smallest detectable."""
_POPULATION = 200_000
_SEED = 7


def coverage(size: int, sets: int) -> tuple[float, float]:
    """How often the 95% interval of micro F1 holds the population's value, and its mean half-width."""
    random = np.random.default_rng(_SEED)
    truth = float(SLOT_F1.value(tallies(random, 1, _POPULATION)[0].sum(axis=0)))
    held, widths = 0, []
    for number, counts in enumerate(tallies(random, sets, size)):
        ends = interval(SLOT_F1, counts, seed=number)
        assert ends is not None
        held += ends[0] <= truth <= ends[1]
        widths.append((ends[1] - ends[0]) / 2)
    return held / sets, float(np.mean(widths))


def false_positives(size: int, sets: int) -> float:
    """How often the permutation test finds a difference between two samples of one model."""
    random = np.random.default_rng(_SEED)
    found = 0
    for number, counts in enumerate(tallies(random, sets, size)):
        one, other = asked_again(random, counts), asked_again(random, counts)
        found += permutation_p(SLOT_F1, one, other, draws=DRAWS, seed=number) < ALPHA
    return found / sets


def power(size: int, sets: int, times: float) -> tuple[float, float, float]:
    """How often a fault is found that drops micro F1 by so many times the smallest detectable drop.

    Returns:
        The mean drop in F1, how often the paired test finds it, how often the gate does (test or floor).
    """
    random = np.random.default_rng(_SEED)
    drops, tested, gated = [], 0, 0
    for number, counts in enumerate(tallies(random, sets, size)):
        before, after, smallest = _pair(random, counts, times)
        drop = float(SLOT_F1.value(before.sum(axis=0)) - SLOT_F1.value(after.sum(axis=0)))
        worse = drop > 0 and permutation_p(SLOT_F1, before, after, draws=DRAWS, seed=number) < ALPHA
        drops.append(drop)
        tested += worse
        gated += worse or drop > smallest
    return float(np.mean(drops)), tested / sets, gated / sets


def _pair(random: np.random.Generator, counts: Array, times: float) -> tuple[Array, Array, float]:
    """A run, another of the same model with a fault of the wanted size, and the drop that is detectable."""
    before, again = asked_again(random, counts), asked_again(random, counts)
    smallest = detectable(SLOT_F1, before) or 0.0
    value = float(SLOT_F1.value(before.sum(axis=0)))
    # Leaving out a share of the right values lowers F1 by about value * share * (1 - value / 2).
    rate = min(times * smallest / (value * (1 - value / 2)), 1.0)
    return before, damaged(random, again, rate), smallest


def main(sets: int) -> None:
    """Print the tables."""
    print(f"{sets} sets of articles a line")
    print("\n   n   coverage of the 95% interval   half-width   false positives of the test")
    for size in SIZES:
        held, width = coverage(size, sets)
        print(f"{size:4}   {held:28.4f}   {width:10.3f}   {false_positives(size, sets):27.4f}")
    print("\n   n   drop / detectable   mean drop   found by the test   found by the gate")
    for size in SIZES:
        for times in DROPS:
            drop, tested, gated = power(size, sets // 4, times)
            print(f"{size:4}   {times:17.1f}   {drop:9.3f}   {tested:17.3f}   {gated:17.3f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SETS)
