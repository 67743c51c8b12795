"""Articles and drafts that the tests of grounding share; every text is the project's own."""

from __future__ import annotations

from typing import Any

import pytest

from summarize.article import Article
from summarize.grounding import ground_draft
from summarize.schema.draft import ArticleDraft
from summarize.schema.report import Provenance, Report

PROVENANCE = Provenance(
    article_sha256="0" * 64, schema_sha256="0" * 64, prompt=None, model="test", parameters={}, version="0"
)

TEXT = """Drones strike at Qasr field; one falls to gunners

Two armed drones flew at the Qasr gas field in northern Iraq on Tuesday, a Kurdish security official said.
Gunners shot down one of them, but the second hit a storage tank, killing a Kurdish guard and wounding four engineers.
The Iraqi interior ministry blamed Kataib Hezbollah for the attack. The group denied that it carried out the attack.
No American personnel were hurt, the coalition said. Damage to the tank was slight.
The field was also hit in January, when at least five rockets killed two Turkish workers.
"""


@pytest.fixture(scope="session")
def article() -> Article:
    """A short article on an attack of today and one of January; its sentences are numbered 1 to 8."""
    return Article(TEXT, id="qasr")


def incident(**fields: Any) -> dict[str, Any]:
    """A draft's incident: what is given, and nothing else."""
    empty: dict[str, Any] = {
        "role": "main",
        "kind": "drone_attack",
        "headline": "Drones hit the Qasr gas field",
        "sentences": [1, 2, 3, 4, 5, 6, 7],
        "date": None,
        "outcome": None,
        "damage": None,
    }
    lists = ("places", "weapons", "targets", "attributions", "casualties", "responses", "motives", "reported_by")
    return empty | {name: [] for name in (*lists, "conflicts", "links")} | fields


PLACE = {"q": "Qasr gas field", "s": 2, "role": "target", "within": "northern Iraq", "country": "Iraq"}


def report(article: Article, *incidents: dict[str, Any], **fields: Any) -> Report:
    """The report on a draft of these incidents."""
    empty = {"summary": [], "aggregates": [], "no_incident": None, "incidents": list(incidents)}
    return ground_draft(ArticleDraft.model_validate(empty | fields), article, PROVENANCE)
