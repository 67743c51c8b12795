"""The shipped gold: sound, large and varied enough, and hard for what costs nothing."""

from __future__ import annotations

import pytest

from summarize.evaluation.gold import Gold, load_gold, read_gold
from summarize.evaluation.gold_checks import check_gold, cited
from summarize.evaluation.gold_schema import Phenomenon, Split, Style
from summarize.evaluation.gold_stats import GoldStats, gold_stats
from summarize.evaluation.gold_values import MOST_CONTRADICTED, contradictions
from summarize.evaluation.session import baseline_figures
from summarize.evaluation.source import GoldSource


@pytest.fixture(scope="module")
def gold() -> Gold:
    """All of it."""
    return load_gold()


@pytest.fixture(scope="module")
def stats(gold: Gold) -> GoldStats:
    """Its counts."""
    return gold_stats(gold)


def test_no_label_is_broken() -> None:
    """Every file is read, and every check passes."""
    articles, problems = read_gold()
    assert [str(problem) for problem in [*problems, *check_gold(articles)]] == []


def test_the_rules_contradict_almost_nothing(gold: Gold) -> None:
    """The program's own rules refuse at most one right fact in a hundred."""
    facts = sum(1 for article in gold.articles for _ in cited(article))
    assert len(contradictions(gold.articles)) <= MOST_CONTRADICTED * facts


def test_there_is_enough_of_it(stats: GoldStats) -> None:
    """Articles, incidents, families, traps and articles without an incident."""
    assert stats.articles >= 80
    assert sum(stats.incidents.values()) >= 180
    assert stats.families >= 10
    assert stats.must_not >= 60
    assert stats.without_incident >= 12


def test_every_difficulty_and_style_occurs(stats: GoldStats) -> None:
    """Each phenomenon is in at least five articles, each style in at least one."""
    assert {name: stats.phenomena[name] for name in Phenomenon if stats.phenomena[name] < 5} == {}
    assert {name for name in Style if not stats.styles[name]} == set()


def test_the_halves_are_halves(stats: GoldStats) -> None:
    """Neither half has less than two fifths of the articles."""
    assert min(stats.splits.values()) >= 0.4 * stats.articles


@pytest.mark.parametrize("split", Split)
def test_it_is_hard(split: Split) -> None:
    """The majority baseline stays below .30 slot F1 and the first sentence below .35."""
    found = baseline_figures(GoldSource(split=split))
    for name, most in (("majority", 0.30), ("first_sentence", 0.35)):
        value = found[name]["slots.f1"].value
        assert value is not None
        assert value < most
