"""Motives that the article states in plain words."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.rules.draft import draft_article

NEWS = "Two drones struck an army base in Varkas on Monday."


@pytest.mark.parametrize(
    ("said", "motives"),
    [
        (
            "The group said that it attacked the base in support of the people of Tolmin.",
            [("in support of the people of Tolmin", "The group")],
        ),
        ("They attacked it to avenge their commander.", [("to avenge their commander", None)]),
        ("The attack was in response to an air strike.", []),
    ],
)
def test_a_motive_has_its_words_and_speaker(said: str, motives: list[tuple[str, str | None]]) -> None:
    """What an attack is said to be for is a motive; what it answers is none."""
    incident = draft_article(Article(text=f"{NEWS} {said}")).incidents[0]
    assert [(fact.q, fact.by) for fact in incident.motives] == motives
