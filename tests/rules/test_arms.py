"""Weapons that were used, and words that only sound like them."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.rules.arms import arms
from summarize.rules.draft import draft_article, read_tellings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ministry sent a team of explosives experts to Varkas.", []),
        ("The bomb squad came.", []),
        ("The ship destroyed two cruise missiles that had been prepared for launch.", []),
        ("A car bomb exploded beside two rockets.", ["vehicle_bomb", "rocket"]),
    ],
)
def test_a_weapon_is_one_that_was_used(text: str, found: list[str]) -> None:
    """Experts on explosives, squads, and missiles that were never launched are no weapons of an attack."""
    (telling,) = read_tellings(Article(text=text))
    assert [mention.value for mention in arms(telling.passage)] == found


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A car bomb exploded at a police station in Varkas on Monday.", "a police station"),
        ("A bomb hidden in a lorry exploded at a police station in Varkas on Monday.", "a police station"),
        ("A car bomb killed six people in Varkas on Monday.", None),
    ],
)
def test_what_a_bomb_was_brought_in_is_no_target(text: str, target: str | None) -> None:
    """The car of a car bomb, and the lorry that a bomb was hidden in, are not what was attacked."""
    (incident,) = draft_article(Article(text=text)).incidents
    assert next((fact.q for fact in incident.targets), None) == target


def test_who_speaks_is_no_target() -> None:
    """The prosecutor according to whom it happened was not attacked."""
    (incident,) = draft_article(
        Article(text="A car bomb exploded in Varkas on Monday, according to the prosecutor.")
    ).incidents
    assert incident.targets == []
