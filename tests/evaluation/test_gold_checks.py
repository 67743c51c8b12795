"""The checks of gold labels: the small gold passes them, and each slip is found where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.evaluation.gold import read_gold
from summarize.evaluation.gold_checks import check_gold
from summarize.evaluation.gold_stats import gold_stats, stats_text
from summarize.evaluation.gold_values import contradictions
from tests.evaluation.conftest import GOLD

Copy = Callable[[str, str, str], Path]


def test_the_small_gold_is_sound() -> None:
    """It has no problem, and the program's own rules contradict none of its facts."""
    articles, problems = read_gold(GOLD)
    assert not problems
    assert not check_gold(articles)
    assert not contradictions(articles)


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ('{q: "fuel pier", s: 1', '{q: "fuel depot", s: 1', "incidents[0].targets[0].q", "it stands in none"),
        ('{q: "fuel pier", s: 1', '{q: "fuel pier", s: 2', "incidents[0].targets[0].q", "it stands in 1"),
        ('{q: "fuel pier", s: 1', '{q: "fuel pier", s: 9', "incidents[0].targets[0].s", "has no sentence 9"),
        ('{q: "fuel pier", s: 1', '{q: "", s: 1', "incidents[0].targets[0].q", "has 0 words"),
        ("sentences: [1, 2, 3, 4]", "sentences: [1, 1]", "incidents[0].sentences", "each once"),
        ("sentences: [1, 2, 3, 4]", "sentences: [1, 7]", "incidents[0].sentences[1]", "has no sentence 7"),
        ("id: rockets", "id: pier", "incidents[1].id", "stands 2 times"),
        ("min: 4, max: null", "min: 4, max: 3", "incidents[0].casualties[1]", "min 4 is above max 3"),
        ("statement: none, min: null", "statement: none, min: 2", "incidents[1].casualties[0]", "does not go with"),
        ("end: 2024-03-31, precision: month", "end: 2024-02-01, precision: month", "incidents[1].date", "is after"),
        (
            "start: 2024-05-14, end: 2024-05-14, precision: day",
            "start: null, end: null, precision: day",
            "incidents[0].date",
            "does not go with",
        ),
        ("no_incident: null", "no_incident: policy", "no_incident", "null where there are incidents"),
        ("phenomena: [", "phenomena: [cyber_attack, ", "phenomena", "cyber_attack is tagged"),
        ("phenomena: [", "phenomena: [aggregate, ", "phenomena", "aggregate stands twice"),
        ('["Saffron Brigade"]', '["Cinnamon Brigade"]', "key_facts[1]", "does not say"),
        (
            "{incident: pier, path: attributions",
            "{incident: quay, path: attributions",
            "must_not[0].incident",
            "no incident 'quay'",
        ),
        ("{incident: pier, path: attributions", "{incident: pier, path: blame", "must_not[0].path", "not one of"),
        ("match: {status: stated_as_fact}", "match: {status: claimed}", "must_not[0]", "The labels themselves say it"),
        ("family: kareh-pier", "family: other", "incidents[0].same_as", "is in the family"),
        ("split: dev", "split: test", "split", "in both halves"),
        (
            "kareh-pier-update#pier",
            "kareh-pier-update#quay",
            "incidents[0].same_as",
            "no incident 'kareh-pier-update#quay'",
        ),
    ],
)
def test_a_slip_is_found(gold_copy: Copy, old: str, new: str, field: str, message: str) -> None:
    """Each slip is found in the article's labels, at its field, with what is wrong."""
    articles, problems = read_gold(gold_copy("kareh-pier-drones", old, new))
    assert not problems
    found = [problem for problem in check_gold(articles) if problem.file == "kareh-pier-drones/labels.yaml"]
    assert any(problem.field == field and message in problem.message for problem in found), found


def test_same_as_must_lead_back(gold_copy: Copy) -> None:
    """An incident that another article calls the same must say so too."""
    articles, _ = read_gold(gold_copy("kareh-pier-drones", 'same_as: ["kareh-pier-update#pier"]', "same_as: []"))
    found = [(problem.file, problem.field) for problem in check_gold(articles)]
    assert found == [("kareh-pier-update/labels.yaml", "incidents[0].same_as")]


def test_a_fact_that_the_rules_contradict_is_reported(gold_copy: Copy) -> None:
    """A count that the article's words do not say is not a broken label, but it is reported."""
    articles, _ = read_gold(gold_copy("kareh-pier-drones", "min: 4, max: null", "min: 40, max: null"))
    assert not check_gold(articles)
    assert [problem.field for problem in contradictions(articles)] == ["incidents[0].casualties[1]"]


def test_stats_count_what_there_is() -> None:
    """The counts are those of the three small articles, and every closed list is printed whole."""
    from summarize.evaluation.gold import load_gold

    stats = gold_stats(load_gold(GOLD))
    assert (stats.articles, stats.without_incident, stats.dated, stats.families) == (3, 1, 2, 1)
    assert stats.incidents == {"main": 2, "secondary": 0, "background": 1}
    assert (stats.optional_incidents, stats.must_not) == (1, 4)
    assert stats.facts["casualties"] == 4
    assert stats.splits == {"dev": 2, "test": 1}
    assert f"fingerprint {stats.fingerprint}" in stats_text(stats)
    assert "    0  ship_seizure" in stats_text(stats)
