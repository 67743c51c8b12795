"""What must hold of scores whatever gold and report say: properties over made articles, and worked cases."""

from __future__ import annotations

import math
from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from summarize.evaluation.counts import CountRows
from summarize.evaluation.gold import GoldArticle
from summarize.evaluation.metrics import BY_NAME, count_article
from summarize.evaluation.score import prepare, score_article
from summarize.grounding import facts
from summarize.schema.draft import ArticleDraft, Cited, DraftIncident
from tests.evaluation.made import drafts, incidents, made_gold, unchecked_report

PERFECT = tuple(
    name for name, metric in BY_NAME.items() if metric.shape.higher_is_better and not name.startswith("summary")
)
quick = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture(scope="module")
def base(gold: dict[str, GoldArticle]) -> GoldArticle:
    """The article whose text the made drafts quote."""
    return gold["kareh-pier-drones"]


def values(
    base: GoldArticle, gold: ArticleDraft, said: ArticleDraft, optional: frozenset[int] = frozenset()
) -> Mapping[str, float]:
    """Every metric of one report on one article."""
    score = score_article(prepare(made_gold(base, gold, optional)), unchecked_report(base, said))
    table = CountRows([count_article(score)]).table()
    return {name: float(metric.shape.value(table[name].sum(axis=0))) for name, metric in BY_NAME.items()}


def same(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Equal figures; nothing to divide by equals itself."""
    return all(a == b or (math.isnan(a) and math.isnan(b)) for a, b in zip(one.values(), other.values(), strict=True))


@quick
@given(draft=drafts)
def test_gold_against_itself_is_perfect(base: GoldArticle, draft: ArticleDraft) -> None:
    """Gold scores 1.0 against itself wherever there is something to score."""
    draft = _without_copies(draft)
    found = values(base, draft, draft)
    assert {name: found[name] for name in PERFECT if not math.isnan(found[name]) and found[name] != 1.0} == {}


@quick
@given(gold_draft=drafts, said=drafts, random=st.randoms(use_true_random=False))
def test_order_does_not_matter(base: GoldArticle, gold_draft: ArticleDraft, said: ArticleDraft, random: Random) -> None:
    """Neither the order of gold's incidents nor that of the report's changes any figure."""
    before = values(base, gold_draft, said)
    after = values(base, _shuffled(gold_draft, random), _shuffled(said, random))
    assert same(before, after)


@quick
@given(gold_draft=drafts, said=drafts, data=st.data())
def test_dropping_an_incident_never_raises_recall(
    base: GoldArticle, gold_draft: ArticleDraft, said: ArticleDraft, data: st.DataObject
) -> None:
    """A report without one of its incidents finds no more of gold, by incidents or by slots."""
    said = said.model_copy(update={"no_incident": None})
    if not said.incidents:
        return
    dropped = data.draw(st.integers(0, len(said.incidents) - 1))
    kept = [incident for index, incident in enumerate(said.incidents) if index != dropped]
    before = values(base, gold_draft, said)
    after = values(base, gold_draft, said.model_copy(update={"incidents": kept}))
    for name in ("incidents.recall", "incidents_all.recall", "slots.recall"):
        assert not after[name] > before[name] + 1e-9, name


@quick
@given(gold_draft=drafts, said=drafts, data=st.data())
def test_duplicating_an_incident_never_raises_f1(
    base: GoldArticle, gold_draft: ArticleDraft, said: ArticleDraft, data: st.DataObject
) -> None:
    """Saying the same incident twice earns nothing."""
    if not said.incidents:
        return
    twice = said.incidents[data.draw(st.integers(0, len(said.incidents) - 1))]
    before = values(base, gold_draft, said)
    after = values(base, gold_draft, said.model_copy(update={"incidents": [*said.incidents, twice]}))
    for name in ("incidents.f1", "incidents_all.f1", "slots.f1", "slots_strict.f1"):
        assert not after[name] > before[name] + 1e-9, name


@quick
@given(draft=drafts, extra=incidents)
def test_an_optional_incident_costs_nothing_either_way(
    base: GoldArticle, draft: ArticleDraft, extra: DraftIncident
) -> None:
    """With an optional incident in gold, reporting it and leaving it out give the same figures."""
    draft = _without_copies(draft).model_copy(update={"no_incident": None})
    assume(_content(extra) not in map(_content, draft.incidents))
    labelled = draft.model_copy(update={"incidents": [*draft.incidents, extra]})
    optional = frozenset({len(draft.incidents)})
    with_it = values(base, labelled, labelled, optional)
    without = values(base, labelled, draft, optional)
    skipped = ("evidence", "summary")  # counted over the report as it is
    compared = [name for name in BY_NAME if not name.startswith(skipped)]
    assert same({n: with_it[n] for n in compared}, {n: without[n] for n in compared})


def _content(incident: DraftIncident) -> DraftIncident:
    """What the scorer sees of an incident: two that differ in less are copies to it."""
    alone = ArticleDraft(summary=[], incidents=[incident], aggregates=[], no_incident=None)
    cited = {fact.s for _, fact in facts(alone) if isinstance(fact, Cited)}
    return incident.model_copy(update={"sentences": sorted(cited | set(incident.sentences))})


def _without_copies(draft: ArticleDraft) -> ArticleDraft:
    distinct: list[DraftIncident] = []
    for incident in draft.incidents:
        if _content(incident) not in map(_content, distinct):
            distinct.append(incident)
    return draft.model_copy(update={"incidents": distinct})


def _shuffled(draft: ArticleDraft, random: Random) -> ArticleDraft:
    mixed = list(draft.incidents)
    random.shuffle(mixed)
    return draft.model_copy(update={"incidents": mixed})
