"""Which days and places of a sentence are those of what it tells."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.rules.draft import draft_article, read_tellings


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kampala said that three soldiers were killed near Varkas.", ["Varkas"]),
        ("A bomb killed six people in Varkas.", ["Varkas"]),
        ("Two of the wounded were flown to Karachi.", []),
        ("The ship that pirates took off Varkas is still tied up near Hodeidah.", ["Varkas"]),
    ],
)
def test_a_place_is_where_it_happened(text: str, places: list[str]) -> None:
    """A capital that speaks, a hospital's town and a ship's berth are not where something happened."""
    (telling,) = read_tellings(Article(text=text))
    assert [telling.passage.words(place.first, place.stop) for place in telling.sites] == places


def test_a_figure_that_is_corrected_is_no_toll() -> None:
    """What was reported wrongly before is not counted."""
    made = draft_article(
        Article(
            text="A bomb went off in Varkas on Sunday. An earlier version of this article said that 27 people were "
            "killed; 26 was the number."
        )
    )
    assert [(harm.effect, harm.min) for incident in made.incidents for harm in incident.casualties] == []


def test_entries_of_a_live_report_stand_alone() -> None:
    """A station that is closed because of a suitcase is no answer to the rockets of the entry before."""
    made = draft_article(
        Article(
            text="12:40 Two rockets hit the town of Varkas on Monday, wounding a shepherd.\n\n"
            "13:10 Police in Tolmin have closed the railway station because of a suitcase."
        )
    )
    assert [(incident.sentences, incident.responses) for incident in made.incidents] == [([1], [])]


def test_the_day_of_a_threat_is_that_on_which_it_was_made() -> None:
    """The day from which a threat holds is not when it happened."""
    made = draft_article(
        Article(
            text="The Houthis warned on Saturday that from 15 February they would fire on any ship bound for Varkas."
        )
    )
    assert [incident.kind.value for incident in made.incidents if incident.date and "15" in incident.date.q] == []
