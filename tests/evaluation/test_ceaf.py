"""CEAF-RME is the published score: worked cases, and three published systems to four decimals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarize.evaluation.ceaf import ceaf_rme, normalise

MUC4 = Path(__file__).parents[3] / "shared" / "muc4"


def template(kind: str, **roles: list[list[str]]) -> dict[str, Any]:
    return {"incident_type": kind, **roles}


def test_mentions_are_compared_without_case_articles_and_punctuation() -> None:
    """What stands between two spellings of one mention is removed."""
    assert normalise("  The  U.S. 'Embassy'\n an  annex ") == "us embassy annex"


def test_entities_are_hit_by_one_mention() -> None:
    """One of two predicted entities hits one of three gold entities; another role or type hits nothing."""
    gold = {"d": [template("attack", Victim=[["the mayor", "he"], ["a guard"]], Weapon=[["bomb"]])]}
    predicted = {"d": [template("attack", Victim=[["Mayor"], ["bomb"]])]}
    assert ceaf_rme(gold, predicted) == pytest.approx((1 / 2, 1 / 3, 2 / 5))
    other_type = {"d": [template("bombing", Victim=[["Mayor"], ["guard"]])]}
    assert ceaf_rme(gold, other_type) == (0.0, 0.0, 0.0)


def test_templates_align_one_to_one_for_the_greatest_total() -> None:
    """Two predictions of one gold template count one; two gold templates that are the same count once."""
    mayor, guard = [["mayor"]], [["guard"]]
    gold = {"d": [template("attack", Victim=mayor), template("attack", Victim=mayor)]}
    twice = {"d": [template("attack", Victim=mayor), template("attack", Victim=mayor)]}
    assert ceaf_rme(gold, twice) == pytest.approx((1 / 2, 1.0, 2 / 3))
    crossed = {"d": [template("attack", Victim=[*mayor, *guard]), template("attack", Victim=mayor)]}
    both = {"d": [template("attack", Victim=mayor), template("attack", Victim=guard)]}
    assert ceaf_rme(both, crossed) == pytest.approx((2 / 3, 1.0, 4 / 5))


def test_a_template_of_two_types_is_kept_under_the_better() -> None:
    """A gold template typed "a / b" is found by a prediction of either type, and counts once."""
    gold = {"d": [template("attack / bombing", Victim=[["mayor"]])]}
    assert ceaf_rme(gold, {"d": [template("bombing", Victim=[["mayor"]])]}) == (1.0, 1.0, 1.0)


def test_nothing_predicted_is_no_error() -> None:
    """Documents without a prediction, and templates without entities, lower recall alone."""
    gold = {"d": [template("attack", Victim=[["mayor"]])], "e": []}
    assert ceaf_rme(gold, {"d": [template("attack", Victim=[])]}) == (0.0, 0.0, 0.0)


@pytest.mark.skipif(not MUC4.is_dir(), reason="the MUC-4 data lie beside the project, not in it")
@pytest.mark.parametrize("system", ["gtt", "iterx", "tempgen"])
def test_published_systems_get_their_published_figures(system: str) -> None:
    """P, R and F1 of three systems on the 200 MUC-4 test articles agree with the published scorer."""
    gold = json.loads((MUC4 / "gold_test.json").read_text("utf-8"))
    predicted = json.loads((MUC4 / f"predicted_{system}.json").read_text("utf-8"))
    expected = json.loads((MUC4 / "expected.json").read_text("utf-8"))["ceaf_rme_phi_subset"][system]
    found = ceaf_rme(gold, predicted)
    assert {name: round(value, 4) for name, value in found._asdict().items()} == expected
