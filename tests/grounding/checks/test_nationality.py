"""Nationality: whose people they are."""

from __future__ import annotations

import pytest

from tests.grounding.checks.conftest import verdict

TEXT = "Two U.S. soldiers were hurt in Iraq. Iraqi officials said a contractor was hurt. A Filipino cook died."


@pytest.mark.parametrize(
    ("quote", "nationality", "outcome"),
    [
        ("Two U.S. soldiers", "United States", "passed"),
        ("Two U.S. soldiers", "American", "passed"),
        ("Two U.S. soldiers", "Iraq", "failed"),
        ("a contractor", "Iraq", "passed"),
        ("A Filipino cook", "Philippines", "passed"),
        ("A Filipino cook", "Iran", "failed"),
    ],
)
def test_the_nationality_is_that_of_the_words(quote: str, nationality: str, outcome: str) -> None:
    """A country beside them is somebody else's."""
    count = 2 if quote[0] == "T" else 1
    values = {"nationality": nationality, "min": count, "max": count}
    assert verdict("target", "nationality", quote, TEXT, **values) == outcome
