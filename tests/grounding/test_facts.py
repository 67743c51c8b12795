"""Facts: one walk over all that is cited."""

from __future__ import annotations

from summarize.article import Article
from summarize.grounding import facts
from summarize.schema.draft import ArticleDraft
from tests.grounding.conftest import PLACE, incident, report


def test_facts_of_draft_and_report_have_the_same_paths(article: Article) -> None:
    """In the order of the schema, conflicts' versions and aggregates among them."""
    version = {"value": "slight", "source": None, "q": "Damage to the tank was slight", "s": 7}
    aggregate = {"q": "two Turkish workers", "s": 8, "label": "two Turkish workers", "min": 2, "max": 2}
    empty = dict.fromkeys(("actor", "status", "by", "motive", "period", "place"))
    raw = {
        "summary": [],
        "incidents": [
            incident(
                date={"q": "on Tuesday", "s": 2, "relative_to": "publication"},
                places=[PLACE, PLACE],
                conflicts=[{"field": "damage", "versions": [version, version]}],
            )
        ],
        "aggregates": [aggregate | empty],
        "no_incident": None,
    }
    expected = [
        "incidents[0].date",
        "incidents[0].places[0]",
        "incidents[0].places[1]",
        "incidents[0].conflicts[0].versions[0]",
        "incidents[0].conflicts[0].versions[1]",
        "aggregates[0]",
    ]
    assert [path for path, _ in facts(ArticleDraft.model_validate(raw))] == expected
    assert [path for path, _ in facts(report(article, *raw["incidents"], aggregates=raw["aggregates"]))] == expected  # type: ignore[misc]  # a plain JSON value
