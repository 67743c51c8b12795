"""Casualties: killed and wounded, told apart."""

from __future__ import annotations

import pytest

from tests.grounding.checks.conftest import verdict

TEXT = (
    "The blast killed three soldiers and wounded 12 others. In Marib 20 people were injured and four died. "
    "Seven men are missing. Five sailors were taken hostage. Nobody was hurt in Aden. "
    "There were no casualties in Taiz. The toll of the raid is nine. A bomb left two dead and six wounded. "
    "Some nine people were hurt in Mocha. "
    "Fourteen guards and a driver were there, and of them eight were shot dead."
)


@pytest.mark.parametrize(
    ("quote", "effect", "count", "outcome"),
    [
        ("killed three soldiers", "killed", 3, "passed"),
        ("killed three soldiers", "injured", 3, "failed"),
        ("killed three soldiers and wounded 12 others", "killed", 3, "passed"),
        ("killed three soldiers and wounded 12 others", "injured", 12, "passed"),
        ("killed three soldiers and wounded 12 others", "killed", 12, "failed"),
        ("killed three soldiers and wounded 12 others", "injured", 3, "failed"),
        ("20 people were injured and four died", "killed", 4, "passed"),
        ("20 people were injured and four died", "killed", 20, "failed"),
        ("two dead and six wounded", "injured", 6, "passed"),
        ("two dead and six wounded", "injured", 2, "failed"),
        ("Seven men are missing", "missing", 7, "passed"),
        ("Seven men are missing", "killed", 7, "failed"),
        ("Five sailors were taken hostage", "captured", 5, "passed"),
        ("nine people were hurt", "injured", 9, "passed"),
        ("Fourteen guards", "killed", 14, "passed"),
    ],
)
def test_the_effect_is_the_one_of_the_verb(quote: str, effect: str, count: int, outcome: str) -> None:
    """Of the number's own verb where a sentence counts several."""
    assert verdict("casualty", "killed_or_wounded", quote, TEXT, effect=effect, min=count, max=count) == outcome


@pytest.mark.parametrize(
    ("quote", "effect", "outcome"),
    [
        ("Nobody was hurt", "any", "passed"),
        ("Nobody was hurt", "injured", "passed"),
        ("Nobody was hurt", "killed", "failed"),
        ("no casualties", "any", "passed"),
        ("no casualties", "killed", "failed"),
    ],
)
def test_no_casualties_are_of_any_kind(quote: str, effect: str, outcome: str) -> None:
    """The word "hurt" may mean the wounded or anybody; "casualties" means anybody."""
    assert verdict("casualty", "killed_or_wounded", quote, TEXT, effect=effect, statement="none") == outcome
