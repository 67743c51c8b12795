"""That nobody was hurt, and what only looks like it."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.rules.draft import draft_article
from summarize.schema.draft import DraftCasualties

NEWS = "Gunmen in two speedboats seized a tanker off Varkas on Monday."


def casualties(said: str) -> list[DraftCasualties]:
    """What is drafted of the harm."""
    (incident,) = draft_article(Article(text=f"{NEWS} {said}")).incidents
    return incident.casualties


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("There were no casualties or damage.", "There were no casualties"),
        ("The crew of 18 are unhurt.", "The crew of 18 are unhurt"),
        ("They came ashore, and were all unharmed.", "were all unharmed"),
    ],
)
def test_the_words_are_whole(said: str, words: str) -> None:
    """The quotation has who was unharmed, and does not break off behind "or" or begin with "and"."""
    assert [(fact.q, fact.statement) for fact in casualties(said)] == [(words, "none")]


def test_not_fewer_than_is_a_count() -> None:
    """A bound with a negation in it counts the dead."""
    assert [(fact.statement, fact.min, fact.max) for fact in casualties("No fewer than 22 people were killed.")] == [
        ("count", 22, None)
    ]


def test_boats_and_gunmen_are_not_captured() -> None:
    """Who stands before "seized" seizes; those who "were taken" are the captured."""
    assert [(fact.effect, fact.victims) for fact in casualties("Four sailors were taken.")] == [("captured", "sailors")]


def test_that_one_man_was_not_killed_there_is_no_statement_on_the_dead() -> None:
    """A driver who was not killed at the gate may be dead all the same."""
    assert casualties("The driver was not killed at the gate.") == []
