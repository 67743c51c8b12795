"""Comparators: how one gold value of a slot and one predicted value agree.

Each takes the two values as mappings from attribute to value and returns COR, PAR or INC; a value that is missing
on one side never gets here. They are pure, and what they give credit for is written in docs/scoring.md.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from summarize.evaluation.verdict import Verdict
from summarize.schema.vocabulary import AttributionStatus, IncidentKind, Result, TargetKind, WeaponKind

Values = Mapping[str, Any]
Comparator = Callable[[Values, Values], Verdict]

KIND_FAMILIES: tuple[frozenset[str], ...] = (
    frozenset(
        {
            IncidentKind.DRONE_ATTACK,
            IncidentKind.ROCKET_ATTACK,
            IncidentKind.MISSILE_ATTACK,
            IncidentKind.INDIRECT_FIRE,
            IncidentKind.AIR_STRIKE,
            IncidentKind.MILITARY_STRIKE,
        }
    ),
    frozenset({IncidentKind.IED_BOMBING, IncidentKind.SUICIDE_BOMBING, IncidentKind.EXPLOSION_DISPUTED}),
    frozenset(
        {
            IncidentKind.ARMED_ASSAULT,
            IncidentKind.ASSASSINATION,
            IncidentKind.KIDNAPPING,
            IncidentKind.MASS_ATTACK,
        }
    ),
    frozenset({IncidentKind.VESSEL_SEIZURE, IncidentKind.VESSEL_ATTACK}),
)
"""Kinds that a reader may take for each other: things that come through the air, bombs, people with arms, ships.
The other kinds stand alone."""

WEAPON_FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({WeaponKind.ARMED_DRONE, WeaponKind.DRONE}),
    frozenset(
        {
            WeaponKind.ROCKET,
            WeaponKind.ROCKET_LAUNCHER,
            WeaponKind.MISSILE,
            WeaponKind.MORTAR,
            WeaponKind.ARTILLERY,
            WeaponKind.INDIRECT_FIRE,
        }
    ),
    frozenset({WeaponKind.BOMB, WeaponKind.IED, WeaponKind.VEHICLE_BOMB}),
)

TARGET_FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({TargetKind.MILITARY_BASE, TargetKind.MILITARY_FORCE, TargetKind.PERSON_MILITARY}),
    frozenset({TargetKind.MILITIA_FACILITY, TargetKind.LAUNCH_SITE, TargetKind.PERSON_COMBATANT}),
)

RESULT_NEIGHBOURS: tuple[frozenset[str], ...] = (frozenset({Result.HIT, Result.PARTLY_INTERCEPTED}),)
STATUS_NEIGHBOURS: tuple[frozenset[str], ...] = (
    frozenset({AttributionStatus.SUSPECTED, AttributionStatus.SUSPECTED_BY_AUTHORITY}),
)

# Words that carry no name: articles, prepositions, and the nouns that dress one up.
_FILLERS = frozenset({"a", "an", "the", "of", "in", "and", "s"})

LEAST_SHARED_WORDS = 0.5
"""Share of the shorter quote's words that the longer must hold for both to state the same thing."""


def exact(attribute: str) -> Comparator:
    """Equal or not."""

    def compare(gold: Values, predicted: Values) -> Verdict:
        return Verdict.CORRECT if gold[attribute] == predicted[attribute] else Verdict.INCORRECT

    return compare


def grouped(attribute: str, groups: Collection[frozenset[str]]) -> Comparator:
    """Equal is correct, another value of the same group partial."""

    def compare(gold: Values, predicted: Values) -> Verdict:
        want, got = gold[attribute], predicted[attribute]
        if want == got:
            return Verdict.CORRECT
        return Verdict.PARTIAL if same_group(want, got, groups) else Verdict.INCORRECT

    return compare


def same_group(one: str, other: str, groups: Collection[frozenset[str]]) -> bool:
    """Whether two values are equal or stand in one group."""
    return one == other or any(one in group and other in group for group in groups)


def interval(low: str, high: str) -> Comparator:
    """Counts as intervals, an open bound reaching to 0 or without end: equal is correct, overlapping partial."""

    def compare(gold: Values, predicted: Values) -> Verdict:
        want = _bounds(gold[low], gold[high])
        got = _bounds(predicted[low], predicted[high])
        if want == got:
            return Verdict.CORRECT
        return Verdict.PARTIAL if want[0] <= got[1] and got[0] <= want[1] else Verdict.INCORRECT

    return compare


def dates(gold: Values, predicted: Values) -> Verdict:
    """Days by interval: equal is correct, overlapping partial.

    A date that its article does not allow to resolve is right if it is left unresolved with the same words. A day
    given without a year is right as such a day; a year that nobody gave makes it wrong.
    """
    want, got = _days(gold), _days(predicted)
    if want and got:
        if want == got:
            return Verdict.CORRECT
        return Verdict.PARTIAL if want[0] <= got[1] and got[0] <= want[1] else Verdict.INCORRECT
    if want or got:
        return _half_dated(gold, predicted) if want else Verdict.INCORRECT
    if gold["precision"] != predicted["precision"]:
        return Verdict.INCORRECT
    if gold["month_day"] is not None and predicted["month_day"] is not None:
        return Verdict.CORRECT if gold["month_day"] == predicted["month_day"] else Verdict.INCORRECT
    return words(gold, predicted)


def places(gold: Values, predicted: Values) -> Verdict:
    """The gazetteer's id where both have one, else the name; the same country alone is partial."""
    if gold["gazetteer_id"] and gold["gazetteer_id"] == predicted["gazetteer_id"]:
        return Verdict.CORRECT
    both_known = gold["gazetteer_id"] and predicted["gazetteer_id"]
    if not both_known and name_words(gold["name"]) == name_words(predicted["name"]):
        return Verdict.CORRECT
    same_country = gold["country_code"] is not None and gold["country_code"] == predicted["country_code"]
    return Verdict.PARTIAL if same_country else Verdict.INCORRECT


def names(attribute: str) -> Comparator:
    """Names as sets of words after normalisation: equal is correct, one within the other partial."""

    def compare(gold: Values, predicted: Values) -> Verdict:
        want, got = name_words(str(gold[attribute])), name_words(str(predicted[attribute]))
        if want == got:
            return Verdict.CORRECT
        return Verdict.PARTIAL if want and got and (want <= got or got <= want) else Verdict.INCORRECT

    return compare


def link(gold: Values, predicted: Values) -> Verdict:
    """Links to the same gold incident: of the same kind correct, else partial."""
    if gold["to"] != predicted["to"]:
        return Verdict.INCORRECT
    return Verdict.CORRECT if gold["kind"] == predicted["kind"] else Verdict.PARTIAL


def words(gold: Values, predicted: Values) -> Verdict:
    """The quotes themselves: half of the shorter's words in the other, from one sentence; elsewhere partial."""
    want, got = name_words(gold["words"]), name_words(predicted["words"])
    shared = len(want & got) / max(min(len(want), len(got)), 1)
    if shared < LEAST_SHARED_WORDS:
        return Verdict.INCORRECT
    same_sentence = bool(set(gold["sentences"]) & set(predicted["sentences"]))
    return Verdict.CORRECT if same_sentence else Verdict.PARTIAL


@lru_cache(maxsize=65_536)
def name_words(text: str) -> frozenset[str]:
    """The words of a name: lower case, accents and punctuation removed, fillers left out."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(" " if not char.isalnum() else char for char in plain if not unicodedata.combining(char))
    return frozenset(kept.split()) - _FILLERS


def _bounds(low: int | None, high: int | None) -> tuple[float, float]:
    return (0.0 if low is None else low, math.inf if high is None else high)


def _days(values: Values) -> tuple[date, date] | None:
    """First and last day; an end that is open reaches to the end of time."""
    start, end = values["start"], values["end"]
    return None if start is None and end is None else (start or date.min, end or date.max)


def _half_dated(gold: Values, predicted: Values) -> Verdict:
    """Gold knows the days and the report does not: the right month and day without the year is partial."""
    start: date | None = gold["start"]
    month_day: str | None = predicted["month_day"]
    half = start is not None and month_day is not None and f"{start:%m-%d}".startswith(month_day)
    return Verdict.PARTIAL if half else Verdict.INCORRECT
