"""None, none reported and something, told apart."""

from __future__ import annotations

import pytest

from tests.grounding.checks.conftest import verdict

TEXT = (
    "Nobody was hurt. There were no reports of casualties. No injuries were reported. The crew were unharmed. "
    "There is no indication that civilians were hurt. The strike did no damage. No significant damage was done. "
    "All 22 hands walked off, not fewer than 20 of them barefoot. The blast destroyed two houses."
)


@pytest.mark.parametrize(
    ("quote", "statement", "outcome"),
    [
        ("Nobody was hurt", "none", "passed"),
        ("Nobody was hurt", "none_reported", "failed"),
        ("no reports of casualties", "none_reported", "passed"),
        ("no reports of casualties", "none", "failed"),
        ("No injuries were reported", "none_reported", "passed"),
        ("no indication that civilians were hurt", "none_reported", "passed"),
        ("The crew were unharmed", "none", "passed"),
        ("The crew were unharmed", "none_reported", "failed"),
        ("All 22 hands walked off", "none", "unchecked"),
        ("not fewer than 20", "none", "unchecked"),
    ],
)
def test_none_and_none_reported_are_two_things(quote: str, statement: str, outcome: str) -> None:
    """What was not, what nobody reported, and words that negate nothing."""
    effect = "injured" if "njur" in quote else "any"
    assert verdict("casualty", "none_statement", quote, TEXT, effect=effect, statement=statement) == outcome


@pytest.mark.parametrize(
    ("quote", "level", "outcome"),
    [
        ("did no damage", "none", "passed"),
        ("did no damage", "none_reported", "failed"),
        ("No significant damage", "none_significant", "passed"),
        ("destroyed two houses", "destroyed", "silent"),
        ("destroyed two houses", "none", "unchecked"),
    ],
)
def test_no_damage_is_told_from_damage(quote: str, level: str, outcome: str) -> None:
    """The same for what was damaged."""
    assert verdict("damage", "none_statement", quote, TEXT, level=level) == outcome
