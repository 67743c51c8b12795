"""Who did it by the sentence's own words: every sort of word by which an actor is known counts."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.rules.draft import draft_article


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Militants attacked a barracks near Varkas on Monday, wounding two.", "Militants"),
        ("Turkish jets bombed a warehouse near Varkas on Monday, wounding two.", "Turkish"),
        ("The Kremlin bombed a warehouse near Varkas on Monday, wounding two.", "Kremlin"),
        ("The Orsk Brigade attacked a barracks near Varkas on Monday, wounding two.", "Orsk Brigade"),
        ("A warehouse near Varkas was bombed by the Orsk Brigade on Monday.", "Orsk Brigade"),
        ("A storm of shells struck a barracks near Varkas on Monday, wounding two.", None),
    ],
)
def test_an_actor_is_known_by_his_noun_country_seat_or_body(text: str, actor: str | None) -> None:
    """A sentence without any such word names nobody, and one of them is enough."""
    (incident,) = draft_article(Article(text=text)).incidents
    assert [fact.actor for fact in incident.attributions] == ([actor] if actor else [])


def test_who_is_named_behind_an_act_did_not_do_it() -> None:
    """An actor of whom the sentence speaks only later, as of one of those hit, is no doer."""
    (incident,) = draft_article(
        Article(text="A mine tore through a bus near Varkas on Monday and hurt militants.")
    ).incidents
    assert incident.attributions == []
