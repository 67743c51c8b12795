"""Comparing and gating: runs made of counts, so that what has changed is known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks._populations import asked_again, damaged, tallies
from summarize.errors import ComparisonError, ContentError, ErrorKind
from summarize.evaluation.baseline_file import Baseline, check_recorded, load_baseline, make_baseline
from summarize.evaluation.compare import compare_runs
from summarize.evaluation.counts import CountRows
from summarize.evaluation.detectable import detectable
from summarize.evaluation.gate import GateResult, State, check_gate
from summarize.evaluation.run import Run, RunHead, lost_points
from summarize.evaluation.shapes import SLOT_F1

GOLD = "a" * 64


def run_of(slots: object, *, falls: int = 0, gold: str = GOLD, failure: ErrorKind | None = None) -> Run:
    """A run whose only slot is the place, with so many traps fallen into in its first articles."""
    counts = [tuple(map(float, row)) for row in np.asarray(slots)]
    falls_in = [(float(index < falls), 1.0) for index in range(len(counts))]
    rows = [{"slots.f1": row, "slot.place": row, "must_not": fall} for row, fall in zip(counts, falls_in, strict=True)]
    ids = tuple(f"article-{index:02}" for index in range(len(rows)))
    failures = {ids[0]: {"kind": failure.value, "message": "It failed."}} if failure else {}
    head = RunHead(gold=gold, split="dev", model="made", prompt=None, version="0")
    return Run(head, ids, CountRows(rows), failures)


def worse_in(right: int, articles: int, lost: int) -> Run:
    """A run of 40 articles with ten right values each, of which some articles have lost some."""
    rows = [(10 - lost if index < articles else right, 0, 0, lost if index < articles else 0, 0) for index in range(40)]
    return run_of(rows)


PERFECT = worse_in(10, 0, 0)


def gated(run: Run, baseline: Baseline, metric: str = "slots.f1") -> State:
    return next(row.state for row in check_gate(run, baseline).rows if row.metric == metric)


def baseline_of(run: Run, old: Baseline | None = None, *, margin: float | None = None, allow: bool = False) -> Baseline:
    return make_baseline(run, old, margin=margin, allow_regression=allow)


def test_a_run_holds_against_itself() -> None:
    """Against its own baseline nothing falls, nothing rises and nothing has moved."""
    result = check_gate(PERFECT, baseline_of(PERFECT))
    assert result.passed
    assert not result.moved
    assert {row.state for row in result.rows if row.value is not None} == {State.HELD}


def test_a_small_drop_through_many_articles_closes_the_gate() -> None:
    """One value lost in each of twelve articles stays above the floor, and the paired test finds it."""
    result = check_gate(worse_in(10, 12, 1), baseline_of(PERFECT))
    assert not result.passed
    assert gated(worse_in(10, 12, 1), baseline_of(PERFECT)) is State.WORSE
    assert [(move.article, move.metric) for move in result.moved[:2]] == [
        ("article-00", "slot.place"),
        ("article-01", "slot.place"),
    ]


def test_a_drop_in_three_articles_is_within_chance_but_not_within_a_margin() -> None:
    """A drop that could be chance passes; a model whose answers do not vary has a margin of 0, and fails."""
    slightly = worse_in(10, 3, 1)
    assert gated(slightly, baseline_of(PERFECT)) is State.HELD
    assert gated(slightly, baseline_of(PERFECT, margin=0.0)) is State.BELOW_FLOOR
    assert gated(PERFECT, baseline_of(PERFECT, margin=0.0)) is State.HELD


def test_a_large_drop_is_below_the_floor() -> None:
    """Eight articles without any right value fall below the floor."""
    assert gated(worse_in(10, 8, 10), baseline_of(PERFECT)) is State.BELOW_FLOOR
    said = check_gate(worse_in(10, 8, 10), baseline_of(PERFECT)).sentences
    assert said == ["The gate is closed: micro F1, over all is below its floor."]


def test_less_is_better_has_a_ceiling() -> None:
    """Traps fallen into are held from above."""
    baseline = baseline_of(PERFECT, margin=0.0)
    assert gated(run_of([[10, 0, 0, 0, 0]] * 40, falls=1), baseline, "must_not") is State.BELOW_FLOOR


def test_a_sudden_rise_is_reported() -> None:
    """A score that rises through many articles passes, and is said to have risen."""
    baseline = baseline_of(worse_in(10, 12, 2))
    result = check_gate(PERFECT, baseline)
    assert result.passed
    assert gated(PERFECT, baseline) is State.RISEN
    assert [sentence.split(".")[0] for sentence in result.sentences] == ["Suddenly better: micro F1, over all"]


def test_another_gold_cannot_be_compared() -> None:
    """A baseline or run of other gold is an error of its own, with exit code 4."""
    other = run_of([[10, 0, 0, 0, 0]] * 40, gold="b" * 64)
    with pytest.raises(ComparisonError, match="different gold") as caught:
        check_gate(other, baseline_of(PERFECT))
    assert caught.value.exit_code == 4
    with pytest.raises(ComparisonError):
        compare_runs(PERFECT, other)


def test_answers_that_are_not_recorded_cannot_be_gated() -> None:
    """The error says how many articles are missing and which command records them."""
    run = run_of([[10, 0, 0, 0, 0]] * 40, failure=ErrorKind.NOT_RECORDED)
    with pytest.raises(ComparisonError, match=r"not recorded on 1 of 40 articles") as caught:
        check_recorded(run, "summarize eval --record FILE")
    assert caught.value.advice == "Record them: summarize eval --record FILE"
    check_recorded(run_of([[10, 0, 0, 0, 0]] * 40, failure=ErrorKind.REFUSED), "")


def test_floors_are_never_lowered_without_leave() -> None:
    """A new baseline keeps the higher floor; below it there is none, unless a regression is allowed."""
    high = baseline_of(PERFECT, margin=0.02)
    little_less = baseline_of(worse_in(10, 3, 2), high, margin=0.02)
    assert little_less.metrics["slots.f1"].floor == high.metrics["slots.f1"].floor
    assert little_less.metrics["slots.f1"].value < high.metrics["slots.f1"].value
    with pytest.raises(ComparisonError, match="below its floor"):
        baseline_of(worse_in(10, 12, 4), high, margin=0.02)
    lowered = baseline_of(worse_in(10, 12, 4), high, margin=0.02, allow=True)
    assert lowered.metrics["slots.f1"].floor < high.metrics["slots.f1"].floor


def test_a_baseline_survives_its_file(tmp_path: Path) -> None:
    """What is written is what is read, an article a line; a broken file is one clear error."""
    baseline = baseline_of(worse_in(10, 12, 2), margin=0.01)
    path = tmp_path / "baseline.json"
    path.write_text(baseline.text(), "utf-8")
    assert load_baseline(path) == baseline
    assert sum(line.startswith('  "article-') for line in baseline.text().splitlines()) == 40
    path.write_text("{}", "utf-8")
    with pytest.raises(ContentError, match=r"is no baseline: gold: Field required"):
        load_baseline(path)
    with pytest.raises(ContentError, match="cannot be read"):
        load_baseline(tmp_path / "none.json")


def test_two_runs_are_compared_both_ways() -> None:
    """What is worse one way is better the other, and the articles that moved are named with the points."""
    before, after = PERFECT, worse_in(10, 12, 2)
    there, back = compare_runs(before, after), compare_runs(after, before)
    assert there.worse == back.better == ["slots.f1", "slot.place"]
    assert not there.better
    assert there.sentences == ["Significantly worse: micro F1, over all; place."]
    assert back.sentences == ["Significantly better: micro F1, over all; place."]
    assert [move.change for move in there.moved] == [-2.0] * 12
    assert [move.change for move in back.moved] == [2.0] * 12


def test_articles_that_lost_points_are_known() -> None:
    """The articles to look at again: a value not right, a trap, or no report."""
    assert lost_points(worse_in(10, 2, 1)) == ["article-00", "article-01"]
    assert lost_points(run_of([[10, 0, 0, 0, 0]] * 3, falls=1)) == ["article-00"]
    assert lost_points(run_of([[10, 0, 0, 0, 0]] * 3, failure=ErrorKind.TIMEOUT)) == ["article-00"]


def test_the_gate_finds_twice_the_detectable_drop() -> None:
    """Of 15 runs with a fault of twice the printed size the gate closes on all but two at most."""
    random = np.random.default_rng(5)
    closed = 0
    for counts in tallies(random, 15, 44):
        before, again = asked_again(random, counts), asked_again(random, counts)
        smallest = detectable(SLOT_F1, before)
        assert smallest is not None
        value = float(SLOT_F1.value(before.sum(axis=0)))
        after = damaged(random, again, 2 * smallest / (value * (1 - value / 2)))
        result: GateResult = check_gate(run_of(after), baseline_of(run_of(before)))
        closed += not result.passed
    assert closed >= 13
