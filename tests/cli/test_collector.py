"""The collector of the command's process."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from summarize.article import Article
from summarize.cli.collector import collect_rarely
from summarize.grounding import ground_draft
from summarize.models.base import provenance
from summarize.rules.draft import draft_article
from summarize.rules.model import RulesModel

TEXT = "Two rockets hit the base near Erbil on Monday, the army said. No one was hurt."


@pytest.fixture(autouse=True)
def thresholds() -> Iterator[None]:
    """Python's own thresholds are put back."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_the_collector_looks_more_rarely() -> None:
    """The command's thresholds are above those that Python starts with."""
    before = gc.get_threshold()
    collect_rarely()
    assert all(new > old for new, old in zip(gc.get_threshold(), before, strict=True))


async def test_a_report_leaves_no_rings() -> None:
    """What an article and its report hold is freed without the collector, so that looking rarely costs no memory."""
    model = RulesModel()
    await _report(model)  # tables that stay are read here
    gc.collect()
    gc.disable()
    try:
        await _report(model)
        assert gc.collect() == 0
    finally:
        gc.enable()


async def _report(model: RulesModel) -> None:
    article = Article(TEXT)
    report = ground_draft(draft_article(article), article, provenance(article, model.identity))
    assert report.incidents
