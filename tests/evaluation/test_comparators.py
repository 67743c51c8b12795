"""What two values of a slot are worth to each other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from summarize.evaluation import comparators as compare
from summarize.evaluation.verdict import Verdict

COR, PAR, INC = Verdict.CORRECT, Verdict.PARTIAL, Verdict.INCORRECT


@pytest.mark.parametrize(
    ("gold", "predicted", "verdict"),
    [
        ("drone_attack", "drone_attack", COR),
        ("drone_attack", "missile_attack", PAR),
        ("drone_attack", "ied_bombing", INC),
        ("cyber_attack", "threat", INC),
        ("vessel_seizure", "vessel_attack", PAR),
    ],
)
def test_kinds_earn_half_inside_their_family(gold: str, predicted: str, verdict: Verdict) -> None:
    """Equal kinds are right, kinds of one family half right, all others wrong."""
    found = compare.grouped("kind", compare.KIND_FAMILIES)({"kind": gold}, {"kind": predicted})
    assert found is verdict


@pytest.mark.parametrize(
    ("gold", "predicted", "verdict"),
    [
        ((2, 2), (2, 2), COR),
        ((4, None), (4, None), COR),
        ((4, None), (5, 5), PAR),
        ((4, None), (3, 3), INC),
        ((None, 6), (6, 8), PAR),
        ((6, 8), (6, 6), PAR),
        ((2, 2), (3, 3), INC),
        ((0, 0), (None, 2), PAR),
    ],
)
def test_counts_are_intervals(gold: tuple[Any, Any], predicted: tuple[Any, Any], verdict: Verdict) -> None:
    """Equal bounds are right, overlapping ones half right; an open bound reaches to 0 or without end."""
    counts = [dict(zip(("min", "max"), pair, strict=True)) for pair in (gold, predicted)]
    assert compare.interval("min", "max")(*counts) is verdict


def when(start: str | None, end: str | None, precision: str, words: str = "on Tuesday", **more: Any) -> dict[str, Any]:
    return {
        "start": date.fromisoformat(start) if start else None,
        "end": date.fromisoformat(end) if end else None,
        "precision": precision,
        "month_day": None,
        "words": words,
        "sentences": (1,),
        **more,
    }


MAY_14 = when("2024-05-14", "2024-05-14", "day")
MAY = when("2024-05-01", "2024-05-31", "month")
OPEN = when(None, None, "unresolved")
NO_YEAR = when(None, None, "day_without_year", month_day="05-14")


@pytest.mark.parametrize(
    ("gold", "predicted", "verdict"),
    [
        (MAY_14, MAY_14, COR),
        (MAY_14, MAY, PAR),
        (MAY_14, when("2024-05-15", "2024-05-15", "day"), INC),
        (MAY_14, OPEN, INC),
        (MAY_14, NO_YEAR, PAR),
        (when("2024-06-01", None, "range"), when("2024-08-01", "2024-08-02", "range"), PAR),
        (OPEN, OPEN, COR),
        (OPEN, when(None, None, "unresolved", words="last week"), INC),
        (OPEN, MAY_14, INC),
        (NO_YEAR, NO_YEAR, COR),
        (NO_YEAR, MAY_14, INC),
        (NO_YEAR, when(None, None, "day_without_year", month_day="05-15"), INC),
    ],
)
def test_dates_are_intervals_of_days(gold: dict[str, Any], predicted: dict[str, Any], verdict: Verdict) -> None:
    """Equal days are right, overlapping ones half right; a day or year that nobody gave is wrong."""
    assert compare.dates(gold, predicted) is verdict


def place(name: str, identifier: str | None = None, country: str | None = None) -> dict[str, Any]:
    return {"name": name, "gazetteer_id": identifier, "country_code": country}


@pytest.mark.parametrize(
    ("gold", "predicted", "verdict"),
    [
        (place("Deir ez-Zor", "7", "SY"), place("Deir Ezzor", "7", "SY"), COR),
        (place("Tripoli", "1", "LY"), place("Tripoli", "2", "LB"), INC),
        (place("Tripoli", "1", "LB"), place("Tripoli", "2", "LB"), PAR),
        (place("the Port of Karéh"), place("Port Kareh", "9"), COR),
        (place("Erbil", "3", "IQ"), place("Mosul", None, "IQ"), PAR),
        (place("Erbil"), place("Mosul"), INC),
    ],
)
def test_places_are_compared_on_the_map_then_by_name(
    gold: dict[str, Any], predicted: dict[str, Any], verdict: Verdict
) -> None:
    """One gazetteer id is one place whatever it is called; without ids the names decide; a country is half."""
    assert compare.places(gold, predicted) is verdict


@pytest.mark.parametrize(
    ("gold", "predicted", "verdict"),
    [
        ("the Islamic Resistance in Iraq", "Islamic Resistance of Iraq", COR),
        ("Ansar Allah’s navy", "Ansar Allah", PAR),
        ("al-Shabaab", "Al Shabaab", COR),
        ("Kataib Hezbollah", "Hezbollah", PAR),
        ("Kataib Hezbollah", "Asaib Ahl al-Haq", INC),
    ],
)
def test_names_are_sets_of_words(gold: str, predicted: str, verdict: Verdict) -> None:
    """The same words are the same name, a part of a name is half of it."""
    assert compare.names("actor")({"actor": gold}, {"actor": predicted}) is verdict


def test_words_must_be_of_one_sentence() -> None:
    """Half of the shorter quote's words in the other are the same statement; of another sentence they earn half."""
    gold = {"words": "nobody was hurt", "sentences": (5,)}
    assert compare.words(gold, {"words": "and nobody was hurt there", "sentences": (5,)}) is COR
    assert compare.words(gold, {"words": "nobody was hurt", "sentences": (6,)}) is PAR
    assert compare.words(gold, {"words": "one was killed", "sentences": (5,)}) is INC
    assert compare.words(gold, {"words": "", "sentences": (5,)}) is INC


def test_links_lead_to_the_same_incident() -> None:
    """A link to the right incident of the wrong kind is half right; one to another incident is wrong."""
    gold = {"to": "pier", "kind": "response_to"}
    assert compare.link(gold, gold) is COR
    assert compare.link(gold, {"to": "pier", "kind": "same_series"}) is PAR
    assert compare.link(gold, {"to": None, "kind": "response_to"}) is INC
