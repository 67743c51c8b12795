"""Intervals, tests and detectable drops: what they promise, on a smaller scale than benchmarks/simulations.py."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from benchmarks._populations import asked_again, damaged, tallies
from summarize.evaluation.counts import CountRows
from summarize.evaluation.detectable import detectable, least_struck
from summarize.evaluation.shapes import BAD_SHARE, FOUND_F1, SHARE, SLOT_F1, SLOT_PRECISION, SLOT_RECALL, STRICT_F1
from summarize.evaluation.statistics import (
    ALPHA,
    differences,
    figures,
    holm,
    interval,
    permutation_p,
    resampled_sums,
)


def test_shapes_are_the_formulas() -> None:
    """Precision, recall, F1 and strict F1 of MUC's five verdicts, and F1 of found incidents."""
    tally = np.array([6.0, 2.0, 1.0, 3.0, 1.0])
    precision, recall = 7 / 10, 7 / 12
    assert SLOT_PRECISION.value(tally) == pytest.approx(precision)
    assert SLOT_RECALL.value(tally) == pytest.approx(recall)
    assert SLOT_F1.value(tally) == pytest.approx(2 * precision * recall / (precision + recall))
    assert STRICT_F1.value(tally) == pytest.approx(2 * 6 / (10 + 12))
    assert FOUND_F1.value(np.array([3.0, 4.0, 5.0])) == pytest.approx(2 * 3 / 9)
    assert np.isnan(SHARE.value(np.array([0.0, 0.0])))


def test_figures_have_value_interval_and_n() -> None:
    """A metric that half the articles have is counted over those, and its interval holds its value."""
    rows = [{"role_accuracy": (1.0, 2.0)}, {"role_accuracy": (2.0, 2.0)}, {}, {}]
    found = figures(CountRows(rows).table())
    figure = found["role_accuracy"]
    assert (figure.value, figure.n) == (0.75, 2)
    assert figure.low is not None
    assert figure.high is not None
    assert 0.5 <= figure.low <= 0.75 <= figure.high <= 1.0
    assert found["incidents.f1"].value is None
    assert found["incidents.f1"].low is None


def test_the_interval_holds_the_truth() -> None:
    """At least 90% of 200 intervals at n = 40 hold the population's micro F1 (2,000 sets: see the benchmark)."""
    random = np.random.default_rng(1)
    truth = float(SLOT_F1.value(tallies(random, 1, 100_000)[0].sum(axis=0)))
    ends = [
        interval(SLOT_F1, counts, resamples=500, seed=number) for number, counts in enumerate(tallies(random, 200, 40))
    ]
    assert sum(low <= truth <= high for low, high in filter(None, ends)) >= 180


def test_the_permutation_test_is_exact_on_a_small_case() -> None:
    """Six articles all worse: of the 64 ways to exchange the runs two are as extreme."""
    before = np.tile([1.0, 1.0], (6, 1))
    after = np.tile([0.0, 1.0], (6, 1))
    assert permutation_p(SHARE, before, after, draws=20_000) == pytest.approx(2 / 64, abs=0.005)
    assert permutation_p(SHARE, before, before) == 1.0
    assert least_struck() == 6


def test_chance_is_not_found() -> None:
    """Two samples of one model differ significantly in at most 8% of 200 pairs (2,000: see the benchmark)."""
    random = np.random.default_rng(2)
    found = 0
    for number, counts in enumerate(tallies(random, 200, 40)):
        one, other = asked_again(random, counts), asked_again(random, counts)
        found += permutation_p(SLOT_F1, one, other, draws=499, seed=number) < ALPHA
    assert found <= 16


@pytest.mark.parametrize(("times", "least", "most"), [(1.0, 60, 95), (2.0, 95, 100)])
def test_the_detectable_drop_is_detected(times: float, least: int, most: int) -> None:
    """A fault of the smallest detectable size is found in about four of five runs, one of twice the size in all."""
    random = np.random.default_rng(3)
    found = 0
    for number, counts in enumerate(tallies(random, 100, 60)):
        before, again = asked_again(random, counts), asked_again(random, counts)
        smallest = detectable(SLOT_F1, before)
        assert smallest is not None
        value = float(SLOT_F1.value(before.sum(axis=0)))
        after = damaged(random, again, times * smallest / (value * (1 - value / 2)))
        found += permutation_p(SLOT_F1, before, after, draws=499, seed=number) < ALPHA
    assert least <= found <= most


def test_a_perfect_run_still_has_a_detectable_drop() -> None:
    """Without any spread a fault must strike six articles; where there are fewer, nothing can be detected."""
    perfect = np.tile([10.0, 0, 0, 0, 0], (40, 1))
    smallest = detectable(SLOT_F1, perfect)
    assert smallest is not None
    assert 0.05 < smallest < 0.15
    assert detectable(SLOT_F1, perfect[:5]) is None
    assert detectable(BAD_SHARE, np.tile([0.0, 1.0], (40, 1))) == pytest.approx(smallest, rel=0.2)


def test_holm_steps_down() -> None:
    """The smallest p is multiplied by the number of tests, the next by one less, and none falls below another."""
    assert holm({"a": 0.01, "b": 0.04, "c": 0.03, "d": 0.9}) == pytest.approx(
        {"a": 0.04, "c": 0.09, "b": 0.09, "d": 0.9}
    )
    assert holm({}) == {}


def test_metrics_without_a_value_are_not_tested() -> None:
    """A metric that one run leaves undefined is left out of the correction."""
    rows = CountRows([{"role_accuracy": (1.0, 1.0)}, {"role_accuracy": (0.0, 1.0)}]).table()
    assert list(differences(rows, rows, ["role_accuracy", "incidents.f1"])) == ["role_accuracy"]


def test_resampling_needs_no_memory_for_more_articles() -> None:
    """Four times the articles take no more memory to resample; the resamples are as large as the set."""
    peaks = []
    for size in (6_000, 24_000):
        counts = np.ones((size, 1))
        tracemalloc.start()
        assert set(resampled_sums(counts, 400)[:, 0]) == {float(size)}
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]
