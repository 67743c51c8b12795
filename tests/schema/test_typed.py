"""Parts made without validation: they are what validation makes of the same values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from summarize.article import Article
from summarize.evaluation.gold import load_gold
from summarize.grounding import ground_draft
from summarize.models.base import provenance
from summarize.rules.model import RulesModel
from summarize.schema.report import Check, Evidence, Report
from summarize.schema.typed import BLANK, typed
from summarize.schema.vocabulary import CheckOutcome

_ARTICLES = [gold.article for gold in load_gold().articles[:40]]


@pytest.mark.parametrize("article", _ARTICLES, ids=lambda article: article.id)
async def test_a_report_is_what_validation_makes_of_it(article: Article) -> None:
    """No value, type or order of fields differs in a report that is read back, in none of its parts."""
    model = RulesModel()
    answer = await model.draft(article)
    facts = answer.facts
    report = facts if isinstance(facts, Report) else ground_draft(facts, article, provenance(article, model.identity))
    read = Report.model_validate_json(report.model_dump_json(), strict=True)
    assert read == report
    assert list(_shapes(read)) == list(_shapes(report))


def _shapes(part: Any) -> Iterator[tuple[type, list[str]]]:
    """Of a part and all in it: its type, and the names that it has, in order."""
    if isinstance(part, list):
        for item in part:
            yield from _shapes(item)
    elif isinstance(part, BaseModel):
        yield type(part), list(vars(part))
        for value in vars(part).values():
            yield from _shapes(value)
    else:
        yield type(part), []


def test_a_typed_part_is_a_part_like_any_other() -> None:
    """It equals a validated one, is copied, written and pickled like it, and can be changed no more than it."""
    fields = {"rule": "count", "outcome": CheckOutcome.PASSED, "message": None}
    made, validated = typed(Check, dict(fields)), Check.model_validate(fields)
    assert made == validated
    assert made.model_copy(update={"rule": "bounds"}).rule == "bounds"
    assert made.model_dump() == validated.model_dump(exclude_unset=True)
    assert made.__reduce_ex__(2)[2] == validated.__reduce_ex__(2)[2]
    with pytest.raises(ValueError, match="frozen"):
        made.rule = "names"  # type: ignore[misc]  # is what must fail


def test_blank_fields() -> None:
    """They are all there in the order of the schema, with the defaults that it gives."""
    assert list(BLANK[Evidence]) == list(Evidence.model_fields)
    assert BLANK[Check] == {"rule": None, "outcome": None, "message": None}
