"""Who is said to have done it, how firmly and by whom, in the words that news uses for it."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.rules.draft import draft_article

NEWS = "Three soldiers were killed on Monday when an army base in Varkas was attacked with drones and rockets."
SAID = {
    "The Islamic State group claimed responsibility for the attack.": (
        "Islamic State group",
        "claimed",
        "Islamic State group",
    ),
    "The attack was claimed by the Taliban.": ("Taliban", "claimed", "Taliban"),
    "The Houthis said they had fired a drone at the base.": ("Houthis", "claimed", "Houthis"),
    "Officials blamed the attack on Al-Shabaab.": ("Al-Shabaab", "attributed", "Officials"),
    "Authorities attributed the attack to Boko Haram.": ("Boko Haram", "attributed", "Authorities"),
    "The army said the rockets were fired by Hezbollah.": ("Hezbollah", "attributed", "The army"),
    "The defence ministry said militants from Boko Haram carried out the attack.": (
        "militants from Boko Haram",
        "attributed",
        "The defence ministry",
    ),
    "Police said they suspect the PKK.": ("PKK", "suspected_by_authority", "Police"),
    "U.S. officials said Iran-backed militias were likely responsible.": (
        "Iran-backed militias",
        "suspected_by_authority",
        "U.S. officials",
    ),
    "The attack bore the hallmarks of the Allied Democratic Forces.": ("Allied Democratic Forces", "suspected", None),
    "Iran denied any involvement in the attack.": ("Iran", "denied", "Iran"),
    "Iran denied on Tuesday that it had anything to do with the attack.": ("Iran", "denied", "Iran"),
    "There was no immediate claim of responsibility.": (None, "not_confirmed", None),
    "It was not immediately clear who was behind the attack.": (None, "not_confirmed", None),
    "The Pentagon declined to say who was responsible.": (None, "declined_to_name", "The Pentagon"),
}


def blame(said: str) -> list[tuple[str | None, str, str | None]]:
    """Actor, status and speaker of each attribution of an attack of which something is said."""
    incident, *others = draft_article(Article(text=f"{NEWS} {said}")).incidents
    assert others == []
    return [(fact.actor, fact.status.value, fact.by) for fact in incident.attributions]


@pytest.mark.parametrize("said", list(SAID))
def test_who_did_it_is_read_with_its_status_and_speaker(said: str) -> None:
    """Claims, blame, suspicion, denial and silence are told apart, each with whose word it is."""
    assert blame(said) == [SAID[said]]


@pytest.mark.parametrize(
    "said",
    [
        "The Israeli army said it had shot down two drones.",
        "Police said they were looking for two suspects.",
        "The military said it was investigating.",
    ],
)
def test_what_the_attacked_do_is_no_claim(said: str) -> None:
    """Those who shoot down, search or investigate do not take the attack upon themselves."""
    assert blame(said) == []
