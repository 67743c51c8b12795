"""Reports to render: a rich one and an empty one, made by the program's own grounding."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.grounding import ground_draft
from summarize.prompt import load_prompt
from summarize.schema.draft import ArticleDraft
from summarize.schema.report import Provenance, Report

PROVENANCE = Provenance(article_sha256="", schema_sha256="", prompt=None, model="test", parameters={}, version="0")
EMPTY = ArticleDraft(summary=[], incidents=[], aggregates=[], no_incident=None)


def made(text: str, draft: ArticleDraft = EMPTY, **known: str) -> Report:
    """The report that grounding makes of a draft."""
    return ground_draft(draft, Article(text, **known), PROVENANCE)  # type: ignore[arg-type]  # only text fields


@pytest.fixture(scope="session")
def rich_report() -> Report:
    """News, a second incident, background, a total, and one fact that is refused."""
    example = load_prompt("incident/v1").examples[0]
    first = example.draft.incidents[0]
    lie = first.weapons[0].model_copy(update={"q": "At least nine explosive drones", "min": 9})
    incidents = [first.model_copy(update={"weapons": [*first.weapons, lie]}), *example.draft.incidents[1:]]
    draft = example.draft.model_copy(update={"incidents": incidents})
    return ground_draft(draft, example.article, PROVENANCE)


@pytest.fixture(scope="session")
def empty_report() -> Report:
    """An article without incident."""
    return made("All was quiet.", id="quiet.txt")
