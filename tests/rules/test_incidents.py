"""Which sentences belong to one incident."""

from __future__ import annotations

from datetime import date

import pytest

from summarize.article import Article
from summarize.rules.draft import draft_article


def test_the_title_and_the_lead_are_one_incident() -> None:
    """A title that names the place in other words opens no incident of its own, and the lead's words come first."""
    made = draft_article(
        Article(
            text="Car bomb kills six at Varkas checkpoint\n\nA car bomb exploded on the edge of Varkas on Monday, "
            "killing six people."
        )
    )
    (incident,) = made.incidents
    assert incident.sentences == [1, 2]
    assert [place.q for place in incident.places] == ["Varkas"]


def test_a_line_that_goes_dead_is_no_attack() -> None:
    """What the owner tells of a boarding goes on with it, though rifles and a dead line stand there."""
    made = draft_article(
        Article(
            text="Armed men seized a tanker off Varkas on Saturday. The master said that they carried rifles, and then "
            "the line went dead. No one has claimed responsibility."
        )
    )
    assert [incident.kind.value for incident in made.incidents] == ["vessel_seizure"]


def test_a_reference_goes_back_to_the_incident_of_its_kind() -> None:
    """Monday's bombing is the bombing, though rockets were told of in between."""
    made = draft_article(
        Article(
            text="A car bomb killed six people in Varkas on Monday. Hours later, two rockets were launched at an army "
            "camp near Tolmin. Monday's bombing killed two officers among others."
        )
    )
    assert [incident.sentences for incident in made.incidents] == [[1, 3], [2]]


@pytest.mark.parametrize(
    ("said", "anchor"),
    [
        ("A patrol was attacked near Tolmin last month.", 1),
        ("The town mourned on Tuesday.", 2),
    ],
)
def test_hours_later_counts_from_the_news(said: str, anchor: int) -> None:
    """Words that count from another sentence count from the last one that names a day of the news."""
    made = draft_article(
        Article(
            text=f"A car bomb killed six people in Varkas on Monday. {said} Hours later, two rockets were launched at "
            "an army camp near Bovec.",
            published=date(2025, 5, 21),
        )
    )
    incident = next(each for each in made.incidents if each.kind == "rocket_attack")
    assert incident.date is not None
    assert (incident.date.q, incident.date.relative_to) == ("Hours later", anchor)


def test_the_day_belongs_to_the_hour() -> None:
    """Of "before dawn on Wednesday" both are quoted."""
    (incident,) = draft_article(Article(text="A drone struck Varkas before dawn on Wednesday.")).incidents
    assert incident.date is not None
    assert incident.date.q == "before dawn on Wednesday"
