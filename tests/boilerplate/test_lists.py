"""Lists beside the news are marked as far as they go and not further."""

from __future__ import annotations

import pytest

from summarize.article import Mark
from tests.boilerplate.pages import HEADLINE, NEWS, after_news, between_news, marks_of


@pytest.mark.parametrize("heading", ["Key Takeaways", "KEY POINTS", "What we know so far", "At a glance:"])
def test_the_bullets_below_a_takeaways_heading_are_marked(heading: str) -> None:
    """They repeat the news, with stops or without; the line behind them is the article's again."""
    marks = between_news(f"{heading}\n• Two drones hit the depot.\n• Nobody was hurt\nA third drone fell into the sea.")
    assert [mark for _, mark in marks] == [Mark.KEY_TAKEAWAYS] * 3 + [None]


def test_bullets_end_at_the_first_line_that_is_none() -> None:
    """A heading right behind the bullets is not one of them."""
    marks = between_news("In brief\n• Mali: army camp lost\n• Niger: oil station blast\nBURKINA FASO")
    assert marks[-1] == ("BURKINA FASO", Mark.HEADING)


def test_bullets_above_the_first_paragraph_are_takeaways() -> None:
    """A tabloid's bullets below the headline repeat what follows; bullets in the text are news."""
    text = f"{HEADLINE}\n• Two drones hit the depot\n• Nobody hurt\n\n{NEWS}\n\n• A drone fell near Acre\n\n{NEWS}"
    marks = dict(marks_of(text))
    assert marks["• Nobody hurt"] is Mark.KEY_TAKEAWAYS
    assert marks["• A drone fell near Acre"] is None


@pytest.mark.parametrize("heading", ["READ MORE", "Check Also", "Related articles", "MORE FROM THE LEDGER"])
def test_the_lines_below_a_teaser_heading_are_teasers(heading: str) -> None:
    """Headlines of other articles tell no news of this one."""
    marks = after_news(heading, "Drone strike kills seven at bus park", "Who shells Titao?", "→ Our map")
    assert {mark for _, mark in marks} == {Mark.TEASER}


def test_teasers_end_at_a_paragraph() -> None:
    """An article that goes on behind a teaser goes on unmarked."""
    marks = between_news("Read more:\nDrone strike kills seven at bus park\nA third drone fell into the sea.")
    assert [mark for _, mark in marks] == [Mark.TEASER, Mark.TEASER, None]
