"""Hit and intercepted, told apart."""

from __future__ import annotations

import pytest

from tests.grounding.checks.conftest import verdict

ONE_EACH = "Two drones flew at the base. Gunners shot down one drone, but the second one hit a hangar."
TWO_STOPPED = "Three drones came. Of these two were brought down and the other got through."
ALL_STOPPED = "Four missiles were fired at Eilat. All were intercepted before they reached the town."
ALL_HIT = "Five rockets were fired. Every one of them hit the depot."


@pytest.mark.parametrize(
    ("text", "quote", "count", "hit", "intercepted", "outcome"),
    [
        (ONE_EACH, "Two drones", 2, 1, 1, "passed"),
        (TWO_STOPPED, "Three drones", 3, 1, 2, "passed"),
        (TWO_STOPPED, "Three drones", 3, 2, 1, "failed"),
        (ALL_STOPPED, "Four missiles", 4, None, 4, "passed"),
        (ALL_STOPPED, "Four missiles", 4, 4, None, "failed"),
        (ALL_HIT, "Five rockets", 5, 5, None, "passed"),
        (ALL_HIT, "Five rockets", 5, None, 5, "failed"),
        (ALL_HIT, "Five rockets", 5, 3, None, "unchecked"),
        (ALL_HIT, "Five rockets", 5, None, None, "silent"),
    ],
)
def test_each_number_is_its_own_verbs(
    text: str, quote: str, count: int, hit: int | None, intercepted: int | None, outcome: str
) -> None:
    """One, the second, all, the other: counted with the verb of their clause."""
    values = {"min": count, "max": count, "hit": hit, "intercepted": intercepted}
    assert verdict("weapon", "hit_intercepted", quote, text, **values) == outcome
