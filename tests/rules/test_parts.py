"""Sentences that tell of two times."""

from __future__ import annotations

from summarize.article import Article
from summarize.rules.draft import draft_article

TEXT = (
    "A car bomb killed six people in Varkas on Monday. "
    "Monday's bombing was the deadliest since December 2023, when gunmen killed nine policemen near Tolmin."
)


def test_what_happened_then_is_an_incident_of_its_own() -> None:
    """The act behind "since December 2023, when" is past, and nothing of it is told of Monday's."""
    news, past = draft_article(Article(text=TEXT)).incidents
    assert (news.role, past.role) == ("main", "background")
    assert (past.date.q if past.date else None, past.kind) == ("December 2023", "armed_assault")
    assert [(harm.min, harm.victims) for harm in past.casualties] == [(9, "policemen")]
    assert [harm.min for harm in news.casualties] == [6]


def test_both_parts_keep_the_number_of_their_sentence() -> None:
    """The sentence that is cut is cited by both incidents."""
    news, past = draft_article(Article(text=TEXT)).incidents
    assert (news.sentences, past.sentences) == ([1, 2], [2])
