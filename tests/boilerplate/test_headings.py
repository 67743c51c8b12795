"""Headings stand between paragraphs; the headline is news, once."""

from __future__ import annotations

import pytest

from summarize.article import Mark
from tests.boilerplate.pages import HEADLINE, NEWS, between_news, marks_of


@pytest.mark.parametrize(
    "line",
    ["Historical Context", "Lesson one: the rocket", "APURE, VENEZUELA", "3. TRIPOLI (LIBYA)", "19:05", "18:20 GMT"],
)
def test_short_lines_before_paragraphs_are_headings(line: str) -> None:
    """A line without a stop that a paragraph follows is a heading, and so is an entry's time in a live blog."""
    assert between_news(line) == [(line, Mark.HEADING)]


@pytest.mark.parametrize(
    "line",
    [
        "Nov. 5: Rocket hits the airport of Erbil, one guard wounded",
        "Three things are known about the weapons:",
        "17:55 GMT – UN: stop",
        "• One drone fell into the sea",
        "A line that goes on for so long that it may be a paragraph whose full stop was lost in copying",
    ],
)
def test_lines_that_may_be_news_are_no_headings(line: str) -> None:
    """What has a news word, announces a list, heads a live blog's entry, is an item, or is long is not marked."""
    assert between_news(line) == [(line, None)]


def test_the_headline_and_what_is_below_it_are_news() -> None:
    """Lines above the first paragraph are headline and sub-headline."""
    text = f"{HEADLINE}\n\nGovernor speaks of nine drones\n\n{NEWS}\n\n{NEWS}"
    assert {mark for _, mark in marks_of(text)} == {None}


def test_a_repeated_headline_is_marked_from_the_second_time_on() -> None:
    """The first line again, or the title again, in any case and spacing, tells nothing new."""
    text = f"{HEADLINE}\n\n{HEADLINE.upper()}\n\n{NEWS}\n\nDepot  hit by drones at Al-Wahat\n\n{NEWS}"
    assert [mark for words, mark in marks_of(text) if words.casefold() == HEADLINE.casefold()] == [
        None,
        Mark.REPEATED_HEADLINE,
        Mark.REPEATED_HEADLINE,
    ]


def test_the_title_in_the_text_is_news_once() -> None:
    """Below a kicker, the title counts as the headline the first time it stands there."""
    text = f"Governor's office\n{HEADLINE}\n{HEADLINE}\n\n{NEWS}"
    assert [mark for _, mark in marks_of(text, title=HEADLINE)][:3] == [None, None, Mark.REPEATED_HEADLINE]


def test_a_text_without_stops_has_no_headings() -> None:
    """Where no line ends in a stop, a short line may be the news itself."""
    lines = ["Sirens in Haifa", "Sirens in Acre", "Sirens in Safed", "All clear.", "Sirens in Nahariya", "All clear."]
    assert {mark for _, mark in marks_of("\n\n".join(lines))} == {None}
