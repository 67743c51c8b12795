"""Outcome: what came of an attack, by its verb."""

from __future__ import annotations

import pytest

from tests.grounding.checks.conftest import verdict

TEXT = (
    "The drones were shot down over the sea. A rocket struck the runway. The bomb did not explode. "
    "Commandos boarded the tanker. A car exploded at the gate. Hackers defaced the site. It happened at dawn."
)


@pytest.mark.parametrize(
    ("quote", "result", "outcome"),
    [
        ("were shot down", "intercepted", "passed"),
        ("were shot down", "hit", "failed"),
        ("A rocket struck the runway", "hit", "passed"),
        ("A rocket struck the runway", "intercepted", "failed"),
        ("did not explode", "failed", "passed"),
        ("did not explode", "exploded", "failed"),
        ("Commandos boarded the tanker", "seized", "passed"),
        ("Commandos boarded the tanker", "hit", "failed"),
        ("A car exploded", "exploded", "passed"),
        ("A car exploded", "seized", "failed"),
        ("Hackers defaced the site", "defaced", "passed"),
        ("It happened at dawn", "hit", "unchecked"),
        ("It happened at dawn", "unknown", "silent"),
    ],
)
def test_the_result_is_one_that_the_verb_allows(quote: str, result: str, outcome: str) -> None:
    """An interception is no hit, a boarding no explosion; other words are not understood."""
    assert verdict("outcome", "outcome_verb", quote, TEXT, result=result) == outcome
