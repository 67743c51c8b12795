"""Attribution status: the verb and the speaker decide."""

from __future__ import annotations

import pytest

from tests.grounding.checks.conftest import verdict

TEXT = (
    "The Houthis claimed responsibility for the raid. Police blamed al-Shabaab for it. Residents blamed al-Shabaab. "
    "Al-Shabaab is believed to be behind it. Iran denied any role. The coalition declined to name the group. "
    "No group has claimed the bombing. The army suspects al-Shabaab. Gunmen shot the mayor. "
    "It could be the work of smugglers. The colonel said that al-Shabaab had never named its men."
)


@pytest.mark.parametrize(
    ("quote", "status", "actor", "by", "outcome"),
    [
        ("The Houthis claimed responsibility", "claimed", "Houthis", "The Houthis", "passed"),
        ("The Houthis claimed responsibility", "denied", "Houthis", "The Houthis", "failed"),
        ("The Houthis claimed responsibility", "attributed", "Houthis", "The Houthis", "failed"),
        ("Police blamed al-Shabaab", "attributed", "al-Shabaab", "Police", "passed"),
        ("Police blamed al-Shabaab", "alleged", "al-Shabaab", "Police", "failed"),
        ("Police blamed al-Shabaab", "claimed", "al-Shabaab", "Police", "failed"),
        ("Police blamed al-Shabaab", "stated_as_fact", "al-Shabaab", "Police", "failed"),
        ("Residents blamed al-Shabaab", "alleged", "al-Shabaab", "Residents", "passed"),
        ("Residents blamed al-Shabaab", "attributed", "al-Shabaab", "Residents", "failed"),
        ("Al-Shabaab is believed to be behind it", "suspected", "Al-Shabaab", None, "passed"),
        ("Al-Shabaab is believed to be behind it", "stated_as_fact", "Al-Shabaab", None, "failed"),
        ("The army suspects al-Shabaab", "suspected_by_authority", "al-Shabaab", "The army", "passed"),
        ("The army suspects al-Shabaab", "suspected", "al-Shabaab", "The army", "failed"),
        ("Iran denied any role", "denied", "Iran", "Iran", "passed"),
        ("Iran denied any role", "claimed", "Iran", "Iran", "failed"),
        ("declined to name the group", "declined_to_name", None, "The coalition", "passed"),
        ("declined to name the group", "not_confirmed", None, "The coalition", "failed"),
        ("declined to name the group", "declined_to_name", "the group", "The coalition", "failed"),
        ("No group has claimed the bombing", "not_confirmed", None, None, "passed"),
        ("No group has claimed the bombing", "claimed", "group", None, "failed"),
        ("Gunmen shot the mayor", "stated_as_fact", "Gunmen", None, "passed"),
        ("Gunmen shot the mayor", "denied", "Gunmen", None, "failed"),
        ("Gunmen shot the mayor", "suspected", "Gunmen", None, "failed"),
        ("Gunmen shot the mayor", "claimed", "Gunmen", None, "failed"),
        ("It could be the work of smugglers", "possible", "smugglers", None, "passed"),
        ("had never named its men", "declined_to_name", None, "The colonel", "passed"),
    ],
)
def test_the_status_is_that_of_verb_and_speaker(
    quote: str, status: str, actor: str | None, by: str | None, outcome: str
) -> None:
    """Claimed by the actor itself, attributed by an authority, alleged by others, and never without a word for it."""
    kind = "armed_group" if actor and "l-Shabaab" in actor else "unknown"
    values = {"status": status, "actor": actor, "by": by, "actor_kind": kind}
    assert verdict("attribution", "attribution_status", quote, TEXT, **values) == outcome
