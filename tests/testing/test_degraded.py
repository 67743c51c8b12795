"""The eval is proved without a real model: seeded faults come out at their rates, and larger ones are found."""

from __future__ import annotations

import asyncio
from functools import partial

import numpy as np
import pytest

from summarize.errors import ArticleError
from summarize.evaluation.baseline_file import make_baseline
from summarize.evaluation.compare import compare_runs
from summarize.evaluation.cost import Cost
from summarize.evaluation.detectable import detectable
from summarize.evaluation.evaluate import score_model
from summarize.evaluation.gate import check_gate
from summarize.evaluation.gold import Gold, GoldArticle, load_gold
from summarize.evaluation.gold_schema import Split
from summarize.evaluation.metrics import BY_NAME
from summarize.evaluation.run import Run
from summarize.evaluation.session import collect
from summarize.evaluation.shapes import Shape
from summarize.evaluation.statistics import interval
from summarize.evaluation.subject import Subject, head_of
from summarize.grounding import facts
from summarize.testing import DegradedGold, FaultRates

EXACT = Shape((1, 0, 0, 0, 0), (1, 1, 1, 1, 0))
"""The share of gold's values that are right, partly right ones not counted."""


@pytest.fixture(scope="module")
def dev() -> Gold:
    """The dev half of the shipped gold."""
    return load_gold(split=Split.DEV)


def run_of(gold: Gold, model: DegradedGold) -> Run:
    """The model's run through the users' own pipeline."""
    head = head_of(gold.fingerprint, "dev", model.identity.name, None)
    scores = partial(score_model, gold.articles, model, window=8)
    subject = Subject("degraded", head, scores, lambda: Cost(len(gold.articles)))
    return asyncio.run(collect(subject, []))


def ends(run: Run, metric: str, shape: Shape | None = None) -> tuple[float, float]:
    """The 95% interval of a metric's figure."""
    counts = run.rows.table()[metric]
    found = interval(shape or BY_NAME[metric].shape, counts)
    assert found is not None
    return found


def test_gold_through_the_pipeline_is_nearly_perfect(dev: Gold) -> None:
    """Without faults only what the program's own rules refuse is lost, and nothing is invented."""
    run = run_of(dev, DegradedGold(dev.articles))
    table = run.rows.table()
    assert not run.failures
    assert float(BY_NAME["incidents_all.f1"].shape.value(table["incidents_all.f1"].sum(axis=0))) == 1.0
    assert float(BY_NAME["slots.f1"].shape.value(table["slots.f1"].sum(axis=0))) > 0.97


def test_incidents_and_roles_go_wrong_at_their_rates(dev: Gold) -> None:
    """Missed and invented incidents and mistaken roles: each rate lies in the interval that the eval reports."""
    model = DegradedGold(dev.articles, FaultRates(missed=0.15, invented=0.1, wrong_role=0.2), seed=2)
    run = run_of(dev, model)
    low, high = ends(run, "incidents_all.recall")
    assert low <= 1 - 0.15 <= high
    low, high = ends(run, "role_accuracy")
    assert low <= 1 - 0.2 <= high
    taken = model.chances.taken
    kept, invented = 0.85 * taken["missed"], 0.1 * taken["invented"]
    low, high = ends(run, "incidents_all.precision")
    assert low <= kept / (kept + invented) <= high


def test_counts_go_wrong_at_their_rate(dev: Gold) -> None:
    """Wrong counts of the dead and injured lower the share of right ones by their rate."""
    low, high = ends(
        run_of(dev, DegradedGold(dev.articles, FaultRates(wrong_count=0.2), seed=2)), "slot.casualties.count", EXACT
    )
    assert low <= 1 - 0.2 <= high


def test_attributions_are_borrowed_at_their_rate(dev: Gold) -> None:
    """Attributions of another incident lower the share of right actors by their rate, where there are others."""
    model = DegradedGold(dev.articles, FaultRates(borrowed=0.5), seed=3)
    low, high = ends(run_of(dev, model), "slot.attribution.actor", EXACT)
    named = sum(
        fact.actor is not None
        for gold in dev.articles
        for incident in gold.draft.incidents
        for fact in incident.attributions
    )
    assert low <= 1 - 0.5 * model.chances.taken["borrowed"] / named <= high


def test_quotes_are_tampered_with_at_their_rate(dev: Gold) -> None:
    """Facts whose words are not the article's are rejected at their rate; sums and conflicts are not tampered with."""
    model = DegradedGold(dev.articles, FaultRates(tampered=0.1), seed=4)
    low, high = ends(run_of(dev, model), "evidence.grounded")
    cited = sum(1 for gold in dev.articles for _ in facts(gold.draft))
    assert low <= 1 - 0.1 * model.chances.taken["tampered"] / cited <= high


def test_a_fault_of_twice_the_detectable_size_is_found(dev: Gold) -> None:
    """For each of three seeds, comparison and gate find missed incidents that cost twice what is detectable."""
    before = run_of(dev, DegradedGold(dev.articles, FaultRates(missed=0.1), seed=100))
    counts = before.rows.table()["slots.f1"]
    shape = BY_NAME["slots.f1"].shape
    smallest, value = detectable(shape, counts), float(shape.value(counts.sum(axis=0)))
    assert smallest is not None
    wanted = value - 2 * smallest
    rates = FaultRates(missed=1 - wanted / (2 - wanted))  # F1 = 2 R / (1 + R) where nothing is invented
    baseline = make_baseline(before, None, margin=None, allow_regression=False)
    for seed in range(3):
        after = run_of(dev, DegradedGold(dev.articles, rates, seed=seed))
        assert "slots.f1" in compare_runs(before, after).worse
        assert not check_gate(after, baseline).passed


def test_the_same_seed_makes_the_same_faults(dev: Gold) -> None:
    """Faults depend on seed and article alone, not on the order in which articles are asked."""
    rates = FaultRates(missed=0.3, invented=0.3, wrong_count=0.3, wrong_role=0.3, borrowed=0.3, tampered=0.3)
    one, other = DegradedGold(dev.articles, rates, seed=7), DegradedGold(dev.articles, rates, seed=7)
    there = {gold.id: one.degraded(gold) for gold in dev.articles}
    back = {gold.id: other.degraded(gold) for gold in reversed(dev.articles)}
    assert there == back
    assert there != {gold.id: DegradedGold(dev.articles, rates, seed=8).degraded(gold) for gold in dev.articles}


async def test_an_unknown_article_is_an_error_row(dev: Gold) -> None:
    """An article without gold fails alone."""
    stranger: GoldArticle = dev.articles[0]
    with pytest.raises(ArticleError, match="no gold"):
        await DegradedGold(dev.articles[1:]).draft(stranger.article)


def test_chances_are_counted(dev: Gold) -> None:
    """As many faults are made as the rates say, within four standard errors."""
    model = DegradedGold(dev.articles, FaultRates(tampered=0.1))
    for gold in dev.articles:
        model.degraded(gold)
    taken, made = model.chances.taken["tampered"], model.chances.made["tampered"]
    assert abs(made - 0.1 * taken) < 4 * np.sqrt(0.09 * taken)
    assert model.chances.made["missed"] == 0
