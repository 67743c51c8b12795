"""What is said in passing of those who are blamed."""

from __future__ import annotations

from summarize.article import Article
from summarize.rules.draft import draft_article


def test_the_past_of_a_suspect_is_no_incident() -> None:
    """Where and when a suspected cell was broken up is neither another attack nor the place of this one."""
    made = draft_article(
        Article(
            text="A bomb killed six people in Varkas on Monday. The police suspect that the attack was the work of an "
            "Islamic State cell that was broken up in Tolmin last month."
        )
    )
    (incident,) = made.incidents
    assert [place.q for place in incident.places] == ["Varkas"]
    assert incident.date is not None
    assert incident.date.q == "on Monday"
