"""Which words of a sentence say when, how fine they are, and which are old news."""

from __future__ import annotations

from datetime import date

import pytest

from summarize.article import Article
from summarize.rules.dates import find_dates
from summarize.rules.passage import read_passages


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In 2021 gunmen struck Mosul.", [("In 2021", "YEAR", False)]),
        ("Police found 2021 rounds in May 2021.", [("in May 2021", "MONTH", False)]),
        ("It was the worst attack since 2022.", []),
        ("They sailed in 1899.", []),
        ("Gunmen struck before dawn on Wednesday.", [("before dawn on Wednesday", "DAY", False)]),
        ("Gunmen struck on 25 May.", [("25 May", "DATE", False)]),
        ("Gunmen struck on 3 May.", [("3 May", "DATE", True)]),
        ("Gunmen struck on 2 June.", [("2 June", "DATE", True)]),
        ("Gunmen struck on 31 May 2023.", [("31 May 2023", "DATE", True)]),
    ],
)
def test_words_for_a_time_are_read_with_their_grain(text: str, told: list[tuple[str, str, bool]]) -> None:
    """A year counts only behind a preposition, and a day ahead of the news is last year's."""
    (passage,) = read_passages(Article(text=text))
    found = find_dates(passage, published=date(2024, 6, 1))
    assert [(passage.words(when.first, when.stop).rstrip("."), when.grain.name, when.is_old) for when in found] == told


@pytest.mark.parametrize("published", [date.min, date.max])
def test_a_mistyped_publication_day_at_the_end_of_the_calendar_is_no_error(published: date) -> None:
    """What lies before the year 1 is not old."""
    (passage,) = read_passages(Article(text="Gunmen struck on 31 December."))
    assert [when.is_old for when in find_dates(passage, published=published)] == [False]
