"""The acceptance rates of the quotes' benchmark, on a smaller sample of the project's own articles."""

from __future__ import annotations

import pytest

from benchmarks._quote_cases import CLASSES, QuoteClass, cases
from summarize.article import Article
from summarize.evaluation.gold import load_gold
from summarize.grounding import facts, ground
from summarize.schema.draft import Cited, DraftVersion

_CASES, _SEED = 40, 11


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [labelled.article for labelled in load_gold().articles]


@pytest.mark.parametrize("quote_class", CLASSES, ids=lambda quote_class: quote_class.name)
def test_honest_quotations_pass_and_tampered_ones_do_not(quote_class: QuoteClass, articles: list[Article]) -> None:
    """Every tampered quotation is refused or cut; of the honest ones at most one in forty fails."""
    made = list(cases(quote_class, articles, _CASES, _SEED))
    passed = [case for case in made if ground(case.quote, case.article, sentence=case.sentence).is_evidence]
    if quote_class.is_evidence:
        assert len(passed) >= _CASES - 1
    else:
        assert passed == []


def test_gold_quotations_are_evidence() -> None:
    """At least 98 in 100 of the quotations that careful labellers chose."""
    found = [
        ground(fact.q, labelled.article, sentence=fact.s).is_evidence
        for labelled in load_gold().articles
        for _, fact in facts(labelled.draft)
        if isinstance(fact, Cited | DraftVersion)
    ]
    assert sum(found) / len(found) >= 0.98
