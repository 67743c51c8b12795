"""The headline of an incident, made of its facts."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.rules.wording import capital, kind_noun, lowered, plain, where
from summarize.schema.draft import DraftCasualties, DraftPlace, DraftTarget, DraftWeapon
from summarize.schema.vocabulary import IncidentKind

_MOST_WORDS = 20
TAKEN = (IncidentKind.VESSEL_SEIZURE, IncidentKind.KIDNAPPING, IncidentKind.WEAPONS_INTERDICTION)
"""Kinds in which what was taken says more than what was carried."""


def headline(
    kind: IncidentKind,
    places: Sequence[DraftPlace],
    weapons: Sequence[DraftWeapon],
    targets: Sequence[DraftTarget],
    casualties: Sequence[DraftCasualties],
) -> str:
    """As "Drone attack at Al Asad Airbase: two armed drones, no casualties".

    Args:
        kind: the incident's kind.
        places: its places, the best told first, as the other slots.
        weapons: its weapons.
        targets: its targets.
        casualties: its casualties.
    """
    text = capital(kind_noun(kind) + where(places))
    words = [plain(lowered(fact.q)) for fact in (*_means(kind, weapons, targets), *casualties[:1])]
    while words:
        longer = f"{text}: {', '.join(words)}"
        if longer.count(" ") < _MOST_WORDS:  # all white space is of one blank
            return longer
        words.pop()
    return text


def _means(
    kind: IncidentKind, weapons: Sequence[DraftWeapon], targets: Sequence[DraftTarget]
) -> Sequence[DraftWeapon | DraftTarget]:
    """The first weapon, or what was attacked or taken where that says more."""
    return targets[:1] if targets and (not weapons or kind in TAKEN) else weapons[:1]
